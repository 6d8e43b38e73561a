"""A list of ids held against a measure, on the site: by right, logged, and with nothing of it kept."""

import csv
from io import BytesIO, StringIO

import pytest

from throughline.people.models import Opening

PLANS = "/compare/children_on_plans/"


def text(answer):
    return " ".join(answer.content.decode().split())


def part(shown, name):
    """The rows of one part of the page."""
    return shown.split(f'id="{name}"')[1].split("</section>")[0]


def test_a_list_is_parted_in_three_each_with_its_reason(served, signed_in):
    browser = signed_in("director")
    assert 'name="list"' in text(browser.get(PLANS))
    shown = text(browser.post(PLANS, {"list": "Person\nC3\nE5\nZ9\n"}))
    assert "Cat Lake" in part(shown, "in-both") and "Since 5 January 2026 (all.csv, line 2)" in part(
        shown, "in-both"
    )
    assert "Dee =Wood" in part(shown, "ours-only") and "Ben Hill" in part(shown, "ours-only")
    theirs = part(shown, "theirs-only")
    assert "Eve Moor" in theirs and "In the record, with nothing in CpPlans" in theirs
    assert "Z9" in theirs and "Not in the record at all" in theirs
    logged = list(Opening.objects.all())
    assert len(logged) == 4 and {row.page for row in logged} == {PLANS}
    assert {row.why for row in logged} == {
        "A list compared. Children with a protection plan: all who count, on 10 June 2026"
    }


def test_of_a_child_that_is_not_theirs_a_reader_is_told_nothing(served, signed_in):
    browser = signed_in("team_manager")
    shown = text(browser.post(PLANS, {"list": "C3\nZ9\nD4\nE5"}))
    theirs = part(shown, "theirs-only")
    assert theirs.count("Not in the record, or not yours to open") == 2
    assert "C3" in theirs and "Cat" not in theirs and "Lake" not in shown
    assert "D4" in part(shown, "in-both") and "1 more is in the figure" not in shown
    alone = text(browser.post(PLANS, {"list": "Z9"}))
    assert "1 more is in the figure and outside yours" in alone and "Lake" not in alone


def test_without_names_no_day_of_birth_is_told(served, signed_in):
    shown = text(signed_in("analyst").post(PLANS, {"list": "E5"}))
    assert "Eve Moor" not in shown and "E5, 16" in part(shown, "theirs-only")


def test_as_a_file(served, signed_in):
    answer = signed_in("director").post(PLANS, {"list": "C3\nZ9", "as-file": "yes"})
    found = list(csv.reader(StringIO(answer.content.decode().lstrip("\ufeff"))))
    assert found[0] == ["Where", "Id as given", "Child", "Why"]
    assert [row[:2] for row in found[1:3]] == [["theirs only", "Z9"], ["ours only", ""]]
    assert {row.action for row in Opening.objects.all()} == {"download"}


def test_a_file_of_ids(served, signed_in):
    file = BytesIO(b"\xef\xbb\xbfid,name\nC3,x\n")
    file.name = "ids.csv"
    assert "Cat Lake" in part(text(signed_in("director").post(PLANS, {"file": file})), "in-both")


@pytest.mark.parametrize(
    "given",
    [{}, {"list": "x" * 61}, {"list": "x" * 600_001}, {"file": b"\xff\xfe\x00"}, {"file": b"1" * 1_100_000}],
)
def test_what_is_no_list_is_said(given, served, signed_in):
    if "file" in given:
        given = {"file": BytesIO(given["file"])}
        given["file"].name = "ids.csv"
    answer = signed_in("director").post(PLANS, given)
    assert answer.status_code == 422 and "There is a problem" in text(answer)
    assert not Opening.objects.exists()


def test_who_may_open_no_child_and_what_is_of_none(served, signed_in):
    assert signed_in("member").get(PLANS).status_code == 404
    assert signed_in("director").get("/compare/complaints_received/").status_code == 404
    assert signed_in("director").get("/compare/nothing/").status_code == 404


def test_the_page_of_a_measure_leads_to_it_with_what_was_chosen(served, signed_in):
    browser = signed_in("director")
    shown = text(browser.get("/measures/children_on_plans/", {"as-at": "2026-05-25"}))
    assert 'href="/compare/children_on_plans/?as-at=2026-05-25"' in shown
    assert "on 25 May 2026" in text(browser.get(f"{PLANS}?as-at=2026-05-25"))
    found = text(browser.post(f"{PLANS}?as-at=2026-04-25", {"list": "B2"}))
    assert "Left out: counts only from 1 May 2026" in part(found, "theirs-only")

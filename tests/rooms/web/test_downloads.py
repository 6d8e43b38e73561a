"""Lists and figures as files: through the same right, logged first, and safe to open in a spreadsheet."""

import csv
from io import StringIO

import pytest

from throughline.people.models import Opening
from throughline.web import downloads
from throughline.web.downloads import guarded

LIST = "/downloads/lists/open-assessments/"
CHILDREN = "/downloads/children/open_assessments/"
FIGURES = "/downloads/figures/open_assessments/"
NEWEST = "the newest load: data as at 10 June 2026"


def read(answer):
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:])))


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_what_begins_like_a_formula_is_only_words(begins):
    assert guarded(begins) == "'" + begins


def test_words_and_our_own_numbers_are_left_alone():
    assert [guarded(cell) for cell in ("Ann - Hill", "", None, -1.5, 3)] == [
        "Ann - Hill",
        "",
        "",
        "-1.5",
        "3",
    ]


def test_a_list_of_work(served, signed_in):
    answer = signed_in("team_manager").post(LIST)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="open-assessments-2026-06-10.csv"'
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("no-store", "nosniff")
    heading, ann, ben, dee = read(answer)
    assert heading[:5] == ["Child", "Name", "Age", "Worker", "Team"]
    assert ann == [
        "A1", "Ann Hill", "11", "Ada West", "Assessment Team 1", "Begun 1 April. Day 45 was 9 June",
        "Assessment", "Day 46, past 45", "2026-06-09", "ssd/all.csv, line 2",
    ]  # fmt: skip
    assert (ben[0], dee[1]) == ("B2", "Dee =Wood")
    assert {(row.action, row.page) for row in Opening.objects.all()} == {("download", LIST)}
    assert Opening.objects.count() == 3


def test_without_names_and_of_a_team_chosen(served, signed_in):
    rows = read(signed_in("analyst").post("/downloads/lists/plans/", {"team": "T2"}))
    assert [row[:3] for row in rows[1:]] == [["C3", "", "14"]]


def test_ones_own_children(served, signed_in):
    rows = read(signed_in("practitioner").post("/downloads/lists/my-children/"))
    assert [row[0] for row in rows[1:]] == ["A1", "B2", "B2", "D4", "D4"]


def test_the_children_behind_a_measure(served, signed_in):
    form = {"by": "team", "group": "T1", "which": "counts", "as-at": "2026-06-10"}
    answer = signed_in("team_manager").post(CHILDREN, form)
    assert "open_assessments" not in answer["Content-Disposition"]
    heading, *rows = read(answer)
    assert heading[0] == "Child" and len(rows) == 3
    assert any(row[0].startswith("Ann Hill") for row in rows)
    assert Opening.objects.filter(action="download").count() == 3


def test_a_file_with_more_rows_than_children_says_both_in_its_name(served, signed_in, monkeypatch):
    browser, dates = signed_in("director"), "counts-2026-06-10-2026-06-10"
    assert f'{dates}.csv"' in browser.post(CHILDREN)["Content-Disposition"]
    monkeypatch.setattr(downloads, "how_many", lambda measure, rows: "3 children in 1,003 rows")
    assert f'{dates}-3-children-in-1003-rows.csv"' in browser.post(CHILDREN)["Content-Disposition"]


def test_what_is_behind_a_measure_of_no_child(served, signed_in):
    heading, *rows = read(signed_in("director").post("/downloads/children/complaints_received/"))
    assert heading[0].startswith("The complaint") and [row[0] for row in rows] == ["Q1"]
    assert "A1" not in rows[0] and not Opening.objects.exists()


def test_a_practitioner_takes_only_their_own(served, signed_in):
    rows = read(signed_in("practitioner", worker="W2").post(CHILDREN))
    assert len(rows) == 1 and not Opening.objects.exists()


@pytest.mark.parametrize(
    ("role", "address", "form"),
    [
        ("member", LIST, {}),
        ("member", CHILDREN, {}),
        ("member", "/downloads/faults/", {}),
        ("team_manager", LIST, {"team": "T2"}),
        ("team_manager", "/downloads/lists/none/", {}),
        ("team_manager", "/downloads/children/complaints_received/", {}),
        ("team_manager", "/downloads/lists/my-children/", {}),
        ("team_manager", "/downloads/faults/", {}),
        ("practitioner", LIST, {"team": "T1"}),
        ("practitioner", LIST, {}),
        ("director", LIST, {}),
        ("director", LIST, {"team": "no such team"}),
        ("director", LIST, {"team": "T1", "as-at": "2026-06-11"}),
        ("director", "/downloads/children/none/", {}),
    ],
)
def test_what_is_not_ones_own_is_not_found(served, signed_in, role, address, form):
    assert signed_in(role).post(address, form).status_code == 404
    assert not Opening.objects.exists()


@pytest.mark.parametrize("address", [LIST, CHILDREN, "/downloads/faults/"])
def test_a_link_takes_no_child(served, signed_in, address):
    assert signed_in("director").get(address, {"team": "T1"}).status_code == 405


@pytest.mark.parametrize("address", [LIST, CHILDREN])
def test_nothing_is_sent_where_the_log_cannot_be_written(served, signed_in, monkeypatch, address):
    def fails(*args, **kwargs):
        raise OSError("the disk is full")

    browser = signed_in("director")
    browser.raise_request_exception = False
    monkeypatch.setattr(Opening.objects, "bulk_create", fails)
    answer = browser.post(address, {"team": "T1"})
    assert answer.status_code == 500
    assert b"Hill" not in answer.content


def test_the_figures_of_a_trend(served, signed_in):
    heading, *rows = read(signed_in("director").get(FIGURES, {"by": "team", "group": "T1"}))
    assert heading[0] == "Measure" and heading[-4:] == [
        "Said", "Population of", "Made yearly", "As known at",
    ]  # fmt: skip
    by_day = {row[2]: row for row in rows}
    assert by_day["2026-04-30"][3:7] == ["Team", "Assessment Team 1", "2", ""]
    assert by_day["2026-04-30"][-1] == NEWEST
    assert not Opening.objects.exists()


def test_the_figures_of_a_split(served, signed_in):
    rows = read(signed_in("director").get(FIGURES, {"parted": "team"}))
    groups = {row[4]: row[5] for row in rows[1:]}
    assert groups == {"Not recorded": "0", "Assessment Team 1": "3", "Care Team": "0"}
    assert signed_in("director").get(FIGURES, {"parted": "none"}).status_code == 404


def test_a_member_takes_no_small_number_and_no_split(served, signed_in):
    rows = read(signed_in("member").get(FIGURES))
    by_day = {row[2]: row for row in rows[1:]}
    assert by_day["2026-04-30"][5:] == ["", "", "", "", "", "c", "", "", NEWEST]
    assert signed_in("member").get(FIGURES, {"parted": "team"}).status_code == 404
    assert signed_in("member").get(FIGURES, {"by": "team", "group": "T1"}).status_code == 404


def test_faults(served, signed_in):
    rows = read(signed_in("analyst").post("/downloads/faults/"))
    assert rows == [["File", "Line", "Column", "What is wrong", "What to do", "Set aside"]]


def test_with_nothing_received_there_is_nothing(signed_in, tmp_path, settings):
    settings.HOME = tmp_path
    assert signed_in("director").post(LIST, {"team": "T1"}).status_code == 404
    assert signed_in("director").get(FIGURES).status_code == 404


def test_the_catalogue_is_for_everyone_who_has_a_role(served, signed_in, client):
    assert client.get("/downloads/catalogue.csv").status_code == 302
    browser = signed_in("member")
    assert read(browser.get("/downloads/catalogue.csv"))[0][:2] == ["name", "title"]
    answer = browser.get("/downloads/catalogue.json")
    assert answer.json()[0]["name"] and "measures.json" in answer["Content-Disposition"]
    assert browser.get("/downloads/catalogue.xml").status_code == 404
    assert "/downloads/catalogue.csv" in browser.get("/measures/").content.decode()

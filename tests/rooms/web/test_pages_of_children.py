"""Every page and form that shows a child, asked for by everybody: who is shown what, and what is kept."""

import re

import pytest

from throughline.people.keys import key_of
from throughline.people.models import Opening

PAGES = ("/pages/team-home/", "/pages/my-children/", "/pages/loads/", "/find/")
SEEN_BY = {
    "director": {"/pages/team-home/", "/pages/loads/", "/find/"},
    "team_manager": {"/pages/team-home/", "/pages/loads/", "/find/"},
    "analyst": {"/pages/team-home/", "/pages/loads/", "/find/"},
    "practitioner": {"/pages/my-children/", "/find/"},
    "member": {"/find/"},
}


def page_of(child):
    return f"/children/{key_of(child, 'little')}/"


@pytest.mark.parametrize("role", SEEN_BY)
def test_each_page_is_seen_by_its_roles(served, signed_in, role):
    browser = signed_in(role)
    found = {address for address in PAGES if browser.get(address).status_code == 200}
    assert found == SEEN_BY[role]


@pytest.mark.parametrize(
    ("role", "profile", "child", "status"),
    [
        ("director", {}, "C3", 200),
        ("analyst", {}, "C3", 200),
        ("team_manager", {}, "A1", 200),
        ("team_manager", {}, "F6", 200),  # nobody's yet: theirs to allocate
        ("team_manager", {"team": "T2"}, "A1", 404),
        ("team_manager", {"team": "T2"}, "F6", 404),
        ("practitioner", {}, "A1", 200),
        ("practitioner", {}, "E5", 404),
        ("practitioner", {"worker": "W3"}, "A1", 404),
        ("member", {}, "A1", 404),
        ("director", {}, "no such child", 404),
    ],
)
def test_a_childs_page_within_ones_right(served, signed_in, role, profile, child, status):
    answer = signed_in(role, **profile).get(page_of(child))
    assert answer.status_code == status
    assert Opening.objects.count() == (1 if status == 200 else 0)
    assert answer["Cache-Control"] == "no-store"


def test_the_two_kinds_of_not_found_are_alike(served, signed_in):
    browser = signed_in("practitioner")
    one, other = (browser.get(page_of(child)).content.decode() for child in ("C3", "no such child"))
    of_the_form = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')  # another on every page
    assert of_the_form.sub("", one) == of_the_form.sub("", other)


def test_a_child_is_in_no_address_and_no_title(served, signed_in):
    answer = signed_in("director").get(page_of("A1"))
    title = answer.content.decode().split("<title>")[1].split("</title>")[0]
    assert title == "A child – Saltscar"
    assert "Ann Hill" in answer.content.decode()


def test_without_the_log_no_page(served, signed_in, monkeypatch):
    def fails(*args, **kwargs):
        raise OSError("the disk is full")

    browser = signed_in("team_manager")
    browser.raise_request_exception = False
    monkeypatch.setattr(Opening.objects, "bulk_create", fails)
    for address in (page_of("A1"), "/pages/team-home/"):
        answer = browser.get(address)
        assert answer.status_code == 500
        assert b"Hill" not in answer.content


def test_as_at_an_earlier_day(served, signed_in):
    text = signed_in("director").get(page_of("C3"), {"as-at": "2026-05-15"}).content.decode()
    assert "1 May 2026" in text
    assert "Assessment" not in text.split("<main")[1]


def test_a_search_is_posted_and_leads_to_the_child(served, signed_in):
    browser = signed_in("analyst")
    answer = browser.post("/find/", {"find": "A1"})
    assert (answer.status_code, answer["Location"]) == (302, page_of("A1"))
    answer = browser.get("/find/", {"find": "A1"})
    assert (answer.status_code, page_of("A1") in answer.content.decode()) == (200, False)


def test_a_member_finds_measures_and_no_child(served, signed_in):
    text = signed_in("member").post("/find/", {"find": "hill"}).content.decode()
    assert "/children/" not in text
    text = signed_in("member").post("/find/", {"find": "assessments"}).content.decode()
    assert "/measures/open_assessments/" in text
    assert not Opening.objects.exists()


def test_what_was_typed_is_not_said_again(served, signed_in):
    answer = signed_in("director").post("/find/", {"find": "Zebedee Q"})
    assert b"Zebedee" not in answer.content


def test_a_search_before_any_data(signed_in, tmp_path, settings):
    settings.HOME = tmp_path
    assert (
        "no data have been received" in signed_in("director").post("/find/", {"find": "x"}).content.decode()
    )


def test_loads_are_told_as_they_went(served, signed_in):
    text = signed_in("team_manager").get("/pages/loads/").content.decode()
    assert "x.csv is empty." not in text and "refused" in text  # it may repeat a cell
    assert "x.csv is empty." in signed_in("analyst").get("/pages/loads/").content.decode()
    assert "What came: 1 table" in text
    assert "download" not in text.split("<main")[1]


def test_a_held_load_says_why(served, signed_in):
    at = "2026-06-12T04:00:00+00:00"
    why = "30 of 60 children are in it no more."
    served.log(
        {"load": "c", "at": at, "status": "held", "as_at": "2026-06-11", "titles": ["SSD"], "why": why}
    )
    served.log({"load": "d", "at": at, "status": "stopped", "why": "It was stopped.", "files": []})
    text = signed_in("team_manager").get("/pages/loads/").content.decode()
    assert why in text and '<span class="tag bad">held</span>' in text
    assert "It was stopped." in text

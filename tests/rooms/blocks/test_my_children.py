"""One worker's own children: what is due soonest first; and search beside them."""

from datetime import date

import pytest
from django.http import Http404

from throughline.blocks.found import found
from throughline.blocks.my_children import MyChildren
from throughline.people.models import Opening


def test_what_is_due_soonest_is_first(asks):
    shown = MyChildren().shown(asks("practitioner"))
    assert [(line.child.text, line.where, line.next, line.tag) for line in shown.lines] == [
        ("Ann Hill, 11", "Assessment", "Assessment", "Day 46, past 45"),
        ("Ben Hill, 6 months", "Protection plan: physical abuse; Assessment", "Assessment",
         "Day 45, 35 or more"),
        ("Dee =Wood, 6", "Protection plan: neglect; Assessment", "Visit", "Due Wed 17 June"),
    ]  # fmt: skip
    assert (shown.sub, shown.lede) == ("You hold the case of 3 children.", "1 is late; 3 are due soon.")


def test_a_colleagues_children_are_theirs(asks):
    shown = MyChildren().shown(asks("practitioner", profile={"worker": "W2"}))
    assert [(line.child.text, line.where, line.tag) for line in shown.lines] == [
        ("Eve Moor, 16", "Looked after: Fostering, other carer: long term", "Due Mon 13 July"),
        ("Dale, unborn", "Child in need", "Nothing due"),
    ]
    assert shown.lede == "Nothing is late."


@pytest.mark.parametrize("profile", [{"worker": ""}, {"worker": "W9"}])
def test_a_worker_the_record_does_not_know_holds_nobody(asks, profile):
    shown = MyChildren().shown(asks("practitioner", profile=profile))
    assert (shown.lines, shown.sub) == ((), "You hold the case of 0 children.")
    assert not Opening.objects.exists()


def test_pages_of_my_children(asks, monkeypatch):
    monkeypatch.setattr("throughline.blocks.my_children.A_PAGE", 2)
    shown = MyChildren().shown(asks("practitioner", page="2"))
    assert [line.child.text for line in shown.lines] == ["Dee =Wood, 6"]
    assert Opening.objects.count() == 1
    with pytest.raises(Http404):
        MyChildren().shown(asks("practitioner", page="3"))


def test_as_at_a_day_on_which_the_case_was_not_yet_theirs(asks):
    assert MyChildren().shown(asks("practitioner", day=date(2026, 1, 4))).lines == ()


@pytest.mark.parametrize(
    ("role", "words", "children"),
    [
        ("director", "hill", ["Ann Hill, 11", "Ben Hill, 6 months"]),
        ("director", "Ann Hill", ["Ann Hill, 11"]),
        ("director", "hill an", ["Ann Hill, 11"]),
        ("director", "u1", ["Ann Hill, 11"]),
        ("director", "h", []),  # one letter is no name
        ("director", "nn", []),  # nor is the middle of one
        ("director", ".*", []),
        ("team_manager", "lake", []),  # another team's
        ("practitioner", "moor", []),  # a colleague's
        ("practitioner", "E5", []),
        ("analyst", "hill", []),  # no search by name without names
        ("analyst", "U1", []),
        ("analyst", "a1", ["A1, 11"]),
        ("member", "a1", []),
        ("member", "hill", []),
        ("director", "", []),
    ],
)
def test_children_are_found_within_ones_right(asks, role, words, children):
    shown = found(asks(role), words)
    assert [each.child.text for each in shown.children] == children
    assert Opening.objects.count() == len(children)
    for row in Opening.objects.all():
        assert (row.action, row.why) == ("search", "A search")


def test_measures_are_found_by_words_of_their_titles(asks):
    shown = found(asks("member"), "ASSESSMENTS past")
    assert [each.text for each in shown.measures] == ["Open assessments past 45 working days"]
    assert shown.says == "1 measure."
    assert found(asks("member"), "").says == "Type words of a measure’s title."


def test_an_id_typed_in_full_leads_to_the_child(asks):
    shown = found(asks("analyst"), "A1")
    assert shown.exact.startswith("/children/")
    assert not found(asks("analyst"), "hill").exact


def test_no_more_than_a_few_are_shown_and_logged(asks, monkeypatch):
    monkeypatch.setattr("throughline.blocks.found.MOST", 1)
    shown = found(asks("director"), "hill")
    assert (len(shown.children), shown.more, Opening.objects.count()) == (1, True, 1)
    assert shown.says == "The first 1 of 2 children you may open."

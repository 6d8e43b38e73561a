"""The list behind a number whose rows are of no child: who may see it, and that no child is named in it."""

import pytest

from throughline.blocks.behind import Behind
from throughline.blocks.behind_whom import heading_of, list_title
from throughline.blocks.measure_head import MeasureHead
from throughline.blocks.named import MEASURES
from throughline.people.models import Opening

COMPLAINTS, OVERDUE = "complaints_received", "complaints_overdue"


def test_a_director_sees_the_rows_and_no_child(ask):
    shown = Behind().shown(ask("director", measure=COMPLAINTS))
    assert (shown.heading, shown.many, shown.outside) == ("What is behind it", 2, "")
    assert shown.columns[0] == "The complaint, the same at each of its stages"
    assert [row[0].text for row in shown.rows] == ["Q2", "Q1"]
    assert not any(cell.address for row in shown.rows for cell in row)
    told = " ".join(cell.text for row in shown.rows for cell in row)
    assert "C0" not in told and "Hill" not in told
    assert not Opening.objects.exists()


def test_an_analyst_sees_what_is_no_free_word(ask):
    shown = Behind().shown(ask("analyst", measure=OVERDUE))
    assert [[cell.text for cell in row[:3]] for row in shown.rows] == [["Q1", "–", "20 Sep 2026"]]


@pytest.mark.parametrize("role", ["team_manager", "practitioner", "member"])
def test_nobody_else_has_the_list_though_all_have_the_number(ask, role):
    asked = ask(role, measure=COMPLAINTS)
    assert not Behind().shown(asked).tabs
    head = MeasureHead().shown(asked)
    assert "What is behind it" not in [place.title for place in head.places]
    assert head.figure.words in ("2", "c")


def test_of_children_it_says_so():
    assert heading_of(MEASURES["contacts"]) == "Child"
    assert list_title(MEASURES["contacts"]) == "The children behind it"

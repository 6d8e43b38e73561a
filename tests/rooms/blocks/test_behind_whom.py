"""The list behind a number whose rows are of no child: who may see it, and that no child is named in it."""

from dataclasses import replace
from datetime import date

import pytest
from django.template.loader import render_to_string

from throughline.blocks.behind import Behind
from throughline.blocks.behind_whom import heading_of, how_many, list_title
from throughline.blocks.measure_head import MeasureHead
from throughline.blocks.named import MEASURES
from throughline.counting.answers import count
from throughline.people.models import Opening
from throughline.record.early_help import EarlyHelp
from throughline.record.front_door import Contacts
from throughline.record.homes import PlacementCosts
from throughline.record.protection import StrategyDiscussions
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Involvements

from .conftest import OVER, TODAY, rows

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


DAY, NEXT = date(2026, 10, 1), date(2026, 10, 2)
TWICE = [{"child": "C0", "started": DAY}, {"child": "C0", "started": NEXT}]
DISCUSSED = [{"child": child, "discussed": DAY, "discussion": "D1"} for child in ("C0", "C1")]
HELD = [{"child": child, "started": DAY, "worker": "W1"} for child in ("C0", "C1")]


@pytest.mark.parametrize(
    ("measure", "table", "given", "says"),
    [
        ("children_in_early_help", EarlyHelp, TWICE, "1 child in 2 rows"),
        ("children_in_early_help", EarlyHelp, [*TWICE, {"child": "C1"}], "2 children in 3 rows"),
        ("children_in_early_help", EarlyHelp, TWICE[:1], ""),
        ("children_in_early_help", EarlyHelp, [], ""),
        ("workers_over_20", Involvements, HELD, "1 counted in 2 rows"),
        ("strategy_discussions", StrategyDiscussions, DISCUSSED, "1 counted in 2 rows"),
        ("contacts", Contacts, [{"child": "C0", "received": DAY}] * 2, ""),
        ("weekly_cost_of_placements", PlacementCosts, TWICE, ""),
    ],
)
def test_how_many_are_in_a_list_and_in_how_many_rows(measure, table, given, says):
    assert how_many(MEASURES[measure], rows(table, given)) == says


def test_a_list_with_more_rows_than_children_says_both_and_what_a_row_is(ask):
    helped = MEASURES["children_in_early_help"]
    given = {EarlyHelp: rows(EarlyHelp, [*TWICE, {"child": "C1", "started": DAY}])}
    answers = count((helped,), Snapshot.of(given, as_at=TODAY), OVER)

    def shown(role):
        return Behind().shown(replace(ask(role, measure="children_in_early_help"), answers=answers))

    whole = shown("director")
    assert (whole.tabs[0].title, len(whole.rows)) == ("All who count (2)", 3)
    assert whole.in_rows == "2 children in 3 rows. A row is: a time a child and family had early help."
    assert whole.in_rows in render_to_string("blocks/behind.html", {"shown": whole})
    assert shown("practitioner").outside.startswith("2 more are in the figure and outside yours")

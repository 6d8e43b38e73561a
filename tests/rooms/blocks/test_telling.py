"""What is said of a child, of a worker and of a day, in every case that there is."""

from datetime import date

import polars as pl
import pytest

from throughline.blocks.caseload_table import CaseloadTable, finding
from throughline.blocks.child_head import ChildHead
from throughline.blocks.child_story import happenings, source, together
from throughline.blocks.child_timeline import ChildTimeline
from throughline.blocks.known import due_said
from throughline.blocks.persons import age_said, child_link, team_said, worker_said
from throughline.blocks.team_figures import Many, TeamFigures
from throughline.blocks.telling import FLAGS, LANES, MARKS, SPELLS, TOLD
from throughline.blocks.work_lists import assessments, care
from throughline.record.journey import COLUMNS, TABLE_NAMED

DAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("born", "expected", "says"),
    [
        (date(2010, 6, 10), None, "16"),
        (date(2010, 6, 11), None, "15"),
        (date(2024, 6, 11), None, "23 months"),
        (date(2024, 6, 10), None, "2"),
        (date(2026, 5, 10), None, "1 month"),
        (date(2026, 6, 3), None, "1 week"),
        (date(2026, 6, 10), None, "0 weeks"),
        (date(2026, 6, 11), None, "unborn"),
        (None, date(2026, 9, 1), "unborn"),
        (None, None, ""),
    ],
)
def test_age(born, expected, says):
    assert age_said({"Child.born": born, "Child.expected": expected}, DAY) == says


def test_due():
    assert [due_said(date(2026, 6, day), DAY) for day in (8, 9, 10, 11)] == [
        "2 days overdue", "1 day overdue", "Due today", "Due Thu 11 June",
    ]  # fmt: skip


def test_every_column_that_is_told_is_one_of_the_record():
    for told in TOLD:
        assert {told.day, *told.tells} <= set(COLUMNS)
    assert set(FLAGS) <= {name for told in TOLD for name in told.tells}
    assert set(MARKS) <= {told.day for told in TOLD}
    assert set(SPELLS) <= set(TABLE_NAMED)
    assert {lane for lane, _ in SPELLS.values()} | set(MARKS.values()) == set(LANES)


def test_a_worker_or_team_that_no_list_names_is_shown_by_id(little):
    assert worker_said(little, "W9") == "W9"
    assert worker_said(little, None) == "No worker"
    assert team_said(little, "T9") == "T9"
    assert team_said(little, None) == "team not recorded"


def test_a_row_of_no_child_leads_nowhere(asks):
    assert child_link(asks("director"), {"@key": None}) == ""


def test_the_factors_of_a_day_are_one_line():
    day, other = date(2026, 1, 1), date(2026, 1, 2)
    found = together({
        (day, "Factors found", "A"): ["f, line 2"],
        (day, "Factors found", "B"): ["f, line 3"],
        (other, "Factors found", "A"): ["f, line 4"],
        (other, "Factors found", "B"): ["f, line 5"],
        (other, "Factors found", "C"): ["f, line 6"],
        (day, "Contact", ""): ["g, line 2"],
    })  # fmt: skip
    assert found == {
        (day, "Contact", ""): ["g, line 2"],
        (day, "Factors found", "A; B"): ["f, line 2", "f, line 3"],
        (other, "Factors found", "A; B; C"): ["f, line 4", "and 2 more lines"],
    }


def test_where_a_row_came_from(little):
    assert source(little, {}) == "source not recorded"
    assert source(little, {"@source": 0, "@source_line": None}) == "ssd/all.csv"


def test_what_is_due_and_not_held_is_said(asks, changed):
    ask = asks("director", child="E5", answers=changed("CareReviews.held"))
    assert "Review due for a child looked after, and not held by this day" in [
        h.title for h in happenings(ask)
    ]
    held = [h.title for h in happenings(asks("director", child="E5"))]
    assert "Review for a child looked after" in held and len([t for t in held if "due" in t]) == 0


def test_an_end_that_was_not_recorded(asks, changed):
    ask = asks("director", child="E5", answers=changed("Care.end_not_recorded", True))
    assert any("end not recorded" in line.words for line in happenings(ask))
    assert ChildHead().shown(ask).now == ()
    assert ChildTimeline().shown(ask).lanes[0].bars[-1].unended


def test_a_child_who_died(asks, changed):
    ask = asks("director", child="A1", answers=changed("Child.died", date(2026, 6, 1)))
    assert dict(ChildHead().shown(ask).facts)["Age"] == "Died 1 June 2026"


def test_a_named_disability(asks, changed):
    facts = dict(ChildHead().shown(asks("director", child="A1", answers=changed("Disabilities"))).facts)
    assert facts["Disability"] == "Hearing"


def test_workers_above_the_guide():
    assert finding(1, 4, 18) == "1 of 4 workers holds more than 18 children, the guide"
    assert finding(2, 4, 18) == "2 of 4 workers hold more than 18 children, the guide"


def test_a_worker_of_another_team_is_told_with_it(asks, changed):
    shown = assessments.shown(asks("director", team="T1", answers=changed("Involvements.team", "T2")))
    assert shown.lines[0].worker == "Ada West, Care Team"


def test_figures_that_are_not_available(asks, without):
    shown = TeamFigures(Many("looked after", care)).shown(asks("team_manager", answers=without("Care")))
    assert shown.figures[0].words == "not available"
    nobody = CaseloadTable().shown(asks("director", answers=without("Care")))
    assert not nobody.finding


def test_columns_that_may_be_blank_make_no_row_of_their_own(asks):
    lines = happenings(asks("director", child="A1"))
    assert pl.Series([line.title for line in lines]).is_unique().all()

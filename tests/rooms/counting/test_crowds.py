"""Workers with more than so many children: on which days, each child once, and who is behind it."""

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.counting.answers import count
from throughline.counting.crowds import crowded
from throughline.counting.facts import ALL, EVERYONE
from throughline.measures.kinds import Stock
from throughline.record.periods import Months, as_at, months
from throughline.record.workforce import HELD, TEAM, Involvements

from .little import snapshot_of

FULL = Stock(
    title="Workers with more than one child",
    why="To test.",
    defined_by="This test.",
    examples="",
    of=HELD.per(Involvements.worker).holding(more_than=1),
)
WORLD = """
    Involvements
    child | started    | ended      | role | worker | team
    ------+------------+------------+------+--------+------
    Ann   | 2026-01-01 | 2026-06-10 | CW   | Will   | North
    Ben   | 2026-03-05 |            | CW   | Will   | North
    Ben   | 2026-03-10 |            | CW   | Will   | South
    Cat   | 2026-01-01 |            | FSW  | Will   | North
    Cat   | 2026-01-01 |            | CW   | Xena   | South
    Dee   | 2026-01-01 |            | CW   |        |
    Eve   | 2026-01-01 |            | CW   |        |
"""
ANSWERS = count([FULL], snapshot_of(WORLD, date(2026, 8, 31)), Months(2026, 1, 8))


def on(day):
    return ANSWERS.value(FULL, as_at(day)).numerator


def test_the_days_on_which_a_worker_has_more():
    """Ben, told twice, is one child; one who only helps, and cases that nobody holds, are in no caseload."""
    days = [date(2026, 3, 4), date(2026, 3, 5), date(2026, 6, 9), date(2026, 6, 10)]
    assert [on(day) for day in days] == [0, 1, 1, 0]
    assert [ANSWERS.value(FULL, months(2026, month)).numerator for month in (2, 3, 5, 6)] == [0, 1, 1, 0]


def test_the_children_they_have_are_behind_it():
    behind = ANSWERS.children(FULL, as_at(date(2026, 5, 31)))
    assert set(behind.get_column("Involvements.child").cast(str)) == {"Ann", "Ben"}
    place = ANSWERS.facts[FULL].axis.place(ALL, EVERYONE)
    assert ANSWERS.from_facts(FULL, as_at(date(2026, 5, 31)), place)[1] == 1


def test_it_is_parted_by_the_teams_of_those_children():
    parts = [ANSWERS.value(FULL, months(2026, 5), TEAM, team).numerator for team in ("North", "South")]
    assert parts == [1, 1]


SPELLS = st.lists(st.tuples(*[st.integers(0, 2)] * 2, st.integers(0, 8), st.integers(1, 5)), max_size=12)


@settings(max_examples=100, deadline=None)
@given(spells=SPELLS, more_than=st.integers(1, 3), day=st.integers(0, 14))
def test_as_counted_by_hand_on_any_day(spells, more_than, day):
    each, who, start, long = (np.array(column, np.int64) for column in zip(*spells)) if spells else [
        np.zeros(0, np.int64)
    ] * 4  # fmt: skip
    piece, began, ended = crowded(each, who, start, start + long, more_than)
    found = {int(each[p]) for p in piece[(began <= day) & (ended > day)]}
    there = {e: {w for f, w, s, n in spells if f == e and s <= day < s + n} for e in range(3)}
    assert found == {e for e, children in there.items() if len(children) > more_than}

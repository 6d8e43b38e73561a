"""Breakdowns that put values together, read another list, cut at lengths of time, or are not kept."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.counting.answers import count
from throughline.counting.facts import ALL, EVERYONE
from throughline.measures.kinds import Count, Stock
from throughline.record.breakdowns import NOT_RECORDED
from throughline.record.care import TIME_IN_STAGE, Care
from throughline.record.child import BROAD_ETHNIC_GROUP, DISABLED
from throughline.record.front_door import Referrals
from throughline.record.homes import Placements
from throughline.record.periods import Months, as_at, months
from throughline.record.protection import CpPlans
from throughline.record.workforce import SERVICE, TEAM, WORKER

from .little import snapshot_of

SAID = {"why": "To test.", "defined_by": "This test.", "examples": ""}
PLANS = Stock(title="Plans", of=CpPlans.open(), **SAID)
ENDED = Count(title="Ended", of=CpPlans.on(CpPlans.ended), **SAID)
BEGUN = Count(title="Begun", of=CpPlans.on(CpPlans.started), **SAID)
IN_CARE = Stock(title="In care", of=Care.open(), **SAID)
REFERRED = Count(title="Referred", of=Referrals.on(Referrals.started), **SAID)
EVERY = (PLANS, ENDED, BEGUN, IN_CARE, REFERRED)
WORLD = """
    Child
    child | ethnicity | disabled
    ---
    Ann   | WBRI      | yes
    Ben   | WIRI      | no
    Cat   | MOTH      |
    Dee   | ZZZZ      | no
    Eve   |           | no

    Teams
    team | name    | within
    ---
    T1   | North 1 | Safeguarding
    T2   | North 2 | Safeguarding
    T3   | East    |

    Workers
    worker | name
    ---
    W1     | Ada West

    Involvements
    child | started    | ended      | role | worker | team
    ---
    Ann   | 2026-01-01 | 2026-06-15 | CW   | W1     | T1
    Ann   | 2026-06-15 |            | CW   | W2     | T2
    Ben   | 2026-01-01 |            | CW   | W2     | T3
    Cat   | 2026-01-01 |            | CW   | W1     | T4

    CpPlans
    child | started    | ended      | team
    ---
    Ann   | 2026-01-01 |            |
    Ben   | 2026-03-31 |            |
    Cat   | 2026-03-01 | 2026-06-30 |
    Dee   | 2024-06-30 | 2026-06-29 | T1
    Eve   | 2026-06-01 |            |

    Care
    child | started    | ended      | entered_care
    ---
    Ann   | 2026-06-01 |            | 2024-06-01
    Ben   | 2026-06-01 |            |
    Cat   | 2026-06-01 |            | 2026-07-01

    Referrals
    child | started    | worker
    ---
    Ann   | 2026-06-01 | W3
    Ben   | 2026-06-01 |
"""
OVER = Months(2025, 9, 12)


@pytest.fixture(scope="module")
def answers():
    return count(EVERY, snapshot_of(WORLD, date(2026, 8, 31)), OVER)


def by_group(answers, measure, period, by):
    told = {group: answers.value(measure, period, by, group).value for group in answers.groups(measure, by)}
    return {group: value for group, value in told.items() if value}


def test_codes_are_put_together_and_those_not_named_stay(answers):
    assert by_group(answers, PLANS, as_at(date(2026, 6, 15)), BROAD_ETHNIC_GROUP) == {
        NOT_RECORDED: 1, "White": 2, "Mixed": 1, "ZZZZ": 1,
    }  # fmt: skip


def test_yes_no_and_not_recorded_are_three_groups(answers):
    assert by_group(answers, PLANS, as_at(date(2026, 6, 15)), DISABLED) == {
        NOT_RECORDED: 1,
        "Yes": 1,
        "No": 3,
    }


def test_a_service_is_what_the_list_of_teams_says_of_the_team(answers):
    assert answers.groups(PLANS, SERVICE) == (NOT_RECORDED, "Safeguarding")
    day = as_at(date(2026, 6, 15))
    assert by_group(answers, PLANS, day, SERVICE) == {NOT_RECORDED: 3, "Safeguarding": 2}
    assert by_group(answers, PLANS, day, TEAM) == {NOT_RECORDED: 1, "T1": 1, "T2": 1, "T3": 1, "T4": 1}


def test_a_worker_is_the_rows_own_or_whoever_held_the_case_and_is_counted_when_asked(answers):
    assert by_group(answers, PLANS, as_at(date(2026, 6, 14)), WORKER) == {NOT_RECORDED: 2, "W1": 2, "W2": 1}
    june = months(2026, 6)
    assert by_group(answers, PLANS, june, WORKER) == {NOT_RECORDED: 1, "W2": 2}
    assert by_group(answers, REFERRED, june, WORKER) == {"W2": 1, "W3": 1}
    axis = answers.facts[PLANS].axis
    assert WORKER in answers.breakdowns(PLANS) and axis.place(WORKER, "W1") >= axis.kept[1]
    assert answers.cube.counts[PLANS].shape[1] == axis.kept[1]


def test_how_long_a_stage_has_gone_on(answers):
    before, after = as_at(date(2026, 6, 29)), as_at(date(2026, 6, 30))  # when Ben's 90 days are 91
    assert by_group(answers, PLANS, before, TIME_IN_STAGE) == {"Under 3 months": 2, "3 to 6 months": 2}
    assert by_group(answers, PLANS, after, TIME_IN_STAGE) == {"Under 3 months": 1, "3 to 6 months": 2}
    june = months(2026, 6)
    assert by_group(answers, ENDED, june, TIME_IN_STAGE) == {"3 to 6 months": 1, "1 to 2 years": 1}
    assert TIME_IN_STAGE not in answers.breakdowns(BEGUN)
    assert TIME_IN_STAGE.entered(Placements.open()) is None  # a placement is a part of the time in care


def test_time_in_care_is_since_the_child_came_into_care(answers):
    assert by_group(answers, IN_CARE, as_at(date(2026, 6, 10)), TIME_IN_STAGE) == {
        NOT_RECORDED: 2,  # blank; and a day that is still to come
        "2 years and over": 1,
    }


@settings(max_examples=40, deadline=None)
@given(gone=st.integers(0, 800), long=st.integers(1, 800))
def test_a_spell_is_cut_where_it_comes_into_another_band(gone, long):
    day = date(2024, 1, 1)
    world = f"CpPlans\nchild | started | ended\n---\nAnn | {day} | {day + timedelta(long)}"
    answers = count((PLANS,), snapshot_of(world), Months(2024, 1, 1))
    then = as_at(day + timedelta(gone))
    bands = list(TIME_IN_STAGE.bands.items())
    wanted = next(name for name, least in reversed(bands) if gone >= least)
    told = by_group(answers, PLANS, then, TIME_IN_STAGE)
    assert told == ({wanted: 1} if gone < long else {})
    assert answers.value(PLANS, then, ALL, EVERYONE).value == (gone < long)

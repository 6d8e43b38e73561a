"""What follows from several tables of one record."""

from datetime import date, timedelta

import polars as pl
import pytest

from throughline.record.assessment import Assessments
from throughline.record.care import Care, CareDays, CareVisits, SeenInTime
from throughline.record.child import Child
from throughline.record.composing import Part, compose
from throughline.record.front_door import Referrals
from throughline.record.homes import Placements, UnregisteredNights, UnregisteredPlacements
from throughline.record.protection import CpPlans, CpVisits
from throughline.record.rows import ORIGIN
from throughline.record.send import (
    AppealableDecisions,
    EhcAssessments,
    EhcPlans,
    EhcPlansInForce,
    EhcRequests,
)
from throughline.record.snapshots import Covered, Source

FIRST, LAST = date(2020, 1, 1), date(2026, 6, 30)


def days(*said):
    """Days as they are written; blank is None."""
    return [date.fromisoformat(each) if each else None for each in said]


def record(**tables):
    """The record of one return that answers for these tables: rows of short names, in the order declared."""
    known = {
        t.__name__: t
        for t in (
            Assessments, Care, CareVisits, CpPlans, CpVisits, EhcAssessments, EhcPlans, EhcPlansInForce,
            EhcRequests, Referrals, UnregisteredPlacements,
        )
    }  # fmt: skip
    frames = {}
    for name, rows in tables.items():
        table = known[name]
        told = [{table.columns[short].name: cell for short, cell in row.items()} for row in rows]
        schema = {**table.schema(), **ORIGIN}
        frames[table] = pl.DataFrame([{**row, "@source": 0, "@source_line": 2} for row in told], schema)
    covers = dict.fromkeys([*frames, *([Placements] if Care in frames else [])], (FIRST, LAST))
    return compose([Part("one", 1, LAST, frames, covers, (Source("one.csv", "0"),))], "saltscar")


def cells(snapshot, table, *names):
    return snapshot.frames[table].select(table.columns[name].name for name in names).rows()


def test_an_assessment_has_the_day_of_the_referral_it_names():
    old, new, began = days("2026-01-01", "2026-03-01", "2026-03-05")
    came = [
        {"child": "Ann", "referral": "R1", "started": old},
        {"child": "Ann", "referral": "R2", "started": new},
    ]
    made = record(Referrals=came, Assessments=[{"child": "Ann", "started": began, "referral": "R1"}])
    assert cells(made, Assessments, "referred") == [(old,)]


@pytest.mark.parametrize(
    ("closed", "referred"), [("", "2026-01-01"), ("2026-03-05", "2026-01-01"), ("2026-03-04", "")]
)
def test_one_that_names_none_has_the_childs_newest_that_was_open(closed, referred):
    older, came, later, began = days("2025-01-01", "2026-01-01", "2026-04-01", "2026-03-05")
    closed, referred = days(closed, referred)
    referrals = [
        {"child": "Ann", "started": older, "ended": older},
        {"child": "Ann", "started": came, "ended": closed},
        {"child": "Ann", "started": later},
        {"child": "Ben", "started": came},
    ]
    made = record(Referrals=referrals, Assessments=[{"child": "Ann", "started": began}])
    assert cells(made, Assessments, "referred") == [(referred,)]


def test_a_visit_has_the_plan_of_ours_that_was_open_at_it():
    began, ended, again, made = days("2026-01-01", "2026-02-01", "2026-03-01", "2026-01-10")
    plans = [
        {"child": "Ann", "started": began, "ended": ended},
        {"child": "Ann", "started": again},
        {"child": "Ben", "started": began, "other_council": True},
    ]
    visits = [
        {"child": "Ann", "made": made},
        {"child": "Ann", "made": ended},
        {"child": "Ann", "made": again},
        {"child": "Ben", "made": made},
    ]
    found = record(CpPlans=plans, CpVisits=visits)
    assert cells(found, CpVisits, "child", "plan_started", "plan_ended") == [
        ("Ann", began, ended), ("Ann", None, None), ("Ann", again, None), ("Ben", None, None),
    ]  # fmt: skip


def seen(made, *stays):
    """The days on which one visit is enough, with these episodes of care."""
    episodes = [
        {"child": "Ann", "started": start, "ended": end, "start_reason": why, "placement": kind}
        for start, end, why, kind in stays
    ]
    visits = [
        {"child": "Ann", "made": made, "seen": True},
        {"child": "Ann", "made": made + timedelta(1)},
        {"child": "Ann", "made": made + timedelta(2), "seen": False},
    ]
    snapshot = record(Care=episodes, CareVisits=visits)
    assert snapshot.covers[SeenInTime] == (Covered(0, FIRST, LAST),)
    return cells(snapshot, SeenInTime, "started", "ended")


def test_six_weeks_are_enough_for_nobody_settled():
    made, after, began = days("2026-01-01", "2026-02-13", "2025-01-02")
    assert seen(made, (began, None, "S", "U4")) == [(made, after), (date(2026, 1, 2), date(2026, 4, 3))]
    assert seen(made, (began, None, "S", "U6")) == [(made, after)]


def test_three_months_are_enough_while_settled():
    made, six, three, began, moved = days(
        "2026-01-01", "2026-02-13", "2026-04-03", "2024-06-01", "2026-03-01"
    )
    assert seen(made, (began, None, "S", "U1")) == [(made, six), (made, three)]
    assert seen(made, (began, moved, "S", "U1"), (moved, None, "P", "U1")) == [(made, six), (made, moved)]
    assert seen(made, (began, made, "S", "U6"), (made, None, "T", "U4")) == [(made, six), (made, three)]


def test_visits_alone_say_six_weeks():
    (made,) = days("2026-01-01")
    snapshot = record(CareVisits=[{"child": "Ann", "made": made, "seen": True}])
    assert cells(snapshot, SeenInTime, "started", "ended") == [(made, date(2026, 2, 13))]


def test_a_return_that_never_says_whether_the_child_was_seen_says_nothing():
    (made,) = days("2026-01-01")
    assert not record(CareVisits=[{"child": "Ann", "made": made}]).covers[SeenInTime]
    assert record(CareVisits=[{"child": "Ann", "made": made, "seen": False}]).covers[SeenInTime]


def test_days_of_care_are_told_month_by_month_up_to_the_day_of_the_record():
    start, end, open_since = days("2026-01-30", "2026-03-02", "2026-06-29")
    episodes = [
        {"child": "Ann", "started": start, "ended": end, "placement": "K2", "legal_status": "C2"},
        {"child": "Ben", "started": open_since, "placement": "S1"},
        {"child": "Cat", "started": start, "placement": "U4"},
        {"child": "Dee", "started": start, "ended": start, "placement": "K2"},
    ]
    snapshot = record(Care=episodes)
    assert snapshot.covers[CareDays] == snapshot.covers[Care]
    assert cells(snapshot, CareDays, "child", "counted", "days", "placement", "legal_status") == [
        ("Ann", date(2026, 1, 31), 2, "K2", "C2"),
        ("Ann", date(2026, 2, 28), 28, "K2", "C2"),
        ("Ann", date(2026, 3, 1), 1, "K2", "C2"),
        ("Ben", date(2026, 6, 30), 2, "S1", None),
    ]


def test_nights_in_unregistered_placements_are_told_one_by_one_up_to_the_day_of_the_record():
    came, left, late, long_ago = days("2026-05-31", "2026-06-03", "2026-06-29", "1026-06-30")
    snapshot = record(
        Care=[{"child": child, "started": came} for child in ("Ann", "Ben", "Cat", "Dee")],
        UnregisteredPlacements=[
            {"child": "Ann", "started": came, "ended": left},
            {"child": "Ann", "started": came, "ended": left},  # told twice
            {"child": "Ben", "started": late},
            {"child": "Cat", "started": came, "ended": came},
            {"child": "Dee", "ended": left},
            {"child": "Zoe", "started": late},  # in no return: kept, and counted nowhere
        ],
    )
    assert snapshot.covers[UnregisteredNights] == snapshot.covers[UnregisteredPlacements]
    told = cells(snapshot, UnregisteredNights, "child", "night")
    assert [(child, night) for child, night in told if child != "Zoe"] == [
        ("Ann", date(2026, 5, 31)), ("Ann", date(2026, 6, 1)), ("Ann", date(2026, 6, 2)),
        ("Ben", date(2026, 6, 29)), ("Ben", date(2026, 6, 30)),
    ]  # fmt: skip
    assert "Zoe" not in snapshot.frames[Child].get_column("Child.child")
    mistyped = record(
        Care=[{"child": "Ann", "started": came}],
        UnregisteredPlacements=[{"child": "Ann", "started": long_ago}],
    )
    assert mistyped.frames[UnregisteredNights].height == 18 * 365 + 4 + 1, "eighteen years, and no more"


def test_decisions_that_can_be_appealed_against():
    told, census = days("2025-06-01", "2026-01-15")
    made = record(
        EhcRequests=[
            {"child": "Ann", "started": FIRST, "ended": told, "decision": "N"},
            {"child": "Ben", "started": FIRST, "ended": told, "decision": "Y"},
        ],
        EhcAssessments=[
            {"child": "Cat", "decided": told, "decision": "N"},
            {"child": "Dee", "decided": told},
        ],
        EhcPlansInForce=[{"child": "Eve", "counted": census}],
        EhcPlans=[
            {"child": "Fay", "ended": told, "end_reason": "2"},
            {"child": "Gus", "ended": told, "end_reason": "1"},
        ],
    )
    assert made.covers[AppealableDecisions] == (Covered(0, FIRST, LAST),)
    assert cells(made, AppealableDecisions, "child", "decided", "kind") == [
        ("Ann", told, "REQUEST"),
        ("Cat", told, "PLAN"),
        ("Eve", date(2025, 12, 31), "IN_FORCE"),
        ("Fay", told, "ENDED"),
    ]


def test_without_a_census_nothing_is_said_of_appeals():
    (told,) = days("2025-06-01")
    made = record(EhcRequests=[{"child": "Ann", "started": FIRST, "ended": told, "decision": "N"}])
    assert AppealableDecisions in made.missing
    alone = record(EhcPlansInForce=[{"child": "Eve", "counted": told}])
    assert not alone.covers[AppealableDecisions]

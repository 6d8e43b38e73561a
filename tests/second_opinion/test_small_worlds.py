"""The engine against a plain recount of small worlds, where rows meet, tie and repeat: every cell of
some measures of each kind, and every middle, by loops over rows and plain dates."""

from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from throughline.counting.answers import count
from throughline.counting.store import catalogue
from throughline.record.assessment import Assessments
from throughline.record.front_door import Referrals
from throughline.record.homes import Placements
from throughline.record.periods import Months, as_at, months
from throughline.record.protection import CpPlans, CpVisits
from throughline.record.snapshots import ALWAYS, Snapshot
from throughline.record.workforce import TEAM, Involvements

from .plain_days import A_DAY, month_end, months_back, working_days

NAMES = """
    assessments_within_45_days children_in_need children_on_plans children_with_a_worker
    days_to_assess plan_seen_within_28_days plans_open_two_years repeat_plans rereferrals
    three_placements_in_a_year
""".split()
MEASURES = {name: catalogue()[name] for name in NAMES}
OVER = Months(2024, 1, 24)
CHILDREN, TEAMS = ("Ann", "Ben"), ("North", "South")
DAYS = [  # few, and about the ends of months, years and leap years
    date(2022, 2, 28), date(2023, 2, 28), date(2023, 3, 1), date(2024, 1, 31), date(2024, 2, 28),
    date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 28), date(2025, 3, 1), date(2025, 5, 31),
]  # fmt: skip
DAY, MAYBE = st.sampled_from(DAYS), st.none() | st.sampled_from(DAYS)
CHILD = st.sampled_from(CHILDREN)
few = settings(max_examples=60)


def rows(**columns):
    """Up to six rows of these columns."""
    return st.lists(st.fixed_dictionaries({"child": CHILD, **columns}), max_size=6)


def counted(**tables):
    """The engine's answers about rows given by short names."""
    import polars as pl

    known = {t.__name__: t for t in (Assessments, Referrals, Placements, CpPlans, CpVisits, Involvements)}
    frames = {}
    for name, given_rows in tables.items():
        table = known[name]
        told = [{table.columns[c].name: cell for c, cell in row.items()} for row in given_rows]
        frames[table] = pl.DataFrame(told, schema=table.schema())
    return count(MEASURES.values(), Snapshot.of(frames, as_at=ALWAYS.last), OVER)


def is_open(row, day):
    return row["started"] <= day and (row["ended"] is None or row["ended"] > day)


def ends():
    return [(start, month_end(start)) for start in OVER.starts()]


def told(answers, name, day, by=None, group=None):
    """Passes, counts: as at a day."""
    asked = (MEASURES[name], as_at(day), by, group) if by else (MEASURES[name], as_at(day))
    answer = answers.value(*asked)
    return answer.numerator, answer.denominator


LEAPED = [{"child": "Ann", "started": date(2023, 2, 28)}, {"child": "Ann", "started": date(2024, 2, 29)}]
TWICE = [
    {"child": "Ann", "started": date(2022, 1, 31), "ended": date(2022, 2, 28)},
    {"child": "Ann", "started": date(2024, 2, 29), "ended": None},
]


@few
@given(referrals=rows(started=DAY))
@example(referrals=LEAPED)
def test_coming_back_within_twelve_months(referrals):
    answers = counted(Referrals=referrals)
    for start, end in ends():
        mine = [r for r in referrals if start <= r["started"] <= end]
        again = [r for r in mine if came_before(r, referrals)]
        answer = answers.value(MEASURES["rereferrals"], months(start.year, start.month))
        assert (answer.numerator, answer.denominator) == (len(again), len(mine)), start


def came_before(row, others):
    day = row["started"]
    return any(o["child"] == row["child"] and months_back(day, 12) <= o["started"] < day for o in others)


@few
@given(plans=rows(started=DAY))
@example(plans=TWICE)
def test_plans_made_again_within_two_years(plans):
    """Plans in turn: each ends on the day that the next begins, or goes on."""
    plans = plans if plans and "ended" in plans[0] else list(in_turn(plans))
    answers = counted(CpPlans=plans)
    for start, end in ends():
        mine = [p for p in plans if start <= p["started"] <= end]
        again = [p for p in mine if ended_before(p, plans)]
        answer = answers.value(MEASURES["repeat_plans"], months(start.year, start.month))
        assert (answer.numerator, answer.denominator) == (len(again), len(mine)), start


def ended_before(plan, plans):
    day = plan["started"]
    mine = [p for p in plans if p["child"] == plan["child"] and p["ended"] and p["started"] < day]
    return any(months_back(day, 24) <= p["ended"] <= day for p in mine)


@few
@given(plans=rows(started=DAY, ended=MAYBE), visits=rows(made=DAY, seen=st.sampled_from([True, False])))
def test_plans_and_who_was_seen(plans, visits):
    answers = counted(CpPlans=plans, CpVisits=visits)
    for day in (*DAYS, *(d + timedelta(28) for d in DAYS), *(d + timedelta(730) for d in DAYS)):
        here = [p for p in plans if is_open(p, day)]
        children = {p["child"] for p in here}
        seen = {v["child"] for v in visits if v["seen"] and 0 <= (day - v["made"]).days <= 28}
        long = {p["child"] for p in here if (day - p["started"]).days >= 730}
        assert told(answers, "children_on_plans", day)[0] == len(children)
        old = {p["child"] for p in here if (day - p["started"]).days >= 28}
        assert told(answers, "plan_seen_within_28_days", day) == (len(old & seen), len(old))
        assert told(answers, "plans_open_two_years", day) == (len(long), len(children))


def in_turn(stays):
    """A child's stays, of each only the time before the next begins; those of no time left out."""
    for child in CHILDREN:
        mine = sorted({row["started"] for row in stays if row["child"] == child})
        for start, end in zip(mine, [*mine[1:], None]):
            yield {"child": child, "started": start, "ended": end}


@few
@given(stays=rows(started=DAY))
def test_three_placements_in_twelve_months(stays):
    stays = list(in_turn(stays))
    answers = counted(Placements=stays)
    for day in (d + timedelta(n) for d in DAYS for n in (-1, 0, 1, 364, 365, 366)):
        first = months_back(day, 12) + A_DAY
        here = {row["child"] for row in stays if is_open(row, day)}
        touched = [
            r["child"] for r in stays if r["started"] <= day and (not r["ended"] or r["ended"] >= first)
        ]
        moved = {child for child in here if touched.count(child) >= 3}
        assert told(answers, "three_placements_in_a_year", day) == (len(moved), len(here)), day


@few
@given(
    referrals=rows(started=DAY, ended=MAYBE, team=st.none() | st.sampled_from(TEAMS)),
    held=rows(started=DAY, ended=MAYBE, team=st.none() | st.sampled_from(TEAMS)),
)
def test_whose_case_it_is_on_each_day(referrals, held):
    answers = counted(Referrals=referrals, Involvements=[{**row, "role": "CW"} for row in held])
    for day in DAYS:
        here = [r for r in referrals if is_open(r, day)]
        having = {h["child"] for h in held if is_open(h, day)}
        children = {r["child"] for r in here}
        assert told(answers, "children_with_a_worker", day) == (len(children & having), len(children))
        for team in ("Not recorded", *TEAMS):
            mine = {r["child"] for r in here if team_of(r, held, day) == team}
            assert told(answers, "children_in_need", day, TEAM, team)[0] == len(mine), (day, team)


def team_of(row, held, day):
    """Its own; else of those holding the case on the day the one who began last, then ends last."""
    if row["team"]:
        return row["team"]
    mine = [h for h in held if h["child"] == row["child"] and is_open(h, day)]
    last = max(mine, key=lambda h: (h["started"], h["ended"] or date.max, h["team"] or ""), default=None)
    return (last and last["team"]) or "Not recorded"


@few
@given(assessed=rows(started=DAY, ended=MAYBE))
def test_how_long_assessments_take(assessed):
    assessed = [row for row in assessed if not row["ended"] or row["ended"] >= row["started"]]
    answers = counted(Assessments=assessed)
    for start, _ in ends():
        for wide in (1, 3, 12, 5):
            period = months(start.year, start.month, wide)
            done = [r for r in assessed if r["ended"] and period.start <= r["ended"] <= period.end]
            quick = [r for r in done if working_days(r["started"], r["ended"]) <= 45]
            took = [(r["ended"] - r["started"]).days for r in done]
            share = answers.value(MEASURES["assessments_within_45_days"], period)
            assert (share.numerator, share.denominator) == (len(quick), len(done))
            middle = answers.value(MEASURES["days_to_assess"], period).value
            assert middle == (pytest.approx(median(took)) if took else None)

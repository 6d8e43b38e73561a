"""Facts about rows as at a day: the day itself, the day before and the day after each limit."""

from datetime import date

import polars as pl
import pytest

from throughline.counting.lists import (
    CHILD,
    DAYS,
    DUE,
    DUE_SOON,
    FINE,
    OVERDUE,
    SEEN,
    STATE,
    TEAM,
    UNSAID,
    WORKER,
    caseloads,
    holders,
    last_seen,
    with_visits,
    with_working_days,
)
from throughline.record.protection import CpPlans, CpVisits
from throughline.record.rows import PART, SINCE, UNTIL
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Involvements

TODAY = date(2026, 6, 10)  # a Wednesday


def rows(table, *given, **origin):
    full = [{f"{table.__name__}.{name}": value for name, value in row.items()} for row in given]
    frame = pl.DataFrame(full, schema=table.schema())
    return frame.with_columns(pl.lit(value).alias(name) for name, value in origin.items())


@pytest.mark.parametrize(
    ("started", "day", "state"),
    [
        (date(2026, 4, 1), 46, OVERDUE),  # Good Friday, Easter Monday and two bank holidays left out
        (date(2026, 4, 2), 45, DUE_SOON),
        (date(2026, 4, 20), 35, DUE_SOON),
        (date(2026, 4, 21), 34, FINE),
        (date(2026, 6, 9), 1, FINE),
        (date(2026, 6, 10), 0, FINE),
    ],
)
def test_working_days(started, day, state):
    found = with_working_days(pl.DataFrame({"a": [started]}), pl.col("a"), TODAY).row(0, named=True)
    assert (found[DAYS], found[STATE]) == (day, state)


def test_day_45_is_the_45th_working_day():
    found = with_working_days(pl.DataFrame({"a": [date(2026, 4, 2)]}), pl.col("a"), TODAY)
    assert found[DUE].to_list() == [TODAY]


def plan(visits, started=date(2026, 1, 5), limit=28, day=TODAY):
    """What is known of Ann's plan, with these visits."""
    made = rows(CpVisits, *({"child": "Ann", "made": m, "seen": seen} for m, seen in visits))
    snapshot = Snapshot.of({CpVisits: made})
    given = rows(CpPlans, {"child": "Ann", "started": started}).with_columns(pl.lit("Ann").alias(CHILD))
    return with_visits(given, CpPlans.started, snapshot, CpVisits, limit, day).row(0, named=True)


@pytest.mark.parametrize(
    ("seen", "days", "state"),
    [
        (date(2026, 5, 12), 29, OVERDUE),
        (date(2026, 5, 13), 28, DUE_SOON),  # due today
        (date(2026, 5, 20), 21, DUE_SOON),  # Wednesday next: five working days
        (date(2026, 5, 21), 20, FINE),
        (TODAY, 0, FINE),
    ],
)
def test_last_seen_and_due(seen, days, state):
    found = plan([(seen, True)])
    assert (found[SEEN], found[DAYS], found[STATE]) == (seen, days, state)


def test_a_visit_at_which_the_child_was_not_seen_is_not_one_at_which_they_were():
    found = plan([(date(2026, 5, 1), True), (date(2026, 6, 1), False)])
    assert (found[SEEN], found[UNSAID], found[STATE]) == (date(2026, 5, 1), None, OVERDUE)


def test_not_recorded_is_neither_seen_nor_not_seen():
    found = plan([(date(2026, 5, 1), None), (date(2026, 5, 20), True), (date(2026, 6, 1), None)])
    assert (found[SEEN], found[UNSAID]) == (date(2026, 5, 20), date(2026, 6, 1))
    found = plan([(date(2026, 5, 1), None), (date(2026, 5, 20), True)])
    assert found[UNSAID] is None


@pytest.mark.parametrize("visits", [[], [(date(2025, 12, 1), True)], [(date(2026, 6, 11), True)]])
def test_not_seen_yet_is_due_from_the_start_of_the_plan(visits):
    found = plan(visits, started=date(2026, 5, 20))
    assert (found[SEEN], found[DAYS], found[DUE]) == (None, None, date(2026, 6, 17))


def test_only_the_return_that_answers_is_believed():
    old = rows(
        CpVisits, {"child": "Ann", "made": date(2026, 5, 1), "seen": True}, **{UNTIL: date(2026, 4, 1)}
    )
    new = rows(
        CpVisits, {"child": "Ann", "made": date(2026, 3, 1), "seen": True}, **{SINCE: date(2026, 1, 1)}
    )
    other = rows(CpVisits, {"child": "Ann", "made": date(2026, 6, 1), "seen": True}, **{PART: 7})
    snapshot = Snapshot.of({CpVisits: pl.concat([old, new, other], how="diagonal_relaxed")
                            .with_columns(pl.col(PART).fill_null(0).cast(pl.Int32))})  # fmt: skip
    assert last_seen(snapshot, CpVisits, TODAY)[SEEN].to_list() == [date(2026, 3, 1)]


def held(child, worker, team, started, ended=None, role="CW"):
    return {"child": child, "worker": worker, "team": team, "started": started, "ended": ended, "role": role}


def test_a_case_is_held_by_whoever_took_it_last():
    early, late = date(2026, 1, 1), date(2026, 3, 1)
    snapshot = Snapshot.of({
        Involvements: rows(
            Involvements,
            held("Ann", "W1", "T1", early),
            held("Ann", "W2", "T2", late),
            held("Ben", "W1", "T1", early, ended=TODAY),  # passed on: not held on that day
            held("Cat", "W1", "T1", early, role="FSW"),
            held("Dee", "W1", "T1", early),
            held("Eve", "W1", "T1", date(2026, 6, 11)),  # not yet
        )
    })  # fmt: skip
    found = holders(snapshot, TODAY).select(CHILD, WORKER, TEAM).rows()
    assert sorted(found) == [("Ann", "W2", "T2"), ("Dee", "W1", "T1")]
    assert caseloads(snapshot, TODAY, "T1").rows() == [("W1", 1)]
    assert caseloads(snapshot, date(2026, 2, 1), "T1").rows() == [("W1", 3)]

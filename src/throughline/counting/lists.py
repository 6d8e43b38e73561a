"""Facts about rows as at a day, for lists of work: which working day, when last seen, when next due.

Rows come from `Answers.children`; what is added here begins with @, and reads nothing after the day."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from throughline.record.dates import working_days, working_days_after
from throughline.record.rows import PART, SINCE, UNTIL, Table
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import HELD, Involvements

LIMIT, NEAR = 45, 35  # working days: an assessment's limit (Working Together), and when it comes near
SOON = 5  # working days before something is due at which it is said to be due soon

OVERDUE, DUE_SOON, FINE = "overdue", "due soon", "fine"
CHILD, WORKER, TEAM = "@child", "@worker", "@team"
DAYS, DUE, STATE, SEEN, UNSAID = "@days", "@due", "@state", "@seen", "@unsaid"


def answered(snapshot: Snapshot, table: type[Table], day: pl.Expr) -> pl.Expr:
    """Whether the return that a row came by answers for this day of it."""
    within = (day >= pl.col(SINCE)).fill_null(True) & (day < pl.col(UNTIL)).fill_null(True)
    covers = snapshot.covers.get(table, ())
    by_cover = [(pl.col(PART) == c.part) & day.is_between(c.first, c.last) for c in covers]
    return within & pl.any_horizontal(pl.lit(False), *by_cover)


def with_working_days(rows: pl.DataFrame, started: pl.Expr, day: date) -> pl.DataFrame:
    """Which working day each has reached since it started (the day after is day 1), the day that is its
    45th, and whether that is past (*overdue*), has come near (35 or more), or is well ahead."""
    reached = working_days(started, pl.lit(day)).alias(DAYS)
    state = pl.when(pl.col(DAYS) > LIMIT).then(pl.lit(OVERDUE)).when(pl.col(DAYS) >= NEAR)
    known = rows.with_columns(reached, working_days_after(started, LIMIT).alias(DUE))
    return known.with_columns(state.then(pl.lit(DUE_SOON)).otherwise(pl.lit(FINE)).alias(STATE))


def last_seen(snapshot: Snapshot, visits: type[Table], day: date) -> pl.DataFrame:
    """For each child visited on or before the day: the last day they were seen, and the last visit after
    it for which nobody recorded whether they were. Blank where there is none."""
    made, seen = pl.col(visits.columns["made"].name), pl.col(visits.columns["seen"].name)
    rows = snapshot.frames[visits].filter(made <= day, answered(snapshot, visits, made))
    child = pl.col(visits.columns["child"].name).cast(pl.String).alias(CHILD)
    found = rows.group_by(child).agg(
        made.filter(seen).max().alias(SEEN), made.filter(seen.is_null()).max().alias(UNSAID)
    )
    later = (pl.col(UNSAID) > pl.col(SEEN)).fill_null(True)
    return found.with_columns(pl.when(later).then(pl.col(UNSAID)).alias(UNSAID))


def with_visits(
    rows: pl.DataFrame, since: pl.Expr, snapshot: Snapshot, visits: type[Table], limit: int, day: date
) -> pl.DataFrame:
    """When each child was last seen, counted from `since` (the plan, the time in care), and when they
    must next be seen: `limit` days after they last were, or after `since` if they have not been yet.

    `rows` name their child in @child. @days is how many days since they were seen, blank if never."""
    begun = pl.min_horizontal(since, pl.lit(day))
    known = rows.join(last_seen(snapshot, visits, day), on=CHILD, how="left", maintain_order="left")
    known = known.with_columns(pl.when(pl.col(name) >= begun).then(pl.col(name)) for name in (SEEN, UNSAID))
    due = (pl.coalesce(pl.col(SEEN), begun) + timedelta(days=limit)).alias(DUE)
    known = known.with_columns(due, (pl.lit(day) - pl.col(SEEN)).dt.total_days().alias(DAYS))
    return known.with_columns(state_of(pl.col(DUE), day).alias(STATE))


def state_of(due: pl.Expr, day: date) -> pl.Expr:
    """Overdue once the day it was due has gone by; due soon in the five working days before it."""
    near = working_days(pl.lit(day), due) <= SOON
    return pl.when(due < day).then(pl.lit(OVERDUE)).when(near).then(pl.lit(DUE_SOON)).otherwise(pl.lit(FINE))


def holders(snapshot: Snapshot, day: date) -> pl.DataFrame:
    """Whose case each child is on the day: child, worker and team, of the involvement that began last."""
    names = {CHILD: Involvements.child.cast(pl.String), WORKER: Involvements.worker, TEAM: Involvements.team}
    held = snapshot.frames[Involvements].filter(
        HELD.test,
        HELD.start <= day,
        (HELD.end > day).fill_null(True),
        answered(snapshot, Involvements, pl.lit(day)),
    )
    return held.sort(HELD.start).select(**names).unique(CHILD, keep="last", maintain_order=True)


def caseloads(snapshot: Snapshot, day: date, team: str) -> pl.DataFrame:
    """How many children each worker of a team holds on the day: @worker and `children`, most first."""
    counted = holders(snapshot, day).filter(pl.col(TEAM) == team).group_by(WORKER).len("children")
    return counted.sort("children", WORKER, descending=[True, False])

"""The record as it was on a day: what had happened by then, told with what is known now.

The record is dated, so that most of an earlier day can be told from it: what began later is left out, what
ended later is still open, and what came of it is blank. What is kept only as it is now (`only_now`) is blank
on an earlier day: it is not known what it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl

from throughline.errors import Refused
from throughline.record.assessment import Assessments
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.columns import Date
from throughline.record.early_help import EarlyHelp
from throughline.record.exploitation import Missing
from throughline.record.front_door import Referrals
from throughline.record.periods import said
from throughline.record.permanence import Adopters, Adoptions
from throughline.record.protection import CpPlans, Section47
from throughline.record.rows import PART, SINCE, UNTIL, Person, Reference, Spell, Table
from throughline.record.send import EhcAssessments, EhcPlans, EhcRequests
from throughline.record.snapshots import Snapshot

PLANNED = ("due", "review_due", "expected")  # days that are known before they come
OUTCOMES: dict[type[Table], tuple[str, tuple[str, ...]]] = {  # a day, and what is known only when it has come
    Adopters: ("left", ("left_because",)),
    Adoptions: ("ended", ("order",)),
    Assessments: ("ended", ("no_action", "seen")),
    Care: ("ended", ("end_reason", "change_reason", "end_not_recorded")),
    EarlyHelp: ("ended", ("end_reason",)),
    EhcAssessments: ("decided", ("decision", "excepted")),
    EhcPlans: ("ended", ("end_reason",)),
    EhcRequests: ("ended", ("decision",)),
    Missing: ("ended", ("interview_offered", "interview_accepted")),
    Referrals: ("ended", ("end_reason",)),
    Section47: ("ended", ("no_conference",)),
}
ONLY_NOW: dict[type[Table], tuple[str, ...]] = {  # kept as it is now, without the day it became so
    Care: ("team",),
    Child: ("disabled", "asylum"),
    CpPlans: ("category", "team"),
}


def told_of(snapshot: Snapshot, table: type[Table], day: date | None = None) -> pl.DataFrame | None:
    """The rows of a table that hold on a day, the record's own where none is named: those of the return that
    answers for it then, and of its years the one that has the day; None where no return does. A child known
    by number alone is in no return."""
    on = day or snapshot.as_at
    rows = snapshot.frames[table]
    if table is not Child:
        part = next((c.part for c in snapshot.covers.get(table, ()) if c.first <= on <= c.last), None)
        if part is None:
            return None
        since, until = pl.col(SINCE).fill_null(on) <= on, pl.col(UNTIL) > on
        rows = rows.filter(pl.col(PART) == part, since, until.fill_null(True))
    else:
        rows = rows.filter(pl.col(PART).is_not_null())
    return rows if on == snapshot.as_at else as_it_was(table, rows, on)


def as_it_was(table: type[Table], rows: pl.DataFrame, day: date) -> pl.DataFrame:
    """Rows as they could be told on an earlier day."""
    dated = [name for name, column in table.columns.items() if isinstance(column, Date)]
    days = [pl.col(table.columns[name].name) for name in dated]
    if days and not issubclass(table, Person | Reference):
        begun = pl.col(f"{table.__name__}.started") if issubclass(table, Spell) else pl.min_horizontal(days)
        rows = rows.filter((begun <= day).fill_null(True))
    blank = only_now(table, day)
    if table in OUTCOMES:
        until, names = OUTCOMES[table]
        yet = pl.col(table.columns[until].name) > day
        blank |= {name: yet for name in names if name in table.columns}
    blank |= {name: pl.col(table.columns[name].name) > day for name in dated if name not in PLANNED}
    return rows.with_columns(
        pl.when(~when.fill_null(False)).then(pl.col(table.columns[name].name)).alias(table.columns[name].name)
        for name, when in blank.items()
    )


def only_now(table: type[Table], day: date) -> dict[str, pl.Expr]:
    """Columns that are kept as they are now alone, and when they are blank: a plan's latest category is what
    it was unless it changed, and that of a plan that was over is its last."""
    blank: dict[str, pl.Expr] = {name: pl.lit(True) for name in ONLY_NOW.get(table, ())}
    if table is CpPlans:
        changed = CpPlans.category.ne_missing(CpPlans.first_category)
        blank["category"] = changed & ~(CpPlans.ended <= day).fill_null(False)
    return blank


def check_day(snapshot: Snapshot, day: date) -> None:
    """Raises `Refused` for a day that the record does not reach."""
    if day > snapshot.as_at:
        raise Refused(
            f"The record is as at {said(snapshot.as_at)}: it does not know {said(day)}.",
            do="Name that day, or an earlier one.",
        )


def blank_then(tables: Sequence[type[Table]]) -> list[str]:
    """Columns that are kept only as they are now, by name, of these tables: blank on an earlier day."""
    return [table.columns[name].name for table in tables for name in ONLY_NOW.get(table, ())]

"""Everything the record says of one child up to a day, each row with where it came from."""

from __future__ import annotations

from datetime import date

import polars as pl

from throughline.record.assessment import Assessments
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.columns import Date
from throughline.record.early_help import EarlyHelp
from throughline.record.exploitation import Missing
from throughline.record.following import MADE_FROM
from throughline.record.front_door import Referrals
from throughline.record.journey import TABLES
from throughline.record.permanence import Adoptions
from throughline.record.protection import CpPlans, Section47
from throughline.record.rows import PART, SINCE, SOURCE, SOURCE_LINE, UNTIL, WHO, Event, Spell, Table
from throughline.record.snapshots import Snapshot, child_of

TABLE, OF = "@table", "@child"
KNOWN_AHEAD = ("expected", "due")  # days that are known before they come
AT_THE_END: dict[type[Table], tuple[str, ...]] = {
    Referrals: ("end_reason",),
    Assessments: ("no_action",),
    Section47: ("no_conference",),
    CpPlans: ("category",),
    Care: ("end_reason", "change_reason"),
    EarlyHelp: ("end_reason",),
    Missing: ("interview_offered", "interview_accepted"),
    Adoptions: ("order",),
}
"""Columns that say how a spell ended, or what it had become: not known on a day before it did."""
SAID_LAST = ("end_reason", "outcome")  # so do these, in any other table
FAR, EVER = pl.lit(date(9000, 1, 1)), pl.lit(date(1, 1, 1))


def story(snapshot: Snapshot, child: str, day: date) -> pl.DataFrame:
    """Every row about a child, of all tables side by side: `@table` names each row's own, `@child` is the
    child. Rows that begin after the day are not in it, nor is any later day in a row that is.

    What is made from other tables is left out (placements, from the episodes of care): those are here."""
    who = snapshot.frames[Child].filter(Child.child.cast(pl.String) == child).get_column(WHO)
    found = [
        rows_of(snapshot, table, who, day) for table in TABLES if child_of(table) and table not in MADE_FROM
    ]
    return pl.concat(found, how="diagonal").with_columns(pl.lit(child).alias(OF))


def rows_of(snapshot: Snapshot, table: type[Table], who: pl.Series, day: date) -> pl.DataFrame:
    """A child's rows of one table, as they were on the day."""
    rows = snapshot.frames[table].filter(pl.col(WHO).is_in(who.to_list()))
    if issubclass(table, Event | Spell):
        rows = rows.filter(known_from(table) <= day, believed(snapshot, table, day))
    blank = [
        pl.when(pl.col(column.name) <= day).then(pl.col(column.name))
        for short, column in table.columns.items()
        if isinstance(column, Date) and short not in KNOWN_AHEAD
    ]
    names = [*table.schema(), PART, SOURCE, SOURCE_LINE, UNTIL]
    marked = rows.with_columns(*later(table, day, snapshot.as_at), *blank)
    kept = [name for name in names if name != child_of(table)]
    return marked.select(pl.lit(table.__name__).alias(TABLE), *kept)


def known_from(table: type[Table]) -> pl.Expr:
    """The day from which a row is told: its first, or that on which an event was due if it came late."""
    if "due" not in table.columns:
        return begins(table)
    return pl.min_horizontal(begins(table), pl.col(table.columns["due"].name))


def begins(table: type[Table]) -> pl.Expr:
    """The first day of a row; an event that has not come is placed on the day it is due."""
    if issubclass(table, Spell):
        return table.started.fill_null(EVER)
    dates = [column for column in table.columns.values() if isinstance(column, Date)]
    return pl.coalesce(pl.col(column.name) for column in sorted(dates, key=lambda c: c.short in KNOWN_AHEAD))


def later(table: type[Table], day: date, newest: date) -> list[pl.Expr]:
    """What was not yet known on the day, made blank. On the data's own day all is known."""
    if not issubclass(table, Spell):
        return []
    ended = (table.ended <= day).fill_null(day == newest)
    shorts = AT_THE_END.get(table, [short for short in SAID_LAST if short in table.columns])
    blank = [table.columns[short].name for short in shorts]
    found = [pl.when(ended).then(pl.col(name)).alias(name) for name in blank]
    if table is Care:
        told = (pl.col(UNTIL) <= day).fill_null(True)
        found.append(pl.when(told).then(Care.end_not_recorded).alias("Care.end_not_recorded"))
    return found


def believed(snapshot: Snapshot, table: type[Table], day: date) -> pl.Expr:
    """Whether the return that a row came by answers for any day of it."""
    first = begins(table)
    last = table.ended.fill_null(FAR) if issubclass(table, Spell) else first
    first = pl.max_horizontal(first, pl.col(SINCE))
    last = pl.min_horizontal(last, pl.col(UNTIL).dt.offset_by("-1d"))
    held = [
        (pl.col(PART) == cover.part)
        & (first <= pl.min_horizontal(last, pl.lit(cover.last)))
        & (last >= cover.first)
        for cover in snapshot.covers.get(table, ())
        if cover.first <= day
    ]
    return pl.any_horizontal(pl.lit(False), *held)

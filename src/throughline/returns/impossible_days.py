"""Days that cannot be true of what they are told of: an end before its beginning, a day to come, an event
before the child was born. The row is kept as it came, and each is a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import polars as pl

from throughline.errors import Fault
from throughline.record.care import Care, CareReviews, CareVisits
from throughline.record.child import Child
from throughline.record.columns import Date
from throughline.record.composing import Part
from throughline.record.court import CourtHearings
from throughline.record.exploitation import Missing
from throughline.record.money import TransportEntitlements
from throughline.record.permanence import Allowances
from throughline.record.rows import Event, Own, Person, Spell, Table
from throughline.record.send import EhcPlacements, EhcPlacesNamed
from throughline.returns.earlier_days import PLANNED
from throughline.returns.filling import faults_of, heading
from throughline.returns.kinds import Fill, Return

A_DAY = timedelta(days=1)
EXPECTED = timedelta(weeks=40)  # of a birth, some write the day expected
IN_THE_LIST = "Correct it in the list, and receive the list again."
BEFORE = "it ends before it began, so that it goes on on no day. The line is kept as it came."
TO_COME = "it is a day to come. The line is kept as it came, and counts from that day on."
UNBORN = "it is before the child was born. The line is kept as it came."
KNOWN_AHEAD = (Allowances, CourtHearings, EhcPlacements, EhcPlacesNamed, TransportEntitlements)
BORN = (Care, CareReviews, CareVisits, Missing)  # all else may be of a child who is not born yet


def with_impossible_days(given: Return, part: Part, today: date) -> Part:
    """A part with a fault for each day of its rows that cannot be."""
    names = [source.file for source in part.sources]
    fills: Mapping[type[Table], Fill] = {fill.table: fill for fill in reversed(given.fills)}
    faults: list[Fault] = []
    for table, rows in part.frames.items():
        for short, wrong, says in impossible(table, rows, part.frames.get(Child), today):
            faults += faults_of(rows.filter(wrong), names, heading(given, fills[table], short), says)
    if part.is_local:
        faults = [replace(fault, do=IN_THE_LIST) for fault in faults]
    return replace(part, faults=(*part.faults, *faults)) if faults else part


def impossible(
    table: type[Table], rows: pl.DataFrame, children: pl.DataFrame | None, today: date
) -> Iterator[tuple[str, pl.Series, str]]:
    """What can be wrong with a table's days: the column to blame, which rows are wrong, and the words."""
    if issubclass(table, Spell):
        started, ended = (rows.get_column(table.columns[short].name) for short in ("started", "ended"))
        yield "ended", ended < started, BEFORE
    if (first := first_day(table)) is None:
        return
    day = rows.get_column(table.columns[first].name)
    ahead = EXPECTED if issubclass(table, Person) else A_DAY
    yield first, day > today + ahead, TO_COME
    if table in BORN and children is not None:
        child = table.columns["child"].name
        born = children.select(pl.col("Child.child").alias(child), "Child.born").unique(child, keep="first")
        beside = rows.select(child).join(born, on=child, how="left", maintain_order="left")
        yield first, day < beside.get_column("Child.born"), UNBORN


def first_day(table: type[Table]) -> str | None:
    """The column of the day that a row begins on, or happens, or that a child was born; None where such a day
    may well be to come."""
    if table in KNOWN_AHEAD or (issubclass(table, Own) and table.stands):
        return None
    if issubclass(table, Spell):
        return "started"
    if not issubclass(table, Event | Person):
        return None
    dated = (short for short, column in table.columns.items() if isinstance(column, Date))
    return next((short for short in dated if short not in PLANNED), None)

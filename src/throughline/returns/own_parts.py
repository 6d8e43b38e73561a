"""Local lists as returns of their own: the days on which each is believed, and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from throughline.errors import Fault
from throughline.record.columns import Column, Date
from throughline.record.composing import Part
from throughline.record.periods import said
from throughline.record.rows import Own, Table
from throughline.returns.filling import filled
from throughline.returns.headings import heading_of
from throughline.returns.kinds import Asked, Received, Return
from throughline.returns.own_examples import without_example
from throughline.returns.repeated import once_each
from throughline.returns.together import together
from throughline.returns.two_of_one import two_of_one

CORRECT = "Correct it in the list, and receive the list again."
SAY_IT = "Put the day in its name, such as peps-2026-11-21.xlsx, or say it: --as-at 2026-11-21."
WHICH = "Send that one alone; of lists of two days, put the day of each in its name."
LOCAL_LIST = "Local list: "  # how the title of each begins
Days = tuple[date, date]


def a_part_each(given: Return, received: Sequence[Received], asked: Asked) -> list[Part]:
    """A part for each list, and for each day that one is true of."""
    lists: defaultdict[tuple[type[Table], date | None], list[Received]] = defaultdict(list)
    for one in received:
        lists[one.table, asked.as_at or one.sheet.found.day()].append(one)
    return [part_of(given, local, day, mine, asked) for (local, day), mine in lists.items()]


def part_of(given: Return, local: type[Table], day: date | None, mine: list[Received], asked: Asked) -> Part:
    """One list, as at one day."""
    (table,) = (fill.table for fill in given.fills if local in fill.rows.needs)
    several = two_of_one(given, mine, WHICH)
    tables, sources, faults = together(mine)
    names = [source.file for source in sources]
    tables, doubled = once_each(given, tables, names)
    lines, left_in = without_example(table, local, tables[local], names)
    frames, wrong = filled(given, {local: lines}, names)
    true_on = day or last_day(table, frames[table], asked.today)
    days = believed(table, frames[table], true_on)
    undated = [] if day else unsaid(table, true_on, names)
    told = tuple(mended(local, fault) for fault in (*faults, *several, *doubled, *left_in, *wrong))
    headings = tuple(heading for one in mine for heading in one.headings)
    return Part(
        title=f"{LOCAL_LIST}{given.named(local)}",
        rank=given.rank,
        as_at=true_on,
        frames=frames,
        covers={table: days} if days else {},
        sources=tuple(sources),
        faults=(*told, *undated),
        headings=headings,
    )


def stands(table: type[Table]) -> bool:
    """Whether a list of these is true until it is replaced."""
    return issubclass(table, Own) and table.stands


def last_day(table: type[Table], rows: pl.DataFrame, today: date) -> date | None:
    """The day of a list that says none: of things that stand, today; of anything else, the latest in it."""
    if stands(table):
        return today
    days = [rows.get_column(column.name) for column in days_of(table)]
    found = [day for day in pl.concat(days).unique() if day and day <= today]
    return max(found, default=None)


def believed(table: type[Table], rows: pl.DataFrame, true_on: date | None) -> Days | None:
    """From the first day of the month of its earliest row, to the day it is true of or, of things that stand,
    until it is replaced. None for a list that answers for no day."""
    if true_on is None:
        return None
    earliest = rows.get_column(days_of(table)[0].name).min()
    first = min(earliest, true_on).replace(day=1) if isinstance(earliest, date) else true_on
    return first, date.max if stands(table) else true_on


def days_of(table: type[Table]) -> list[Column]:
    """A table's columns of days: first that on which its events happen, or its spells begin."""
    return [column for column in table.columns.values() if isinstance(column, Date)]


def unsaid(table: type[Table], true_on: date | None, names: Sequence[str]) -> list[Fault]:
    """What is wrong with a list that says no day, unless it is of things that stand."""
    if stands(table):
        return []
    taken = f"it is believed to {said(true_on)}, its latest day" if true_on else "it answers for no day"
    return [
        Fault(name, None, None, f"it does not say what day it is true of; {taken}.", SAY_IT) for name in names
    ]


def mended(local: type[Table], fault: Fault) -> Fault:
    """A fault with what to do about it in a list that people keep by hand: of a column of codes, which words
    may stand there."""
    if fault.do != Fault.do:
        return fault
    columns = {heading_of(column): column for column in local.columns.values()}
    column = columns.get(fault.column or "")
    if column is None or column.codes is None:
        return replace(fault, do=CORRECT)
    return replace(fault, do=f"Write one of: {'; '.join(column.codes.labels.values())}. {CORRECT}")

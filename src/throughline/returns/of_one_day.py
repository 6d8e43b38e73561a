"""Workbooks of lists that are true of one day, each as a part that answers for that day alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from throughline.errors import Fault
from throughline.record.composing import Part
from throughline.returns.filling import filled
from throughline.returns.kinds import AS_AT, Received, Return
from throughline.returns.repeated import once_each
from throughline.returns.together import Tables, books, together
from throughline.returns.two_of_one import two_of_one

WHICH = "Hide the sheet that is not meant or take the workbook out, and send the rest again."


def parts_of_books(
    given: Return, received: Sequence[Received], part_of: Callable[[list[Received]], Part]
) -> list[Part]:
    """A part for each workbook. Raises `Refused`, with the question, where two sheets are one list of one
    day."""
    made = [(sheets, part_of(sheets)) for sheets in books(received)]
    days: defaultdict[date | None, list[Received]] = defaultdict(list)
    for sheets, part in made:
        days[part.as_at] += sheets
    faults = [fault for sheets in days.values() for fault in two_of_one(given, sheets, WHICH)]
    return [
        replace(part, faults=(*part.faults, *(fault for fault in faults if is_of(fault, sheets))))
        for sheets, part in made
    ]


def is_of(fault: Fault, sheets: Sequence[Received]) -> bool:
    """Whether a fault is of one of these sheets."""
    return any(fault.file == one.sheet.name for one in sheets)


def part_as_at(given: Return, sheets: Sequence[Received], day_of: Callable[[Tables], date]) -> Part:
    """What a workbook of one day fills: a part that answers for that day alone."""
    tables, sources, faults = together(sheets)
    names = [source.file for source in sources]
    tables, doubled = once_each(given, tables, names)
    as_at = day_of(tables)
    told = {table: lines.with_columns(pl.lit(as_at).alias(AS_AT)) for table, lines in tables.items()}
    frames, wrong = filled(given, told, names)
    covers = dict.fromkeys(frames, (as_at, as_at))
    every = (*faults, *doubled, *wrong)
    return Part(given.title, given.rank, as_at, frames, covers, tuple(sources), every)

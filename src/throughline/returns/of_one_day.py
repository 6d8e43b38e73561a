"""A workbook of lists that are true of one day, as a part that answers for that day alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import polars as pl

from throughline.record.composing import Part
from throughline.returns.filling import filled
from throughline.returns.kinds import AS_AT, Received, Return
from throughline.returns.repeated import once_each
from throughline.returns.together import Tables, together


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

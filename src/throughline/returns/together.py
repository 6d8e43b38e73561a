"""Files of one return put together: each table once, its lines numbered by the file they came in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from throughline.errors import Fault
from throughline.record.composing import Part
from throughline.record.rows import SOURCE, Table
from throughline.record.snapshots import Source
from throughline.returns.filling import faults_of, filled
from throughline.returns.headings import heading_of
from throughline.returns.kinds import AS_AT, CAME_BY, Received, Return

Tables = dict[type[Table], pl.DataFrame]


def together(mine: Sequence[Received]) -> tuple[Tables, list[Source], list[Fault]]:
    """Tables with `@source`, the sources it numbers, and the faults of the files. Files are taken in the
    order of their names; the same bytes twice are one file, and the same line in two files is one line."""
    found: dict[type[Table], list[pl.DataFrame]] = {}
    sources: list[Source] = []
    faults: list[Fault] = []
    seen: set[tuple[type[Table], str, str]] = set()
    for one in sorted(mine, key=lambda one: one.sheet.name):
        known = (one.table, one.sheet.sha256, one.sheet.title)
        if known in seen:
            continue
        seen.add(known)
        lines = one.lines.with_columns(pl.lit(len(sources), CAME_BY[SOURCE]).alias(SOURCE))
        sources.append(Source(one.sheet.name, one.sheet.sha256, encoding=one.sheet.encoding))
        faults.extend(one.faults)
        found.setdefault(one.table, []).append(lines)
    return {table: lines_once(table, several) for table, several in found.items()}, sources, faults


def lines_once(table: type[Table], several: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """The lines of one file as they are; of several, each line once."""
    if len(several) == 1:
        return several[0]
    return pl.concat(several).unique(list(table.schema()), keep="first", maintain_order=True)


def books(received: Sequence[Received]) -> Iterable[list[Received]]:
    """The sheets of each workbook."""
    found: dict[Path, list[Received]] = {}
    for one in received:
        found.setdefault(one.sheet.found.path, []).append(one)
    return found.values()


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


def twice(mine: Sequence[Received]) -> list[Received]:
    """Files of a table that another file, of other bytes, is of too."""
    first: dict[type[Table], str] = {}
    ordered = sorted(mine, key=lambda one: one.sheet.name)
    return [one for one in ordered if first.setdefault(one.table, one.sheet.sha256) != one.sheet.sha256]


def once_each(given: Return, tables: Tables, names: Sequence[str]) -> tuple[Tables, list[Fault]]:
    """The tables with each child, or whatever may stand in one but once, kept at its first line; and a
    fault for every other line."""
    kept = dict(tables)
    faults: list[Fault] = []
    for table, shorts in given.once.items():
        if table not in tables:
            continue
        columns = [table.columns[short] for short in shorts]
        whole = pl.all_horizontal(pl.col(column.name).is_not_null() for column in columns)
        again = whole & ~pl.struct(column.name for column in columns).is_first_distinct()
        what = " and ".join(map(heading_of, columns))
        says = f"the same {what} stands in “{given.named(table)}” already; the first line is kept."
        faults += faults_of(tables[table].filter(again), names, heading_of(columns[0]), says, aside=True)
        kept[table] = tables[table].filter(~again)
    return kept, faults

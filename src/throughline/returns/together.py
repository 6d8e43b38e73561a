"""Files of one return put together: each table once, its lines numbered by the file they came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import SOURCE, Table
from throughline.record.snapshots import Source
from throughline.returns.kinds import AGAIN, CAME_BY, Received

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
    """The lines of one file as they are; of several, what another has too but once. A line that stands twice
    in one file stays (see `returns.repeated`)."""
    if len(several) == 1:
        return several[0]
    return pl.concat(several).unique([*table.schema(), AGAIN], keep="first", maintain_order=True)


def books(received: Sequence[Received]) -> Iterable[list[Received]]:
    """The sheets of each workbook; a copy of one is the same workbook, unless its name says another day."""
    found: dict[tuple[str, date | None], list[Received]] = {}
    for one in received:
        found.setdefault((one.sheet.sha256, one.sheet.found.day()), []).append(one)
    return found.values()


def twice(mine: Sequence[Received]) -> list[Received]:
    """Files of a table that another file, of other bytes, is of too."""
    first: dict[type[Table], str] = {}
    ordered = sorted(mine, key=lambda one: one.sheet.name)
    return [one for one in ordered if first.setdefault(one.table, one.sheet.sha256) != one.sheet.sha256]

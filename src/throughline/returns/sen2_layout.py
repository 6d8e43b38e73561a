"""The tables of the SEN2 return as each of its forms is laid out: under the same headings, whatever the form,
with a number for each line and that of the line it stands under."""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from throughline.errors import Fault
from throughline.record.columns import Column
from throughline.record.rows import SOURCE_LINE, Table
from throughline.returns.headings import heading_of
from throughline.returns.names_not_known import not_read
from throughline.returns.reading import Sheet
from throughline.returns.sen2_tables import TABLES

ROOT = "SEN2"  # of every table laid out, whatever the form of its file
SPELT = {"wpb": "wbp", "planwpb": "planwbp"}  # as some software writes them


def folded(heading: str) -> str:
    """A heading or element as it is compared: letters and figures alone, small."""
    plain = re.sub(r"[^a-z0-9]", "", heading.casefold())
    return SPELT.get(plain, plain)


NAMED: dict[str, type[Table]] = {folded(table.__name__): table for table in TABLES}


def own(table: type[Table]) -> list[Column]:
    """The columns of a table without the numbers of lines."""
    return [column for column in table.columns.values() if not heading_of(column).startswith("@")]


def places_of(sheet: Sheet, *, numbers: bool = False) -> dict[str, str]:
    """Where each heading stands; with `numbers`, those of elements instead."""
    return {folded(h): str(n) for n, h in enumerate(sheet.headings) if h.startswith("@") == numbers}


def cells_of(sheet: Sheet, table: type[Table], numbers: Mapping[str, pl.Expr]) -> pl.DataFrame:
    """The cells of a sheet under a table's headings, beside the numbers of its lines."""
    places = places_of(sheet)
    cells = [
        column_at(places.get(folded(column.short))).alias(heading_of(column))
        if column in own(table)
        else numbers[heading_of(column)].alias(heading_of(column))
        for column in table.columns.values()
    ]
    return sheet.cells.select(*cells, SOURCE_LINE)


def column_at(place: str | None) -> pl.Expr:
    """The cells at a place; blank where there is none."""
    return pl.lit(None, pl.String) if place is None else pl.col(place)


def sheet_of(one: Sheet, table: type[Table], lines: pl.DataFrame, faults: tuple[Fault, ...]) -> Sheet:
    """Lines as the table they are, out of the file they came in."""
    headings = tuple(heading_of(column) for column in table.columns.values())
    cells = lines.rename({heading: str(place) for place, heading in enumerate(headings)})
    return Sheet(one.found, one.sha256, table.__name__, headings, cells, faults, ROOT, one.encoding)


def strange_in(sheet: Sheet, table: type[Table], passed: tuple[str, ...] = ()) -> list[Fault]:
    """A fault for headings that a table does not have; `passed` says how those begin or end that only number
    its lines."""
    known = {folded(column.short) for column in own(table)}
    odd = [
        place
        for place, heading in enumerate(sheet.headings)
        if (name := folded(heading)) and name not in known and not heading.startswith("@")
        if not name.endswith(passed or ("@",))
    ]
    return not_read(sheet, table.__name__, odd)

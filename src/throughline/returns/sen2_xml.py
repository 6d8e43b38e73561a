"""The SEN2 return as one XML file: its elements laid out as its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import SOURCE_LINE, Table
from throughline.returns.kinds import Shape, Xml
from throughline.returns.names_not_known import LOOK
from throughline.returns.reading import Sheet
from throughline.returns.sen2_layout import (
    NAMED,
    cells_of,
    column_at,
    folded,
    own,
    places_of,
    sheet_of,
    strange_in,
)
from throughline.returns.sen2_tables import ABOVE, ABOVE_IT, MINE, OF_PEOPLE, SEN2

PERSON = "@Person"
PASSED = "CBDSLevel"  # in the header of a census, and of no table


def laid_out(sheets: Sequence[Sheet]) -> list[Sheet] | None:
    """All nine tables, though some be empty; None for another return's file."""
    people = [sheet for sheet in sheets if PERSON in sheet.headings]
    if not people:
        return None
    outside = [sheet for sheet in sheets if PERSON not in sheet.headings]
    faults = [fault for sheet in sheets for fault in (*sheet.faults, *strange(sheet))]
    tables: dict[type[Table], pl.DataFrame] = {
        SEN2: header_of(outside),
        **{table: lines_of(table, people) for table in OF_PEOPLE},
    }
    return [
        sheet_of(sheets[0], table, lines, tuple(faults) if table is SEN2 else ())
        for table, lines in tables.items()
    ]


def header_of(sheets: Sequence[Sheet]) -> pl.DataFrame:
    """One line of all that stands outside the persons."""
    said = {
        name: sheet.cells.get_column(place).drop_nulls()
        for sheet in sheets
        for name, place in places_of(sheet).items()
    }
    line = {c.short: said.get(folded(c.short), pl.Series([], dtype=pl.String)).head(1) for c in own(SEN2)}
    cells = [pl.lit(text[0] if len(text) else None, pl.String).alias(name) for name, text in line.items()]
    return pl.select(*cells, pl.lit(None, pl.Int32).alias(SOURCE_LINE))


def lines_of(table: type[Table], people: Sequence[Sheet]) -> pl.DataFrame:
    """The lines of one element: each that has cells, and each that only holds others."""
    mine = [sheet for sheet in people if NAMED.get(folded(sheet.title)) is table]
    nothing = replace(people[0], headings=(), cells=people[0].cells.clear())
    told = pl.concat([cells_of(sheet, table, numbers_of(sheet, table)) for sheet in (nothing, *mine)])
    held = pl.concat([sheet.cells.select(SOURCE_LINE, **numbers_of(sheet, table)) for sheet in people])
    first = held.drop_nulls(MINE).sort(SOURCE_LINE).unique(MINE, keep="first", maintain_order=True)
    alone = first.join(told, on=MINE, how="anti")
    return pl.concat(
        [told, alone.select(name for name in alone.columns if name in told.columns)], how="diagonal"
    )


def numbers_of(sheet: Sheet, table: type[Table]) -> dict[str, pl.Expr]:
    """For each row: the number of the element of this table that it is or stands in, and of the one above."""
    places = places_of(sheet, numbers=True)
    above = ABOVE_IT.get(table)
    over = places.get(folded(above.__name__)) if above else None
    return {MINE: column_at(places.get(folded(table.__name__))), ABOVE: column_at(over)}


def strange(sheet: Sheet) -> list[Fault]:
    """A fault for what an element has that is of no table."""
    if PERSON not in sheet.headings:
        return [] if sheet.title == PASSED else strange_in(sheet, SEN2)
    if table := NAMED.get(folded(sheet.title)):
        return strange_in(sheet, table)
    cells = ", ".join(heading for heading in sheet.headings if not heading.startswith("@"))
    line = sheet.cells.get_column(SOURCE_LINE)[0]
    says = f"{cells} in “{sheet.title}” is nothing we know; not read."
    return [Fault(sheet.name, line, None, says, LOOK)]


# What the facts show is the persons; the element round them and their header is that of the other census.
PEOPLE_ALONE = Shape(laid_out=laid_out, xml=Xml(elements=("Persons", "Person")))
AS_XML = Shape(laid_out=laid_out, xml=Xml(elements=("Message", "Persons", "Person")))

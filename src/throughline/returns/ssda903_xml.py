"""The SSDA903 as one XML file: its elements laid out as the tables of the CSV files, so that the same lines
say the same whichever way they come.

What stands in an element tells which table its lines are of, not its name. The facts name no element for
social workers or for deprivation of liberty: one that holds their columns is read as such, and where there
is none, nothing was said of them."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import SOURCE_LINE, Table
from throughline.returns.kinds import Shape, Xml
from throughline.returns.names_not_known import not_read
from throughline.returns.reading import Sheet
from throughline.returns.ssda903_tables import TABLES, UASC, DoLo, Header, SWEpisodes
from throughline.returns.values import YES

ROOT, CHILD = "EXPSSDA903", "@CHILD"
SPELT = {"CHILDID": "CHILD", "PL": "PLACE"}  # the XML's names of columns, and the CSV files'
OF_THE_CHILD = ("CHILD", "DOB", "SEX")  # in the XML said once of a child; in most CSV files on every line
ALONE = "UASC"  # a mark in the header of a child who came alone, where the CSV files have a line
KNOWN = tuple(dict.fromkeys([ALONE, *(name for table in TABLES for name in table.columns)]))
NOT_NAMED = (SWEpisodes, DoLo)


def laid_out(sheets: Sequence[Sheet]) -> list[Sheet] | None:
    """The twelve tables, or None for a file that is no SSDA903 in XML."""
    if not sheets or sheets[0].root != ROOT:
        return None
    elements = pl.concat([cells_of(sheet) for sheet in sheets])
    told = [pl.col(name).drop_nulls().first() for name in OF_THE_CHILD]
    people = elements.group_by(CHILD, maintain_order=True).agg(told)
    faults = (*(fault for sheet in sheets for fault in sheet.faults), *strange(sheets))
    tables = {table: lines_of(table, elements, people) for table in TABLES}
    return [
        sheet_of(sheets[0], table, lines, faults if table is Header else ())
        for table, lines in tables.items()
        if lines.height or table not in NOT_NAMED
    ]


def cells_of(sheet: Sheet) -> pl.DataFrame:
    """The rows of one element under the CSV files' headings, blank where it has none such; with the number of
    their child."""
    places = {SPELT.get(heading, heading): str(place) for place, heading in enumerate(sheet.headings)}
    found = [
        (pl.col(places[name]) if name in places else pl.lit(None, pl.String)).alias(name)
        for name in (CHILD, *KNOWN)
    ]
    return sheet.cells.select(*found, SOURCE_LINE)


def lines_of(table: type[Table], elements: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """The rows that hold anything of a table's own, with what is said once of their child."""
    own = [name for name in table.columns if table is Header or name not in OF_THE_CHILD]
    tests = [pl.col(name).is_not_null() for name in own]
    if table is UASC:
        tests.append(pl.col(ALONE).str.to_lowercase().is_in(YES))
    lines = elements.filter(pl.any_horizontal(tests)).drop(OF_THE_CHILD)
    beside = lines.join(people, on=CHILD, how="left", maintain_order="left")
    return beside.select(*table.columns, SOURCE_LINE)


def sheet_of(one: Sheet, table: type[Table], lines: pl.DataFrame, faults: tuple[Fault, ...]) -> Sheet:
    """A table as though it had come as a CSV file."""
    cells = lines.rename({name: str(place) for place, name in enumerate(table.columns)})
    return Sheet(
        one.found, one.sha256, "", tuple(table.columns), cells, faults, encoding=one.encoding, by_schema=True
    )


def strange(sheets: Sequence[Sheet]) -> list[Fault]:
    """A fault for each cell that is of no table."""
    faults: list[Fault] = []
    for sheet in sheets:
        cells = enumerate(sheet.headings)
        odd = [n for n, h in cells if not h.startswith("@") and SPELT.get(h, h) not in KNOWN]
        faults += not_read(sheet, sheet.title, odd)
    return faults


AS_XML = Shape(laid_out=laid_out, xml=Xml(elements=(ROOT, "CHILD"), day_first=True))

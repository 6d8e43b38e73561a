"""Which year a CIN census is of, and its lines with what stands elsewhere in the file put beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.rows import SINCE, UNTIL, Table
from throughline.record.snapshots import Source as File
from throughline.returns.cin_census_tables import (
    ChildIdentifiers,
    CINPlanDates,
    CollectionDetails,
    PreProceedingsandFGDM,
    Source,
)
from throughline.returns.kinds import YEAR, Asked, Received
from throughline.returns.reading import EXPORT_AGAIN
from throughline.returns.ssda903_years import year_end

SINCE_YEAR = {CINPlanDates: 2022, PreProceedingsandFGDM: 2027}  # the first year end that asks for it
FIRST_YEAR, LAST_YEAR = 2009, 2100  # there was no census of each child before
LOOK = "Look at its header."
A_DAY = timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Census:
    """One file: its year end, the day it is true of, and its tables, each line with its child, its year and
    the days it may be believed for. `written` is the day it was made, `council` whose it is."""

    end: int
    as_at: date
    written: date | None
    council: str | None
    source: File
    tables: dict[type[Table], pl.DataFrame]
    faults: list[Fault]

    @property
    def since(self) -> date:
        """1 April."""
        return date(self.end - 1, 4, 1)

    def tells(self, table: type[Table]) -> bool:
        """Whether it answers for a table: its year asks for it, or it is there all the same."""
        return table in self.tables or self.end >= SINCE_YEAR.get(table, 0)


def censuses_of(received: Sequence[Received], asked: Asked) -> list[Census]:
    """The files, one a year, oldest first. Raises `Refused` if they are of two councils; of two files of
    one year, the one written later is read."""
    files: dict[str, dict[type[Table], Received]] = {}
    for one in sorted(received, key=lambda one: one.sheet.name):
        files.setdefault(one.sheet.sha256, {}).setdefault(one.table, one)
    told = [census_of(list(mine.values()), asked) for mine in files.values()]
    councils = sorted({census.council for census in told if census.council})
    if len(councils) > 1:
        what = f"These are CIN censuses of different councils: {', '.join(councils)}."
        raise Refused(what, do="Receive each council’s by itself.")
    told.sort(key=lambda census: (census.end, census.written or date.min, census.source.file))
    newest = {census.end: census for census in told}
    for census in told:
        kept = newest[census.end]
        if kept is not census:
            says = f"{kept.source.file} is of the same year and was written later; this file is left aside."
            kept.faults.append(Fault(census.source.file, None, None, says, "Send one file of each year."))
    return list(newest.values())


def census_of(mine: Sequence[Received], asked: Asked) -> Census:
    """One file. Raises `Refused` if nothing says its year, if that has not begun, or if no child is in it."""
    name = mine[0].sheet.name
    tables = {one.table: one.lines for one in mine}
    faults = [fault for one in mine for fault in one.faults]
    if ChildIdentifiers not in tables:
        raise Refused(f"{name} has no ChildIdentifiers: whose lines are these?", do=EXPORT_AGAIN)
    end, day = year_of(top(tables, CollectionDetails), name, asked, faults)
    source = top(tables, Source)
    since, written = date(end - 1, 4, 1), source["DateTime"]
    if since > asked.today:
        raise Refused(f"{name} says it is of the year to 31 March {end}, still to come.", do=LOOK)
    days = [each for each in (day, written, asked.today) if each and since <= each]
    as_at = min([date(end, 3, 31), *days])
    came = pl.lit(since).alias(SINCE), pl.lit(as_at + A_DAY).alias(UNTIL), pl.lit(end, pl.Int32).alias(YEAR)
    linked = {table: with_child(lines, table, tables).with_columns(*came) for table, lines in tables.items()}
    told = File(name, mine[0].sheet.sha256)
    return Census(end, as_at, written, source["LEA"], told, linked, faults)


def top(tables: Mapping[type[Table], pl.DataFrame], table: type[Table]) -> dict[str, Any]:
    """The first line of a table of the header, by short names; all blank if it has none."""
    lines = tables.get(table, pl.DataFrame(schema=table.schema()))
    row = lines.row(0, named=True) if lines.height else {}
    return {short: row.get(column.name) for short, column in table.columns.items()}


def year_of(said: Mapping[str, Any], name: str, asked: Asked, faults: list[Fault]) -> tuple[int, date | None]:
    """The year end the header says, and its reference date. Where the two differ, the year is believed."""
    written, day = str(said["Year"] or ""), said["ReferenceDate"]
    year = int(written) if written.isdecimal() and FIRST_YEAR <= int(written) <= LAST_YEAR else None
    if year and day and day != date(year, 3, 31):
        says = f"its reference date is {day}, and its year {year}; it is read as the year to 31 March {year}."
        faults.append(Fault(name, None, "ReferenceDate", says))
    end = year or (year_end(day) if day else None) or asked.year
    if end is None:
        do = "Correct its header, or say --year 2026 for the year to 31 March 2026."
        raise Refused(f"Which year is {name} of? Its header does not say.", do=do)
    return end, day


def with_child(
    lines: pl.DataFrame, table: type[Table], tables: Mapping[type[Table], pl.DataFrame]
) -> pl.DataFrame:
    """The lines of one table, each with its child, out of the identifiers in the same `Child` element."""
    if "ChildID" not in table.columns or table is ChildIdentifiers:
        return lines
    mine, whose = table.columns["ChildID"].name, table.columns["LAchildID"].name
    known = tables[ChildIdentifiers].select(
        ChildIdentifiers.ChildID.alias(mine), ChildIdentifiers.LAchildID.alias(whose)
    )
    known = known.drop_nulls().unique(mine, keep="first", maintain_order=True)
    return lines.drop(whose).join(known, on=mine, how="left", maintain_order="left")

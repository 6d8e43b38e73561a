"""Which files of the SEN2 return are of one census, the day of that, and the days it answers for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.composing import Part
from throughline.record.periods import year_to
from throughline.record.rows import SOURCE, Table
from throughline.record.send import EhcPlansInForce
from throughline.record.snapshots import Source
from throughline.returns.cin_census_years import top
from throughline.returns.filling import faults_of, filled
from throughline.returns.kinds import AS_AT, CAME_BY, YEAR, Asked, Received, Return
from throughline.returns.reading import EXPORT_AGAIN
from throughline.returns.sen2_linked import CHILD, linked
from throughline.returns.sen2_tables import SEN2, Person
from throughline.returns.together import Tables

SAY_IT = "Correct its header, or say the day of the census: --as-at 2026-01-15."
ONE_EACH = "Send the files of one census, each by itself in a folder."
TWICE = (
    "this young person stands in the census already; what is first said of them is kept, and all requests."
)


def parts_by_census(given: Return, received: Sequence[Received], asked: Asked) -> list[Part]:
    """A part for each census. Raises `Refused` if they are of two councils."""
    groups = files_of(received)
    councils = {council for group in groups if (council := top(lines_by(group), SEN2)["LEA"])}
    if len(councils) > 1:
        what = f"These are SEN2 returns of different councils: {', '.join(sorted(councils))}."
        raise Refused(what, do="Receive each council’s by itself.")
    return [part_of(given, group, asked) for group in groups]


def files_of(received: Sequence[Received]) -> list[list[Received]]:
    """The tables of each census: all in one file, or the files of one table each in a folder. The same bytes
    twice are one file."""
    ordered = sorted(received, key=lambda one: one.sheet.name)
    files: dict[str, dict[type[Table], Received]] = {}
    for one in ordered:
        files.setdefault(one.sheet.sha256, {}).setdefault(one.table, one)
    whole = [list(tables.values()) for tables in files.values() if len(tables) > 1]
    folders: dict[Path, list[Received]] = {}
    for tables in files.values():
        if len(tables) == 1:
            (one,) = tables.values()
            folders.setdefault(one.sheet.found.path.parent, []).append(one)
    return [*whole, *folders.values()]


def lines_by(group: Sequence[Received]) -> Tables:
    """The lines of each table, those of each file numbered. Raises `Refused` where two files are of one
    table: their numbers would be mistaken for one another's."""
    names = sources_of(group)
    tables: Tables = {}
    for one in group:
        if one.table in tables:
            files = ", ".join(each.sheet.name for each in group if each.table is one.table)
            raise Refused(f"Two files are of the same SEN2 table: {files}.", do=ONE_EACH)
        source = pl.lit(names.index(source_of(one)), CAME_BY[SOURCE]).alias(SOURCE)
        tables[one.table] = one.lines.with_columns(source)
    return tables


def source_of(one: Received) -> Source:
    """The file a table came in."""
    return Source(one.sheet.name, one.sheet.sha256, encoding=one.sheet.encoding)


def sources_of(group: Sequence[Received]) -> list[Source]:
    """The files of a census, each once."""
    return list(dict.fromkeys(map(source_of, group)))


def part_of(given: Return, group: Sequence[Received], asked: Asked) -> Part:
    """One census: it answers from the first day of the year before it to its own; for the plans in force,
    from the month after that of the census before it, so that each census keeps its own day."""
    sources, tables = sources_of(group), lines_by(group)
    names = [source.file for source in sources]
    if Person not in tables:
        raise Refused(f"The SEN2 return has no persons ({', '.join(names[:3])}).", do=EXPORT_AGAIN)
    header = top(tables, SEN2)
    day = census_day(header, names[0], asked)
    faults = [fault for one in group for fault in one.faults]
    found, wrong = linked(
        {table: lines for table, lines in tables.items() if table is not SEN2}, names, day.year
    )
    found[Person], again = once_each_person(found[Person], names)
    came = pl.lit(day).alias(AS_AT), pl.lit(day.year, pl.Int32).alias(YEAR)
    told = {table: lines.with_columns(*came) for table, lines in found.items()}
    frames, unfit = filled(given, told, names)
    covers = dict.fromkeys(frames, (date(day.year - 1, 1, 1), day))
    if EhcPlansInForce in covers:
        covers[EhcPlansInForce] = (year_to(day).start, year_to(day).end)
    listed = (*faults, *wrong, *again, *unfit)
    council = header["LEA"] or ""
    return Part(given.title, given.rank, day, frames, covers, tuple(sources), listed, council=council)


def once_each_person(people: pl.DataFrame, names: Sequence[str]) -> tuple[pl.DataFrame, list[Fault]]:
    """Each young person once, and a fault for each that stands there again."""
    again = ~pl.col(CHILD).is_first_distinct()
    return people.filter(~again), faults_of(people.filter(again), names, "UPN", TWICE)


def census_day(header: dict[str, Any], name: str, asked: Asked) -> date:
    """The reference date the header says, or what was asked. Raises `Refused` if neither says, and for a day
    to come."""
    day = header["ReferenceDate"] or asked.as_at
    if day is None:
        raise Refused(f"Of which day is the SEN2 return {name}? Its header does not say.", do=SAY_IT)
    if day > asked.today:
        raise Refused(f"{name} says its census is on {day}, still to come.", do="Look at its header.")
    assert isinstance(day, date)
    return day

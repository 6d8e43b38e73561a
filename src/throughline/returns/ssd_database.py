"""The Standard Safeguarding Dataset out of a council's own database: its tables, found by their names, put in
a folder as Parquet, which is then received as any other."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl
from sqlalchemy import ColumnClause, Connection, Inspector, column, inspect, select, table
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.sql import quoted_name

from throughline.errors import Refused
from throughline.record.rows import Table
from throughline.returns import databases
from throughline.returns.parquet_child import HERE, MOST_CELLS
from throughline.returns.ssd import SSD

AT_A_TIME = 20_000  # rows
NO_RIGHT = ("42501", "42000")  # what PostgreSQL and SQL Server call it
SCHEMAS_SAID = 8
KNOWN = {called.split("(")[1].rstrip(")"): known for called, known in SSD.files.items()}


def read_database(text: str, schema: str | None, folder: Path, say: Callable[[str], None]) -> None:
    """Write every table of the dataset that is in a database to a folder: the columns that we know, every
    cell as text, the rows in order, so that the same rows are the same bytes. `text` is its address.

    Raises `Refused` where there is no way in, no such schema, no such table, no right to read one, or where
    the connection breaks off; the folder is then not to be used."""
    url = databases.address(text)
    with databases.opened(url) as connection:
        where = databases.called(url)
        there, inspector = tables_there(connection, schema, where)
        for name, known in KNOWN.items():
            if name in there:
                say(f"Reading {name}")
                rows = read_table(connection, inspector, there[name], schema, known)
                rows.write_parquet(folder / f"{name}.parquet", compression="zstd")


def tables_there(
    connection: Connection, schema: str | None, where: str
) -> tuple[Mapping[str, str], Inspector]:
    """The tables and views of the dataset, under their names in small letters, as they are spelt here."""
    try:
        inspector = inspect(connection)
        schemas = inspector.get_schema_names()
        if schema is not None and schema not in schemas:
            said = ", ".join(schemas[:SCHEMAS_SAID])
            raise Refused(f"There is no schema {schema} in {where}.", do=f"There are: {said}.")
        names = [*inspector.get_table_names(schema), *inspector.get_view_names(schema)]
    except DBAPIError:
        do = "Ask who keeps it whether it is a database, and whether this login may read it."
        raise Refused(f"What is in {where} cannot be listed.", do=do) from None
    there = {name.lower(): name for name in names if name.lower() in KNOWN}
    if not there:
        inside = f"schema {schema} of {where}" if schema else where
        what = f"There is no table of the {SSD.title} in {inside} that this login may see."
        raise Refused(what, do="Say which schema they are in: --schema NAME. Ask for the right to read them.")
    return there, inspector


def read_table(
    connection: Connection, inspector: Inspector, name: str, schema: str | None, known: type[Table]
) -> pl.DataFrame:
    """The rows of one table, in order."""
    try:
        here = {each["name"].lower(): each["name"] for each in inspector.get_columns(name, schema)}
        wanted = {heading: here[heading] for heading in known.columns if heading in here}
        if not wanted:
            return pl.DataFrame()  # it is then left aside as a file without columns, and said so
        rows = [*chunks(connection, name, schema, wanted)]
    except DataError:
        what = f"{name} holds a value that is none, such as a day after the year 9999."
        raise Refused(what, do="Have it corrected where the table is made.") from None
    except DBAPIError as wrong:
        raise why_not(wrong, name) from None
    return pl.concat(rows).sort(list(wanted), nulls_last=True)


def chunks(
    connection: Connection, name: str, schema: str | None, wanted: Mapping[str, str]
) -> list[pl.DataFrame]:
    """The rows, some thousands at a time, so that the driver never holds them all."""
    space = quoted_name(schema, True) if schema else None
    columns: list[ColumnClause[object]] = [column(there) for there in wanted.values()]
    statement = select(*columns).select_from(table(quoted_name(name, True), schema=space))
    types = dict.fromkeys(wanted, pl.String)
    made, cells = [pl.DataFrame(schema=types)], 0
    with connection.execution_options(yield_per=AT_A_TIME).execute(statement) as result:
        for part in result.partitions():
            cells += len(part) * len(wanted)
            if cells > MOST_CELLS:
                raise Refused(f"{name} holds far more than any return.", do="Look at what it is.")
            made.append(pl.DataFrame([text_of(cell) for cell in zip(*part)], schema=types))
    return made


def text_of(cells: Sequence[object]) -> pl.Series:
    """A column's values as text."""
    return pl.Series([as_text(cell) for cell in cells], dtype=pl.String)


def as_text(cell: object) -> str | None:
    """A value as a CSV export would write it: days as 2026-06-30, whole numbers without a point."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        near = cell.tzinfo is not None and date.min.year < cell.year < date.max.year
        local = (cell.astimezone(ZoneInfo(HERE)) if near else cell).replace(tzinfo=None)
        return local.isoformat(sep=" ", timespec="seconds").removesuffix(" 00:00:00")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float | Decimal):
        number = Decimal(str(cell))
        text = format(number, "f") if number.is_finite() else None
        return text.rstrip("0").rstrip(".") if text and "." in text else text
    if isinstance(cell, dict | list):  # JSON that the driver has read
        return json.dumps(cell, ensure_ascii=False)
    return cell.hex() if isinstance(cell, bytes | memoryview) else str(cell)


def why_not(wrong: DBAPIError, name: str) -> Refused:
    """Why a table could not be read, without the driver's own words."""
    state = getattr(wrong.orig, "sqlstate", None) or next(iter(getattr(wrong.orig, "args", ())), "")
    if state in NO_RIGHT:
        what = f"This login may not read the table {name}."
        return Refused(what, do=f"Ask for the right: GRANT SELECT on {name}, and nothing more.")
    what = f"The connection broke off while {name} was being read. Nothing was changed."
    return Refused(what, do="Try again. If it happens again, ask who keeps the database.")

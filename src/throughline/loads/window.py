"""A read-only window on the record, for analysts who read SQL: DuckDB over the snapshot's own Parquet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from throughline.errors import Refused
from throughline.record.journey import TABLES
from throughline.record.rows import SOURCE, SOURCE_LINE, Table
from throughline.returns.tables_out import plain_name


def ask(snapshot: Path, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The headings and rows of one query. Tables are named in small letters (`cp_plans`), columns as
    the record names them, with `source` and `source_line` for where a row came from.

    The connection can read this snapshot's folder and nothing else, and can write nowhere. DuckDB lets write
    where it lets read: so only what is a query, and changes nothing, is run at all.

    Raises `Refused` for anything else, and with what DuckDB says of a query that does not work."""
    window = duckdb.connect()
    for table in TABLES:
        window.execute(f'CREATE VIEW "{plain_name(table.__name__)}" AS {rows_of(table, snapshot)}')
    folder = str(snapshot).replace("'", "''")
    window.execute(f"SET allowed_directories = ['{folder}']")
    window.execute("SET temp_directory = ''")  # what does not fit in memory is not written elsewhere either
    window.execute("SET enable_external_access = false")
    window.execute("SET lock_configuration = true")
    try:
        found = window.execute(one_query(window, query))
        headings = [column[0] for column in found.description or []]
        return headings, found.fetchall()
    except duckdb.Error as error:
        raise Refused(f"That query did not work: {error}", do="Tables: " + ", ".join(names())) from None
    finally:
        window.close()


def one_query(window: duckdb.DuckDBPyConnection, query: str) -> duckdb.Statement:
    """The one statement there is, if it is a query. Raises `Refused` for none, for several, and for what
    would copy, attach, export, create or set something."""
    statements = window.extract_statements(query)
    if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
        raise Refused(
            "The record can be read and not written, by one query at a time.",
            do="Ask one SELECT, SHOW TABLES, DESCRIBE or SUMMARIZE. A PIVOT names its columns: IN (…).",
        )
    return statements[0]


def rows_of(table: type[Table], snapshot: Path) -> str:
    """The query behind a table’s name. In a snapshot written before a table or a column was declared, the
    table is empty, and the column blank."""
    file = snapshot / f"{table.__name__}.parquet"
    here = set(pl.read_parquet_schema(file)) if file.exists() else set()
    wanted = {
        **{c.name: name for name, c in table.columns.items()},
        SOURCE: "source",
        SOURCE_LINE: "source_line",
    }
    cells = [
        f'"{full}" AS "{name}"' if full in here else f'NULL AS "{name}"' for full, name in wanted.items()
    ]
    quoted = str(file).replace("'", "''")
    return f"SELECT {', '.join(cells)} " + (f"FROM read_parquet('{quoted}')" if here else "WHERE false")


def names() -> list[str]:
    """The tables that can be asked about."""
    return [plain_name(table.__name__) for table in TABLES]

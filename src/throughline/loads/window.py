"""A read-only window on the record, for analysts who read SQL: DuckDB over the snapshot's own Parquet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb

from throughline.errors import Refused
from throughline.record.journey import TABLES


def ask(snapshot: Path, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The headings and rows of one query. Tables are named in small letters (`cp_plans`), columns as
    the record names them, with `source` and `source_line` for where a row came from.

    The connection can read this snapshot's folder and nothing else, and can write nowhere."""
    window = duckdb.connect()
    for table in TABLES:
        file = str(snapshot / f"{table.__name__}.parquet").replace("'", "''")
        columns = ", ".join(f'"{c.name}" AS "{name}"' for name, c in table.columns.items())
        window.execute(
            f'CREATE VIEW "{sql_name(table.__name__)}" AS SELECT {columns}, '
            f'"@source" AS source, "@source_line" AS source_line FROM read_parquet(\'{file}\')'
        )
    folder = str(snapshot).replace("'", "''")
    window.execute(f"SET allowed_directories = ['{folder}']")
    window.execute("SET enable_external_access = false")
    window.execute("SET lock_configuration = true")
    try:
        found = window.execute(query)
        headings = [column[0] for column in found.description or []]
        return headings, found.fetchall()
    except duckdb.Error as error:
        raise Refused(f"That query did not work: {error}", do="Tables: " + ", ".join(names())) from None
    finally:
        window.close()


def names() -> list[str]:
    """The tables that can be asked about."""
    return [sql_name(table.__name__) for table in TABLES]


def sql_name(table: str) -> str:
    """CpPlans as an analyst would type it: cp_plans."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", table).lower()

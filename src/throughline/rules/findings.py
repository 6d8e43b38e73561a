"""The rows to blame: which lines of which files, which columns, and whose."""

from __future__ import annotations

import polars as pl

from throughline.record.columns import Id
from throughline.record.rows import ORIGIN, SOURCE, SOURCE_LINE, Table
from throughline.rules.enriching import Frames
from throughline.rules.kinds import Rule
from throughline.rules.words import ROW

FINDINGS: dict[str, pl.DataType] = {
    "rule": pl.String(),
    "year": pl.Int32(),
    "finding": pl.UInt32(),  # rows of one rule and year with the same number are one finding
    "table": pl.String(),
    "source": ORIGIN[SOURCE](),
    "line": ORIGIN[SOURCE_LINE](),
    "columns": pl.List(pl.String),
    "child": pl.String(),
}


def blame(rule: Rule, wrong: pl.DataFrame, frames: Frames, year: int) -> list[pl.DataFrame]:
    """The rows to blame for a rule, table by table."""
    looked_at = rule.looks_at.table
    numbered = wrong.with_columns(pl.col(looked_at.__name__ + ROW).rank("dense").alias("finding"))
    found = []
    for table in rule.tables:
        columns = rule.blamed.get(table.__name__)
        if not columns:
            continue
        rows = (
            numbered.select("finding", row=table.__name__ + ROW).drop_nulls().unique().sort("finding", "row")
        )
        lines = origin(table, frames[table])[rows.get_column("row")]
        said = {"rule": rule.code, "year": year, "table": table.__name__}
        found.append(
            lines.with_columns(
                rows.get_column("finding"),
                *(pl.lit(value).alias(name) for name, value in said.items()),
                columns=pl.lit(columns, pl.List(pl.String)),
            )
        )
    return found


def origin(table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
    """For each row of a table as received: its file, its line, and its child (the table's first id)."""
    child = next((column.name for column in table.columns.values() if isinstance(column, Id)), "")
    names = {"source": SOURCE, "line": SOURCE_LINE, "child": child}
    return frame.select(
        (pl.col(name) if name in frame.columns else pl.lit(None)).alias(said) for said, name in names.items()
    )


def all_findings(parts: list[pl.DataFrame]) -> pl.DataFrame:
    """Findings one under another, in the columns and types of `FINDINGS`."""
    typed = [pl.col(name).cast(dtype) for name, dtype in FINDINGS.items()]
    return pl.concat([pl.DataFrame(schema=FINDINGS), *(part.select(typed) for part in parts)])

"""Any table of the record as one file, for whoever works with figures elsewhere: CSV or Parquet."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from throughline.errors import Refused
from throughline.record.rows import SOURCE, SOURCE_LINE, Table
from throughline.record.snapshots import Snapshot

MARK = "\ufeff"  # without it a spreadsheet takes the file for another alphabet
BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CSV, PARQUET = ".csv", ".parquet"


def plain_name(table: str) -> str:
    """CpPlans as an analyst would type it: cp_plans."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", table).lower()


def plain_table(snapshot: Snapshot, table: type[Table]) -> pl.DataFrame:
    """A table's rows in order, each with the file and the line it came from: the columns and rows that
    `throughline sql` shows, but the file by its name."""
    files = dict(enumerate(source.file for source in snapshot.sources))
    named = pl.col(SOURCE).replace_strict(files, default=None, return_dtype=pl.String)
    columns = [pl.col(column.name).alias(short) for short, column in table.columns.items()]
    came = named.alias("@file"), pl.col(SOURCE_LINE)
    return (
        snapshot.frames[table]
        .select(*columns, *came)
        .rename({"@file": "source_file", SOURCE_LINE: "source_line"})
    )


def check_suffix(file: Path) -> None:
    """Raises `Refused` unless the file's name says how it is to be written."""
    if file.suffix.lower() not in (CSV, PARQUET):
        raise Refused(f"{file.name} is to be what?", do="End its name in .csv or .parquet.")


def write_plain(rows: pl.DataFrame, file: Path, suffix: str) -> None:
    """Write rows as the suffix says. In CSV no cell is one that a spreadsheet takes for a formula; Parquet
    holds every value as it is."""
    if suffix == PARQUET:
        rows.write_parquet(file, compression="zstd")
    else:
        words = [name for name, dtype in rows.schema.items() if dtype == pl.String]
        rows.with_columns(map(guarded_words, words)).write_csv(file, include_bom=True)


def guarded_words(words: str) -> pl.Expr:
    """As `guarded`, for a whole column of text."""
    begins = pl.any_horizontal(pl.col(words).str.starts_with(first) for first in BEGIN_A_FORMULA)
    return pl.when(begins).then(pl.concat_str(pl.lit("'"), words)).otherwise(words).alias(words)


def guarded(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula. Numbers of ours are left alone."""
    text = "" if cell is None else str(cell)
    if isinstance(cell, int | float):
        return text
    return f"'{text}" if text.startswith(BEGIN_A_FORMULA) else text

"""From a published file to tidy rows: code, place, period, year, and a value or its mark.

Every figure of a file is kept, whether a series of ours asks for it or not."""

from __future__ import annotations

import polars as pl

from throughline.comparators.layouts import (
    BETWEEN,
    LAIT_HEADINGS,
    LEVEL,
    LOCAL,
    NATIONAL,
    NUMBER,
    REGION,
    REGIONAL,
    WHEN,
    Layout,
)
from throughline.comparators.marks import MEANINGS, value_or_mark, year_of
from throughline.comparators.places import AREAS, ENGLAND, IN_LAIT
from throughline.errors import Refused

TIDY = pl.Schema(
    {
        "code": pl.String,
        "place": pl.String,
        "period": pl.String,
        "year": pl.Int32,
        "value": pl.Float64,
        "mark": pl.String,
    }
)
LINE = "@line"
A_COUNCIL = r"^\d{3}( / \d{3})*$"  # two that send one return are published as one
FETCH = "Fetch the file again from where it is published."


def tidied(frame: pl.DataFrame, layout: Layout, name: str) -> pl.DataFrame:
    """The figures of a file in the Department's usual layout."""
    figures = layout.figures(frame.columns)
    level = pl.col(LEVEL).str.strip_chars()
    number = pl.col(NUMBER).str.strip_chars()
    place = (
        pl.when(level == NATIONAL)
        .then(pl.lit(ENGLAND))
        .when(level == REGIONAL)
        .then(pl.col(REGION).str.strip_chars())
        .when((level == LOCAL) & number.str.contains(A_COUNCIL))
        .then(number)
    )
    whole = [pl.lit(layout.key), *(pl.col(each).str.strip_chars() for each in layout.filters)]
    long = (
        frame.with_row_index(LINE, offset=2)
        .with_columns(place.alias("place"), pl.concat_str(whole, separator=BETWEEN).alias("@of"))
        .unpivot(on=figures, index=[LINE, "@of", "place", WHEN], variable_name="column", value_name="cell")
        .with_columns(pl.concat_str("@of", "column", separator=BETWEEN).alias("code"))
        .rename({WHEN: "period"})
    )
    return checked(long, name)


def tidied_lait(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    """The figures of LAIT's long file. A council is known by its number; England and the regions, which
    have numbers of their own there, by their names."""
    area = pl.col("area").str.strip_chars().str.to_lowercase()
    number = pl.col("la_number").str.strip_chars().str.extract(r"^(\d{3})(?:\.0)?$")
    place = area.replace_strict(IN_LAIT, default=None, return_dtype=pl.String).fill_null(number)
    long = frame.select(LAIT_HEADINGS).with_row_index(LINE, offset=2).select(
        LINE,
        place.alias("place"),
        pl.col("year").alias("period"),
        pl.lit("value").alias("column"),
        pl.col("value").alias("cell"),
        pl.concat_str(pl.lit("lait"), pl.col("code").str.strip_chars(), separator=BETWEEN).alias("code"),
    )  # fmt: skip
    return checked(long, name)


def checked(long: pl.DataFrame, name: str) -> pl.DataFrame:
    """Rows with their cells read, once nothing is wrong. Lines whose period is no year are passed over: LAIT
    has some of the year 0. Raises `Refused`, naming the line, for a place or cell that cannot be read, and
    where one figure is there twice and differs."""
    nowhere = long.filter(pl.col("place").is_null() | ~known_place())
    if nowhere.height:
        says = f"{name}, line {nowhere.item(0, LINE)}: this is of no council, region or England."
        raise Refused(says, do=FETCH)
    long = long.with_columns(pl.col("period").str.strip_chars())
    years = {text: year_of(text) for text in long["period"].unique()}
    read = {cell: cell_read(long, cell, name) for cell in long["cell"].unique()}
    told = long.with_columns(
        pl.col("period").replace_strict(years, return_dtype=pl.Int32).alias("year"),
        pl.col("cell")
        .replace_strict({c: v for c, (v, _) in read.items()}, return_dtype=pl.Float64)
        .alias("value"),
        pl.col("cell")
        .replace_strict({c: m for c, (_, m) in read.items()}, return_dtype=pl.String)
        .alias("mark"),
    ).filter(pl.col("year").is_not_null())
    rows = told.select(TIDY.names()).unique().sort("code", "place", "year", "period")
    twice = rows.filter(rows.select("code", "place", "year").is_duplicated())
    if twice.height:
        code, place, year = twice.row(0)[0], twice.row(0)[1], twice.row(0)[3]
        raise Refused(f"{name} has two figures of {code}, {AREAS.get(place, place)}, {year}.", do=FETCH)
    return rows


def known_place() -> pl.Expr:
    """Whether a place is a council's number, or a region or England by its code."""
    return pl.col("place").str.contains(A_COUNCIL) | pl.col("place").is_in(list(AREAS))


def cell_read(long: pl.DataFrame, cell: str, name: str) -> tuple[float | None, str]:
    """A cell as value or mark. Raises `Refused`, naming where it first stands, for what is neither."""
    found = value_or_mark(cell)
    if found is None:
        line, column = long.filter(pl.col("cell") == cell).select(LINE, "column").row(0)
        says = f"{name}, line {line}, {column}: “{cell[:40]}” is neither a number nor a mark that is known"
        raise Refused(f"{says} ({', '.join(mark for mark in MEANINGS if mark)}).", do=FETCH)
    return found

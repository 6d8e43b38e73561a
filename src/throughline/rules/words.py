"""The words a rule's test may use beside plain Polars. Each gives an expression, so a rule stays a value
that can be read; what an expression needs is laid on the table once, for all rules (see `enriching`)."""

from __future__ import annotations

import polars as pl

from throughline.record.codes import Codes
from throughline.record.rows import Table

AS_CAME, PREVIOUS, NEXT, SHARING, ROW = "@text", "@previous", "@next", "@sharing", "@row"
YEAR_STARTS, YEAR_ENDS = (
    pl.col("@year_starts"),
    pl.col("@year_ends"),
)  # 1 April and 31 March of the year checked


def as_came(column: pl.Expr) -> pl.Expr:
    """The value as it stood in the file: says that a date is there even where it is no date."""
    return pl.col(column.meta.output_name() + AS_CAME)


def not_a_date(column: pl.Expr) -> pl.Expr:
    """Something is written, and it is not a day of the calendar. Blank is not wrong by this."""
    return as_came(column).is_not_null() & column.is_null()


def previous(column: pl.Expr) -> pl.Expr:
    """The child's value in the row before, after `in_order`; blank in the first row."""
    return pl.col(column.meta.output_name() + PREVIOUS)


def following(column: pl.Expr) -> pl.Expr:
    """The child's value in the row after, after `in_order`; blank in the last row."""
    return pl.col(column.meta.output_name() + NEXT)


def sharing(column: pl.Expr) -> pl.Expr:
    """How many rows of the whole file say the same here, this one among them; blank where it is blank."""
    return pl.col(column.meta.output_name() + SHARING)


def present(table: type[Table]) -> pl.Expr:
    """A row of a table laid alongside was found."""
    return pl.col(table.__name__ + ROW).is_not_null()


def absent(table: type[Table]) -> pl.Expr:
    """No row of a table laid alongside was found."""
    return pl.col(table.__name__ + ROW).is_null()


def some_row(test: pl.Expr, *, per: pl.Expr) -> pl.Expr:
    """Some row with the same value of `per`, in the whole table, passes. A blank `per` is alike to none."""
    return per.is_not_null() & test.fill_null(False).any().over(per)


def found_for(table: type[Table], test: pl.Expr) -> pl.Expr:
    """For this row of the table looked at, some row laid alongside it passes."""
    return test.fill_null(False).any().over(pl.col(table.__name__ + ROW))


def one_of(column: pl.Expr, codes: Codes) -> pl.Expr:
    """The value is one of these codes, in any year; blank is neither in nor out."""
    return column.is_in(list(codes.labels))


def all_blank(*columns: pl.Expr) -> pl.Expr:
    """Nothing is written in any of these."""
    return pl.all_horizontal(column.is_null() for column in columns)


def all_coded(*columns: pl.Expr) -> pl.Expr:
    """Something is written in each of these."""
    return pl.all_horizontal(column.is_not_null() for column in columns)


def birthday(born: pl.Expr, age: int) -> pl.Expr:
    """The day the child reaches this age; for one born on 29 February, the 28th in a common year."""
    return born.dt.offset_by(f"{age}y")

"""Dates as the field counts them: working days, and what came before for the same child."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import polars as pl

from throughline.record.rows import PART, SINCE, UNTIL, months_after, table_of

# England's bank holidays; the file says where they come from.
HOLIDAYS = [
    date.fromisoformat(line)
    for line in files("throughline.record").joinpath("bank_holidays.txt").read_text().splitlines()
    if line and not line.startswith("#")
]
A_DAY = pl.duration(days=1)
NO_DAY = pl.lit(date.min)  # stands for none while days are handed down
FAR_OFF = pl.lit(date(2900, 1, 1))  # stands for an end that has not come


def working_days(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """Working days after `start`, up to and including `end`; blank where either is blank.

    Weekends and England's bank holidays are left out; the day after `start` is day 1
    (Working Together to Safeguard Children; CIN census guide)."""
    return pl.business_day_count(start + A_DAY, end + A_DAY, holidays=HOLIDAYS)


def working_days_after(day: pl.Expr, count: int) -> pl.Expr:
    """The day that is `count` working days after `day`."""
    return day.dt.add_business_days(count, holidays=HOLIDAYS, roll="backward")


def days(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """Days from `start` to `end`."""
    return (end - start).dt.total_days()


def a_year_after(day: pl.Expr) -> pl.Expr:
    """The first day whose own date a year earlier is this day or later: of 29 February, 1 March."""
    return months_after(day, 12)


def of_one_child(column: pl.Expr, *, by: int = 1) -> pl.Expr:
    """Whether the row so many rows before is of the same child, out of the same return. A snapshot keeps
    each return's rows together, and in them each child's in date order."""
    child = pl.col(table_of(column) + ".child")
    return (child == child.shift(by)) & (pl.col(PART) == pl.col(PART).shift(by))


def earlier(column: pl.Expr, *, by: int = 1) -> pl.Expr:
    """The same child's value some rows before, out of the same return."""
    return pl.when(of_one_child(column, by=by)).then(column.shift(by))


def last_day_before(column: pl.Expr) -> pl.Expr:
    """The same child's last such day strictly before this row's own, out of the same return."""
    same = of_one_child(column)
    again = same & (column == column.shift(1))  # twice in one day: as the first of that day
    found = pl.when(again).then(None).when(same).then(column.shift(1)).otherwise(NO_DAY).forward_fill()
    return pl.when(found != NO_DAY).then(found)


def latest(*days: pl.Expr) -> pl.Expr:
    """The last of these days; blank where any is blank: then nobody can say when all had come."""
    known = pl.all_horizontal(day.is_not_null() for day in days)
    return pl.when(known).then(pl.max_horizontal(*days))


def soonest(*days: pl.Expr) -> pl.Expr:
    """The first of these days that is known; blank where none is: an end that has not come."""
    return pl.min_horizontal(*days)


def newest(value: pl.Expr, where: pl.Expr) -> pl.Expr:
    """The same child's value in the last row that passes a test, this one or one before it, out of the same
    return. A row that passes and is blank is passed over."""
    row = pl.int_range(pl.len(), dtype=pl.Int64)
    told = pl.when(where & value.is_not_null()).then(row)
    last = pl.coalesce(told, pl.when(~of_one_child(value).fill_null(False)).then(-1)).forward_fill()
    return value.gather(pl.when(last >= 0).then(last))


def before(value: pl.Expr, where: pl.Expr) -> pl.Expr:
    """As `newest`, of the rows before this one."""
    return pl.when(of_one_child(value)).then(newest(value, where).shift(1))


def next_one(column: pl.Expr) -> pl.Expr:
    """The same child's value in the row after this one, out of the same return."""
    return earlier(column, by=-1)


def first_in_year(day: pl.Expr, where: pl.Expr) -> pl.Expr:
    """Whether no row of the same child is before it in its year to 31 March, of those that pass a test, out
    of the same return; yes of a row that does not pass."""
    return one_in_year(day, where, last=False)


def last_in_year(day: pl.Expr, where: pl.Expr) -> pl.Expr:
    """As `first_in_year`, none after it."""
    return one_in_year(day, where, last=True)


def one_in_year(day: pl.Expr, where: pl.Expr, *, last: bool) -> pl.Expr:
    """Of two on one day only one is it. A row of a day for which its return does not answer is in nobody's
    way."""
    believed = (pl.col(SINCE) <= day).fill_null(True) & (day < pl.col(UNTIL)).fill_null(True)
    place = pl.when(where & believed).then(day).rank("ordinal", descending=last)
    year_to_march = day.dt.offset_by("-3mo").dt.year()
    return (place.over(table_of(day) + ".child", PART, year_to_march) == 1).fill_null(True)

"""Days, out of text. How a column writes its days is settled on evidence: a day is never guessed, and what
cannot be one is a fault, not another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
CLOCK = r"(?:[T ]\d{1,2}:\d{2}.*)?$"  # a case system may put midnight behind the day
ISO = r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})" + CLOCK
SLASHED = r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})" + CLOCK
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
NAMED = rf"^(\d{{1,2}})[ /.\-]({MONTH})[ /.\-](\d{{4}}|\d{{2}})" + CLOCK
YEAR_NAMED = rf"^(\d{{4}})[ /.\-]({MONTH})[ /.\-](\d{{1,2}})" + CLOCK
SERIAL = r"^([2-5]\d{4})(?:\.\d+)?$"  # a spreadsheet's number of a day, from 1954 to 2064
DATED = "|".join((ISO, SLASHED, NAMED, YEAR_NAMED, SERIAL))
FIRST_1900, FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)  # day 0 of a spreadsheet's two ways
SPREAD = timedelta(days=366)  # further ahead than this, a column of a case system has next to no days
PROOF = 3  # months first, against the custom of the country: one slip of a finger is not proof
PIVOT = 50  # a year of two figures: nobody in these files was born before 1951, or leaves after 2050


@dataclass(frozen=True)
class Order:
    """How a column writes its days: whether 01/02 is 1 February, and whether something shows it (some
    number is over 12, or the council said so). `counts_from` is day 0 where days are a spreadsheet's bare
    numbers; `born_by` is the last day that a day of birth can be."""

    day_first: bool
    shown: bool
    counts_from: date | None = None
    born_by: date | None = None


def order_shown(seen: Sequence[tuple[int, int]]) -> Order:
    """How columns write their days, of which so much was seen (see `evidence`)."""
    days, months = sum(days for days, _ in seen), sum(months for _, months in seen)
    month_first = not days and months >= PROOF
    return Order(day_first=not month_first, shown=days > 0 or month_first)


def evidence(text: pl.Series) -> tuple[int, int]:
    """In how many texts the first number cannot be a month and the second can, and the other way round."""
    part = pl.col("text").str.extract
    numbers = text.to_frame("text").select(
        first=part(SLASHED, 1).cast(pl.Int32), second=part(SLASHED, 2).cast(pl.Int32)
    )
    first, second = pl.col("first"), pl.col("second")
    days = first.is_between(13, 31) & second.is_between(1, 12)
    months = second.is_between(13, 31) & first.is_between(1, 12)
    return numbers.select(days.sum().alias("days"), months.sum().alias("months")).row(0)


def has_slashes(text: pl.Series) -> bool:
    """Whether any text is written with slashes (or dots), so that its order matters."""
    return bool(text.str.contains(SLASHED).any())


def looks_dated(text: pl.Series) -> pl.Series:
    """Which texts look like a day in any way that we read."""
    return text.str.contains(DATED)


def all_serial(text: pl.Series) -> bool:
    """Whether a column is a spreadsheet's bare numbers, and nothing else. Where some stand among days in
    words they are not read: the spreadsheet made them of days it misread, day for month."""
    told = text.drop_nulls()
    return bool(len(told)) and bool(told.str.contains(SERIAL).all())


def counted_from(texts: list[pl.Series], today: date) -> date | None:
    """Where the bare numbers of a file count from: from 1900, if from 1904 several would be years to come;
    None if nothing shows it, for nothing in a number speaks for 1904."""
    late = (today + SPREAD - FIRST_1904).days
    numbers = (text.str.extract(SERIAL, 1).cast(pl.Int32) for text in texts)
    return FIRST_1900 if sum((number > late).sum() for number in numbers) >= PROOF else None


def either_way(text: pl.Series) -> pl.Series:
    """Each text as a day where it is the same day read day first or month first (03/03/2020), or is not
    written with slashes; else blank."""
    days, months = as_days(text, Order(True, False)), as_days(text, Order(False, False))
    return pl.select(pl.when(days == months).then(days)).to_series()


def as_days(text: pl.Series, order: Order) -> pl.Series:
    """Each text as a day, blank where it is not one, or one that no child's record can hold (`sensible`)."""
    return sensible(any_days(text, order))


def any_days(text: pl.Series, order: Order) -> pl.Series:
    """Each text as a day of any year, blank where it is not one."""
    if order.counts_from:
        number = pl.col("text").str.extract(SERIAL, 1).cast(pl.Int64)
        return text.to_frame("text").select(order.counts_from + pl.duration(days=number)).to_series()
    if order.day_first and text.str.contains(r"^\d{2}/\d{2}/\d{4}$").all():
        return text.str.to_date("%d/%m/%Y", strict=False)
    if text.str.contains(r"^\d{4}-\d{2}-\d{2}(?:[T ]00:00(?::00(?:\.0+)?)?)?$").all():
        return text.str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    tries = pl.coalesce(iso(), slashed(order), named(order), year_named())
    return text.to_frame("text").select(tries).to_series()


def iso() -> pl.Expr:
    """2026-03-31, and 2026/3/31."""
    part = pl.col("text").str.extract
    return day_of(part(ISO, 1), part(ISO, 2), part(ISO, 3))


def slashed(order: Order) -> pl.Expr:
    """31/03/2026, 31.3.26, or month first. A year of two figures is taken only where something shows the
    order: 01/02/03 says nothing."""
    part = pl.col("text").str.extract
    day, month = (part(SLASHED, 1), part(SLASHED, 2))
    if not order.day_first:
        day, month = month, day
    year = part(SLASHED, 3)
    known = (year.str.len_chars() == 4) | order.shown
    return pl.when(known).then(day_of(whole_year(year, month, day, order), month, day))


def named(order: Order) -> pl.Expr:
    """31-Mar-2026, 31 March 26."""
    part = pl.col("text").str.extract
    day, month = part(NAMED, 1), month_number(part(NAMED, 2))
    return day_of(whole_year(part(NAMED, 3), month, day, order), month, day)


def year_named() -> pl.Expr:
    """2026-Mar-31, as the Department's own tool writes it."""
    part = pl.col("text").str.extract
    return day_of(part(YEAR_NAMED, 1), month_number(part(YEAR_NAMED, 2)), part(YEAR_NAMED, 3))


def month_number(word: pl.Expr) -> pl.Expr:
    """The number of a month, by the first three letters of its name."""
    numbers = {month: str(number) for number, month in enumerate(MONTHS, 1)}
    return word.str.to_lowercase().str.slice(0, 3).replace_strict(numbers, default=None)


def whole_year(year: pl.Expr, month: pl.Expr, day: pl.Expr, order: Order) -> pl.Expr:
    """A year of four figures; of two, the century that a day of birth leaves (nobody is born after today),
    or else that of most days in these files."""
    number = year.cast(pl.Int32)
    recent = number <= PIVOT
    if order.born_by:
        last = order.born_by.year * 10_000 + order.born_by.month * 100 + order.born_by.day
        recent = (2000 + number) * 10_000 + month.cast(pl.Int32) * 100 + day.cast(pl.Int32) <= last
    short = year.str.len_chars() == 2
    return pl.when(short).then(number + pl.when(recent).then(2000).otherwise(1900)).otherwise(number)


def day_of(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """The day of three numbers, blank where there is none such."""
    widths = ((year, 4), (month, 2), (day, 2))
    parts = [part.cast(pl.String).str.zfill(width) for part, width in widths]
    return pl.format("{}-{}-{}", *parts).str.to_date("%Y-%m-%d", strict=False)


def sensible(days: pl.Series) -> pl.Series:
    """Blank for a day that no child's record can hold: year 201, or 20177."""
    inside = pl.col("day").is_between(EARLIEST, LATEST)
    return days.to_frame("day").select(pl.when(inside).then(pl.col("day"))).to_series()

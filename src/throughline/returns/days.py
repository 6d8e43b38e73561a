"""Days, out of text. How a file writes its days is settled on evidence: a day is never guessed, and what
cannot be one is a fault, not another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
CLOCK = r"(?:[T ]\d{1,2}:\d{2}.*)?$"  # a case system may put midnight behind the day
ISO = r"^(\d{4})-(\d{1,2})-(\d{1,2})" + CLOCK
SLASHED = r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})" + CLOCK
PROOF = 3  # months first, against the custom of the country: one slip of a finger is not proof
PIVOT = 50  # a year of two figures: nobody in these files was born before 1951, or leaves after 2050


@dataclass(frozen=True)
class Order:
    """Whether 01/02 is 1 February, and whether the file itself shows it (some number is over 12)."""

    day_first: bool
    shown: bool


def order_of(texts: list[pl.Series]) -> Order:
    """How a file's columns write their days: day first, unless it shows the other and never this."""
    days = sum(over_twelve(text, 1) for text in texts)
    months = sum(over_twelve(text, 2) for text in texts) if not days else 0
    return Order(day_first=months < PROOF, shown=days > 0 or months >= PROOF)


def over_twelve(text: pl.Series, place: int) -> int:
    """How many texts have a number here that cannot be a month, and one beside it that can."""
    parts = text.to_frame("text").select(
        here=pl.col("text").str.extract(SLASHED, place).cast(pl.Int32),
        other=pl.col("text").str.extract(SLASHED, 3 - place).cast(pl.Int32),
    )
    return parts.filter(pl.col("here").is_between(13, 31) & pl.col("other").is_between(1, 12)).height


def has_slashes(text: pl.Series) -> bool:
    """Whether any text is written with slashes (or dots), so that its order matters."""
    return bool(text.str.contains(SLASHED).any())


def as_days(text: pl.Series, order: Order) -> pl.Series:
    """Each text as a day, blank where it is not one."""
    if order.day_first and text.str.contains(r"^\d{2}/\d{2}/\d{4}$").all():
        return sensible(text.str.to_date("%d/%m/%Y", strict=False))
    if text.str.contains(r"^\d{4}-\d{2}-\d{2}$").all():
        return sensible(text.str.to_date("%Y-%m-%d", strict=False))
    day, month = (1, 2) if order.day_first else (2, 1)
    written = pl.col("text").str.extract
    year = written(SLASHED, 3).cast(pl.Int32)
    short = written(SLASHED, 3).str.len_chars() == 2
    full = pl.when(short).then(year + pl.when(year <= PIVOT).then(2000).otherwise(1900)).otherwise(year)
    # A year of two figures is taken only where the file shows its order: 01/02/03 says nothing.
    known = ~short | order.shown
    slashed = pl.when(known).then(day_of(full, written(SLASHED, month), written(SLASHED, day)))
    iso = day_of(written(ISO, 1), written(ISO, 2), written(ISO, 3))
    return sensible(text.to_frame("text").select(pl.coalesce(iso, slashed)).to_series())


def day_of(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """The day of three numbers, blank where there is none such."""
    widths = ((year, 4), (month, 2), (day, 2))
    parts = [part.cast(pl.String).str.zfill(width) for part, width in widths]
    return pl.format("{}-{}-{}", *parts).str.to_date("%Y-%m-%d", strict=False)


def sensible(days: pl.Series) -> pl.Series:
    """Blank for a day that no child's record can hold: year 201, or 20177."""
    inside = pl.col("day").is_between(EARLIEST, LATEST)
    return days.to_frame("day").select(pl.when(inside).then(pl.col("day"))).to_series()

"""What a series of published figures says of itself, and finding one by its code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache

from throughline.catalogue import declared


class Unit(Enum):
    """What a published figure is a number of. The value is how it is said under a chart."""

    NUMBER = "Number"
    PERCENT = "Per cent"
    PER_10_000 = "For every 10,000 children"
    CASES = "Cases for each social worker"
    SCORE = "Score"
    POUNDS = "Pounds"
    POUNDS_A_WEEK = "Pounds a week"

    def written(self, value: float) -> str:
        """A published value in figures, with no more places than were published.

        >>> Unit.PERCENT.written(20.100000000000001), Unit.NUMBER.written(1350), Unit.POUNDS.written(930)
        ('20.1%', '1,350', '£930')
        """
        if self in (Unit.NUMBER, Unit.POUNDS, Unit.POUNDS_A_WEEK):
            return f"{'' if self is Unit.NUMBER else '£'}{value:,.0f}"
        figures = f"{value:,.1f}".removesuffix(".0")
        return f"{figures}%" if self is Unit.PERCENT else figures


class Year(Enum):
    """When a published year ends, as month and day, and how that is said."""

    MARCH_DAY = (3, 31, "on")
    MARCH_YEAR = (3, 31, "year to")
    SEPTEMBER_DAY = (9, 30, "on")
    SEPTEMBER_YEAR = (9, 30, "year to")
    MID_YEAR = (6, 30, "on")
    SCHOOL_YEAR = (8, 31, "school year to")

    def ends(self, year: int) -> date:
        """The last day of a published year.

        >>> Year.MARCH_DAY.ends(2025)
        datetime.date(2025, 3, 31)
        """
        month, day, _ = self.value
        return date(year, month, day)

    def said(self, year: int) -> str:
        """The dates of a published figure in words.

        >>> Year.SEPTEMBER_YEAR.said(2025)
        'year to 30 September 2025'
        """
        last = self.ends(year)
        return f"{self.value[2]} {last.day} {last:%B %Y}"


@dataclass(frozen=True, kw_only=True, eq=False)
class Series:
    """One kind of figure that is published for every council.

    `found_in` are the columns of published files that hold it, the one to be believed first; a series is read
    from the first that is there, never from two. `better` is *higher*, *lower* or blank. `differs` says in
    words where its definition is not that of the measure beside it. `field_code` is its name in the field's
    list of measures, where nothing received can count it: it is *published only* until a source can."""

    code: str
    title: str
    unit: Unit
    year: Year
    found_in: tuple[str, ...]
    better: str = ""
    differs: str = ""
    field_code: str = ""

    @property
    def published_only(self) -> bool:
        """Whether nothing that is received can count it."""
        return bool(self.field_code)


@cache
def every_series() -> dict[str, Series]:
    """Every declared series by its code."""
    return {series.code: series for _, _, series in declared(Series, "throughline.comparators")}

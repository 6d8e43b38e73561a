"""Periods as people say them, and the months a cube holds."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """First and last day, both inside, as people say them. A stock is *as at* the last day."""

    start: date
    end: date

    def __str__(self) -> str:
        return (
            f"as at {said(self.end)}" if self.start == self.end else f"{said(self.start)} to {said(self.end)}"
        )


def said(day: date) -> str:
    """A day in words: 1 June 2026."""
    return f"{day.day} {day:%B %Y}"


def as_at(day: date) -> Period:
    """One day."""
    return Period(day, day)


def months(year: int, month: int, count: int = 1) -> Period:
    """`count` whole months, the first of them this one."""
    last = year * 12 + month - 2 + count
    held = last // 12, last % 12 + 1
    return Period(date(year, month, 1), date(*held, monthrange(*held)[1]))


def quarter(day: date) -> Period:
    """The calendar quarter that holds a day; April to June is the year's first."""
    return months(day.year, (day.month - 1) // 3 * 3 + 1, 3)


def financial_year(year: int) -> Period:
    """April of this year to March of the next."""
    return months(year, 4, 12)


def financial_year_of(day: date) -> Period:
    """1 April to 31 March around a day."""
    return financial_year(day.year - (day.month < 4))


def calendar_year_before(day: date) -> Period:
    """The last calendar year that was over by a day, or ends with it."""
    return months(day.year - (day != date(day.year, 12, 31)), 1, 12)


def census_year_before(day: date) -> Period:
    """The twelve months to the last 31 January by a day: the census of plans is in January."""
    return months(day.year - 1 - (day < date(day.year, 1, 31)), 2, 12)


def year_to(day: date) -> Period:
    """The twelve months that end with this month."""
    return months(day.year - (day.month < 12), day.month % 12 + 1, 12)


def year_before(day: date) -> date:
    """The same date a year earlier; 29 February becomes 28."""
    return months_before(day, 12)


def months_before(day: date, count: int) -> date:
    """The same day of an earlier month, or that month's last day where it has no such day."""
    number = day.year * 12 + day.month - 1 - count
    last = months(number // 12, number % 12 + 1).end.day
    return date(number // 12, number % 12 + 1, min(day.day, last))


def twelve_months_to(day: date) -> Period:
    """The twelve months that end with this very day. Those to 28 February begin on 1 March, in a leap year as
    well: 29 February is in the twelve months that end with it."""
    first = year_before(day) + timedelta(days=1)
    return Period(date(first.year, 3, 1) if (first.month, first.day) == (2, 29) else first, day)


@dataclass(frozen=True)
class Months:
    """The months a cube holds, numbered from nought."""

    year: int
    month: int
    count: int

    @property
    def origin(self) -> int:
        """The first month, counted from the year nought."""
        return self.year * 12 + self.month - 1

    def number(self, day: date) -> int:
        """Which month a day is in; outside the cube it is below nought or `count` and more."""
        return day.year * 12 + day.month - 1 - self.origin

    def span(self, period: Period) -> tuple[int, int] | None:
        """First and last-but-one month, if the period is whole months that are all here."""
        first, last = self.number(period.start), self.number(period.end)
        whole = period == months(period.start.year, period.start.month, last - first + 1)
        return (first, last + 1) if whole and 0 <= first <= last < self.count else None

    def starts(self) -> list[date]:
        """The first day of each month."""
        return [date(m // 12, m % 12 + 1, 1) for m in range(self.origin, self.origin + self.count)]


def months_to(day: date, count: int) -> Months:
    """The `count` months that end with the month of `day`."""
    first = months_before(day, count - 1)
    return Months(first.year, first.month, count)

"""Dates as figures: the days that each may mean, and those that a note beside one gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from throughline.figures.found import Found
from throughline.figures.reading import Figure
from throughline.record.periods import Period, as_at, financial_year_of, months

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
WRITTEN = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)(?:-(?P<day>[0-3]\d))?(?![\d-])")
IN_WORDS = re.compile(
    r"(?:\b(?P<day>\d\d?)(?:st|nd|rd|th)? )?\b(?P<month>[a-z]{3,9}) (?P<year>(?:19|20)\d\d)\b"
)
QUARTER = re.compile(r"\b(?:quarter |q)(?P<number>[1-4])\b(?: (?:of )?(?P<year>(?:19|20)\d\d)[/-]\d\d\b)?")


def is_date(figure: Figure) -> bool:
    """Whether it is a day or a month, not how many of something."""
    return figure.unit.lower().startswith("date")


@lru_cache(maxsize=4096)
def days_of(value: str) -> Period | None:
    """The days that a value may mean: a day, or those of a month; None where it is neither."""
    return next((days for _, days in said_in(value)), None)


def given_otherwise(figures: Sequence[Figure]) -> Iterator[Found]:
    """Each date whose own note names another: what a second sentence of the document says of it, as somebody
    wrote down beside it. A quarter is one of the financial year, of the date's own if none is named."""
    for figure in filter(is_date, figures):
        given = days_of(figure.value)
        other = (
            []
            if given is None
            else [words for words, days in said_in(figure.note, given) if apart(days, given)]
        )
        if other:
            says = f"{figure.said} has two values: the note beside it says {other[0]}."
            yield Found("two values", says, (figure.name,), (figure.name,))


def apart(one: Period, other: Period) -> bool:
    """Whether no day can be both."""
    return one.end < other.start or other.end < one.start


def said_in(text: str, near: Period | None = None) -> Iterator[tuple[str, Period]]:
    """Every day, month and quarter that a text names, in its own words. A quarter without a year is of the
    financial year that `near` is in, and without that is none."""
    for pattern in (WRITTEN, IN_WORDS):
        for each in pattern.finditer(text.lower()):
            if days := days_in(each["year"], each["month"], each["day"]):
                yield text[each.start() : each.end()], days
    for each in QUARTER.finditer(text.lower()):
        begun = int(each["year"]) if each["year"] else near and financial_year_of(near.start).start.year
        if begun:
            number = int(each["number"]) - 1
            yield text[each.start() : each.end()], months(begun + (number == 3), (3 + 3 * number) % 12 + 1, 3)


def days_in(year: str, month: str, day: str | None) -> Period | None:
    """A day, or a month, by its number, its name or the first letters of that; None where the calendar has no
    such day."""
    named = [number for number, name in enumerate(MONTHS, 1) if name.startswith(month)]
    try:
        number = int(month) if month.isdigit() else named[0]
        return as_at(date(int(year), number, int(day))) if day else months(int(year), number)
    except (IndexError, ValueError):
        return None

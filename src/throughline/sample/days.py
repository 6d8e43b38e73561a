"""Days as whole numbers, and England's working days between 2007 and 2034.

A day is its proleptic ordinal (`date.toordinal`): whole numbers are quick to compare and to add to.
`NEVER` stands for "has not happened": it is later than any day, so `end > day` reads as "still open".
"""

from bisect import bisect_right
from calendar import monthrange
from datetime import date
from functools import cache

NEVER = date(9000, 1, 1).toordinal()
FIRST_YEAR, LAST_YEAR = 2007, 2034

# Days given or moved by proclamation (gov.uk/bank-holidays).
EXTRA = (date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8))
MOVED = {date(2012, 5, 28): date(2012, 6, 4), date(2020, 5, 4): date(2020, 5, 8),
         date(2022, 5, 30): date(2022, 6, 2)}  # fmt: skip


def number(year: int, month: int, day: int) -> int:
    """The whole number of a day."""
    return date(year, month, day).toordinal()


@cache
def iso(day: int) -> str:
    """A day as YYYY-MM-DD."""
    return date.fromordinal(day).isoformat()


@cache
def slashed(day: int) -> str:
    """A day as DD/MM/YYYY, the form of the Department's files."""
    return date.fromordinal(day).strftime("%d/%m/%Y")


def _easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _mondays(year: int) -> list[date]:
    """Early May, spring and summer bank holidays, before any was moved."""
    first = date(year, 5, 1).toordinal()
    early = date.fromordinal(first + (7 - (first - 1) % 7) % 7)
    last = [date(year, month, 31).toordinal() for month in (5, 8)]
    return [early, *(date.fromordinal(day - (day - 1) % 7) for day in last)]


def bank_holidays(year: int) -> set[int]:
    """The days of a year on which England does not work, weekends apart."""
    easter = _easter(year).toordinal()
    days = {easter - 2, easter + 1}
    days |= {MOVED.get(day, day).toordinal() for day in _mondays(year)}
    days |= {day.toordinal() for day in EXTRA if day.year == year}
    for month, day in ((1, 1), (12, 25), (12, 26)):
        found = date(year, month, day).toordinal()
        while (found - 1) % 7 >= 5 or found in days:
            found += 1
        days.add(found)
    return days


def _working_days() -> list[int]:
    """Every working day, in order."""
    closed = set[int]().union(*(bank_holidays(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)))
    span = range(number(FIRST_YEAR, 1, 1), number(LAST_YEAR, 12, 31) + 1)
    return [day for day in span if (day - 1) % 7 < 5 and day not in closed]


WORKING = _working_days()
_IS_WORKING = frozenset(WORKING)


def is_working(day: int) -> bool:
    """Whether the council works on this day."""
    return day in _IS_WORKING


def next_working(day: int) -> int:
    """The day itself if worked, or else the first worked after it."""
    return day if day in _IS_WORKING else WORKING[bisect_right(WORKING, day)]


def last_working(day: int) -> int:
    """The day itself if worked, or else the last worked before it."""
    return WORKING[bisect_right(WORKING, day) - 1]


def after(day: int, working: int) -> int:
    """So many working days later; the day after counts as the first."""
    return WORKING[bisect_right(WORKING, day) - 1 + working] if working else day


def before(day: int, working: int) -> int:
    """The last day from which so many working days reach `day`."""
    return WORKING[max(bisect_right(WORKING, day) - 1 - working, 0)]


def working_between(start: int, end: int) -> int:
    """Working days after `start`, up to and including `end`."""
    return bisect_right(WORKING, end) - bisect_right(WORKING, start)


def year_ending(day: int) -> int:
    """The year to 31 March that holds the day, by the year it ends in."""
    found = date.fromordinal(day)
    return found.year + (found.month > 3)


def birthday(born: int, age: int) -> int:
    """The day someone reaches an age; 29 February falls on 1 March."""
    found = date.fromordinal(born)
    if found.month == 2 and found.day == 29:
        return date(found.year + age, 3, 1).toordinal()
    return date(found.year + age, found.month, found.day).toordinal()


def age_on(born: int, day: int) -> int:
    """Whole years of age; below nought before birth."""
    b, d = date.fromordinal(born), date.fromordinal(day)
    return d.year - b.year - ((d.month, d.day) < (b.month, b.day))


def months_before(day: int, many: int) -> int:
    """The same day so many months before, or the last of that month if it is shorter."""
    found = date.fromordinal(day)
    year, month = divmod(found.year * 12 + found.month - 1 - many, 12)
    return date(year, month + 1, min(found.day, monthrange(year, month + 1)[1])).toordinal()


def months(first: date, last: date) -> list[tuple[int, int]]:
    """First and last day of each calendar month from `first`'s to `last`'s."""
    found = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        start = number(year, month, 1)
        year, month = year + month // 12, month % 12 + 1
        found.append((start, number(year, month, 1) - 1))
    return found

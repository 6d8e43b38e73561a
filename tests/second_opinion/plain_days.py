"""Days in plain Python: working days, bank holidays by their rules, months counted back.

Sources: Banking and Financial Dealings Act 1971 and the proclamations under it; Working Together."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

A_DAY = timedelta(days=1)
MOVED = {  # by proclamation: what was taken away, and what was given
    2011: ((), ("04-29",)),
    2012: (("05-28",), ("06-04", "06-05")),
    2020: (("05-04",), ("05-08",)),
    2022: (("05-30",), ("06-02", "06-03", "09-19")),
    2023: ((), ("05-08",)),
}


def easter(year):
    """Easter Sunday, by the Anonymous Gregorian reckoning."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    extra = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    shift = h + extra - 7 * ((a + 11 * h + 22 * extra) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)


def monday(day, step):
    """The first Monday from a day on, forwards or backwards."""
    while day.weekday():
        day += timedelta(days=step)
    return day


def substitutes(*days):
    """Each of these, or the next weekday not taken where it falls on a weekend."""
    taken = {day for day in days if day.weekday() < 5}
    for day in days:
        if day.weekday() >= 5:
            while day.weekday() >= 5 or day in taken:
                day += A_DAY
            taken.add(day)
    return taken


@cache
def bank_holidays(year):
    """England's bank holidays of one year."""
    sunday = easter(year)
    found = substitutes(date(year, 1, 1)) | substitutes(date(year, 12, 25), date(year, 12, 26))
    found |= {sunday - 2 * A_DAY, sunday + A_DAY}
    found |= {monday(date(year, 5, 1), 1), monday(date(year, 5, 31), -1), monday(date(year, 8, 31), -1)}
    away, given = MOVED.get(year, ((), ()))
    found -= {date.fromisoformat(f"{year}-{day}") for day in away}
    return found | {date.fromisoformat(f"{year}-{day}") for day in given}


def is_working(day):
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def working_days(start, end):
    """Working days after `start`, up to and including `end`: the day after is day 1."""
    many = 0
    while start < end:
        start += A_DAY
        many += is_working(start)
    return many


def months_back(day, count):
    """The same date some months earlier; 29 February becomes 28."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day):
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def birthday(born, age):
    """The day a child reaches an age; one born on 29 February, on the 28th of a common year."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 2, 28)

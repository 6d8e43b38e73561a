"""Nights of which no extract came, where one comes every night."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import median
from typing import Any

A_DAY = timedelta(days=1)
BACK = timedelta(days=31)  # a night longer ago than a month is looked for no more
NIGHTLY = 5  # extracts of so many days in that time, and a day apart more often than not
SATURDAY = 5
CAME = ("in", "nothing new")


def nights_missing(lines: Iterable[Mapping[str, Any]], weekends: bool) -> list[date]:
    """The days of the last month, up to the newest extract, of which the log has none. None where extracts
    do not come nightly: a yearly return leaves no gap. What never came is not made up: a page as at such a
    day shows what the next extract says of it."""
    days = sorted({date.fromisoformat(day) for line in lines if line["status"] in CAME for day in told(line)})
    days = [day for day in days if day > days[-1] - BACK]
    steps = [(later - day).days for day, later in zip(days, days[1:])]
    if len(days) < NIGHTLY or median(steps) > 1:
        return []
    between = (days[0] + A_DAY * n for n in range((days[-1] - days[0]).days))
    known = set(days)
    return [day for day in between if day not in known and (weekends or day.weekday() < SATURDAY)]


def told(line: Mapping[str, Any]) -> list[str]:
    """The days that a load's returns are true of; of a line written before they were logged, its record's."""
    return list(line.get("days") or filter(None, [str(line.get("as_at") or "")]))

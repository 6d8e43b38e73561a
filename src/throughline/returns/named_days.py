"""The day in the name of a file or folder: read where it can be read without guessing, with the year first
(2026-11-21, 20261121) or as England writes it (21.11.2026, 21-11-2026, 21st November 2026)."""

from __future__ import annotations

import re
from datetime import date

from throughline.returns.days import EARLIEST, MONTH, MONTHS

BETWEEN = r"[-_. ]"  # what stands between the numbers of a day, the same twice
FORMS = (
    rf"(?P<year>\d{{4}})(?P<a>{BETWEEN})(?P<month>\d\d)(?P=a)(?P<day>\d\d)",
    r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)",  # of this century: any other is a number
    rf"(?P<day>\d\d?)(?P<a>{BETWEEN})(?P<month>\d\d?)(?P=a)(?P<year>\d{{4}})",
    rf"(?<!\d{{4}}[-_])(?P<day>\d\d?)(?i:st|nd|rd|th)?{BETWEEN}*(?P<word>{MONTH}){BETWEEN}*(?P<year>\d{{4}})",
    rf"(?P<year>\d{{4}}){BETWEEN}*(?P<word>{MONTH}){BETWEEN}*(?P<day>\d\d?)",
)
WRITTEN = tuple(re.compile(rf"(?<!\d){form}(?!\d)") for form in FORMS)


def day_named(name: str) -> date | None:
    """The first day that is written in a name; None where none is, or none that can be read in one way alone
    (a year of two figures; the month before the day)."""
    found = ((told.start(), day) for form in WRITTEN for told in form.finditer(name) if (day := day_of(told)))
    return min(found, default=(0, None))[1]


def day_of(told: re.Match[str]) -> date | None:
    """The day that numbers or words make; None where there is none such, or one before any that a file can be
    of. One far ahead is a slip, and is to be said."""
    said = told.groupdict()
    month = MONTHS.index(said["word"][:3].lower()) + 1 if "word" in said else int(said["month"])
    try:
        day = date(int(said["year"]), month, int(said["day"]))
    except ValueError:
        return None
    return day if day >= EARLIEST else None

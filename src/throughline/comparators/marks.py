"""Marks that stand in published files where there is no number, and what each means.

A mark is a value of its own and stays one: none of them is nought, and none is read as *not recorded*."""

from __future__ import annotations

import math
import re

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
YEAR = re.compile(r"(\d{4})(?:[-/](\d{2})(?:-\d{2}/(\d{2}))?)?(?: \(OT\))?")
YEARS = range(1990, 2100)

MEANINGS = {
    "c": "suppressed, so that nobody can be told from it",
    "k": "more than nought, but rounds to it",
    "x": "not available",
    "z": "does not apply",
    "u": "too unreliable to publish",
    "low": "more than nought, but rounds to it",
    "-": "suppressed or not available: the file does not say which",
    "": "left blank in the published file",
}
"""`c`, `k`, `x` and `z` are the Department's; `-` is what LAIT writes for all of them. Of `u` and `low` our
list of facts says nothing: the words are our reading of the Department's files."""


def value_or_mark(text: str) -> tuple[float | None, str] | None:
    """A cell as its number, or no number and its mark; None for what is neither.

    >>> value_or_mark("20.1"), value_or_mark(" c "), value_or_mark(""), value_or_mark("about 20")
    ((20.1, ''), (None, 'c'), (None, ''), None)
    """
    cell = text.strip()
    if NUMBER.fullmatch(cell) and math.isfinite(value := float(cell)):
        return value, ""
    return (None, cell) if cell in MEANINGS else None


def year_of(period: str) -> int | None:
    """The year in which a published period ends; None for what is no period.

    >>> year_of("2025"), year_of("2024-25 (OT)"), year_of("2014-16"), year_of("2013/14-15/16"), year_of("0")
    (2025, 2025, 2016, 2016, None)
    """
    found = YEAR.fullmatch(period.strip())
    if found is None:
        return None
    begins, ends = int(found[1]), found[3] or found[2]
    year = (
        begins if ends is None else begins // 100 * 100 + int(ends) + (100 if int(ends) < begins % 100 else 0)
    )
    return year if year in YEARS else None

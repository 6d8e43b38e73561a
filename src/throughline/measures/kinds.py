"""The kinds of measure. Each reads as its own sentence: *of* these rows, the share *that* …"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

import polars as pl

from throughline.record.journey import TABLE_NAMED
from throughline.record.rows import Events, Rows, Spells, Table


class Better(Enum):
    """Which way is good; *neither* where a change is only news."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NEITHER = "neither is better in itself"


@dataclass(frozen=True, kw_only=True, eq=False)
class Measure:
    """What every measure says of itself.

    `defined_by` is where the definition comes from; `field_code` its name in the list of measures that
    the field keeps, blank where that list has none of the kind; `looks_back` how many months before the
    day or period must be known for the answer to be right; `owned_by` who answers for the definition,
    and `review_by` when they must look at it again."""

    title: str
    why: str
    of: Rows
    defined_by: str
    better: Better = Better.NEITHER
    target: float | None = None
    looks_back: int = 0
    owned_by: str = "Performance and data"
    review_by: date = date(2027, 9, 30)
    field_code: str = ""
    note: str = ""
    examples: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Count(Measure):
    """How many of these events happened in the period."""

    of: Events


@dataclass(frozen=True, kw_only=True, eq=False)
class Stock(Measure):
    """How many children were in these spells on the day."""

    of: Spells


@dataclass(frozen=True, kw_only=True, eq=False)
class Share(Measure):
    """Of these, what share pass: a test of the row, or being in another spell on the day.

    `settles` is the day by which each row has an answer: a row not yet so old is *too early to say*,
    whether or not its answer has already come (or the quick ones alone would be counted)."""

    of: Events | Spells
    that: pl.Expr | Spells
    settles: pl.Expr | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Rate(Measure):
    """How many of these for so many of those: of all children who live here, if not said."""

    of: Events | Spells
    among: Spells | None = None
    per: int = 10_000


@dataclass(frozen=True, kw_only=True, eq=False)
class Typical(Measure):
    """Of these, the middle one: half took less, half took more."""

    of: Events
    middle: pl.Expr
    unit: str = "days"


def tables_of(measure: Measure) -> set[type[Table]]:
    """The tables without which a measure cannot be worked out at all."""
    also = (getattr(measure, "that", None), getattr(measure, "among", None))
    read = {measure.of.table, *(rows.table for rows in also if isinstance(rows, Rows))}
    return read | {TABLE_NAMED["Population"]} if needs_population(measure) else read


def needs_population(measure: Measure) -> bool:
    """Whether its denominator is the children who live here."""
    return isinstance(measure, Rate) and measure.among is None


def columns_of(measure: Measure) -> set[str]:
    """The full names of the columns that a measure's tests read."""
    found = {*measure.of.start.meta.root_names()}
    for rows in (measure.of, getattr(measure, "that", None), getattr(measure, "among", None)):
        if isinstance(rows, Rows):
            tests = [*rows.tests, rows.start, *([rows.end] if isinstance(rows, Spells) else [])]
            found |= {name for test in tests for name in test.meta.root_names()}
    for test in ("that", "middle", "settles"):
        if isinstance(getattr(measure, test, None), pl.Expr):
            found |= set(getattr(measure, test).meta.root_names())
    return {name for name in found if not name.startswith("@")}

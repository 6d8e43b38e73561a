"""The kinds of measure. Each reads as its own sentence: *of* these rows, the share *that* …"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import polars as pl

from throughline.record.journey import TABLE_NAMED
from throughline.record.periods import Period, financial_year_of
from throughline.record.rows import Events, Rows, Spells, Table


class Better(Enum):
    """Which way is good; *neither* where a change is only news."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NEITHER = "neither is better in itself"


@dataclass(frozen=True, kw_only=True, eq=False)
class Measure:
    """What every measure says of itself.

    `year` gives, for a day, the year that its figure is of where that is no year to the day, such as the last
    calendar year that was over. `target` is of every year, or by the year that ends on 31 March of each key,
    until the next that is named.
    `defined_by` is where the definition comes from; `field_code` its name in the list of measures that
    the field keeps, blank where that list has none of the kind; `compare` the code of the published series
    that is its twin, blank where none is; `looks_back` how many months before the
    day or period must be known for the answer to be right; `needs` the columns without which a return that
    tells of their table cannot answer; `owned_by` who answers for the definition,
    and `review_by` when they must look at it again."""

    title: str
    why: str
    of: Rows
    defined_by: str
    better: Better = Better.NEITHER
    year: Callable[[date], Period] | None = None
    target: float | Mapping[int, float] | None = None
    looks_back: int = 0
    needs: tuple[pl.Expr, ...] = ()
    owned_by: str = "Performance and data"
    review_by: date = date(2027, 9, 30)
    field_code: str = ""
    compare: str = ""
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
    that: pl.Expr | Rows
    settles: pl.Expr | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Cohort(Share):
    """Followed from entry: of those who entered in the period, what share came to an event of another kind
    within so many `days`. Only entries that old have an answer; the rest are *too early to say*.

    `within` are the days after which it is told as well. An outcome counts from the day of entry, or from so
    many days after it: `from_day=1` where an entry would be an outcome of its own."""

    of: Events
    that: Events
    days: int = 90
    within: tuple[int, ...] = (30, 90, 180, 365)
    from_day: int = 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Rate(Measure):
    """How many of these for so many of those: of all children who live here, if not said.

    `places` is how many decimals are said, here and below."""

    of: Events | Spells
    among: Events | Spells | None = None
    per: int = 10_000
    places: int = 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Total(Measure):
    """What these add up to: of events in the period, or of spells open on the day. A row that does not say
    what it adds is left out, which is not nought. A `unit` that begins with £ is said before the number."""

    of: Events | Spells
    adds: pl.Expr
    unit: str = ""
    places: int = 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Mean(Measure):
    """Of these, the average."""

    of: Events | Spells
    value: pl.Expr
    unit: str = ""
    places: int = 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Ratio(Measure):
    """What these add up to, for so much of what those add up to. Of rows that are said to add nothing each
    is counted. A ratio of events is made `yearly` where that is said, over a shorter or longer time."""

    of: Events | Spells
    among: Events | Spells
    adds: pl.Expr | None = None
    among_adds: pl.Expr | None = None
    per: float = 1
    yearly: bool = False
    unit: str = ""
    places: int = 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Typical(Measure):
    """Of these, the middle one: half took less, half took more; and between what the middle half lies.

    Of events `middle` is a number. Of spells it is the day from which each is told: how long they have gone
    on by the day asked about, in days."""

    of: Events | Spells
    middle: pl.Expr
    unit: str = "days"


ASKED = ("that", "middle", "settles", "adds", "value", "among_adds")


def target_on(measure: Measure, day: date) -> float | None:
    """The target that holds on a day, of the year to 31 March that it is in; None where none was set yet."""
    if not isinstance(measure.target, Mapping):
        return measure.target
    begun = [year for year in measure.target if year <= financial_year_of(day).end.year]
    return measure.target[max(begun)] if begun else None


def value_of(measure: Measure) -> pl.Expr | None:
    """What a measure reads of each row beside whether it counts: a number, or the day that it is told from;
    None where it only counts."""
    if isinstance(measure, Typical):
        return measure.middle
    if isinstance(measure, Mean):
        return measure.value
    return measure.adds if isinstance(measure, Total | Ratio) else None


@cache
def measure_among(measure: Measure) -> Measure | None:
    """What a rate or a ratio is among, as a measure of its own; None where it is of the children who live
    here, or of nothing. It is the same one whoever asks."""
    if not isinstance(measure, Rate | Ratio) or measure.among is None:
        return None
    among, adds = measure.among, measure.among_adds if isinstance(measure, Ratio) else None
    if adds is not None:
        return Total(of=among, adds=adds, **named_as(measure))
    if isinstance(among, Spells):
        return Stock(of=among, **named_as(measure))
    return Count(of=among, **named_as(measure))


def named_as(measure: Measure) -> Any:
    """What a measure of a measure's own has of it."""
    return {"title": measure.title, "why": measure.why, "defined_by": measure.defined_by, "examples": ""}


def keeps_values(measure: Measure) -> bool:
    """Whether something is kept of each row beside whether it counts: its value, or, of a cohort, after how
    many days it came to what is asked."""
    return isinstance(measure, Cohort) or value_of(measure) is not None


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
    asked: list[pl.Expr] = []
    for rows in (measure.of, getattr(measure, "that", None), getattr(measure, "among", None)):
        if isinstance(rows, Rows):
            asked += [*rows.tests, rows.start, *([rows.end] if isinstance(rows, Spells) else [])]
            asked += [] if rows.each is None else [rows.each]
    asked += [test for name in ASKED if isinstance(test := getattr(measure, name, None), pl.Expr)]
    found = {name for test in asked for name in test.meta.root_names()}
    return {name for name in found if not name.startswith("@")}

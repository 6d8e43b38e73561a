"""Asking of published figures: from the files received, or else from the table that comes with the software.

A series is read from one file, never from two: the first of its columns that a received file has; only where
none has it, the shipped table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import polars as pl

from throughline.comparators import shipped
from throughline.comparators.kept import Kept, current, in_use
from throughline.comparators.marks import MEANINGS
from throughline.comparators.places import Places
from throughline.comparators.series import Series


@dataclass(frozen=True)
class Figure:
    """A published figure: a value, or none and the mark in its place."""

    year: int
    period: str
    value: float | None
    mark: str

    @property
    def meaning(self) -> str:
        """What the mark means; blank where there is a value."""
        return "" if self.value is not None else MEANINGS[self.mark]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """One series: its figures by place and year, and the file and column that they are from. `at` is when
    that file was received; None where it came with the software."""

    series: Series
    by_place: Mapping[str, Mapping[int, Figure]]
    file: str
    found_in: str
    at: datetime | None
    note: str = ""

    def of(self, place: str, year: int) -> Figure | None:
        """The figure of a place; None where the file has no line of it."""
        return self.by_place.get(place, {}).get(year)

    def years(self) -> list[int]:
        """Every year there is a line of, the first first."""
        return sorted({year for years in self.by_place.values() for year in years})


@dataclass(frozen=True, eq=False)
class Library:
    """Everything published that can be asked for. `kept` are the files received, the last to come first;
    `read` remembers the series that were asked for."""

    kept: tuple[Kept, ...]
    places: Places
    read: dict[str, Figures | None] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: tuple[Kept, ...]) -> Library:
        """The files received, and what comes with the software where they say nothing."""
        places = shipped.places()
        for one in reversed(kept):
            if one.places:
                before = places.by_number
                places = Places({**before, **{place.number: place for place in one.places}})
                for number, place in before.items():
                    for model, near in place.neighbours.items():
                        if number in places.by_number and model not in places.by_number[number].neighbours:
                            places = places.with_neighbours(model, {number: near})
            if one.model:
                places = places.with_neighbours(one.model, one.neighbours)
        return cls(kept, places)

    def figures(self, series: Series) -> Figures | None:
        """A series, read once; None where neither a file received nor the shipped table has it.

        Raises `Refused` where the figures kept are damaged."""
        if series.code not in self.read:
            self.read[series.code] = self.found(series)
        return self.read[series.code]

    def found(self, series: Series) -> Figures | None:
        """A series in the files received, or else in the shipped table."""
        for code in series.found_in:
            for one in self.kept:
                if code in one.codes:
                    rows = one.rows().filter(pl.col("code") == code)
                    return of_rows(series, rows, one.file, code, one.at, self.note(code))
        if series.code in shipped.sources():
            code, file = shipped.sources()[series.code]
            rows = shipped.figures().filter(pl.col("code") == series.code)
            return of_rows(series, rows, file, code, None, self.note(code))
        return None

    def note(self, code: str) -> str:
        """LAIT's own words of a column, where its notes were received; otherwise blank."""
        return next((one.notes[code] for one in self.kept if code in one.notes), "")


def of_rows(
    series: Series, rows: pl.DataFrame, file: str, code: str, at: datetime | None, note: str
) -> Figures:
    """Tidy rows of one series, by place and year."""
    by_place: dict[str, dict[int, Figure]] = {}
    for place, period, year, value, mark in rows.select(
        "place", "period", "year", "value", "mark"
    ).iter_rows():
        by_place.setdefault(place, {})[year] = Figure(year, period, value, mark)
    return Figures(series=series, by_place=by_place, file=file, found_in=code, at=at, note=note)


def library(home: Path) -> Library:
    """What a home has of published figures; opened anew only when another file has come.

    Raises `Refused` where what is kept is damaged."""
    return opened(home, current(home))


@lru_cache(maxsize=4)
def opened(home: Path, names: tuple[str, ...]) -> Library:
    """The library of these files."""
    return Library.of(tuple(in_use(home)) if names else ())

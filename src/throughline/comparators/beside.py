"""One council's published figure of a year beside its neighbours', its region's and England's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median

from throughline.comparators.library import Figure, Figures
from throughline.comparators.places import ENGLAND, Model, Neighbour, Place


@dataclass(frozen=True, kw_only=True)
class Beside:
    """The published figures of one year. A figure is None where the file has no line of the place; one with
    a mark has no value. `middle`, `low` and `high` are of the `known` neighbours that have a value, and blank
    where none has. `place` is the council's own among those and itself, the highest value first; `level` is
    how many of those have the very same value as itself."""

    year: int
    ends: date
    own: Figure | None
    near: tuple[tuple[Neighbour, Figure | None], ...]
    region: Figure | None
    england: Figure | None
    middle: float | None
    low: float | None
    high: float | None
    known: int
    place: int | None
    level: int = 0

    @property
    def ranked(self) -> int:
        """How many councils the place is among: the neighbours that have a value, and the council itself."""
        return self.known + 1


def beside(figures: Figures, council: Place, model: Model, year: int) -> Beside:
    """The figures of one published year."""
    own = figures.of(council.number, year)
    near = tuple((each, figures.of(each.number, year)) for each in council.neighbours.get(model, ()))
    values = [found.value for _, found in near if found is not None and found.value is not None]
    mine = own.value if own is not None else None
    return Beside(
        year=year,
        ends=figures.series.year.ends(year),
        own=own,
        near=near,
        region=figures.of(council.region, year),
        england=figures.of(ENGLAND, year),
        middle=median(values) if values else None,
        low=min(values, default=None),
        high=max(values, default=None),
        known=len(values),
        place=None if mine is None or not values else 1 + sum(value > mine for value in values),
        level=values.count(mine) if mine is not None else 0,
    )


def years_to(figures: Figures, council: Place, day: date) -> list[int]:
    """The published years that had ended by a day and have a line of the council, the first first."""
    years = figures.by_place.get(council.number, {})
    return sorted(year for year in years if figures.series.year.ends(year) <= day)

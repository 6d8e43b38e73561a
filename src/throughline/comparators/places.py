"""Councils, the regions they are in, England, and ten neighbours of each by the Department's two models.

A council is known by the Department's three figures (807), which stay when a boundary or an ONS code
changes; a region, and England, by their ONS codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from throughline.errors import Refused

Model = Literal["2025", "2021"]
MODELS: tuple[Model, ...] = get_args(Model)
ENGLAND = "E92000001"
REGIONS = {
    "E12000001": "North East",
    "E12000002": "North West",
    "E12000003": "Yorkshire and the Humber",
    "E12000004": "East Midlands",
    "E12000005": "West Midlands",
    "E12000006": "East of England",
    "E12000007": "London",
    "E12000008": "South East",
    "E12000009": "South West",
}
PARTS_OF_LONDON = {"E13000001": "Inner London", "E13000002": "Outer London"}
LONDON = "E12000007"
AREAS = {ENGLAND: "England", **REGIONS, **PARTS_OF_LONDON}

IN_LAIT = {
    "england": ENGLAND,
    "london (inner)": "E13000001",
    "london (outer)": "E13000002",
    **{name.lower(): code for code, name in (REGIONS | PARTS_OF_LONDON).items()},
}
"""England and the regions by their names as files write them, in small letters."""


@dataclass(frozen=True)
class Neighbour:
    """A council near another in what it is like, and how near the model says that it is."""

    number: str
    closeness: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """A council: `neighbours` are ten by each model, the nearest first; none where a model has none."""

    number: str
    gss: str
    name: str
    region: str
    neighbours: Mapping[Model, tuple[Neighbour, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Places:
    """Every council by its number."""

    by_number: Mapping[str, Place]

    @classmethod
    def of(cls, places: Iterable[Place]) -> Places:
        """The same, by number."""
        return cls({place.number: place for place in places})

    def council(self, gss: str) -> Place:
        """The council of an ONS code. Raises `Refused` where there is none."""
        for place in self.by_number.values():
            if gss and place.gss == gss:
                return place
        raise Refused(
            f"“{gss}” is no council that has published figures of children’s services.",
            do="Give the nine signs of the council’s ONS code, such as E06000003.",
        )

    def name(self, place: str) -> str:
        """What a place is called; its own number where nothing names it."""
        known = self.by_number.get(place)
        return AREAS.get(place) or (known.name if known else place)

    def with_neighbours(self, model: Model, found: Mapping[str, tuple[Neighbour, ...]]) -> Places:
        """The same councils with the neighbours that a newer file gives them."""
        changed = {
            number: replace(place, neighbours={**place.neighbours, model: found[number]})
            for number, place in self.by_number.items()
            if number in found
        }
        return Places({**self.by_number, **changed})


def region_of(code: str) -> str:
    """The region that a code is of: inner and outer London are London's."""
    return LONDON if code in PARTS_OF_LONDON else code

"""The table that comes with the software: published figures for England, its nine regions, two councils and
their neighbours, and every council's neighbours. Figures only, in our own layout; `shipping` makes it.

shipped/series.csv    for each series, the published file and column it was taken from
shipped/figures.csv   a line for each series and place, a column for each year; blank where nothing is known
shipped/places.csv    every council: number, ONS code, name, region, and ten neighbours by each model
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polars as pl

from throughline.comparators.marks import value_or_mark
from throughline.comparators.places import MODELS, Model, Neighbour, Place, Places
from throughline.comparators.tidying import TIDY

HERE = Path(__file__).with_name("shipped")
SERIES, FIGURES, PLACES = "series.csv", "figures.csv", "places.csv"
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0: statistics of the "
    "Department for Education and of the Office for National Statistics. © Crown copyright."
)
CLOSENESS = {"e": "Extremely close", "v": "Very close", "c": "Close", "s": "Somewhat close", "n": "Not close"}
NOTHING = "."  # a year for which the series has no line of the place: blank is a mark of its own


def lines(name: str) -> Iterator[dict[str, str]]:
    """The lines of a table, those that begin with # aside."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))


@cache
def sources() -> dict[str, tuple[str, str]]:
    """Each series shipped: the column its figures are from, and the file."""
    return {line["series"]: (line["found_in"], line["file"]) for line in lines(SERIES)}


@cache
def figures() -> pl.DataFrame:
    """Every figure shipped, in the form of `TIDY`; `code` is the series' own."""
    rows = []
    for line in lines(FIGURES):
        for year, cell in line.items():
            if year.isdigit() and cell != NOTHING:
                value, mark = value_or_mark(cell) or (None, "")
                rows.append((line["series"], line["place"], year, int(year), value, mark))
    return pl.DataFrame(rows, schema=TIDY, orient="row")


@cache
def places() -> Places:
    """Every council, with its neighbours by both models."""
    return Places.of(
        Place(
            number=line["number"],
            gss=line["gss"],
            name=line["name"],
            region=line["region"],
            neighbours={model: near for model in MODELS if (near := neighbours(line, model))},
        )
        for line in lines(PLACES)
    )


def neighbours(line: dict[str, str], model: Model) -> tuple[Neighbour, ...]:
    """Ten neighbours as they are written: 868v 851c …"""
    return tuple(Neighbour(each[:3], CLOSENESS[each[3]]) for each in line[model].split())

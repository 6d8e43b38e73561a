"""Makes the table that comes with the software from a folder of the Department's published files:

python -m throughline.comparators.shipping FOLDER

For England, the nine regions, the councils named below and all their neighbours by either model. Run it when
a year has been published, read the difference, and commit it."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

import polars as pl

from throughline.comparators.files import Published, files_in, read_published
from throughline.comparators.places import ENGLAND, MODELS, REGIONS, Place, Places
from throughline.comparators.series import Series, every_series
from throughline.comparators.shipped import ATTRIBUTION, CLOSENESS, FIGURES, HERE, NOTHING, PLACES, SERIES
from throughline.errors import Refused

FOR = ("E06000002", "E06000003")
"""The councils whose neighbours the table is for: those that the sample's boroughs stand for."""
LETTER = {words: letter for letter, words in CLOSENESS.items()}


def made(read: Sequence[Published]) -> dict[str, str]:
    """The tables shipped, by file name. Raises `Refused` where councils or neighbours are not among what was
    read."""
    places = Places.of(place for one in read for place in one.places)
    for one in read:
        if one.model:
            places = places.with_neighbours(one.model, one.neighbours)
    wanted = [ENGLAND, *REGIONS, *sorted(near(places))]
    found = [(series, *source) for series in every_series().values() if (source := source_of(series, read))]
    return {
        SERIES: table(
            ("series", "found_in", "file"), [(each.code, code, one.file) for each, code, one in found]
        ),
        FIGURES: figures(found, wanted),
        PLACES: table(("number", "gss", "name", "region", *MODELS), map(line_of, places.by_number.values())),
    }


def near(places: Places) -> set[str]:
    """The councils the table is for, and every neighbour of theirs."""
    own = [places.council(gss) for gss in FOR]
    others = {each.number for place in own for model in MODELS for each in place.neighbours.get(model, ())}
    return {place.number for place in own} | others


def source_of(series: Series, read: Sequence[Published]) -> tuple[str, Published] | None:
    """The first column of a series that a file has, and the file."""
    return next(((code, one) for code in series.found_in for one in read if code in one.codes), None)


def figures(found: Sequence[tuple[Series, str, Published]], wanted: Sequence[str]) -> str:
    """A line for each series and place, a column for each year."""
    rows: dict[tuple[str, str], dict[int, str]] = {
        (s.code, place): {} for s, _, _ in found for place in wanted
    }
    for series, code, one in found:
        mine = one.rows.filter((pl.col("code") == code) & pl.col("place").is_in(wanted))
        for place, year, value, mark in mine.select("place", "year", "value", "mark").iter_rows():
            rows[series.code, place][year] = mark if value is None else short(value)
    years = sorted({year for cells in rows.values() for year in cells})
    several = ((*key, *(cells.get(year, NOTHING) for year in years)) for key, cells in rows.items() if cells)
    return table(("series", "place", *map(str, years)), several)


def short(value: float) -> str:
    """A value without what a workbook's arithmetic added to it: 20.100000000000001 is 20.1."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def line_of(place: Place) -> tuple[str, ...]:
    """A council and its neighbours, as they are written."""
    several = (
        " ".join(f"{each.number}{LETTER[each.closeness]}" for each in place.neighbours.get(model, ()))
        for model in MODELS
    )
    return (place.number, place.gss, place.name, place.region, *several)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV table under its attribution."""
    text = StringIO()
    text.write(f"# {ATTRIBUTION}\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue()


def read_folder(folder: Path) -> list[Published]:
    """Every published file of a folder that is known."""
    read = []
    for file in files_in(folder):
        try:
            read.append(read_published(file))
        except Refused as refused:
            print(refused.what, file=sys.stderr)
    return read


if __name__ == "__main__":
    for name, text in made(read_folder(Path(sys.argv[1]))).items():
        (HERE / name).write_text(text, encoding="utf-8")

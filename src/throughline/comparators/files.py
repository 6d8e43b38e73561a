"""Tells a published file by its headings, and reads it: figures, neighbours, councils, or LAIT's notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from throughline.comparators.layouts import (
    BETWEEN,
    LAIT_HEADINGS,
    LAIT_NOTES_HEADINGS,
    LAYOUTS,
    layout_of,
)
from throughline.comparators.neighbour_files import councils, neighbours_in
from throughline.comparators.places import Model, Neighbour, Place
from throughline.comparators.reading import bytes_of, table_of
from throughline.comparators.tidying import TIDY, tidied, tidied_lait
from throughline.errors import Refused

LAIT, NOTES = "Local authority interactive tool (LAIT)", "Notes on LAIT's measures"
MOST_FILES = 200


@dataclass(frozen=True, kw_only=True)
class Published:
    """What one published file says. `rows` are figures, in the form of `TIDY`; what a file does not hold is
    empty. `notes` are LAIT's own words of each of its codes."""

    file: str
    title: str
    rows: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=TIDY))
    model: Model | None = None
    neighbours: Mapping[str, tuple[Neighbour, ...]] = field(default_factory=dict)
    places: Sequence[Place] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def codes(self) -> set[str]:
        """The series it has figures of."""
        return set(self.rows["code"].unique())


def is_wanted(file: Path) -> bool:
    """Whether a file of a folder may be a published one, by the end of its name."""
    return (
        file.is_file() and file.name.lower().endswith((".csv", ".csv.gz")) and not file.name.startswith(".")
    )


def files_in(path: Path) -> list[Path]:
    """The file, or every CSV file of the folder. Raises `Refused` where there is none, or too many."""
    found = sorted(each for each in path.iterdir() if is_wanted(each)) if path.is_dir() else [path]
    if not found or not all(each.is_file() for each in found):
        raise Refused(
            f"There is no CSV file in {path.name or path}.", do="Name a published file, or its folder."
        )
    if len(found) > MOST_FILES:
        raise Refused(
            f"{path.name} holds more than {MOST_FILES} files.", do="Name a folder of published files."
        )
    return found


def read_published(file: Path) -> Published:
    """A published file, read. Raises `Refused` where it is none that is known, or is not as it must be."""
    name = file.name
    frame = table_of(bytes_of(file), name)
    headings = set(frame.columns)
    if layout := layout_of(headings):
        return Published(file=name, title=layout.title, rows=tidied(frame, layout, name))
    if set(LAIT_HEADINGS) <= headings:
        return Published(file=name, title=LAIT, rows=tidied_lait(frame, name))
    if set(LAIT_NOTES_HEADINGS) <= headings:
        return Published(file=name, title=NOTES, notes=notes_of(frame))
    if {"new_la_code", "sn1_gss", "sn10_closeness"} <= headings:
        return Published(file=name, title="Councils, regions and neighbours", places=councils(frame, name))
    if near := neighbours_in(frame, name):
        title = f"Statistical neighbours, {near[0]}"
        return Published(file=name, title=title, model=near[0], neighbours=near[1])
    known = "; ".join(
        [LAIT, *(layout.title for layout in LAYOUTS), "statistical neighbours of 2021 and 2025"]
    )
    raise Refused(f"{name} is no published file that is known by its headings.", do=f"Known are: {known}.")


def notes_of(frame: pl.DataFrame) -> dict[str, str]:
    """LAIT's description of each measure, by the code that its figures have."""
    rows = frame.select("Measure_short", "Description").iter_rows()
    return {f"lait{BETWEEN}{code.strip()}": " ".join(text.split()) for code, text in rows if text.strip()}

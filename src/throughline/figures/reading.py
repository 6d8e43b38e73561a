"""A set of figures as a CSV file: area, period, topic, measure, breakdown, value, unit, perhaps a note."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from throughline.errors import Refused

LARGEST = 20 * 2**20  # bytes
MOST = 20_000  # rows: more than any report prints
LONGEST = 2_000  # letters in a cell
LONGEST_NAME = 60
HEADINGS = {
    "area": ("area", "council", "place"),
    "period": ("period", "date", "year"),
    "topic": ("table_or_topic", "topic", "table"),
    "measure": ("measure",),
    "breakdown": ("breakdown", "group"),
    "value": ("value", "figure"),
    "unit": ("unit",),
    "note": ("note", "remark", "comment"),
}
NEED_NOT_BE = ("breakdown", "note")
LAYOUT = "Its first line must have the headings area, period, topic, measure, breakdown, value and unit."


@dataclass(frozen=True)
class Figure:
    """One figure as it was printed. `name` is what its file calls it (a column `id`), or else its line;
    `note` is what somebody wrote beside it."""

    name: str
    area: str
    period: str
    topic: str
    measure: str
    breakdown: str
    value: str
    unit: str
    note: str = ""

    @property
    def number(self) -> float | None:
        """The value as a number; None where it is none (a date, a mark, *not available*)."""
        try:
            return float(self.value.replace(",", "").removesuffix("%"))
        except ValueError:
            return None

    @property
    def said(self) -> str:
        """What it is and of when, for a finding."""
        part = f", {self.breakdown}" if self.breakdown else ""
        return f"{self.name} ({self.measure}{part}, {self.period}: {self.value})"


def read_figures(file: Path) -> list[Figure]:
    """Every figure of a file. Raises `Refused`, in words, for a file that is none, or too large."""
    try:
        if file.stat().st_size > LARGEST:
            raise Refused(
                f"{file.name} has more than 20 MB.", do="Give figures alone, without what they are of."
            )
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as wrong:
        raise Refused(f"{file} cannot be read: {wrong.strerror}.", do="Check its name.") from None
    except UnicodeDecodeError:
        raise Refused(f"{file.name} is not a text in UTF-8.", do="Save it as CSV UTF-8.") from None
    return figures_in(file.name, text)


def figures_in(name: str, text: str, most: int | None = None) -> list[Figure]:
    """Every figure of a text, of a file of this name: parted by commas, or by tabs as pasted from a sheet.
    Raises `Refused`, in words, for a text without the headings, and for more than so many figures."""
    rows = text.splitlines()
    between = "\t" if rows and "\t" in rows[0] else ","
    lines = csv.reader(rows, delimiter=between, strict=True)
    try:
        headings = [cell.strip().lower() for cell in next(lines, [])]
        places = {field: place_of(headings, others) for field, others in HEADINGS.items()}
        missing = [field for field, place in places.items() if place is None and field not in NEED_NOT_BE]
        if missing:
            raise Refused(f"{name} has no column {', '.join(missing)}.", do=LAYOUT)
        found = [figure(cells, places, headings, lines.line_num) for cells in lines if any(cells)]
    except csv.Error as wrong:
        raise Refused(f"{name}, line {lines.line_num}: {wrong}.", do="Save it as CSV again.") from None
    most = MOST if most is None else most
    if len(found) > most:
        raise Refused(f"{name} has {len(found):,} figures; {most:,} are as many as can be.", do="Part it.")
    return found


def place_of(headings: list[str], others: tuple[str, ...]) -> int | None:
    """Where the first of these headings is."""
    return next((headings.index(each) for each in others if each in headings), None)


def figure(cells: list[str], places: dict[str, int | None], headings: list[str], line: int) -> Figure:
    """One row; what is not there is blank."""

    def cell(place: int | None) -> str:
        return cells[place].strip()[:LONGEST] if place is not None and place < len(cells) else ""

    name = cell(headings.index("id"))[:LONGEST_NAME] if "id" in headings else ""
    return Figure(name=name or f"line {line}", **{field: cell(place) for field, place in places.items()})

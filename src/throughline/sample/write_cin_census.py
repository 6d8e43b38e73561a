"""Writes the CIN census: one XML file a year, each element on a line of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast
from xml.sax.saxutils import escape

from throughline.sample.as_at import AsAt
from throughline.sample.cin_census_rows import Census, Element, children
from throughline.sample.days import iso, year_ending

INDENT = "  "


def _lines(element: Element, depth: int) -> Iterator[str]:
    """An element as lines: one that only holds others opens and closes on its own."""
    name, inside = element
    margin = INDENT * depth
    if not isinstance(inside, list):
        yield f"{margin}<{name}>{escape(str(inside))}</{name}>\n"
        return
    yield f"{margin}<{name}>\n"
    for each in cast("list[Element]", inside):
        yield from _lines(each, depth + 1)
    yield f"{margin}</{name}>\n"


def _header(census: Census) -> Element:
    collection = [
        ("Collection", "CIN"),
        ("Year", census.ending),
        ("ReferenceDate", f"{census.ending}-03-31"),
    ]
    source = [
        ("SourceLevel", "L"),
        ("LEA", census.at.authority.number),
        ("SoftwareCode", "Sample"),
        ("Release", "1"),
        ("SerialNo", "001"),
        ("DateTime", f"{iso(census.at.day)}T18:00:00"),
    ]
    return "Header", [("CollectionDetails", collection), ("Source", source)]


def write_cin_census(folder: Path, at: AsAt) -> None:
    """The census of the last complete year, and that of the year so far."""
    folder.mkdir(parents=True, exist_ok=True)
    for ending in (year_ending(at.day) - 1, year_ending(at.day)):
        census = Census(at, ending)
        path = folder / f"CIN census {ending - 1}-{ending % 100:02d}.xml"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n')
            file.writelines(_lines(_header(census), 1))
            file.write(f"{INDENT}<Children>\n")
            for child in children(census):
                file.writelines(_lines(child, 2))
            file.write(f"{INDENT}</Children>\n</Message>\n")

"""The Department's XML messages: a header and what is told, each element on a line of its own."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast
from xml.sax.saxutils import escape

from throughline.sample.authority import Authority

Element = tuple[str, object]  # a name, and words, or the elements inside
INDENT = "  "


def write_message(path: Path, header: Element, within: str, elements: Iterable[Element]) -> None:
    """One file: the header, and the elements within another of this name."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n')
        file.writelines(lines_of(header, 1))
        file.write(f"{INDENT}<{within}>\n")
        for element in elements:
            file.writelines(lines_of(element, 2))
        file.write(f"{INDENT}</{within}>\n</Message>\n")


def header(authority: Authority, collection: str, year: int, true_of: str, written: str) -> Element:
    """Whose it is, and the day it is true of; `written` is the day it was made."""
    details = [("Collection", collection), ("Year", year), ("ReferenceDate", true_of)]
    source = [
        ("SourceLevel", "L"),
        ("LEA", authority.number),
        ("SoftwareCode", "Sample"),
        ("Release", "1"),
        ("SerialNo", "001"),
        ("DateTime", f"{written}T18:00:00"),
    ]
    return "Header", [("CollectionDetails", details), ("Source", source)]


def lines_of(element: Element, depth: int) -> Iterator[str]:
    """An element as lines: one that only holds others opens and closes on its own."""
    name, inside = element
    margin = INDENT * depth
    if not isinstance(inside, list):
        yield f"{margin}<{name}>{escape(str(inside))}</{name}>\n"
        return
    yield f"{margin}<{name}>\n"
    for each in cast("list[Element]", inside):
        yield from lines_of(each, depth + 1)
    yield f"{margin}</{name}>\n"

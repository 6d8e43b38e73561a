"""Read one XML file, and nothing else: run as a process of its own, because a hostile file kills or hangs
its reader. Given a folder, `main` reads `file` there and writes what is in it to `read.json` beside it.

Any element with elements inside it is a row of the table named for it; those inside it that hold words are
its cells; one that comes again begins another row. So no return need be known here."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from throughline.returns.child_process import limit

MOST_ROWS = 5_000_000  # in the whole file: fifty times the largest census we know of
MOST_KINDS = 500  # of elements, and of cells of one
EXACT_LINES = 65_535  # from here on the parser counts lines to the end of the words inside, not the start
TOO_MANY, DOCTYPE, NO_XML = 3, 4, 5  # exit codes
HARDENED = {
    "load_dtd": False,
    "no_network": True,
    "resolve_entities": False,
    "huge_tree": False,  # the parser's own limits hold: depth 256, 10 MB of words, entities made of entities
    "remove_comments": True,
    "remove_pis": True,
}

Cells = dict[str, str | int]


class TooMany(Exception):
    """More rows, or more kinds of element, than any return has."""


class Declares(Exception):
    """The file has a document type."""


class Open:
    """An element that has begun: its name, its number in the file, and the words inside it so far."""

    def __init__(self, name: str, number: int) -> None:
        self.name, self.number = name, number
        self.leaves = 0
        self.cells: list[tuple[str, str]] = []


class Tables:
    """Rows by the name of their element, each with its line and the numbers of the elements round it."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Cells]] = {}
        self.kinds: dict[str, set[str]] = {}
        self.left = MOST_ROWS

    def add(self, element: Open, line: int, around: list[Open]) -> None:
        """The rows of an element that has ended: one, and one more for each cell that comes again."""
        if not element.leaves:
            return  # it only holds others
        kinds = self.kinds.setdefault(element.name, set())
        rows = self.rows.setdefault(element.name, [])
        here: Cells = {"@line": line, **{f"@{each.name}": each.number for each in (*around, element)}}
        for row in rows_of(element):
            rows.append({**here, **row})
            kinds.update(row)
            self.left -= 1
        if self.left < 0 or len(kinds) > MOST_KINDS or len(self.kinds) > MOST_KINDS:
            raise TooMany

    def columns(self) -> dict[str, dict[str, list[str | int | None]]]:
        """The same by columns: for each element, its headings, and under each the cells."""
        return {
            name: {key: [row.get(key) for row in rows] for key in dict.fromkeys(k for r in rows for k in r)}
            for name, rows in self.rows.items()
        }


def rows_of(element: Open) -> list[dict[str, str]]:
    """An element's cells as rows."""
    rows: list[dict[str, str]] = [{}]
    for name, words in element.cells:
        if name in rows[-1]:
            rows.append({})
        rows[-1][name] = words
    return rows


def tables_of(events: Iterator[tuple[str, Any]]) -> tuple[str, Tables]:
    """The outermost element's name, and all rows, out of elements as they begin and end."""
    tables, numbers, root = Tables(), count(1), ""
    around: list[Open] = []
    for event, element in events:
        if event == "start":
            if not around:
                root = plain(element)
                if element.getroottree().docinfo.doctype:
                    raise Declares
            around.append(Open(plain(element), next(numbers)))
            continue
        ended = around.pop()
        if len(element):
            tables.add(ended, line_of(element), around)
            element.clear(keep_tail=True)
        elif around:
            around[-1].leaves += 1
            if words := (element.text or "").strip():
                around[-1].cells.append((ended.name, words))
    return root, tables


def plain(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1]


def line_of(element: Any) -> int:
    """The line an element begins on."""
    line = int(element.sourceline)
    return line if line < EXACT_LINES else line - (element.text or "").count("\n")


def read(folder: Path, encoding: str | None) -> int:
    """Every row of the file, or why there is none: 0, or an exit code."""
    from lxml import etree  # here, so that the limits hold for it too

    told: dict[str, object]
    code = 0
    with (folder / "file").open("rb") as file:
        try:
            events = etree.iterparse(file, events=("start", "end"), encoding=encoding, **HARDENED)
            root, tables = tables_of(events)
            told = {"root": root, "tables": tables.columns()}
        except TooMany:
            return TOO_MANY
        except Declares:
            return DOCTYPE
        except etree.XMLSyntaxError as wrong:
            told, code = {"line": wrong.lineno or 1}, NO_XML
    (folder / "read.json").write_text(json.dumps(told))
    return code


def main() -> None:
    """Read the file in the folder named by the first argument, within limits; a second argument is the
    encoding of its letters, where the file itself is wrong about them."""
    limit()
    sys.exit(read(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None))

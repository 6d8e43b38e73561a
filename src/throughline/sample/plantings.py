"""What `--dirty` plants: the form of a planting, and the files it is planted in.

Each `Planting` of this room is found by looking. It changes the files of a borough in few, known places, and
says of each what Throughline ought to say. Lines are counted as Throughline counts them: the heading is line
1."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from throughline.sample.write_annex_a import Lists, write_lists

FIRST, LATER = "first", "later"
Row = dict[str, Any]


@dataclass(frozen=True)
class Planted:
    """One place where something is wrong, and how it is to be found.

    `found` says where: *listed* (a fault of the load), *left aside* (the file is, and the others are read),
    *check* (`throughline check` finds it: `says` is the number of the rule), *held* (the load is) or *read*
    (it is read all the same, and nothing is said). `line` and `column` are blank for a whole file."""

    file: str
    line: int | None
    column: str
    found: str
    says: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Planting:
    """One kind of fault. `row` is its number in the list of faults that a load must survive (renamed
    headings 10, letters 11, days 12 and 13, numbers of children 14, …)."""

    kind: str
    row: int
    plant: Callable[[Files], Iterator[Planted]]


@dataclass(eq=False)
class Sheet:
    """A CSV file, or a list of the workbook. `cells` are its lines, the headings among them; `written` turns
    the finished text into the bytes of the file."""

    name: str
    cells: list[list[Any]]
    written: Callable[[str], bytes] = field(default=lambda text: text.encode())
    used: set[int] = field(default_factory=set)
    at: int = 3

    @property
    def headings(self) -> list[str]:
        """The first line."""
        return self.cells[0]

    def row(self, line: int) -> Row:
        """A line, by its headings."""
        return dict(zip(self.headings, self.cells[line - 1]))

    def free(self, where: Callable[[Row], bool] = lambda row: True) -> int:
        """A line that nothing has been planted in, and that passes the test."""
        while self.at < len(self.cells):
            self.at += 1
            if self.at not in self.used and where(self.row(self.at)):
                self.used.add(self.at)
                return self.at
        raise LookupError(f"{self.name} has no line left to plant in")

    def put(self, column: str, value: object, where: Callable[[Row], bool] = lambda row: True) -> int:
        """Writes a value into the next free line; gives the line."""
        line = self.free(lambda row: bool(row[column]) and where(row))
        self.change(line, column, value)
        return line

    def change(self, line: int, column: str, value: object) -> None:
        """Writes a value into a line."""
        self.used.add(line)
        self.cells[line - 1][self.headings.index(column)] = value

    def add(self, cells: list[Any]) -> int:
        """Writes a further line at the end; gives its number."""
        self.cells.append(list(cells))
        self.used.add(len(self.cells))
        return len(self.cells)

    def listed(self, line: int | None, column: str, says: str) -> Planted:
        """It ought to be listed."""
        return Planted(self.name, line, column, "listed", says)

    def checked(self, line: int, column: str, rule: str) -> Planted:
        """A rule ought to find it."""
        return Planted(self.name, line, column, "check", rule)

    def read(self, line: int | None = None, column: str = "") -> Planted:
        """It ought to be read all the same, and nothing said."""
        return Planted(self.name, line, column, "read", "")

    def aside(self, says: str) -> Planted:
        """The file ought to be left aside."""
        return Planted(self.name, None, "", "left aside", says)


@dataclass(eq=False)
class Census:
    """A CIN census, as lines. A fault in an element's words is told by the line its holder begins on."""

    name: str
    lines: list[str]
    at: int = 200

    def put(self, element: str, line: str) -> int:
        """Writes a line in place of the next element of this name; gives the number of the line
        that the element round it begins on."""
        self.at = next(n for n in range(self.at + 400, len(self.lines)) if f"<{element}>" in self.lines[n])
        old = self.lines[self.at]
        margin = len(old) - len(old.lstrip())
        self.lines[self.at] = " " * margin + line
        holders = range(self.at, 0, -1)
        return 1 + next(n for n in holders if self.lines[n].startswith(" " * (margin - 2) + "<"))

    def listed(self, line: int | None, column: str, says: str) -> Planted:
        """It ought to be listed."""
        return Planted(self.name, line, column, "listed", says)


class Files:
    """The files of a borough on their way to being dirty. What is changed is written by `save`."""

    def __init__(self, folder: Path, day: date, lists: Lists) -> None:
        self.folder, self.day, self.clean = folder, day, lists
        self.ssd = f"ssd_{day.isoformat()}"
        self.book = f"annex_a_{day.isoformat()}/Annex A {day.isoformat()}.xlsx"
        self.year = max(path.name for path in (folder / FIRST / "ssda903").iterdir())
        self.sheets: dict[str, Sheet] = {}
        self.census = self._census()
        self.lists = {
            number: Sheet(f"{FIRST}/{self.book}, sheet “List {number}”", [list(row) for row in rows])
            for number, rows in lists.items()
        }

    def _census(self) -> Census:
        newest = max((self.folder / FIRST / "cin_census").iterdir())
        name = newest.relative_to(self.folder).as_posix()
        return Census(name, newest.read_text(encoding="utf-8").split("\n"))

    def dataset(self, table: str) -> Sheet:
        """A table of the dataset."""
        return self.csv(f"{self.ssd}/{table}.csv")

    def returned(self, name: str) -> Sheet:
        """A file of the newest SSDA903."""
        return self.csv(f"ssda903/{self.year}/{name}.csv")

    def csv(self, place: str) -> Sheet:
        """A CSV file, by its place."""
        name = f"{FIRST}/{place}"
        if name not in self.sheets:
            with (self.folder / name).open(encoding="utf-8", newline="") as file:
                self.sheets[name] = Sheet(name, list(csv.reader(file)))
        return self.sheets[name]

    def beside(self, name: str, data: bytes) -> Sheet:
        """A file that no case system writes, beside the others."""
        sheet = Sheet(f"{FIRST}/beside/{name}", [])
        path = self.folder / sheet.name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return sheet

    def save(self) -> None:
        """Writes every file that something was planted in."""
        for sheet in self.sheets.values():
            text = StringIO()
            csv.writer(text, lineterminator="\n").writerows(sheet.cells)
            (self.folder / sheet.name).write_bytes(sheet.written(text.getvalue()))
        (self.folder / self.census.name).write_text("\n".join(self.census.lines), encoding="utf-8")
        self.save_lists(f"{FIRST}/{self.book}", {n: sheet.cells for n, sheet in self.lists.items()})

    def save_lists(self, place: str, lists: Mapping[int, list[list[Any]]]) -> None:
        """Writes a workbook of Annex A."""
        write_lists(self.folder / place, self.day, lists)

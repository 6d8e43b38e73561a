"""Little tables in the source: at once the test, the documentation and the sign-off sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from throughline.record.periods import Period, as_at
from throughline.record.rows import Table

YES = {"yes": True, "no": False, "": None}
TEXT = "@text"  # `DOB@text` beside `DOB`: the value as it came, for a date that is none
HEADING = re.compile(
    r"(?P<table>\w+)(?P<when> from (?P<start>[\d-]+) to (?P<end>[\d-]+)| as at (?P<at>[\d-]+))?"
    r"(, known at (?P<known>[\d-]+))?(: (?P<answer>.+))?"
)


@dataclass(frozen=True)
class Example:
    """One little table: its rows, and for each row the answers expected of it.

    Its heading says which table, over which period, known when, and the number that comes of it:
    `Name`, `Name from D to D: answer` or `Name as at D: answer`, each perhaps with `, known at D`
    before the colon. Columns that end in `?` are answers; a last column with no name is for notes.
    A row may leave columns of its table out: they are blank.
    """

    table: type[Table]
    period: Period | None
    known_at: date | None
    answer: str | None
    rows: list[dict[str, object]] = field(default_factory=list)
    answers: list[dict[str, str]] = field(default_factory=list)

    def frame(self) -> pl.DataFrame:
        """The rows, under full column names, with every column of the table."""
        as_came: dict[str, type[pl.DataType]] = {
            name: pl.String for row in self.rows for name in row if name.endswith(TEXT)
        }
        return pl.DataFrame(self.rows, schema=self.table.schema() | as_came)


def read_examples(text: str, tables: Iterable[type[Table]]) -> list[Example]:
    """The little tables of one declaration, parted by blank lines; only these `tables` may be named.

    Raises ValueError, in words, where one cannot be read."""
    named = {table.__name__: table for table in tables}
    return [read_block(lines, named) for lines in blocks(text)]


def blocks(text: str) -> list[list[str]]:
    """The lines of each little table; they are parted by blank lines."""
    return [block.strip().splitlines() for block in re.split(r"\n\s*\n", text.strip())]


def read_block(lines: list[str], tables: dict[str, type[Table]]) -> Example:
    """One little table: its heading, the names of its columns, a rule, and a line for each row."""
    found = HEADING.fullmatch(lines[0].strip())
    if found is None or found["table"] not in tables or bool(found["when"]) != bool(found["answer"]):
        raise ValueError(f"“{lines[0].strip()}” does not head an example of {', '.join(tables)}.")
    if len(lines) < 3:
        raise ValueError(f"The example of {found['table']} has no columns.")
    example = Example(tables[found["table"]], period(found), day(found["known"]), found["answer"])
    names = cells(lines[1])
    readers = {name: dtype for name in names if (dtype := dtype_of(name, example.table))}
    for line in lines[3:]:
        if len(cells(line)) > len(names):
            raise ValueError(f"“{line.strip()}” has more cells than {example.table.__name__} has columns.")
        row = dict(zip(names, cells(line)))
        example.rows.append(
            {
                f"{example.table.__name__}.{name}": read(row[name], readers[name])
                for name in row
                if name in readers
            }
        )
        example.answers.append({name: cell for name, cell in row.items() if name.endswith("?")})
    return example


def cells(line: str) -> list[str]:
    """What stands between the bars."""
    return [cell.strip() for cell in line.split("|")]


def dtype_of(name: str, table: type[Table]) -> type[pl.DataType] | None:
    """What a column of an example holds; none for answers and notes."""
    if not name or name.endswith("?"):
        return None
    short = name.removesuffix(TEXT)
    if short not in table.columns:
        raise ValueError(f"{table.__name__} has no column {name}. It has: {', '.join(table.columns)}.")
    return table.columns[name].dtype if short == name else pl.String


def period(found: re.Match[str]) -> Period | None:
    """The days a heading names, if any."""
    if at := day(found["at"]):
        return as_at(at)
    start, end = day(found["start"]), day(found["end"])
    return Period(start, end) if start and end else None


def day(said: str | None) -> date | None:
    """A day as written in an example: 2026-06-30."""
    return date.fromisoformat(said) if said else None


def read(cell: str, dtype: type[pl.DataType]) -> object:
    """What a cell says, by the kind of its column; blank is blank."""
    if dtype is pl.Boolean:
        if cell not in YES:
            raise ValueError(f"“{cell}” is neither yes, no nor blank.")
        return YES[cell]
    if dtype is pl.Date:
        return day(cell)
    return (float(cell) if dtype is pl.Float64 else cell) if cell else None

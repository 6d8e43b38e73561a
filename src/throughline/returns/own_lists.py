"""Local lists: a list for each of the record's own tables, read by what the table itself declares. Nothing is
written here for any one of them.

A heading is a column's name in words (`weekly_cost`: “Weekly cost”), or the sentence about it, or one of the
usual turns of it. What may stand in a column of codes is a code or its label."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from throughline.record.columns import Code, Column, Date, Flag, Id, Number, Text
from throughline.record.composing import OWN
from throughline.record.rows import Event, Table
from throughline.returns.headings import (
    Headed,
    HeadedCode,
    HeadedDate,
    HeadedFlag,
    HeadedId,
    HeadedNumber,
    HeadedText,
)
from throughline.returns.kinds import CsvOrWorkbook, Fill, Return
from throughline.returns.own_parts import a_part_each
from throughline.returns.tables_out import plain_name

HEADED: Mapping[type[Column], type[Headed]] = {
    Date: HeadedDate,
    Text: HeadedText,
    Id: HeadedId,
    Code: HeadedCode,
    Flag: HeadedFlag,
    Number: HeadedNumber,
}
TURNS: Mapping[str, tuple[str, ...]] = {
    "child": ("child id", "child's id", "child unique id", "person id"),
    "started": ("start", "start date", "date started", "from"),
    "ended": ("end", "end date", "date ended", "to"),
}
DATE_TURNS, ID_TURNS = ("date {}", "{} date", "{} on"), ("{} id", "{} number", "{} reference")


def in_words(name: str) -> str:
    """CourtCases, or court_cases, as “court cases”."""
    return plain_name(name).replace("_", " ")


def heading_in_words(short: str) -> str:
    """What stands above a column of a local list."""
    return in_words(short).capitalize()


def headed(table: type[Table], column: Column) -> Headed:
    """A column of the record, as it is headed in a local list."""
    words = in_words(column.short)
    turns = {Date: DATE_TURNS, Id: ID_TURNS}.get(type(column), ())
    also = (column.about, column.short, *TURNS.get(column.short, ()), *(turn.format(words) for turn in turns))
    known_by = column.required or column.short in getattr(table, "known_by", ())
    kind = HEADED[type(column)]
    return kind(heading_in_words(column.short), *also, required=known_by, codes=column.codes)


def list_of(table: type[Table]) -> type[Table]:
    """The local list of a table of the record: the same columns, each under its heading."""
    columns = {short: headed(table, column) for short, column in table.columns.items()}
    return type(f"{table.__name__}List", (Table,), {"__doc__": table.__doc__, **columns})


LISTS: Mapping[type[Table], type[Table]] = {
    table: list_of(table) for table in sorted(OWN, key=lambda table: table.__name__)
}

COULD_HAPPEN_TWICE = frozenset(  # on one day; of a time from one day to another, two cannot be the same
    local for table, local in LISTS.items() if issubclass(table, Event)
)

LOCAL_LISTS = Return(
    title="Local lists",
    holds="what the council keeps in lists of its own, to the day each is true of",
    rank=8,
    files={in_words(table.__name__): local for table, local in LISTS.items()},
    could_happen_twice=COULD_HAPPEN_TWICE,
    passes_over="about this column$",
    reads=CsvOrWorkbook(day_first=True),
    made_by=a_part_each,
    fills=tuple(
        Fill(table, rows=local, **{short: pl.col(column.name) for short, column in local.columns.items()})
        for table, local in LISTS.items()
    ),
)

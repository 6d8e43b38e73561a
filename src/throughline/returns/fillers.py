"""Fillers: what a script or a spreadsheet writes where there is nothing to write. They are *not recorded*,
and said once a column, with how many there were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from throughline.errors import Fault
from throughline.record.columns import Column
from throughline.record.periods import said
from throughline.record.rows import SOURCE, Table
from throughline.returns.headings import heading_of
from throughline.returns.kinds import Csv

LEAVE_BLANK = "Record what is so; or have the extract leave it blank."
Fillers = Mapping[type[Table], Mapping[str, tuple[str, ...]]]


def without(column: pl.Expr, *fillers: str) -> pl.Expr:
    """A column, blank where it holds a filler."""
    return pl.when(~column.is_in(fillers)).then(column)


def left_blank(named: str, heading: str, many: int, filler: str) -> Fault:
    """So many fillers of a column of a file were left blank."""
    says = f"{many:,} {'is' if many == 1 else 'are'} “{filler}”, a filler; left blank: not recorded."
    return Fault(named, None, heading, says, LEAVE_BLANK)


def words_left_blank(named: str, column: Column, cells: pl.Series, fillers: Sequence[str]) -> list[Fault]:
    """A fault for each filler that stands in a column's cells."""
    found = cells.filter(cells.is_in(list(fillers))).value_counts(sort=True).rows() if fillers else []
    return [left_blank(named, heading_of(column), many, filler) for filler, many in sorted(found)]


def days_left_blank(named: str, column: Column, days: pl.Series, reads: Csv) -> list[Fault]:
    """A fault for each day that is a filler in a column."""
    found = [(day, days.filter(days == day).len()) for day in reads.filler_days]
    return [left_blank(named, heading_of(column), many, said(day)) for day, many in found if many]


def fillers_sent(
    tables: Mapping[type[Table], pl.DataFrame], fillers: Fillers, names: Sequence[str]
) -> list[Fault]:
    """A fault for each filler of each file of a return whose tables keep them, for its checks to see."""
    faults = []
    for table, columns in fillers.items():
        for short, words in columns.items() if table in tables else ():
            column = table.columns[short]
            lines = tables[table].filter(pl.col(column.name).is_in(words))
            found = lines.group_by(SOURCE, column.name).len().sort(SOURCE, column.name)
            faults += [left_blank(names[n], heading_of(column), many, word) for n, word, many in found.rows()]
    return faults

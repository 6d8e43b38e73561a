"""A list of children none of whom is in any other file of the return: their numbers are most likely written
in two ways, and each child would be two."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from throughline.errors import Fault
from throughline.record.columns import Id
from throughline.record.rows import SOURCE, Table
from throughline.returns.kinds import Return
from throughline.returns.together import Tables

WRITTEN = "Look whether their numbers are written in the same way in all files."


def strangers(given: Return, tables: Tables, names: Sequence[str]) -> list[Fault]:
    """A fault if the return's list of children, the first that it must have, shares none with the others."""
    children, *_ = given.must_have
    told = {table: lines[name].drop_nulls() for table, lines in tables.items() if (name := child_of(table))}
    mine = told.pop(children)
    theirs = pl.concat([mine.clear(), *told.values()])
    if not len(mine) or not len(theirs) or mine.is_in(theirs.implode()).any():
        return []
    sources = tables[children].get_column(SOURCE).unique().sort()
    says = "none of its children is in any other file of the return."
    return [Fault(names[source], None, None, says, WRITTEN) for source in sources]


def child_of(table: type[Table]) -> str | None:
    """The column of a return's table that says whose each line is."""
    return next(
        (
            column.name
            for short, column in table.columns.items()
            if isinstance(column, Id) and (short == "CHILD" or short.endswith("_person_id"))
        ),
        None,
    )

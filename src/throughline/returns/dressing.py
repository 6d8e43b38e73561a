"""What an export puts round a value so that a spreadsheet leaves it alone, or a spreadsheet behind it:
="0012", '0012, 12.0. The same child without it would be another, so it is taken off, and said once a
column."""

from __future__ import annotations

import polars as pl

from throughline.errors import Fault
from throughline.record.columns import Column, Id, Text
from throughline.returns.headings import heading_of

WRAPPED = r'^="(.*)"$'
QUOTED = r"^['’](\d.*)$"
DECIMAL = r"^(\d+)\.0$"
LOOK = "Make sure of it."


def undressed(file: str, column: Column, text: pl.Series) -> tuple[pl.Series, list[Fault]]:
    """The values of a column as they are meant, and a fault if any was dressed. A point and a nought behind
    a number go only where all the column's are so: else they may be part of it."""
    faults = []
    for pattern, as_in in kinds_of(column, text):
        count = int(text.str.contains(pattern).sum())
        if count:
            says = f"{count:,} cells are written as {as_in}; they were read as “12”, without the rest."
            faults.append(Fault(file, None, heading_of(column), says, LOOK))
            text = text.str.replace(pattern, "$1")
    return pl.select(pl.when(pl.lit(text) != "").then(pl.lit(text))).to_series() if faults else text, faults


def kinds_of(column: Column, text: pl.Series) -> list[tuple[str, str]]:
    """The dressings to look for in a column, and how each is shown."""
    found = [(WRAPPED, '“="12"”')]
    if not isinstance(column, Text):
        found.append((QUOTED, "“'12”"))
    told = text.drop_nulls()
    if isinstance(column, Id) and len(told) and told.str.contains(DECIMAL).all():
        found.append((DECIMAL, "“12.0”"))
    return found

"""The example row of a local list's template: how it is written, and how it is known when it was left in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from throughline.errors import Fault
from throughline.record.columns import Column, Date, Flag, Id, Number
from throughline.record.rows import Table
from throughline.returns.filling import faults_of
from throughline.returns.headings import heading_of

EXAMPLE = "EXAMPLE"  # stands where a child, or whatever else a row is about, has its number
VALUES: Mapping[type[Column], object] = {Date: date(2026, 4, 1), Flag: True, Number: 1.0, Id: EXAMPLE}
WORDS = "Words"


def example_of(table: type[Table]) -> dict[str, object]:
    """The example row, typed, by the columns' short names."""
    return {
        short: next(iter(column.codes.labels)) if column.codes else VALUES.get(type(column), WORDS)
        for short, column in table.columns.items()
    }


def without_example(
    table: type[Table], local: type[Table], lines: pl.DataFrame, names: Sequence[str]
) -> tuple[pl.DataFrame, list[Fault]]:
    """The lines of a table's local list but the example, and a fault for one that somebody began to fill."""
    subject = local.columns[table.subject]
    is_example = (pl.col(subject.name).str.to_uppercase() == EXAMPLE).fill_null(False)
    left_in = lines.filter(is_example)
    changed = pl.any_horizontal(
        pl.col(local.columns[short].name).ne(pl.lit(value)).fill_null(False)
        for short, value in example_of(table).items()
        if short != table.subject
    )
    says = "this is the template’s example, with other cells changed; the line is set aside."
    faults = faults_of(left_in.filter(changed), names, heading_of(subject), says, aside=True)
    return lines.filter(~is_example), faults

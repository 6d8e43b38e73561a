"""What rows say of the group they are in: the values of a column, perhaps put together under other names."""

from __future__ import annotations

import polars as pl

from throughline.counting.timeline import Ints
from throughline.record.breakdowns import Breakdown
from throughline.record.child import Child
from throughline.record.journey import TABLE_NAMED
from throughline.record.rows import PART
from throughline.record.snapshots import Snapshot

FLAGS = {True: "Yes", False: "No"}


class Sayings:
    """The columns of a snapshot as a breakdown reads them; each is read once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.said: dict[tuple[str, Breakdown], pl.Series] = {}
        self.occur: dict[tuple[str, Breakdown], list[str]] = {}
        self.codes: dict[tuple[str, Breakdown, tuple[str, ...]], Ints] = {}

    def values(self, column: str) -> pl.Series:
        """A column (by its full name) as it is."""
        return self.snapshot.frames[TABLE_NAMED[column.split(".")[0]]].get_column(column)

    def read(self, column: str, by: Breakdown) -> pl.Series:
        """What each row of a column says, in the words of the breakdown's groups."""
        if (column, by) not in self.said:
            self.said[column, by] = self.in_groups(self.values(column), by)
        return self.said[column, by]

    def in_groups(self, values: pl.Series, by: Breakdown) -> pl.Series:
        """Yes and no for a flag; the name a value is put under; what another list says of it."""
        if values.dtype == pl.Boolean:
            return values.replace_strict(FLAGS, return_dtype=pl.String)
        if by.into is not None:
            return values.cast(pl.String).replace(by.into)
        if by.through is not None:
            key, wanted = (expression.meta.output_name() for expression in by.through)
            rows = self.snapshot.frames[TABLE_NAMED[key.split(".")[0]]].select(key, wanted).drop_nulls()
            return values.cast(pl.String).replace_strict(
                dict(rows.iter_rows()), default=None, return_dtype=pl.String
            )
        return values

    def groups_in(self, column: str, by: Breakdown) -> list[str]:
        """The groups that occur in a column, in rows of the returns that answer for its table: a team as
        another return names it is no group of its own."""
        if (column, by) not in self.occur:
            table, said = TABLE_NAMED[column.split(".")[0]], self.read(column, by)
            if table is not Child:
                answering = {cover.part for cover in self.snapshot.covers.get(table, ())}
                said = said.filter(self.snapshot.frames[table].get_column(PART).is_in(answering))
            self.occur[column, by] = said.drop_nulls().unique().to_list()
        return self.occur[column, by]

    def encode(self, column: str, by: Breakdown, labels: tuple[str, ...]) -> Ints:
        """The place of each row's group among the labels."""
        if (column, by, labels) not in self.codes:
            code = self.read(column, by).cast(pl.Enum(labels), strict=False).to_physical().cast(pl.Int64)
            self.codes[column, by, labels] = code.fill_null(0).to_numpy()
        return self.codes[column, by, labels]

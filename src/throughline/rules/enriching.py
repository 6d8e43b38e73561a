"""The tables of one year, made ready once for all rules: typed, in order, with what lies beside them.

Only columns that some rule reads are made. What two recipes share is made once and kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl

from throughline.record.columns import Id
from throughline.record.rows import Table
from throughline.rules.recipes import Alongside, Furthest, InOrder, Recipe, Step, Where, key
from throughline.rules.words import AS_CAME, NEXT, PREVIOUS, ROW, SHARING

Frames = Mapping[type[Table], pl.DataFrame]
SAYS = "@says"  # all that a row says, as one number
DAY = "%d/%m/%Y"  # how a return writes one


class Enriched:
    """The tables of one year, and what rules lay beside their rows."""

    def __init__(self, frames: Frames, year: int, reads: frozenset[str]) -> None:
        self.frames, self.reads = frames, reads
        self.year = {"@year_starts": date(year - 1, 4, 1), "@year_ends": date(year, 3, 31)}
        self.kept: dict[tuple[object, ...], pl.DataFrame] = {}

    def base(self, table: type[Table], steps: tuple[Step, ...]) -> pl.DataFrame:
        """The rows of a recipe before its tests; made on first asking."""
        name = key(table, steps)
        if name not in self.kept:
            self.kept[name] = (
                self.take(steps[-1], table, self.base(table, steps[:-1])) if steps else self.ready(table)
            )
        return self.kept[name]

    def ready(self, table: type[Table]) -> pl.DataFrame:
        """A table with the columns that are read, each row numbered as it came."""
        frame = self.frames[table].with_row_index(table.__name__ + ROW)
        have, columns = set(frame.columns), [pl.col(table.__name__ + ROW)]
        for column in table.columns.values():
            value = (
                pl.col(column.name) if column.name in have else pl.lit(None, column.dtype).alias(column.name)
            )
            if self.wanted(column.name) or isinstance(column, Id):
                columns.append(value)
            if self.wanted(came := column.name + AS_CAME):
                said = value.dt.to_string(DAY) if column.dtype is pl.Date else value.cast(pl.String)
                columns.append((pl.coalesce(came, said) if came in have else said).alias(came))
            if column.name + SHARING in self.reads:
                columns.append(
                    pl.when(value.is_not_null()).then(pl.len().over(value)).alias(column.name + SHARING)
                )
        year = [pl.lit(day).alias(name) for name, day in self.year.items()]
        return frame.select(*columns).with_columns(*year)

    def wanted(self, name: str) -> bool:
        """Whether some rule reads this column, of its own row or of the one before or after."""
        return not self.reads.isdisjoint((name, name + PREVIOUS, name + NEXT))

    def take(self, step: Step, table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
        """One step of a recipe."""
        if isinstance(step, Where):
            return frame.filter(step.test)
        if isinstance(step, Furthest):
            end = step.by.max() if step.latest else step.by.min()
            return frame.filter(step.per.is_not_null() & (step.by == end.over(step.per)))
        if isinstance(step, InOrder):
            return self.in_order(step, table, frame)
        return self.beside(step, frame)

    def in_order(self, step: InOrder, table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
        """Rows sorted, each with what it needs of its neighbours. Rows alike in every day are put in an
        order made from what they say, so that the order of the file never matters."""
        received = self.frames[table]
        words = [name for name in received.columns if name.startswith(f"{table.__name__}.")]
        says = received.select(pl.struct(pl.lit(0), *words).hash()).to_series()
        frame = frame.with_columns(says.gather(frame.get_column(table.__name__ + ROW)).alias(SAYS))
        frame = frame.sort(step.per, *step.by, SAYS, nulls_last=True).drop(SAYS)
        day, near = step.by[0], []
        for mark, by in ((PREVIOUS, 1), (NEXT, -1)):
            same = (step.per == step.per.shift(by)) & day.is_not_null() & day.shift(by).is_not_null()
            for name in frame.columns:
                if name + mark in self.reads:
                    near.append(pl.when(same).then(pl.col(name).shift(by)).alias(name + mark))
        return frame.with_columns(near)

    def beside(self, step: Alongside, frame: pl.DataFrame) -> pl.DataFrame:
        """Rows of another table laid beside, or only looked for."""
        other = self.rows(step.other).drop(*self.year)
        return frame.join(
            other,
            left_on=step.own,
            right_on=step.on,
            how="semi" if step.having else "left",
            coalesce=None if step.having else False,
            maintain_order="left",
        )

    def rows(self, recipe: Recipe) -> pl.DataFrame:
        """The rows of a recipe, its tests passed."""
        frame = self.base(recipe.table, recipe.steps)
        return frame.filter(recipe.test) if recipe.tests else frame

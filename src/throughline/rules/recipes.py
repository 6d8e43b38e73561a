"""What a rule looks at: rows of one table, in steps that read as a sentence.

>>> from throughline.returns.ssda903_tables import Episodes, Header
>>> first = each(Episodes).first(per=Episodes.CHILD, by=Episodes.DECOM).alongside(Header, on=Header.CHILD)
>>> [table.__name__ for table in first.tables]
['Episodes', 'Header']

A recipe holds no rows. Two recipes with the same `key` differ only in their tests, and are made once."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import TypeVar

import polars as pl

from throughline.record.rows import Table

SomeTable = TypeVar("SomeTable", bound=Table)
LAST: dict[type[Table], type[Table]] = {}


def last(table: type[SomeTable]) -> type[SomeTable]:
    """The same table in last year's return: its columns read `pl.col("Episodes_last.DECOM")`."""
    if table not in LAST:
        columns = {name: copy(column) for name, column in table.columns.items()}
        LAST[table] = type(f"{table.__name__}_last", (table,), columns | {"__doc__": "As sent last year."})
    return LAST[table]  # type: ignore[return-value]  # each class is kept under its own base


@dataclass(frozen=True, eq=False)
class Where:
    """Only the rows that pass, before the step that follows."""

    test: pl.Expr

    @property
    def reads(self) -> tuple[pl.Expr, ...]:
        """The expressions it reads."""
        return (self.test,)


@dataclass(frozen=True, eq=False)
class Furthest:
    """Each one's rows with the least day, or the greatest."""

    per: pl.Expr
    by: pl.Expr
    latest: bool

    @property
    def reads(self) -> tuple[pl.Expr, ...]:
        """The expressions it reads."""
        return (self.per, self.by)


@dataclass(frozen=True, eq=False)
class InOrder:
    """Each one's rows in order, so that `previous` and `following` can be said."""

    per: pl.Expr
    by: tuple[pl.Expr, ...]

    @property
    def reads(self) -> tuple[pl.Expr, ...]:
        """The expressions it reads."""
        return (self.per, *self.by)


@dataclass(frozen=True, eq=False)
class Alongside:
    """Rows of another table laid beside; or, when only `having`, no more than asked for."""

    other: Recipe
    own: pl.Expr
    on: pl.Expr
    having: bool = False

    @property
    def reads(self) -> tuple[pl.Expr, ...]:
        """The expressions it reads, the other recipe's too."""
        return (self.own, self.on, *self.other.reads)


Step = Where | Furthest | InOrder | Alongside


@dataclass(frozen=True, eq=False)
class Recipe:
    """Some rows of a table, each with what is laid beside it."""

    table: type[Table]
    steps: tuple[Step, ...] = ()
    tests: tuple[pl.Expr, ...] = ()

    def where(self, test: pl.Expr) -> Recipe:
        """Only the rows that pass; one whose test is blank is not looked at."""
        return replace(self, tests=(*self.tests, test))

    def first(self, *, per: pl.Expr, by: pl.Expr) -> Recipe:
        """Each one's first row by this day: all of them, if several share it. A blank day is never first."""
        return self.then(Furthest(per, by, latest=False))

    def latest(self, *, per: pl.Expr, by: pl.Expr) -> Recipe:
        """Each one's last row by this day."""
        return self.then(Furthest(per, by, latest=True))

    def in_order(self, *by: pl.Expr, per: pl.Expr) -> Recipe:
        """Each one's rows in the order of these days. A row with no such day stands in no one's order."""
        return self.then(InOrder(per, by))

    def alongside(self, other: type[Table] | Recipe, *, on: pl.Expr) -> Recipe:
        """Beside each row, every row of another table with the same `on`; blanks if there is none."""
        return self.then(Alongside(each(other), self.own(on), on))

    def having(self, other: type[Table] | Recipe, *, on: pl.Expr) -> Recipe:
        """Only the rows for which another table has a row with the same `on`."""
        return self.then(Alongside(each(other), self.own(on), on, having=True))

    def own(self, on: pl.Expr) -> pl.Expr:
        """This table's column of the same short name: children of two tables are matched by CHILD."""
        return pl.col(f"{self.table.__name__}.{on.meta.output_name().split('.')[1]}")

    def then(self, step: Step) -> Recipe:
        """One more step. Only a first or latest row depends on the tests before it, so only there are
        they settled first; windows are read over the whole table, never over rows already chosen."""
        if not isinstance(step, Furthest):
            return replace(self, steps=(*self.steps, step))
        return replace(self, steps=(*self.steps, *map(Where, self.tests), step), tests=())

    @property
    def tables(self) -> tuple[type[Table], ...]:
        """Every table it needs, its own first."""
        others = [table for step in self.steps if isinstance(step, Alongside) for table in step.other.tables]
        return tuple(dict.fromkeys((self.table, *others)))

    @property
    def reads(self) -> tuple[pl.Expr, ...]:
        """Every expression it reads."""
        return (*(expr for step in self.steps for expr in step.reads), *self.tests)

    @property
    def test(self) -> pl.Expr:
        """All tests as one; a row whose test is blank is not looked at."""
        return pl.all_horizontal(pl.lit(True), *self.tests).fill_null(False)


def each(table: type[Table] | Recipe) -> Recipe:
    """Each row of a table: where every recipe begins."""
    return table if isinstance(table, Recipe) else Recipe(table)


def key(table: type[Table], steps: tuple[Step, ...]) -> tuple[object, ...]:
    """What tells two recipes apart before their tests."""
    return (table, *(key_of(step) for step in steps))


def key_of(step: Step) -> tuple[object, ...]:
    """What tells two steps apart."""
    said = tuple(expr.meta.serialize() for expr in step.reads)
    other = key(step.other.table, step.other.steps) if isinstance(step, Alongside) else None
    return (type(step), getattr(step, "latest", None), getattr(step, "having", None), other, said)

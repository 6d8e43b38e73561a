"""What a table of the record is, and rows chosen from it: events of one day, spells with two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

import polars as pl

from throughline.record.columns import Column, Date

STILL = pl.lit(None, pl.Date)
LINE, WHO = "@line", "@who"  # which row of its table this is; which child of the snapshot
PART, SOURCE, SOURCE_LINE = "@part", "@source", "@source_line"  # the return, the file and the line it came by
SINCE, UNTIL = "@since", "@until"  # the days on which that return answers for this row, half open

ORIGIN: dict[str, type[pl.DataType]] = {
    PART: pl.Int32,
    SOURCE: pl.Int32,
    SOURCE_LINE: pl.Int32,
    SINCE: pl.Date,
    UNTIL: pl.Date,
}


class Table:
    """Rows of one kind. `columns` are found under their short names; `subject` is the one that says whom or
    what a row is about."""

    columns: ClassVar[dict[str, Column]] = {}
    subject: ClassVar[str] = "child"

    def __init_subclass__(cls) -> None:
        cls.columns = {name: thing for name, thing in vars(cls).items() if isinstance(thing, Column)}

    @classmethod
    def schema(cls) -> dict[str, type[pl.DataType]]:
        """Full column name to Polars type, in the order declared."""
        return {column.name: column.dtype for column in cls.columns.values()}

    @classmethod
    def on(cls, day: pl.Expr) -> Events:
        """Each row as an event of this day. A row with no such day has not happened."""
        return Events(cls, day)

    @classmethod
    def between(cls, start: pl.Expr, end: pl.Expr) -> Spells:
        """Each row as a spell, from its start up to and not including its end."""
        return Spells(cls, start, end=end)


class Person(Table):
    """One row a child."""


class Event(Table):
    """One day in a child's journey."""


class Spell(Table):
    """A time in a child's journey: a start, perhaps an end."""

    started: ClassVar[Date]
    ended: ClassVar[Date]

    @classmethod
    def open(cls) -> Spells:
        """Each row from the day it started until the day it ended, or still."""
        return cls.between(cls.started, cls.ended)


class Reference(Table):
    """Rows about no child: teams, workers, wards, adopters."""


class Own(Table):
    """Rows of the record's own, where the dataset has none: they come by a local list, beside `Event` or
    `Spell`. They bring no child into the record: what they say of one that no return knows is kept, listed,
    and counted nowhere. Those about no child (a post, a budget line) name their `subject`, and that is what
    is counted: each post once.

    A list is one of these if it has the headings of all that a row must have, and of `known_by`, whose cells
    may be blank. One of things that stand (posts, budget lines) is true until it is replaced, any other until
    its own day."""

    known_by: ClassVar[tuple[str, ...]] = ()
    stands: ClassVar[bool] = False


@dataclass(frozen=True, eq=False)
class Rows:
    """Some rows of a table: a recipe that can be read, not the rows themselves."""

    table: type[Table]
    start: pl.Expr
    tests: tuple[pl.Expr, ...] = ()
    each: pl.Expr | None = None

    def per(self, column: pl.Expr) -> Self:
        """Count each of these once on a day, rather than each row of an event or each child in a spell: the
        meetings, not the children they were about; the workers, not the children they hold."""
        return replace(self, each=column)

    def where(self, test: pl.Expr) -> Self:
        """Only the rows that pass."""
        return replace(self, tests=(*self.tests, test))

    @property
    def base(self) -> tuple[object, ...]:
        """Two recipes with the same base differ only in their tests, and are made together."""
        each = b"" if self.each is None else self.each.meta.serialize()
        return (type(self), self.table, self.start.meta.serialize(), each)

    @property
    def test(self) -> pl.Expr:
        """All tests as one; a row whose test is blank is not chosen."""
        return pl.all_horizontal(pl.lit(True), *self.tests).fill_null(False)


@dataclass(frozen=True, eq=False)
class Events(Rows):
    """Rows with one day each."""

    def lasting(self, *, days: int = 0, months: int = 0) -> Spells:
        """The spell each event begins: `lasting(days=28)` is that day and the 27 after it."""
        end = self.start.dt.offset_by(f"{months}mo{days}d")
        return Spells(self.table, self.start, self.tests, self.each, end=end)


@dataclass(frozen=True, eq=False)
class Spells(Rows):
    """Rows with a start and an end, half open; a blank end goes on. With `more_than`, only the days on which
    what is counted has more than so many children."""

    end: pl.Expr = STILL
    more_than: int = 0

    def after(self, *, days: int = 0, months: int = 0) -> Spells:
        """What is left of each spell once it has gone on this long: for so many months, from the first day
        whose own date that many months earlier is the spell's first day or later."""
        start = months_after(self.start, months) if months else self.start
        return replace(self, start=start.dt.offset_by(f"{days}d"))

    def holding(self, *, more_than: int) -> Spells:
        """Only the days on which what is counted (see `per`) has more than so many children:
        `HELD.per(Involvements.worker).holding(more_than=20)`."""
        return replace(self, more_than=more_than)

    @property
    def base(self) -> tuple[object, ...]:
        """As `Rows.base`; spells also share their end, and crowds all that makes them."""
        tests = [test.meta.serialize() for test in self.tests] if self.more_than else []
        return (*super().base, self.end.meta.serialize(), self.more_than, *tests)


def months_after(day: pl.Expr, months: int) -> pl.Expr:
    """The first day whose own date so many months earlier is this day or later. Six months after 31 October
    is 1 May: on 30 April, the same date six months earlier is 30 October."""
    eve = (day - pl.duration(days=1)).dt.offset_by(f"{months}mo")
    return pl.max_horizontal(day.dt.offset_by(f"{months}mo"), eve + pl.duration(days=1))


def table_of(column: pl.Expr) -> str:
    """The name of the table that a column is read on."""
    return column.meta.root_names()[0].split(".")[0]

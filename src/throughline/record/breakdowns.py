"""Ways to part a number: by the child, by the row itself, or by what lay beside it on the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from throughline.record.rows import Events, Rows, Spells, table_of

UNBORN = "Unborn"
NOT_RECORDED = "Not recorded"
STAGE = "@stage"  # the day that the stage began of which a row is a part


@dataclass(frozen=True, eq=False)
class Breakdown:
    """By a column of the child, or of the row itself. Groups are the values that occur.

    The first group is always *Not recorded*. `into` puts values together under one name; what it does not
    name stays as it is. `through` reads instead what another list says of the value: its key, and the
    column wanted. Of a breakdown that is not `kept` nothing is counted beforehand (there are very many
    workers): it is counted when it is asked for. `no_answer` names groups that say it is not known, as *not
    recorded* does: they are shown, and never compared. `note` is what a reader must know of its groups."""

    title: str
    by: pl.Expr
    into: Mapping[str, str] | None = field(default=None, kw_only=True)
    through: tuple[pl.Expr, pl.Expr] | None = field(default=None, kw_only=True)
    kept: bool = field(default=True, kw_only=True)
    no_answer: tuple[str, ...] = field(default=(), kw_only=True)
    note: str = field(default="", kw_only=True)

    @property
    def table(self) -> str:
        """The name of the table whose column this reads."""
        return table_of(self.by)

    def tells(self, group: str) -> bool:
        """Whether being in this group says anything of a child."""
        return group != NOT_RECORDED and group not in self.no_answer


@dataclass(frozen=True, eq=False)
class Bands(Breakdown):
    """By age: `by` is the date of birth, `expected` the date a birth is awaited.

    A spell is cut at each of these birthdays, and at birth."""

    expected: pl.Expr
    at: tuple[int, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Unborn first, then each band from the youngest."""
        inner = (
            f"{low} to {high - 1}" if high - low > 1 else f"{low}" for low, high in zip(self.at, self.at[1:])
        )
        return (UNBORN, f"Under {self.at[0]}", *inner, f"{self.at[-1]} and over")


@dataclass(frozen=True, eq=False)
class Beside(Breakdown):
    """By a column of another table's spell that was open on the day: for an event, its own day; for a
    stock, the as-at day. A spell is cut where it changes. A row that says it itself (a column of the
    name `own`) is believed first. `needs` are tables without which the parts cannot be told: one at least of
    each of these."""

    among: Spells
    own: str = ""
    needs: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, eq=False)
class Since(Breakdown):
    """By how long the stage has gone on that a row is of: a spell is cut where it passes each of these many
    days, an event has what had gone by on its day. `bands` say after how
    many days each begins. A stage begins when its row does, or on the day that a column of `instead` says.
    Rows of the tables named in `not_of` begin on days that begin no stage."""

    bands: Mapping[str, int]
    instead: tuple[pl.Expr, ...] = ()
    not_of: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Each band, from the shortest time."""
        return tuple(self.bands)

    def entered(self, of: Rows) -> pl.Expr | None:
        """The day on which the stage of these rows began; None where they tell of none but their own day."""
        said = next((day for day in self.instead if table_of(day) == of.table.__name__), None)
        began = of.table.columns.get("started")
        if said is not None or began is None or of.table.__name__ in self.not_of:
            return said
        its_own_day = isinstance(of, Events) and of.start.meta.eq(pl.col(began.name))
        return None if its_own_day else pl.col(began.name)

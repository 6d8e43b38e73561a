"""Ways to part a number: by the child, by the row itself, or by what lay beside it on the day."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from throughline.record.rows import Spells, table_of

UNBORN = "Unborn"
NOT_RECORDED = "Not recorded"


@dataclass(frozen=True, eq=False)
class Breakdown:
    """By a column of the child, or of the row itself. Groups are the values that occur.

    The first group is always *Not recorded*."""

    title: str
    by: pl.Expr

    @property
    def table(self) -> str:
        """The name of the table whose column this reads."""
        return table_of(self.by)


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

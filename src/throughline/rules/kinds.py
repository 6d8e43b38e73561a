"""The form of a rule: written once, read as a check, a test, a page of the catalogue and a line of a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import polars as pl

from throughline.record.rows import Table
from throughline.rules.recipes import Recipe


class Kind(Enum):
    """What the council must do about a finding."""

    ERROR = "error"  # put it right
    QUERY = "query"  # put it right, or say why it is so


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """One statutory check: which rows it looks at, which of those are wrong, and what is to blame.

    `since` and `until` are the year ends (31 March) of the first and last return it holds in. A row
    whose test comes out blank is not wrong: a rule that minds a blank says so. `examples` is its
    specification: little tables, with `wrong?` for each row of the table it looks at."""

    code: str
    says: str
    since: int
    until: int | None = None
    looks_at: Recipe
    wrong_if: pl.Expr
    blames: tuple[pl.Expr, ...]
    kind: Kind = Kind.ERROR
    examples: str

    def holds(self, year: int) -> bool:
        """Whether it is a rule of the return of this year end."""
        return self.since <= year <= (self.until or year)

    @property
    def tables(self) -> tuple[type[Table], ...]:
        """Every table it needs, the one it looks at first."""
        return self.looks_at.tables

    @property
    def reads(self) -> frozenset[str]:
        """The name of every column it reads, as the engine knows it."""
        expressions = (*self.looks_at.reads, self.wrong_if)
        return frozenset(name for expr in expressions for name in expr.meta.root_names())

    @property
    def blamed(self) -> dict[str, list[str]]:
        """Table to its columns that are to blame, by their short names."""
        columns: dict[str, list[str]] = {}
        for expr in self.blames:
            table, column = expr.meta.output_name().split(".")
            columns.setdefault(table, []).append(column)
        return columns

"""Base facts: the rows that measures with one `of` share, made once, as whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt
import polars as pl

from throughline.counting.timeline import Bools, Floats, Ints, at
from throughline.measures.kinds import Measure
from throughline.record.breakdowns import NOT_RECORDED, Breakdown
from throughline.record.rows import Rows, Spells

ALL = Breakdown("All", pl.lit("All"))
EVERYONE = "All"

Places = npt.NDArray[np.int32]  # where along an axis; there are very many
Which = Literal["counts", "passes", "fails", "left out", "too early"]
WHICH: tuple[Which, ...] = ("counts", "passes", "fails", "left out", "too early")


@dataclass(frozen=True, eq=False)
class Axis:
    """Where each group of each breakdown lies along one side of the cube, and beyond it those of breakdowns
    of which nothing is kept. Nought is not recorded."""

    labels: dict[Breakdown, tuple[str, ...]]
    within: dict[Breakdown, dict[str, int]] = field(default_factory=dict, repr=False)

    @cached_property
    def offset(self) -> dict[Breakdown, int]:
        """Where each breakdown's groups begin."""
        sizes = np.cumsum([0, *(len(names) for names in self.labels.values())])
        return {by: int(size) for by, size in zip(self.labels, sizes)}

    @cached_property
    def groups(self) -> list[tuple[Breakdown, str]]:
        """Every group, in the order of the cube."""
        return [(by, name) for by, names in self.labels.items() for name in names]

    @cached_property
    def kept(self) -> tuple[int, int]:
        """How many breakdowns are counted beforehand, and how many groups they have: they come first."""
        kept = [len(names) for by, names in self.labels.items() if by.kept]
        return len(kept), sum(kept)

    def place(self, by: Breakdown, group: str) -> int | None:
        """The number of a group; None where there is no such group."""
        if by not in self.labels:
            return None
        if by not in self.within:  # there may be thousands of workers, of whom nobody asks
            self.within[by] = {name: self.offset[by] + i for i, name in enumerate(self.labels[by])}
        return self.within[by].get(group)


@dataclass(frozen=True, eq=False)
class Tests:
    """For one measure: which facts count, which of those pass, which cannot be told, which not yet.

    `values` are what each adds, or how long it took; or, of a spell that is told from a day, that day.
    There are none where a measure only counts."""

    counts: Bools
    passes: Bools
    left_out: Bools
    too_early: Bools
    values: Floats = field(default_factory=lambda: np.zeros(0))

    def of(self, which: Which) -> Bools:
        """The facts of one kind."""
        return {
            "counts": self.counts,
            "passes": self.passes,
            "fails": self.counts & ~self.passes,
            "left out": self.left_out,
            "too early": self.too_early,
        }[which]


@dataclass(frozen=True, eq=False)
class Facts:
    """One row a piece: its line in the table, who it counts, the days it holds, its groups.

    `groups` has a column for each breakdown of the axis, and holds places along it."""

    of: Rows
    line: Ints
    who: Ints
    start: Ints
    end: Ints
    axis: Axis
    groups: Places
    tests: dict[Measure, Tests] = field(default_factory=dict)

    @property
    def are_spells(self) -> bool:
        """Whether each fact is a spell; otherwise it is an event."""
        return isinstance(self.of, Spells)

    def many(self, rows: Ints) -> int:
        """How many these facts are: each child (or what is counted) once in a stock, each event once, or
        once on a day where it is counted for what it is about."""
        if self.are_spells:
            return len(np.unique(self.who[rows]))
        return len(rows) if self.of.each is None else len(np.unique(at(self.who[rows], self.start[rows])))

    def on(self, first: int, last: int) -> Bools:
        """Events from the first day to the last, or spells open on the last day (days as numbers)."""
        if self.are_spells:
            held: Bools = (self.start <= last) & (self.end > last)
            return held
        inside: Bools = (self.start >= first) & (self.start <= last)
        return inside


def group_labels(values: Iterable[str]) -> tuple[str, ...]:
    """The groups of a breakdown: *not recorded* first, then each value."""
    return (NOT_RECORDED, *sorted(set(values)))

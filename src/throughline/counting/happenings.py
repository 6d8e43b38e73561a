"""Counting events. Everything is whole numbers by now: groups, months and masks. No dates, no names."""

from __future__ import annotations

import numpy as np

from throughline.counting.facts import Places
from throughline.counting.timeline import Bools, Floats, Ints, at


class Happenings:
    """Events, by group and month.

    `groups` has a row for each fact and a column for each breakdown; `month` may fall outside the cube,
    and then is not counted; every answer is `many` groups by `months`. Where `each` is given (which
    meeting, on which day) the facts that share it are one event."""

    def __init__(self, month: Ints, groups: Places, many: int, months: int, each: Ints | None = None) -> None:
        self.many, self.months = many, months
        self.rows = np.flatnonzero((month >= 0) & (month < months))
        self.cells = groups[self.rows] * months + month[self.rows, None]
        self.each = None if each is None else each[self.rows]

    def count(self, mask: Bools) -> Ints:
        """How many of the marked facts fall in each group and month."""
        rows = mask[self.rows]
        cells = self.cells[rows]
        if self.each is not None:
            return self.tally(once(self.each[rows], cells))
        return self.tally(cells.ravel())

    def tally(self, cells: Ints) -> Ints:
        """How many fall in each cell."""
        return np.bincount(cells, minlength=self.many * self.months).reshape(self.many, -1)

    def add(self, mask: Bools, values: Floats) -> Floats:
        """What the values of the marked facts add up to in each group and month."""
        rows = mask[self.rows]
        weights, size = np.repeat(values[self.rows][rows], self.cells.shape[1]), self.many * self.months
        found = np.bincount(self.cells[rows].ravel(), weights, size).astype(np.float64)
        return found.reshape(self.many, -1)


def moments(each: Ints, day: Ints) -> Ints:
    """What is counted once on a day, and that day, as one small whole number."""
    found: Ints = np.unique(at(each, day), return_inverse=True)[1]
    return found


def once(each: Ints, cells: Ints) -> Ints:
    """The cells of facts, those of one event once each."""
    wide = int(cells.max(initial=0)) + 1
    kept: Ints = np.unique(each[:, None] * wide + cells) % wide
    return kept

"""Counting spells: distinct children at the end of each month."""

from __future__ import annotations

import numpy as np

from throughline.counting.facts import Places
from throughline.counting.timeline import NEVER, Bools, Floats, Ints


class Stocks:
    """Distinct children in spells, by group, at the end of each month.

    A spell adds one in the month it starts and takes one away in the month it ends; the running
    sum is the stock. Two spells of one child that overlap would count the child twice, so rows of
    such children are kept apart, in order, and each is trimmed to what the earlier leave of it.
    """

    def __init__(
        self, who: Ints, first: Ints, last: Ints, apart: Bools, groups: Places, many: int, months: int
    ) -> None:
        self.many, self.width = many, months + 1
        begun, gone = (np.clip(month, 0, months).astype(np.int32) for month in (first, last))
        self.rows = np.flatnonzero(begun < gone)  # of the others, no month's end sees anything
        groups, who, apart = groups[self.rows], who[self.rows], apart[self.rows]
        self.first, self.last, self.plain = begun[self.rows], gone[self.rows], ~apart
        self.up = groups * self.width + self.first[:, None]
        self.down = groups * self.width + self.last[:, None]
        rows = np.flatnonzero(apart)
        line, group = np.repeat(rows, groups.shape[1]), groups[rows].ravel().astype(np.int64)
        order = np.lexsort((self.first[line], who[line], group))
        self.line, self.group = line[order], group[order]
        key = (self.group << 32) | who[self.line]
        self.key = np.cumsum(np.append(0, key[1:] != key[:-1])[: len(key)])  # small, ascending

    def count(self, mask: Bools) -> Ints:
        """Children in the marked facts, by group, at the end of each month."""
        here = mask[self.rows]
        rows = here & self.plain
        change = self.tally(self.up[rows]) - self.tally(self.down[rows])
        keep = np.flatnonzero(here[self.line])
        if len(keep):
            first, last = self.trimmed(keep)
            some, cell = first < last, self.group[keep] * self.width
            change += self.tally((cell + first)[some]) - self.tally((cell + last)[some])
        return change.reshape(self.many, self.width).cumsum(axis=1)[:, :-1]

    def add(self, mask: Bools, values: Floats) -> Floats:
        """What the values of the marked facts add up to, by group, at the end of each month; of a child in
        two spells both are added."""
        rows = mask[self.rows]
        weights = np.repeat(values[self.rows][rows], self.up.shape[1])
        size = self.many * self.width
        change = np.bincount(self.up[rows].ravel(), weights, size)
        change -= np.bincount(self.down[rows].ravel(), weights, size)
        summed: Floats = change.reshape(self.many, self.width).cumsum(axis=1)[:, :-1]
        return summed

    def tally(self, cells: Ints | Places) -> Ints:
        """How many fall in each cell."""
        return np.bincount(cells.ravel(), minlength=self.many * self.width)

    def trimmed(self, keep: Ints) -> tuple[Ints, Ints]:
        """Of each row, what the rows before it of the same child in the same group do not cover."""
        base, last = self.key[keep] * NEVER, self.last[self.line[keep]].astype(np.int64)
        covered = np.append(0, np.maximum.accumulate(base + last)[:-1]) - base
        return np.maximum(self.first[self.line[keep]], covered), last


def tangled(who: Ints, start: Ints, end: Ints) -> Bools:
    """Rows of any child that has two spells open on one day."""
    order = np.argsort((who << 20) | start, kind="stable")
    base = who[order] * NEVER
    until = np.maximum.accumulate(base + end[order])
    clash = np.append(False, base[1:] + start[order][1:] < until[:-1])[: len(who)]
    many = np.zeros(int(who.max(initial=-1)) + 1, bool)
    many[who[order][clash]] = True
    return many[who]

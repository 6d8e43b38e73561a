"""Spells laid beside one another. Who and day are kept as one whole number, so that finding what
was true of a child on a day is one binary search, whatever the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

DAYS, ZERO = 20, 200_000  # a day fits in 20 bits, counted from the year 1422
NEVER = (1 << DAYS) - 1


def day_number(day: date) -> int:
    """A day as a whole number."""
    return (day - date(1970, 1, 1)).days + ZERO


def day_numbers(dates: pl.Series, blank: int = -1) -> Ints:
    """Days as whole numbers, and `blank` where there is none."""
    days = dates.to_physical()
    if days.null_count():
        days = days.fill_null(blank - ZERO)
    return days.to_numpy().astype(np.int64) + ZERO


def at(who: Ints, day: Ints) -> Ints:
    """Child and day as one whole number, in order of child and then day."""
    return (who << DAYS) | day


@dataclass(frozen=True, eq=False)
class Timeline:
    """What is true of whom, from when until when: no two spells of one child overlap.

    `since` and `until` are `at(who, day)`, sorted; `code` is 1 or more; nought means that nothing is
    recorded for that day."""

    since: Ints
    until: Ints
    code: Ints

    @classmethod
    def newest(cls, who: Ints, start: Ints, end: Ints, code: Ints) -> Timeline:
        """On each day, of the spells that go on, the one that began last is true (of a team)."""
        line, began, ended = cut(who, start, end, merged([at(who, start), at(who, end)]))
        order = np.lexsort((code[line], end[line], start[line], at(who[line], began)))
        line, began, ended = line[order], began[order], ended[order]
        since = at(who[line], began)
        last = np.append(since[1:] != since[:-1], True)[: len(since)]
        return cls(since[last], at(who[line], ended)[last], code[line][last])

    @classmethod
    def joined(cls, who: Ints, start: Ints, end: Ints) -> Timeline:
        """Where spells overlap or meet, they are one (of being seen in time)."""
        since, until = at(who, start), at(who, end)
        order = np.argsort(since, kind="stable")
        since, until = since[order], np.maximum.accumulate(until[order])
        first = np.append(True, since[1:] > until[:-1])[: len(since)]
        last = np.append(first[1:], True)[: len(since)]
        return cls(since[first], until[last], np.ones(first.sum(), np.int64))

    def on(self, who: Ints, day: Ints) -> Ints:
        """The code true of each of these children on each of these days."""
        if not len(self.since):
            return np.zeros(len(who), np.int64)
        moment = at(who, day)
        found = np.searchsorted(self.since, moment, "right") - 1
        return np.where((found >= 0) & (moment < self.until[found]), self.code[found], 0)


def days_until(moments: Ints, who: Ints, day: Ints) -> Floats:
    """How many days it is from each child's day to the first of their moments on or after it (`at(who, day)`,
    sorted); without end where there is none."""
    asked = at(who, day)
    found = np.append(moments, -1)[np.searchsorted(moments, asked, "left")]
    after: Floats = np.where(found >> DAYS == who, (found & NEVER) - day, np.inf)
    return after


def merged(runs: list[Ints]) -> Ints:
    """Runs as one, in order, each value once. (numpy.unique hashes, and is 30 times slower on such keys.)"""
    joined = np.sort(np.concatenate([np.zeros(0, np.int64), *runs]), kind="stable")
    kept: Ints = joined[np.append(True, joined[1:] != joined[:-1])[: len(joined)]]
    return kept


def edges_of(beside: Sequence[Timeline]) -> Ints:
    """Wherever one of these changes, as `at(who, day)`, in order, each once."""
    return merged([t.since for t in beside] + [t.until for t in beside])


def cut(who: Ints, start: Ints, end: Ints, edges: Ints) -> tuple[Ints, Ints, Ints]:
    """Cut each spell at those edges that lie within it: wherever what is beside it changes. Each piece is
    then like an event: all that is true on its first day is true throughout. Returns line, start and end of
    each piece."""
    low = np.searchsorted(edges, at(who, start), "right")
    high = np.searchsorted(edges, at(who, end), "left")
    pieces = high - low + 1
    line = np.repeat(np.arange(len(who)), pieces)
    nth = np.arange(len(line)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    day = edges[np.minimum(low[line] + nth - 1, len(edges) - 1)] & NEVER if len(edges) else start[line]
    began = np.where(nth == 0, start[line], day)
    ended = np.where(nth == pieces[line] - 1, end[line], np.append(began[1:], 0)[: len(line)])
    return line, began, ended

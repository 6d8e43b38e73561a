"""The middle value of each group and month, and the quarters on either side of it."""

from __future__ import annotations

from typing import Any

import numpy as np

from throughline.counting.facts import Places
from throughline.counting.timeline import Floats, Ints

QUARTERS = (1, 2, 3)  # of four: the lower quartile, the middle, the upper quartile


def middles(values: Floats, groups: Places, month: Ints, many: int, months: int, wide: int) -> Floats:
    """Quartile by group and month, over the `wide` months that end with each; NaN where there is none."""
    rows = np.flatnonzero((month > -wide) & (month < months))
    kinds, rank = np.unique(values[rows], return_inverse=True)
    answer = np.full((len(QUARTERS), many, months), np.nan)
    if len(rows) == 0:
        return answer
    for group in groups[rows].T:  # one breakdown at a time: the tally stays small
        low, high = int(group.min()), int(group.max()) + 1
        answer[:, low:high] = middle_of(kinds, rank, group - low, month[rows], high - low, months, wide)
    return answer


def middle_of(
    kinds: Floats, rank: Ints, group: Ints, month: Ints, many: int, months: int, wide: int
) -> Floats:
    """Tally each different value, add up along the months, then along the values: the middle is the
    first that half of them do not exceed. (To sort every window took fifteen times as long.)"""
    span, size = months + wide - 1, len(kinds)
    cell = (group * span + month + wide - 1) * size + rank
    tally = np.bincount(cell, minlength=many * span * size).reshape(many, span, size).astype(np.int16)
    upto = tally.cumsum(axis=1, dtype=np.int32)
    inside = upto[:, wide - 1 :].copy()
    inside[:, 1:] -= upto[:, : months - 1]
    below = inside.cumsum(axis=2, dtype=np.int32)
    total = below[:, :, -1]
    padded = np.append(kinds, np.nan)
    found = []
    for quarter in QUARTERS:
        low, part = place_of(total.astype(np.int64), quarter)
        lower, upper = (np.count_nonzero(below <= at[:, :, None], axis=2) for at in (low, low + (part > 0)))
        under, over = padded[np.minimum(lower, size)], padded[np.minimum(upper, size)]
        found.append(np.where(total > 0, under + (over - under) * part, np.nan))
    return np.stack(found)


def place_of(many: Any, quarter: int) -> tuple[Any, Any]:
    """Where a quartile of so many (a number, or many of them) lies in their order: after the value of this
    number, counted from nought, by this part of the way to the next."""
    whole, rest = np.divmod((many - 1) * quarter, 4)
    return whole, rest / 4


def quartiles_of(values: Floats) -> tuple[float, float, float] | None:
    """The quartiles of these values themselves; None where there are none."""
    if not len(values):
        return None
    ordered, found = np.sort(values), []
    for quarter in QUARTERS:  # in the same steps as above, so that the last digit is the same
        low, part = place_of(len(ordered), quarter)
        under, over = ordered[low], ordered[low + (part > 0)]
        found.append(float(under + (over - under) * part))
    return found[0], found[1], found[2]


def ages(since: Floats, groups: Places, start: Ints, end: Ints, many: int, days: list[int]) -> Floats:
    """Quartile by group and day, of how long the spells open on each of these days have gone on by then."""
    answer = np.full((len(QUARTERS), many, len(days)), np.nan)
    order = np.argsort(-since, kind="stable")  # the shortest first
    since, groups, start, end = since[order], groups[order], start[order], end[order]
    for number, day in enumerate(days):
        here = (start <= day) & (end > day)
        for group in groups[here].T:
            places, found = by_group(day - since[here], group)
            answer[:, places, number] = found
    return answer


def by_group(lengths: Floats, group: Ints) -> tuple[Ints, Floats]:
    """The groups that are there, and each one's quartiles; lengths come in order."""
    order = np.argsort(group, kind="stable")
    places, first, many = np.unique(group[order], return_index=True, return_counts=True)
    found, lengths = [], lengths[order]
    for quarter in QUARTERS:
        low, part = place_of(many, quarter)
        under, over = lengths[first + low], lengths[first + low + (part > 0)]
        found.append(under + (over - under) * part)
    return places, np.stack(found)

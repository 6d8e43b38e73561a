"""The middle value of each group and month."""

from __future__ import annotations

import numpy as np

from throughline.counting.timeline import Floats, Ints


def middles(values: Floats, groups: Ints, month: Ints, many: int, months: int, wide: int) -> Floats:
    """The middle value by group, over the `wide` months that end with each month; NaN where none."""
    rows = np.flatnonzero((month > -wide) & (month < months))
    kinds, rank = np.unique(values[rows], return_inverse=True)
    answer = np.full((many, months), np.nan)
    if len(rows) == 0:
        return answer
    for group in groups[rows].T:  # one breakdown at a time: the tally stays small
        low, high = int(group.min()), int(group.max()) + 1
        answer[low:high] = middle_of(kinds, rank, group - low, month[rows], high - low, months, wide)
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
    total = below[:, :, -1:]
    low, high = (np.count_nonzero(below <= half, axis=2) for half in ((total - 1) // 2, total // 2))
    padded = np.append(kinds, np.nan)
    middle: Floats = (padded[np.minimum(low, size)] + padded[np.minimum(high, size)]) / 2
    return np.where(total[:, :, 0] > 0, middle, np.nan)

"""Counting events. Everything is whole numbers by now: groups, months and masks. No dates, no names."""

from __future__ import annotations

import numpy as np

from throughline.counting.timeline import Bools, Ints


class Happenings:
    """Events, by group and month.

    `groups` has a row for each fact and a column for each breakdown; `month` may fall outside the cube,
    and then is not counted; every answer is `many` groups by `months`."""

    def __init__(self, month: Ints, groups: Ints, many: int, months: int) -> None:
        self.many, self.months = many, months
        self.here = (month >= 0) & (month < months)
        self.cells = groups * months + month[:, None]

    def count(self, mask: Bools) -> Ints:
        """How many of the marked facts fall in each group and month."""
        cells = self.cells[mask & self.here]
        return np.bincount(cells.ravel(), minlength=self.many * self.months).reshape(self.many, -1)

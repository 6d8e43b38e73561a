"""The peer: what today's tools do, a loop in pandas with one vectorised filter for each date, measure and
split. It is given our prepared rows (spells already cut, groups already found, tests already judged), so
what is measured is the counting alone, and it must give the very same cells."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from throughline.counting.cube import WIDTHS
from throughline.counting.timeline import day_number
from throughline.measures.kinds import Typical

WHAT = ("passes", "counts", "left out", "too early")


@dataclass
class Prepared:
    """The rows of one measure: who, start, end, a column for each split and one for each test."""

    frame: pd.DataFrame
    splits: list
    tests: list
    spells: bool
    typical: bool


@dataclass
class Cells:
    """What the loop found: `counts[test][place, month]`, `middles[wide][place, month]`."""

    counts: dict = field(default_factory=dict)
    middles: dict = field(default_factory=dict)
    asked: int = 0

    @property
    def many(self):
        """How many cells were made."""
        return sum(cells.size for cells in (*self.counts.values(), *self.middles.values()))


def prepared(answers):
    """Our facts as frames, one for each measure."""
    found = {}
    for measure, facts in answers.facts.items():
        tests = facts.tests[measure]
        columns = {"who": facts.who, "start": facts.start, "end": facts.end}
        splits = [f"split {n}" for n in range(facts.groups.shape[1])]
        columns |= {name: facts.groups[:, n] for n, name in enumerate(splits)}
        columns |= {what: tests.of(what) for what in WHAT}
        if isinstance(measure, Typical):
            columns["value"] = tests.values
        asked = [what for what in WHAT if tests.of(what).any()]
        frame = pd.DataFrame(columns)
        typical = isinstance(measure, Typical)
        found[measure] = Prepared(frame, splits, asked, facts.are_spells, typical), len(facts.axis.groups)
    return found


def by_loop(found, months):
    """Every cell of every measure."""
    ends = [last_day(first) for first in months.starts()]
    return {
        measure: loop_over(rows, groups, months.starts(), ends) for measure, (rows, groups) in found.items()
    }


def last_day(first):
    return first.replace(day=monthrange(first.year, first.month)[1])


def loop_over(rows, groups, starts, ends):
    """One filter for each month, split and test."""
    cells = Cells({what: np.zeros((groups, len(ends)), np.int64) for what in WHAT})
    frame = rows.frame
    for month, (start, end) in enumerate(zip(starts, ends, strict=True)):
        first, last = day_number(start), day_number(end)
        for what in rows.tests:
            for split in rows.splits:
                if rows.spells:
                    here = frame[(frame["start"] <= last) & (frame["end"] > last) & frame[what]]
                    told = here.groupby(split)["who"].nunique()
                else:
                    here = frame[(frame["start"] >= first) & (frame["start"] <= last) & frame[what]]
                    told = here.groupby(split).size()
                cells.counts[what][told.index, month] = told.to_numpy()
                cells.asked += 1
    if rows.typical:
        middles(rows, groups, starts, ends, cells)
    return cells


def middles(rows, groups, starts, ends, cells):
    """The middle value over one, three and twelve months to each."""
    for wide in WIDTHS:
        cells.middles[wide] = np.full((groups, len(ends)), np.nan)
        for month, end in enumerate(ends):
            first, last = day_number(months_earlier(starts[month], wide - 1)), day_number(end)
            frame = rows.frame
            for split in rows.splits:
                here = frame[(frame["start"] >= first) & (frame["start"] <= last) & frame["counts"]]
                told = here.groupby(split)["value"].median()
                cells.middles[wide][told.index, month] = told.to_numpy()
                cells.asked += 1


def months_earlier(first, many):
    number = first.year * 12 + first.month - 1 - many
    return date(number // 12, number % 12 + 1, 1)


def differences(cells, answers):
    """Measures and tests whose cells are not the same as the cube's."""
    wrong = []
    for measure, found in cells.items():
        for place, what in enumerate(WHAT):
            if not np.array_equal(found.counts[what], answers.cube.counts[measure][place]):
                wrong.append((measure.title, what))
        for wide, told in found.middles.items():
            if not np.array_equal(told, answers.cube.middles[measure][wide][1], equal_nan=True):
                wrong.append((measure.title, f"middle of {wide} months"))
    return wrong

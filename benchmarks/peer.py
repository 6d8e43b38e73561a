"""The peer: what today's tools do, a loop in pandas with one vectorised filter for each date, measure and
split. It is given our prepared rows (spells already cut, groups already found, tests already judged), so
what is measured is the counting alone, and it must give the very same cells."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from throughline.counting.cube import PARTS, widths_of
from throughline.counting.timeline import day_number
from throughline.measures.kinds import Typical, value_of

WHAT = ("passes", "counts", "left out", "too early")
QUARTERS = [0.25, 0.5, 0.75]


@dataclass
class Prepared:
    """The rows of one measure: who, start, end, a column for each split and one for each test."""

    frame: pd.DataFrame
    groups: int
    splits: list
    tests: list
    spells: bool
    once: bool
    widths: tuple
    adds: bool


@dataclass
class Cells:
    """What the loop found: `counts[test][place, month]`, `sums[place, month]`, and
    `middles[wide][quartile, place, month]`."""

    counts: dict = field(default_factory=dict)
    sums: list = field(default_factory=list)
    middles: dict = field(default_factory=dict)
    asked: int = 0

    @property
    def many(self):
        """How many numbers were made."""
        return sum(cells.size for cells in (*self.counts.values(), *self.sums, *self.middles.values()))


def prepared(bases):
    """Our facts as frames, one for each measure."""
    return {measure: frame_of(facts, measure) for facts in bases for measure in facts.tests}


def frame_of(facts, measure):
    """Only what is kept beforehand is counted: the groups of those splits come first."""
    tests, (columns, groups) = facts.tests[measure], facts.axis.kept
    rows = {"who": facts.who, "start": facts.start, "end": facts.end}
    splits = [f"split {n}" for n in range(columns)]
    rows |= {name: facts.groups[:, n] for n, name in enumerate(splits)}
    rows |= {what: tests.of(what) for what in WHAT}
    valued = value_of(measure) is not None
    if valued:
        rows["value"] = tests.values
    typical = isinstance(measure, Typical)
    return Prepared(
        pd.DataFrame(rows),
        groups,
        splits,
        tests=[what for what in WHAT if tests.of(what).any()],
        spells=facts.are_spells,
        once=facts.of.each is not None,
        widths=widths_of(measure) if typical else (),
        adds=valued and not typical,
    )


def by_loop(found, months):
    """Every cell of every measure."""
    ends = [last_day(first) for first in months.starts()]
    return {measure: loop_over(rows, months.starts(), ends) for measure, rows in found.items()}


def last_day(first):
    """The last day of the month that begins on this one."""
    return first.replace(day=monthrange(first.year, first.month)[1])


def loop_over(rows, starts, ends):
    """One filter for each month, split and test."""
    cells = Cells({what: np.zeros((rows.groups, len(ends)), np.int64) for what in WHAT})
    for month, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for what in rows.tests:
            for split in rows.splits:
                told = many(rows, here(rows, start, end, what), split)
                cells.counts[what][told.index, month] = told.to_numpy()
                cells.asked += 1
    if rows.adds:
        sums(rows, starts, ends, cells)
    for wide in rows.widths:
        middles(rows, starts, ends, wide, cells)
    return cells


def here(rows, start, end, what):
    """Spells open at the end of a month, or events in it, that pass a test."""
    frame, first, last = rows.frame, day_number(start), day_number(end)
    if rows.spells:
        return frame[(frame["start"] <= last) & (frame["end"] > last) & frame[what]]
    return frame[(frame["start"] >= first) & (frame["start"] <= last) & frame[what]]


def many(rows, frame, split):
    """Each child (or what is counted) once in a stock; each event once, or once for what it is about."""
    if rows.spells:
        return frame.groupby(split)["who"].nunique()
    if rows.once:
        frame = frame.drop_duplicates(["who", "start", split])
    return frame.groupby(split).size()


def sums(rows, starts, ends, cells):
    """What the values add up to (in the same parts of one), and of how many rows."""
    cells.sums = [np.zeros((rows.groups, len(ends))) for _ in range(2)]
    for month, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for split in rows.splits:
            frame = here(rows, start, end, "counts")
            values = (frame["value"] * PARTS).round().groupby(frame[split])
            for kept, told in zip(cells.sums, (values.sum() / PARTS, values.size()), strict=True):
                kept[told.index, month] = told.to_numpy()
            cells.asked += 1


def middles(rows, starts, ends, wide, cells):
    """The quartiles over the months to each; of spells, of how long those then open had gone on."""
    kept = cells.middles[wide] = np.full((len(QUARTERS), rows.groups, len(ends)), np.nan)
    for month, end in enumerate(ends):
        for split in rows.splits:
            frame = here(rows, months_earlier(starts[month], wide - 1), end, "counts")
            values = day_number(end) - frame["value"] if rows.spells else frame["value"]
            told = values.groupby(frame[split]).quantile(QUARTERS).unstack()
            kept[:, told.index, month] = told.to_numpy().reshape(-1, len(QUARTERS)).T
            cells.asked += 1


def months_earlier(first, many):
    """The first day of the month so many before."""
    number = first.year * 12 + first.month - 1 - many
    return date(number // 12, number % 12 + 1, 1)


def differences(cells, answers):
    """Measures whose cells are not the same as the cube's, and where; quartiles to twelve figures, as what
    lies between two values is worked out in another order."""
    wrong, cube = [], answers.cube
    for measure, found in cells.items():
        for place, what in enumerate(WHAT):
            if not np.array_equal(found.counts[what], cube.counts[measure][place]):
                wrong.append((measure.title, what))
        if found.sums and not np.array_equal(np.stack(found.sums), cube.sums[measure]):
            wrong.append((measure.title, "sums"))
        for wide, told in found.middles.items():
            if not np.allclose(told, cube.middles[measure][wide], rtol=1e-12, atol=0, equal_nan=True):
                wrong.append((measure.title, f"middles of {wide} months"))
    return wrong

"""The cube: every measure, every group, every month, made at once from the facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from throughline.counting.facts import Facts, Tests
from throughline.counting.happenings import Happenings
from throughline.counting.middles import middles
from throughline.counting.stocks import Stocks, tangled
from throughline.counting.timeline import Bools, Floats, Ints, day_number
from throughline.measures.kinds import Measure, Typical
from throughline.record.periods import Months

CORES = 2
PASSES, COUNTS, LEFT_OUT, TOO_EARLY = range(4)
WIDTHS = (1, 3, 12)  # the spans, in months, whose middles are kept: middles never add up


@dataclass(frozen=True, eq=False)
class Cube:
    """`counts[measure][passes | counts | left out | too early, group, month]`, and
    `middles[measure][months wide][group, month]`."""

    months: Months
    counts: dict[Measure, Ints]
    middles: dict[Measure, dict[int, Floats]]


def month_of(day: Ints, months: Months) -> Ints:
    """The number of the month of each day; a year before the cube is told apart, for windows that
    reach back, and all that is earlier is −13."""
    early = Months(months.year - 1, months.month, months.count + 13)
    return np.searchsorted([day_number(d) for d in early.starts()], day, "right") - 13


def make_cube(all_facts: Sequence[Facts], months: Months) -> Cube:
    """Each base is counted by itself, so they share the cores; Polars and NumPy let go of the lock."""
    cube = Cube(months, {}, {})
    with ThreadPoolExecutor(CORES) as cores:
        for counts, typical in cores.map(lambda facts: count_base(facts, months), all_facts):
            cube.counts.update(counts)
            cube.middles.update(typical)
    return cube


def count_base(facts: Facts, months: Months) -> tuple[dict[Measure, Ints], dict[Measure, dict[int, Floats]]]:
    """All the cells of the measures that share these facts."""
    count = counter(facts, months)
    counts = {measure: four(tests, count) for measure, tests in facts.tests.items()}
    typical: dict[Measure, dict[int, Floats]] = {
        measure: {wide: typical_of(facts, tests, months, wide) for wide in WIDTHS}
        for measure, tests in facts.tests.items()
        if isinstance(measure, Typical)
    }
    return counts, typical


def counter(facts: Facts, months: Months) -> Callable[[Bools], Ints]:
    """What counts the marked facts into groups and months."""
    many, month = len(facts.axis.groups), month_of(facts.start, months)
    if not facts.are_spells:
        return Happenings(month, facts.groups, many, months.count).count
    last, apart = month_of(facts.end, months), tangled(facts.who, facts.start, facts.end)
    return Stocks(facts.who, month, last, apart, facts.groups, many, months.count).count


def four(tests: Tests, count: Callable[[Bools], Ints]) -> Ints:
    """Passes, counts, left out, too early; counted once where two of them must be the same."""
    counts = count(tests.counts)
    passes = counts if tests.passes is tests.counts else count(tests.passes)
    left_out = count(tests.left_out) if tests.left_out.any() else np.zeros_like(counts)
    too_early = count(tests.too_early) if tests.too_early.any() else np.zeros_like(counts)
    return np.stack([passes, counts, left_out, too_early]).astype(np.int32)


def typical_of(facts: Facts, tests: Tests, months: Months, wide: int) -> Floats:
    """The middle value of each group over the `wide` months that end with each month."""
    rows = np.flatnonzero(tests.counts)
    month = month_of(facts.start[rows], months)
    return middles(tests.values[rows], facts.groups[rows], month, len(facts.axis.groups), months.count, wide)

"""The cube: every measure, every group, every month, made at once from the facts."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from throughline.counting.facts import Facts, Tests
from throughline.counting.happenings import Happenings, moments
from throughline.counting.middles import ages, middles
from throughline.counting.stocks import Stocks, tangled
from throughline.counting.timeline import Bools, Floats, Ints, day_number
from throughline.measures.kinds import Measure, Typical, value_of
from throughline.record.periods import Months
from throughline.record.rows import Spells

CORES = 2
PASSES, COUNTS, LEFT_OUT, TOO_EARLY = range(4)
WIDTHS = (1, 3, 12)  # the spans, in months, whose middles are kept: middles never add up
PARTS = 10_000  # values are added up in whole parts of one: so their order never matters


@dataclass(frozen=True, eq=False)
class Cube:
    """`counts[measure][passes | counts | left out | too early, group, month]`;
    `middles[measure][months wide][quartile, group, month]`, for spells as at each month's end, under 1;
    `sums[measure][what they add up to | how many rows, group, month]`."""

    months: Months
    counts: dict[Measure, Ints]
    middles: dict[Measure, dict[int, Floats]]
    sums: dict[Measure, Floats]


def month_of(day: Ints, months: Months) -> Ints:
    """The number of the month of each day; a year before the cube is told apart, for windows that
    reach back, and all that is earlier is −13."""
    early = Months(months.year - 1, months.month, months.count + 13)
    return np.searchsorted([day_number(d) for d in early.starts()], day, "right") - 13


def count_each(all_facts: Iterable[Facts], months: Months) -> Iterator[tuple[Facts, Cube]]:
    """Each base with its own part of the cube. They are counted beside one another, while the next are made;
    few wait at a time, so that whoever keeps them elsewhere need never hold them all."""
    waiting: deque[tuple[Facts, Future[Cube]]] = deque()
    with ThreadPoolExecutor(CORES) as cores:
        for facts in all_facts:
            waiting.append((facts, cores.submit(count_base, facts, months)))
            if len(waiting) > CORES:
                first, part = waiting.popleft()
                yield first, part.result()
        yield from ((facts, part.result()) for facts, part in waiting)


def joined(parts: Iterable[Cube], months: Months) -> Cube:
    """The whole of the cube."""
    cube = Cube(months, {}, {}, {})
    for part in parts:
        cube.counts.update(part.counts)
        cube.middles.update(part.middles)
        cube.sums.update(part.sums)
    return cube


def count_base(facts: Facts, months: Months) -> Cube:
    """All the cells of the measures that share these facts."""
    counter, part = counter_of(facts, months), Cube(months, {}, {}, {})
    for measure, tests in facts.tests.items():
        part.counts[measure] = four(tests, counter.count)
        if isinstance(measure, Typical):
            wide = widths_of(measure)
            part.middles[measure] = {each: typical_of(facts, tests, months, each) for each in wide}
        elif value_of(measure) is not None:
            part.sums[measure] = summed(tests, counter)
    return part


def widths_of(measure: Typical) -> tuple[int, ...]:
    """The spans, in months, whose middles are kept; of spells there is only the end of each month."""
    return (1,) if isinstance(measure.of, Spells) else WIDTHS


def counter_of(facts: Facts, months: Months) -> Happenings | Stocks:
    """What counts the marked facts into groups and months, and adds them up."""
    (columns, many), month = facts.axis.kept, month_of(facts.start, months)
    groups = facts.groups[:, :columns]
    if not facts.are_spells:
        each = None if facts.of.each is None else moments(facts.who, facts.start)
        return Happenings(month, groups, many, months.count, each)
    last, apart = month_of(facts.end, months), tangled(facts.who, facts.start, facts.end)
    return Stocks(facts.who, month, last, apart, groups, many, months.count)


def summed(tests: Tests, counter: Happenings | Stocks) -> Floats:
    """What the facts that count add up to, and how many they are."""
    ones = np.ones(len(tests.values))
    whole = counter.add(tests.counts, np.rint(tests.values * PARTS)) / PARTS
    return np.stack([whole, counter.add(tests.counts, ones)])


def added(values: Floats) -> float:
    """What values add up to, in the same whole parts."""
    return float(np.rint(values * PARTS).sum() / PARTS)


def four(tests: Tests, count: Callable[[Bools], Ints]) -> Ints:
    """Passes, counts, left out, too early; counted once where two of them must be the same."""
    counts = count(tests.counts)
    passes = counts if tests.passes is tests.counts else count(tests.passes)
    left_out = count(tests.left_out) if tests.left_out.any() else np.zeros_like(counts)
    too_early = count(tests.too_early) if tests.too_early.any() else np.zeros_like(counts)
    return np.stack([passes, counts, left_out, too_early]).astype(np.int32)


def typical_of(facts: Facts, tests: Tests, months: Months, wide: int) -> Floats:
    """The quartiles of each group over the `wide` months that end with each month, or at its end."""
    rows, (columns, many) = np.flatnonzero(tests.counts), facts.axis.kept
    values, groups, start = tests.values[rows], facts.groups[rows, :columns], facts.start[rows]
    if facts.are_spells:
        return ages(values, groups, start, facts.end[rows], many, month_ends(months))
    return middles(values, groups, month_of(start, months), many, months.count, wide)


def month_ends(months: Months) -> list[int]:
    """The last day of each month, as a number."""
    after = Months(months.year, months.month, months.count + 1).starts()[1:]
    return [day_number(day) - 1 for day in after]

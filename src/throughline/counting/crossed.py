"""A measure parted two ways at once. It is made from the rows when it is asked for: nothing of it is kept."""

from __future__ import annotations

import numpy as np

from throughline.counting.answer import Among, Answer, Found, answer_of
from throughline.counting.answers import Answers
from throughline.counting.cube import added
from throughline.counting.facts import Facts, Which
from throughline.counting.middles import quartiles_of
from throughline.counting.timeline import Ints, day_number
from throughline.measures.kinds import Measure, Rate, Ratio, Typical, value_of
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period

Pair = tuple[str, str]
FOUR: tuple[Which, ...] = ("passes", "counts", "left out", "too early")


def crossed(
    answers: Answers, measure: Measure, period: Period, by: Breakdown, other: Breakdown
) -> dict[Pair, Answer]:
    """An answer for each group of one breakdown within each group of another, where there is anybody; none
    at all where the measure is not available so. A rate of all children who live here has no value: nobody
    estimates how many those of two groups at once are."""
    ways = answers.breakdowns(measure)
    if by not in ways or other not in ways or not answers.available(measure, period, by):
        return {}
    part = period.end > answers.snapshot.as_at
    here = found_by_pair(answers.facts[measure], measure, period, by, other)
    among = wholes(answers, measure, period, by, other)
    return {pair: answer_of(measure, found, among.get(pair, Among()), part) for pair, found in here.items()}


def wholes(
    answers: Answers, measure: Measure, period: Period, by: Breakdown, other: Breakdown
) -> dict[Pair, Among]:
    """What a rate or a ratio is among, pair by pair."""
    whole = answers.among.get(measure)
    if whole is None or not isinstance(measure, Rate | Ratio):
        return {}
    a_year = answers.a_year(measure, period)
    there = crossed(answers, whole, period, by, other)
    return {pair: Among(each.numerator, each.left_out, a_year) for pair, each in there.items()}


def found_by_pair(
    facts: Facts, measure: Measure, period: Period, by: Breakdown, other: Breakdown
) -> dict[Pair, Found]:
    """The facts of a period by both their groups, and what each come to."""
    tests, labels = facts.tests[measure], list(facts.axis.labels)
    asked = tests.counts | tests.left_out | tests.too_early
    rows = np.flatnonzero(asked & facts.on(day_number(period.start), day_number(period.end)))
    places = facts.groups[rows][:, [labels.index(by), labels.index(other)]]
    pairs, which = np.unique(places, axis=0, return_inverse=True)
    groups = facts.axis.groups
    return {
        (groups[one][1], groups[two][1]): found_in(facts, measure, period, rows[which.ravel() == number])
        for number, (one, two) in enumerate(pairs)
    }


def found_in(facts: Facts, measure: Measure, period: Period, rows: Ints) -> Found:
    """What some facts come to."""
    tests = facts.tests[measure]
    passes, counts, left_out, too_early = (facts.many(rows[tests.of(which)[rows]]) for which in FOUR)
    plain = Found(passes, counts, left_out, too_early)
    if value_of(measure) is None:
        return plain
    counted = rows[tests.counts[rows]]
    values = tests.values[counted]
    if isinstance(measure, Typical):
        long = day_number(period.end) - values if facts.are_spells else values
        return plain._replace(quartiles=quartiles_of(long))
    return plain._replace(total=added(values), rows=len(counted))

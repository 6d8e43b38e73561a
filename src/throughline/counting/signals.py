"""Signal or noise: XmR charts, after NHS England's “Making data count”.

The limits are the mean ± 2.66 times the mean moving range, over all the points since they were last set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from throughline.counting.timeline import Bools, Floats
from throughline.measures.kinds import Better

WIDTH = 2.66
FEWEST, FIRM = 12, 20  # no limits under twelve points; provisional until there are twenty
RUN = 7


class Variation(Enum):
    """What the newest point says, given which way is good."""

    IMPROVING = "improving"
    WORSE = "getting worse"
    HIGHER = "higher than usual"
    LOWER = "lower than usual"
    USUAL = "no significant change"
    NOT_JUDGED = "not judged"


WORSE_FIRST = (Variation.WORSE, Variation.HIGHER, Variation.LOWER, Variation.IMPROVING)
"""All that is not noise, in the order in which people must know of it."""


class Rule(Enum):
    """The four rules, in the order in which a point is told by them."""

    OUTSIDE = "outside a limit"
    RUN = "a run on one side of the mean"
    CLIMB = "each above, or each below, the last"
    NEAR = "two of three near a limit"


TOLD_AT = {Rule.OUTSIDE: 0, Rule.RUN: RUN - 1, Rule.CLIMB: RUN - 1, Rule.NEAR: 1}
"""Which of its points makes a pattern one: the seventh of a run, the second of two near a limit."""
APART = {Rule.NEAR: 2}  # two of three: one point may lie between them


@dataclass(frozen=True)
class Limits:
    """Where points usually fall. `reach` is 2.66 mean moving ranges; `lower` and `upper` are that far from
    the mean, or where what is possible ends. `provisional` while there are fewer than twenty points."""

    mean: float
    lower: float
    upper: float
    provisional: bool
    reach: float


@dataclass(frozen=True)
class Pattern:
    """Points that together are not noise: by which rule, whether high or low, and their places. At the place
    `told` there were enough of them to say so."""

    rule: Rule
    high: bool
    places: tuple[int, ...]
    told: int

    @property
    def says(self) -> str:
        """The rule, in a few words."""
        way, limit = ("above", "upper") if self.high else ("below", "lower")
        return {
            Rule.OUTSIDE: f"outside the {limit} limit",
            Rule.RUN: f"{RUN} or more points {way} the mean",
            Rule.CLIMB: f"{RUN} points each {way} the last",
            Rule.NEAR: "two of three points near the limit",
        }[self.rule]


@dataclass(frozen=True)
class Signal:
    """One point that is not noise: which, whether it is high or low, and the rule that says so."""

    index: int
    high: bool
    says: str


def limits_of(
    values: Sequence[float | None], floor: float | None = 0, ceiling: float | None = None
) -> Limits | None:
    """Limits from the points that there are; None under twelve. They never pass what is possible."""
    known = np.array([value for value in values if value is not None], float)
    if len(known) < FEWEST:
        return None
    mean, reach = float(known.mean()), WIDTH * float(np.abs(np.diff(known)).mean())
    lower = mean - reach if floor is None else max(floor, mean - reach)
    upper = mean + reach if ceiling is None else min(ceiling, mean + reach)
    return Limits(mean, lower, upper, len(known) < FIRM, reach)


def patterns(values: Sequence[float | None], limits: Limits | None) -> list[Pattern]:
    """All that is not noise, rule by rule, upward before downward, and oldest first."""
    if limits is None:
        return []
    at = [index for index, value in enumerate(values) if value is not None]
    known = np.array([values[index] for index in at], float)
    found = []
    for rule in Rule:
        for high in (True, False):
            for group in grouped(marked(rule, known, limits, high), APART.get(rule, 1)):
                places = tuple(at[place] for place in group)
                found.append(Pattern(rule, high, places, places[TOLD_AT[rule]]))
    return found


def signals(found: Sequence[Pattern]) -> list[Signal]:
    """Every point of these patterns, by the first of the rules that says so, oldest first."""
    told: dict[int, Signal] = {}
    for pattern in found:
        for place in pattern.places:
            told.setdefault(place, Signal(place, pattern.high, pattern.says))
    return [told[place] for place in sorted(told)]


def marked(rule: Rule, known: Floats, limits: Limits, high: bool) -> Bools:
    """Which points a rule marks, looking upwards; downwards is the same with signs changed."""
    side, mean = (known, limits.mean) if high else (-known, -limits.mean)
    if rule is Rule.OUTSIDE:
        return np.asarray(side > (limits.upper if high else -limits.lower))
    if rule is Rule.RUN:
        return in_runs(side > mean, RUN)
    if rule is Rule.CLIMB:
        return in_runs(np.append(False, side[1:] > side[:-1]), RUN)
    return two_of_three(side > mean + limits.reach * 2 / 3)


def grouped(marks: Bools, apart: int) -> list[list[int]]:
    """The marked places, those no further apart than this together."""
    places = np.flatnonzero(marks)
    groups = np.split(places, np.flatnonzero(np.diff(places) > apart) + 1)
    return [[int(place) for place in group] for group in groups if len(group)]


def in_runs(marks: Bools, length: int) -> Bools:
    """The marks that stand in an unbroken run of this length or longer."""
    kept = np.zeros(len(marks), np.bool_)
    start = 0
    for place in range(len(marks) + 1):
        if place == len(marks) or not marks[place]:
            if place - start >= length:
                kept[start:place] = True
            start = place + 1
    return kept


def two_of_three(near: Bools) -> Bools:
    """The near points of any three in a row that hold at least two."""
    kept = np.zeros(len(near), np.bool_)
    for place in range(len(near) - 2):
        if near[place : place + 3].sum() >= 2:
            kept[place : place + 3] |= near[place : place + 3]
    return kept


def variation(found: Sequence[Signal], newest: int, better: Better) -> Variation:
    """What the newest point says; nothing unless it is itself a signal."""
    last = next((signal for signal in found if signal.index == newest), None)
    if last is None:
        return Variation.USUAL
    return meaning(last.high, better)


def meaning(high: bool, better: Better) -> Variation:
    """What going up, or down, means, given which way is good."""
    if better is Better.NEITHER:
        return Variation.HIGHER if high else Variation.LOWER
    return Variation.IMPROVING if high == (better is Better.HIGHER) else Variation.WORSE

"""Signal or noise: XmR charts, after NHS England's “Making data count”.

The limits are the mean ± 2.66 times the mean moving range, over all the points shown."""

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


@dataclass(frozen=True)
class Limits:
    """Where points usually fall. `provisional` while there are fewer than twenty points."""

    mean: float
    lower: float
    upper: float
    provisional: bool


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
    return Limits(mean, lower, upper, len(known) < FIRM)


def signals(values: Sequence[float | None], limits: Limits | None) -> list[Signal]:
    """Every point that is not noise, by the first of the rules that says so, oldest first."""
    if limits is None:
        return []
    at = [index for index, value in enumerate(values) if value is not None]
    known = np.array([values[index] for index in at], float)
    found: dict[int, Signal] = {}
    for high in (True, False):
        side = known if high else -known
        mean, limit = (limits.mean, limits.upper) if high else (-limits.mean, -limits.lower)
        for says, marked in rules(side, mean, limit, high):
            for place in np.flatnonzero(marked):
                found.setdefault(at[place], Signal(at[place], high, says))
    return [found[index] for index in sorted(found)]


def rules(side: Floats, mean: float, limit: float, high: bool) -> list[tuple[str, Bools]]:
    """Which points each rule marks, looking upwards; downwards is the same with signs changed."""
    way = "above" if high else "below"
    near = side > mean + (limit - mean) * 2 / 3
    rises = np.append(False, side[1:] > side[:-1])
    return [
        (f"outside the {'upper' if high else 'lower'} limit", side > limit),
        (f"{RUN} or more points {way} the mean", in_runs(side > mean, RUN)),
        (f"{RUN} points each {way} the last", in_runs(rises, RUN)),
        ("two of three points near the limit", two_of_three(near)),
    ]


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
    if better is Better.NEITHER:
        return Variation.HIGHER if last.high else Variation.LOWER
    return Variation.IMPROVING if last.high == (better is Better.HIGHER) else Variation.WORSE

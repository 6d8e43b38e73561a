"""A measure over time: its points, its limits where they are valid, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from throughline.counting.answers import Answer, Answers
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.signals import Limits, Signal, Variation, limits_of, signals, variation
from throughline.measures.kinds import Measure, Share, Typical
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period, months, months_before, quarter, said, year_to

Step = Literal["month", "quarter", "year", "rolling year"]
SMALL = 10  # a share of fewer than these, in most months, is mostly noise


@dataclass(frozen=True, eq=False)
class Trend:
    """Points in order; `limits` and `found` are of `judged`, which for a stock is its net change.

    Where nothing could be judged `why_not` says why. `newest` is the last point that has a value."""

    measure: Measure
    periods: tuple[Period, ...]
    points: tuple[Answer, ...]
    judged: tuple[float | None, ...]
    limits: Limits | None
    found: tuple[Signal, ...]
    variation: Variation
    why_not: str

    @property
    def newest(self) -> int | None:
        """The place of the last point that has a value."""
        known = [place for place, point in enumerate(self.points) if point.value is not None]
        return known[-1] if known else None

    @property
    def judges_change(self) -> bool:
        """Whether limits are of the change from month to month, not of the level."""
        return is_stock(self.measure)

    @property
    def sentence(self) -> str:
        """What the newest point says, in plain words."""
        if self.newest is None:
            return "There is nothing to show for these dates."
        period, what = self.periods[self.newest], "change" if self.judges_change else "figure"
        when = f"{period.end:%B %Y}"
        if self.variation is Variation.NOT_JUDGED:
            return self.why_not
        if self.variation is Variation.USUAL:
            return f"The {what} for {when} is within its usual range."
        signal = next(signal for signal in self.found if signal.index == self.newest)
        return f"The {what} for {when} is {self.variation.value}: {signal.says}."


def steps_to(last: date, count: int, step: Step) -> list[Period]:
    """The `count` periods, oldest first, of which the newest is over by `last`."""
    months_each = {"month": 1, "quarter": 3, "year": 12, "rolling year": 1}[step]
    newest = whole(last, step)
    found = [newest]
    for _ in range(count - 1):
        end = months_before(found[0].end, months_each)
        found.insert(0, whole(months(end.year, end.month).end, step))
    return found


def whole(last: date, step: Step) -> Period:
    """The newest period that is over on this day."""
    month = months(last.year, last.month)
    if month.end > last:
        before = months_before(last, 1)
        month = months(before.year, before.month)
    if step == "month":
        return month
    if step == "rolling year":
        return year_to(month.end)
    if step == "quarter":
        held = quarter(month.end)
        before = months_before(held.start, 3)
        return held if held.end == month.end else quarter(before)
    march = month.end.year if month.end.month >= 3 else month.end.year - 1
    return year_to(date(march, 3, 31))


def trend(
    answers: Answers,
    measure: Measure,
    last: date,
    count: int = 24,
    step: Step = "month",
    by: Breakdown = ALL,
    group: str = EVERYONE,
) -> Trend:
    """The measure over the `count` periods that are over by `last`, judged where that is valid."""
    periods = tuple(steps_to(min(last, answers.snapshot.as_at), count, step))
    points = tuple(answers.series(measure, periods, by, group))
    judged = net_change(points) if is_stock(measure) else tuple(point.value for point in points)
    why_not = not_judged(measure, points, step)
    floor = None if is_stock(measure) else 0.0
    limits = None if why_not else limits_of(judged, floor, 1.0 if isinstance(measure, Share) else None)
    if not why_not and limits is None:
        why_not = "There are too few points to say what is usual."
    found = tuple(signals(judged, limits))
    known = [place for place, value in enumerate(judged) if value is not None]
    verdict = variation(found, known[-1], measure.better) if limits and known else Variation.NOT_JUDGED
    return Trend(measure, periods, points, judged, limits, found, verdict, why_not)


def is_stock(measure: Measure) -> bool:
    """Whether it is how many there are on a day: today's children are mostly last month's."""
    return not is_event(measure) and not isinstance(measure, Share | Typical)


def is_event(measure: Measure) -> bool:
    """Whether it counts what happened in a period."""
    return not hasattr(measure.of, "end")


def net_change(points: Sequence[Answer]) -> tuple[float | None, ...]:
    """What each point adds to the one before; blank where either is."""
    values = [point.value for point in points]
    pairs = zip([None, *values], values)
    return tuple(None if b is None or a is None else b - a for a, b in pairs)


def not_judged(measure: Measure, points: Sequence[Answer], step: Step) -> str:
    """Why limits would mislead here; blank where they are valid."""
    if step in ("year", "rolling year"):
        return "Years and rolling years are not judged: their points share months, or are too few."
    if isinstance(measure, Typical):
        return "A middle value is not judged against limits."
    known = [point for point in points if point.value is not None]
    few = sum((point.denominator or 0) < SMALL for point in known)
    if isinstance(measure, Share) and few * 2 > len(known):
        return f"In most of these months there were fewer than {SMALL} to share: too few to judge."
    return ""


def described(period: Period, measure: Measure) -> str:
    """How a figure's dates are said: a stock as at its day."""
    return f"as at {said(period.end)}" if not is_event(measure) else str(period)

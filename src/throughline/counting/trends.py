"""A measure over time: its points, its limits where they are valid, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import sqrt
from statistics import fmean
from typing import Literal

from throughline.counting.answers import Answer, Answers
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.recording import Change, Stretch, affecting, cut
from throughline.counting.signals import (
    FEWEST,
    WIDTH,
    Limits,
    Pattern,
    Rule,
    Signal,
    Variation,
    limits_of,
    patterns,
    signals,
    variation,
)
from throughline.measures.kinds import Mean, Measure, Share, Typical
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import (
    Period,
    calendar_year_before,
    months,
    months_before,
    quarter,
    said,
    year_to,
)

Step = Literal["month", "quarter", "year", "rolling year", "calendar year"]
SMALL = 10  # a share of fewer than these is mostly noise
FEW = 5  # so is a number that is mostly smaller than this
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, eq=False)
class Trend:
    """Points in order, in `stretches` that were each made in one way and have limits of their own. They and
    `patterns` are of `judged`: each figure, blank where it is too small to judge; or its change from the one
    before, where it `judges_change`, as of a stock.
    `changes` in recording are those within these dates.

    Where nothing could be judged `why_not` says why. `newest` is the last point that has a value."""

    measure: Measure
    step: Step
    periods: tuple[Period, ...]
    points: tuple[Answer, ...]
    judged: tuple[float | None, ...]
    judges_change: bool
    stretches: tuple[Stretch, ...]
    changes: tuple[Change, ...]
    patterns: tuple[Pattern, ...]
    variation: Variation
    why_not: str

    @property
    def newest(self) -> int | None:
        """The place of the last point that has a value."""
        return newest(self.points)

    @property
    def limits(self) -> Limits | None:
        """The limits of the newest stretch."""
        return self.stretches[-1].limits

    @cached_property
    def found(self) -> tuple[Signal, ...]:
        """Every point that is not noise, oldest first."""
        return tuple(signals(self.patterns))

    @property
    def sentence(self) -> str:
        """What the newest point says, in plain words."""
        if self.newest is None:
            return "There is nothing to show for these dates."
        what, when = self.what, self.month(self.newest)
        if self.variation is Variation.NOT_JUDGED:
            return self.why_not
        if self.variation is Variation.USUAL:
            return f"The {what} for {when} is within its usual range."
        pattern = next(each for each in self.patterns if self.newest in each.places)
        return f"The {what} for {when} is {self.variation.value}: {self.told(pattern)}."

    @property
    def recorded(self) -> str:
        """What changed in how it is recorded, a sentence each."""
        return " ".join(each.says for each in self.changes)

    @property
    def what(self) -> str:
        """What is judged: each figure, or how it changed."""
        return "change" if self.judges_change else "figure"

    def month(self, place: int) -> str:
        """The month with which a point's period ends."""
        return f"{self.periods[place].end:%B %Y}"

    def told(self, pattern: Pattern) -> str:
        """A pattern in words, within a sentence about its last point."""
        many, since = len(pattern.places), self.month(pattern.places[0])
        number = NUMBERS[many] if many < len(NUMBERS) else str(many)
        running = f"for {number} {self.step}s running, since {since}"
        if pattern.rule is Rule.RUN:
            return f"{'above' if pattern.high else 'below'} its mean {running}"
        if pattern.rule is Rule.CLIMB:
            return f"{'higher' if pattern.high else 'lower'} each {self.step} than the last {running}"
        if pattern.rule is Rule.NEAR:
            limit = "upper" if pattern.high else "lower"
            return f"near its {limit} limit in {number} {self.step}s since {since}"
        return f"{pattern.says} {running}" if many > 1 else pattern.says


def steps_to(last: date, count: int, step: Step) -> list[Period]:
    """The `count` periods, oldest first, of which the newest is over by `last`."""
    months_each = {"month": 1, "quarter": 3, "year": 12, "rolling year": 1, "calendar year": 12}[step]
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
    if step == "calendar year":
        return calendar_year_before(month.end)
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
    changes = [each for each in affecting(answers.snapshot, measure) if each.day <= periods[-1].end]
    stretches = cut(periods, changes, not is_event(measure))
    by_change = is_stock(measure) or moves_slowly(measure, points)
    judged = to_judge(measure, points, stretches, by_change)
    why_not = not_judged(measure, points, step)
    if not why_not:
        stretches = tuple(limited(measure, judged, stretch, by_change) for stretch in stretches)
    found = tuple(pattern for stretch in stretches for pattern in within(judged, stretch))
    why_not = why_not or not_the_newest(measure, points, judged, stretches)
    at, verdict = newest(points), Variation.NOT_JUDGED
    if at is not None and not why_not:
        verdict = variation(signals(found), at, measure.better)
    shown = tuple(each for each in changes if each.day > periods[0].start)
    return Trend(measure, step, periods, points, judged, by_change, stretches, shown, found, verdict, why_not)


def newest(points: Sequence[Answer]) -> int | None:
    """The place of the last point that has a value."""
    known = [place for place, point in enumerate(points) if point.value is not None]
    return known[-1] if known else None


def to_judge(
    measure: Measure, points: Sequence[Answer], stretches: Sequence[Stretch], by_change: bool
) -> tuple[float | None, ...]:
    """What is judged of each point: its change, but not the one that a change in recording made; or a share,
    or an average, of enough; or the figure itself of all else."""
    if by_change:
        starts = {stretch.first for stretch in stretches}
        changed = enumerate(net_change(points))
        return tuple(None if place in starts else value for place, value in changed)
    return tuple(None if too_small(measure, point) else point.value for point in points)


def too_small(measure: Measure, point: Answer) -> bool:
    """Whether a point is a share, or an average, of so few that chance makes it what it is."""
    return isinstance(measure, Share | Mean) and (point.denominator or 0) < SMALL


def moves_slowly(measure: Measure, points: Sequence[Answer]) -> bool:
    """Whether a share of those there are on a day differs from one point to the next by less than half of
    what it would if each had other children: most are those of the month before, and it stays where it is."""
    if is_event(measure) or not isinstance(measure, Share):
        return False
    known = [point for point in points if point.value is not None and not too_small(measure, point)]
    whole, passes = sum(point.denominator or 0 for point in known), sum(point.numerator for point in known)
    if len(known) < FEWEST:
        return False
    spread = sqrt(passes / whole * (1 - passes / whole) * len(known) / whole)
    steps = fmean(abs((b.value or 0) - (a.value or 0)) for a, b in zip(known, known[1:]))
    return steps * WIDTH / 3 < spread / 2


def limited(measure: Measure, judged: Sequence[float | None], stretch: Stretch, by_change: bool) -> Stretch:
    """A stretch with its limits, if it has points enough that were made in one way."""
    if stretch.mixed:
        return stretch
    below = any(value is not None and value < 0 for value in judged)
    floor = None if by_change or below else 0.0
    ceiling = 1.0 if isinstance(measure, Share) and not by_change else None
    return replace(stretch, limits=limits_of(judged[stretch.first : stretch.end], floor, ceiling))


def within(judged: Sequence[float | None], stretch: Stretch) -> list[Pattern]:
    """What is not noise within a stretch, at the places of the whole."""
    found, first = patterns(judged[stretch.first : stretch.end], stretch.limits), stretch.first
    return [
        replace(each, places=tuple(first + place for place in each.places), told=first + each.told)
        for each in found
    ]


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
    if step.endswith("year"):
        return "Years and rolling years are not judged: their points share months, or are too few."
    if isinstance(measure, Typical):
        return "A middle value is not judged against limits."
    known = [point for point in points if point.value is not None]
    few = sum(too_small(measure, point) for point in known)
    if few * 2 > len(known):
        return f"In most of these months there were fewer than {SMALL} to share: too few to judge."
    if not isinstance(measure, Share | Mean) and sum(point.many for point in known) < FEW * len(known):
        return f"There are fewer than {FEW} in a usual {step}: too few to judge."
    return ""


def not_the_newest(
    measure: Measure,
    points: Sequence[Answer],
    judged: Sequence[float | None],
    stretches: Sequence[Stretch],
) -> str:
    """Why the newest point is not judged, where that kind of measure is; blank where it is."""
    at, stretch = newest(points), stretches[-1]
    if stretch.mixed:
        return "What is newest was counted partly in the old way and partly in the new: it has no figure."
    if stretch.limits is None:
        since = f" since {stretch.change.when}" if stretch.change else ""
        return f"There are too few points{since} to say what is usual."
    if at is not None and too_small(measure, points[at]):
        return f"The newest figure rests on fewer than {SMALL}: too few to judge."
    if at is not None and judged[at] is None:
        return "How it changed to the newest month is not known, so it is not judged."
    return ""


def described(period: Period, measure: Measure) -> str:
    """How a figure's dates are said: a stock as at its day."""
    return f"as at {said(period.end)}" if not is_event(measure) else str(period)

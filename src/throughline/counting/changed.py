"""What has changed: signals that are new, the strongest first.

Of many measures some will look changed by chance alone. So a signal is told while it is new, which it is if
within the last three points there first were enough for it; what comes every year is no news; each measure is
told once; and the strongest come first. How strong a signal is, is how seldom chance alone would make one:
see `chance`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import erfc, factorial, sqrt

from throughline.counting.answers import Answers
from throughline.counting.cube import COUNTS
from throughline.counting.signals import FEWEST, WORSE_FIRST, Limits, Pattern, Rule, Variation, meaning
from throughline.counting.trends import FEW, Trend, steps_to, trend
from throughline.measures.kinds import Measure
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period

NEW = 3  # the last so many points
A_YEAR = 12  # months
MONTHS = 24  # that are looked at
BY_CHANCE = 25  # of so many measures at rest about one has a new signal; docs/explanation/signals.md


@dataclass(frozen=True, eq=False)
class News:
    """The strongest new signal of a trend, told by the first of the rules that says so of its last point, and
    how likely chance alone would be to make it."""

    trend: Trend
    pattern: Pattern
    chance: float

    @property
    def variation(self) -> Variation:
        """Whether it is good news, bad news or only news."""
        return meaning(self.pattern.high, self.trend.measure.better)

    @property
    def sentence(self) -> str:
        """What happened, and when."""
        trend, pattern = self.trend, self.pattern
        it = f"its change from {trend.step} to {trend.step}" if trend.judges_change else "it"
        told = trend.told(pattern)
        if pattern.rule is Rule.OUTSIDE and len(pattern.places) == 1:
            return f"In {trend.month(pattern.places[0])} {it} was {told}."
        verb = "has been" if trend.newest in pattern.places else "was"
        return f"{it[0].upper()}{it[1:]} {verb} {told}."


def news(trends: Sequence[Trend]) -> list[News]:
    """What is new in these, each once, the strongest first; of equals, what is worse first."""
    found = [each for trend in trends if (each := newest_of(trend))]
    return sorted(
        found, key=lambda each: (each.chance, WORSE_FIRST.index(each.variation), each.trend.measure.title)
    )


def newest_of(trend: Trend) -> News | None:
    """The strongest signal of a trend that is new; None where none is."""
    limits, first = trend.limits, told_to(trend) - NEW
    if limits is None:
        return None
    since = max(first, trend.stretches[-1].first)
    new = [each for each in trend.patterns if each.told >= since and not comes_yearly(trend, each)]
    if not new:
        return None
    strongest = min(new, key=lambda each: chance(each, trend.judged, limits))
    here = (each for each in new if strongest.places[-1] in each.places and each.high == strongest.high)
    return News(trend, next(here), chance(strongest, trend.judged, limits))


@dataclass(frozen=True)
class Apart:
    """The groups of a measure with a new signal that the whole does not have, and of how many that could be
    judged."""

    groups: tuple[str, ...]
    judged: int


def apart(answers: Answers, measure: Measure, by: Breakdown, last: date) -> Apart:
    """Which groups changed where the whole did not, or changed the other way, over the months that are over
    by `last`. What is not recorded is no group."""
    whole = newest_of(trend(answers, measure, last, MONTHS))
    groups = enough(answers, measure, by, last)
    trends = {group: trend(answers, measure, last, MONTHS, by=by, group=group) for group in groups}
    new = {group: found for group, each in trends.items() if (found := newest_of(each))}
    differ = (g for g, found in new.items() if whole is None or whole.pattern.high != found.pattern.high)
    return Apart(tuple(differ), sum(each.limits is not None for each in trends.values()))


def enough(answers: Answers, measure: Measure, by: Breakdown, last: date) -> list[str]:
    """The groups that hold enough to be judged at all. Most are too small, which the cube tells at once."""
    months = steps_to(min(last, answers.snapshot.as_at), MONTHS, "month")
    span = answers.cube.months.span(Period(months[0].start, months[-1].end))
    known = [group for group in answers.groups(measure, by) if by.tells(group)]
    if span is None or not by.kept:
        return known
    axis = answers.facts[measure].axis
    held = answers.cube.counts[measure][COUNTS, :, span[0] : span[1]].sum(axis=1)
    return [group for group in known if held[axis.place(by, group)] >= FEW * FEWEST]


def told_to(trend: Trend) -> int:
    """The place after the newest point that can be told at all: of later ones it is too early to say."""
    early = 0
    for point in reversed(trend.points):
        if point.value is not None or not point.too_early:
            break
        early += 1
    return len(trend.points) - early


def comes_yearly(trend: Trend, pattern: Pattern) -> bool:
    """Whether a year before every one of its points was out of the ordinary in the same way, as are costs of
    getting to school each August."""
    if trend.step != "month":
        return False
    before = {place for each in trend.patterns if each.high == pattern.high for place in each.places}
    return all(place - A_YEAR in before for place in pattern.places)


def lasting(trend: Trend) -> bool:
    """Whether the newest point is out of the ordinary, and no news: it has been so for longer."""
    return trend.variation in WORSE_FIRST and newest_of(trend) is None


def chance(pattern: Pattern, judged: Sequence[float | None], limits: Limits) -> float:
    """How likely a pattern is where there is nothing but chance, and each point is apart from the others.

    Outside a limit: the chance of the farthest point, if points are spread evenly about the mean (a normal
    distribution whose limits are three standard deviations away). A run of n: that the other n − 1 fall on
    the side of the first. A climb of n: that n + 1 points stand in the one order, or in the other. Near a
    limit: that two of three are as far out as the nearer of these, on one side or the other."""
    many = len(pattern.places)
    if pattern.rule is Rule.RUN:
        return 2.0 ** (1 - many)
    if pattern.rule is Rule.CLIMB:
        return 2 / factorial(many + 1)
    away = [
        3 * abs((judged[place] or 0.0) - limits.mean) / limits.reach if limits.reach else float("inf")
        for place in pattern.places
    ]
    if pattern.rule is Rule.OUTSIDE:
        return two_sided(max(away))
    return 2 * 3 * (two_sided(min(away)) / 2) ** 2


def two_sided(away: float) -> float:
    """How likely a point is to lie at least so many standard deviations away."""
    return erfc(away / sqrt(2))

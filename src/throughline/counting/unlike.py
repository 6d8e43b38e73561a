"""Whether a group is counted more, or less, than all others for so many of each: the ratio of its rate to
theirs, with its interval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, sqrt

from throughline.counting.answers import Answer, Answers
from throughline.counting.small_numbers import FEWEST_SHOWN
from throughline.measures.kinds import Measure, Rate, Share
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period

NORMAL = 1.959964  # so many standard errors either side hold 95% of what chance would give
HALVINGS = 60  # of the stretch in which a limit is looked for: beyond what a float can tell apart
Side = tuple[float, float]  # how many pass, of how many


@dataclass(frozen=True)
class Unlike:
    """One group beside all others of whom it is recorded: its value and theirs, the ratio of the two, and the
    95% interval of that ratio. Where either rests on too few, ratio and interval are blank."""

    group: str
    answer: Answer
    ratio: float | None
    low: float | None
    high: float | None

    @property
    def differs(self) -> bool:
        """Whether chance alone would seldom give a ratio so far from one."""
        return self.low is not None and self.high is not None and not self.low <= 1 <= self.high


def unlike(answers: Answers, measure: Measure, period: Period, by: Breakdown) -> tuple[Unlike, ...]:
    """Each group of a breakdown that anybody is in, beside all others; who is in no group that is an answer
    (*not recorded*, *not yet obtained*) is on neither side. None for a measure that is no share or rate, or
    has no denominator by this breakdown."""
    if not isinstance(measure, Share | Rate) or by not in answers.breakdowns(measure):
        return ()
    found = {group: answers.value(measure, period, by, group) for group in answers.groups(measure, by)}
    known = {group: each for group, each in found.items() if by.tells(group) and each.denominator}
    passes = sum(each.numerator for each in known.values())
    whole = sum(each.denominator or 0 for each in known.values())
    return tuple(
        beside(
            group, each, passes - each.numerator, whole - (each.denominator or 0), isinstance(measure, Share)
        )
        for group, each in known.items()
    )


def beside(group: str, answer: Answer, passes: float, whole: float, is_share: bool) -> Unlike:
    """A group beside so many who pass of so many others."""
    own, others = (answer.numerator, answer.denominator or 0), (passes, whole)
    if any(many < FEWEST_SHOWN or of <= 0 for many, of in (own, others)):
        return Unlike(group, answer, None, None, None)
    ratio = (own[0] / own[1]) / (others[0] / others[1])
    low, high = limits_of_shares(own, others) if is_share else limits_of_rates(own, others)
    return Unlike(group, answer, ratio, low, high)


def limits_of_rates(one: Side, other: Side) -> tuple[float, float]:
    """The limits of a ratio of rates: its logarithm taken for normal, 1/a of its variance from each side, as
    counts that come by chance (Poisson) have it."""
    ratio = (one[0] / one[1]) / (other[0] / other[1])
    wide = exp(NORMAL * sqrt(1 / one[0] + 1 / other[0]))
    return ratio / wide, ratio * wide


def limits_of_shares(one: Side, other: Side) -> tuple[float, float]:
    """The limits of a ratio of shares by Koopman's score (1984): the ratios that the two would not refuse.
    Unlike the logarithm's, it holds where all of a side pass."""
    ratio = (one[0] / one[1]) / (other[0] / other[1])
    low = last_where(lambda at: refused(one, other, at), 0, ratio)
    high = 1 / last_where(lambda at: refused(one, other, 1 / at), 0, 1 / ratio)
    return low, high


def refused(one: Side, other: Side, ratio: float) -> bool:
    """Whether two shares are further from this ratio than chance would leave them 95 times in 100, if the
    shares were those, of this ratio, that make what was seen likeliest (Miettinen and Nurminen, 1985)."""
    (a, n), (b, m) = one, other
    square, line = (n + m) * ratio, n * ratio + a + m + b * ratio
    root = sqrt(max(0, line**2 - 4 * square * (a + b)))  # a shade below nought by rounding, where all pass
    share = (line - root) / (2 * square)  # of the other side
    spread = share * ratio * (1 - share * ratio) / n + ratio**2 * share * (1 - share) / m
    return (a / n - ratio * b / m) ** 2 > NORMAL**2 * max(spread, 0)


def last_where(holds: Callable[[float], bool], low: float, high: float) -> float:
    """Where what holds above `low` ends to hold, on the way to `high`, where it does not."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return high


def sentence(found: Unlike, named: str) -> str:
    """What it comes to, in words."""
    if found.ratio is None:
        return f"{named}: too few to compare."
    likely = f"({found.low:.2f} to {found.high:.2f}, 95% interval)"
    if not found.differs:
        return f"{named}: {found.ratio:.2f} times all others {likely}: no more than chance would give."
    way = "more" if found.ratio > 1 else "less"
    return f"{named}: {found.ratio:.2f} times all others {likely}: {way} often than chance would give."

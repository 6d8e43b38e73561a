"""Whether a group is counted more, or less, than all others for so many of each: the ratio of its rate to
theirs, with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

from throughline.counting.answers import Answer, Answers
from throughline.counting.small_numbers import FEWEST_SHOWN, small
from throughline.measures.kinds import Measure, Rate, Share
from throughline.record.breakdowns import NOT_RECORDED, Breakdown
from throughline.record.periods import Period

NORMAL = 1.959964  # so many standard errors either side hold 95% of what chance would give


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
    """Each group of a breakdown that anybody is in, beside all others; *not recorded* is on neither side.
    None for a measure that is no share or rate, or has no denominator by this breakdown."""
    if not isinstance(measure, Share | Rate) or by not in answers.breakdowns(measure):
        return ()
    found = {group: answers.value(measure, period, by, group) for group in answers.groups(measure, by)}
    known = {group: each for group, each in found.items() if group != NOT_RECORDED and each.denominator}
    passes = sum(each.numerator for each in known.values())
    whole = sum(each.denominator or 0 for each in known.values())
    return tuple(
        beside(
            group, each, passes - each.numerator, whole - (each.denominator or 0), isinstance(measure, Share)
        )
        for group, each in known.items()
    )


def beside(group: str, answer: Answer, passes: float, whole: float, is_share: bool) -> Unlike:
    """A group beside so many who pass of so many others.

    The interval is of the ratio's logarithm, taken for normal: of shares by Katz and others (1978), 1/a − 1/n
    for each side; of rates 1/a, as counts that come by chance (Poisson) have it."""
    here, own = answer.numerator, answer.denominator or 0
    sides = ((here, own), (passes, whole))
    if any(many < FEWEST_SHOWN or of <= 0 or (is_share and small(of - many)) for many, of in sides):
        return Unlike(group, answer, None, None, None)
    ratio = (here / own) / (passes / whole)
    spread = sum(1 / many - (1 / of if is_share else 0) for many, of in sides)
    wide = NORMAL * sqrt(spread)
    return Unlike(group, answer, ratio, exp(log(ratio) - wide), exp(log(ratio) + wide))


def sentence(found: Unlike, named: str) -> str:
    """What it comes to, in words."""
    if found.ratio is None:
        return f"{named}: too few to compare."
    likely = f"({found.low:.2f} to {found.high:.2f}, 95% interval)"
    if not found.differs:
        return f"{named}: {found.ratio:.2f} times all others {likely}: no more than chance would give."
    way = "more" if found.ratio > 1 else "less"
    return f"{named}: {found.ratio:.2f} times all others {likely}: {way} often than chance would give."

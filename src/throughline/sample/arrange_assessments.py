"""Arranges assessments: how many took 45 working days or fewer, and how many found a factor."""

from throughline.sample.aims import Part
from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance, Deck
from throughline.sample.days import before, working_between
from throughline.sample.factors import factors_of, in_order
from throughline.sample.journey import Assessment

LIMIT, SLOWEST = 45, 47
Signed = list[Assessment]


def _signed(borough: Borough, part: Part) -> Signed:
    first, last = part.first.toordinal(), part.last.toordinal()
    return [a for case in borough.cases for a in case.assessments if first <= a.signed <= last]


def keep_time(borough: Borough, told: int) -> None:
    """The published share of assessments took 45 working days or fewer: some fresh looks at open cases, whose
    beginning nothing else hangs on, began later or sooner, and some first ones a few days later."""
    chance = borough.chance("in time")
    for part in borough.authority.aims.in_time:
        signed = _signed(borough, part) if part.last.toordinal() <= told else []
        met = [working_between(a.start, a.signed) <= LIMIT for a in signed]
        short = round(part.share * len(signed)) - sum(met)
        wrong = [a for a, ok in zip(signed, met) if ok is (short < 0) and _could(a, short < 0)]
        for a in chance.some(wrong, [1.0] * len(wrong), abs(short)):
            low, high = (LIMIT + 1, SLOWEST) if short < 0 else (24 if a.again else LIMIT, LIMIT)
            a.start = before(a.signed, chance.whole(low, high))


def _could(a: Assessment, longer: bool) -> bool:
    """Whether the assessment could have begun on another day: after the one before it, if sooner."""
    if not a.again:
        return not longer and working_between(a.start, a.signed) <= LIMIT + 5
    at = a.case.assessments.index(a)
    return not longer or before(a.signed, SLOWEST) > max(other.signed for other in a.case.assessments[:at])


def find_factors(borough: Borough, told: int) -> None:
    """The published share of assessments found each factor."""
    deck, chance = Deck(borough.seed, "details"), borough.chance("factors")
    for code, part in borough.authority.aims.factors.items():
        if part.last.toordinal() <= told:
            _find(deck, chance, code, _signed(borough, part), part.share)


def _find(deck: Deck, chance: Chance, code: str, signed: Signed, share: float) -> None:
    have = [code in factors_of(deck, a) for a in signed]
    short = round(share * len(signed)) - sum(have)
    wrong = [a for a, found in zip(signed, have) if found is (short < 0)]
    for a in chance.some(wrong, [1.0] * len(wrong), abs(short)):
        a.factors = in_order({*factors_of(deck, a)} ^ {code})

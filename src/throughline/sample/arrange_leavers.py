"""Arranges what care leavers do: how many are in higher education."""

from throughline.sample.borough_record import Borough
from throughline.sample.chance import Deck
from throughline.sample.days import age_on
from throughline.sample.leaving_care import HIGHER, standing

AGES = range(18, 22)  # of those who go to college, or leave it for another course
ANOTHER_COURSE = "F2"


def study(borough: Borough, told: int) -> None:
    """On each published day the published number of care leavers are in higher education: some more of those
    with whom the council is in touch, or some fewer."""
    deck, chance = Deck(borough.seed, "details"), borough.chance("higher education")
    for on, many in borough.authority.aims.studying.items():
        day = on.toordinal()
        if day > told:
            continue
        left = {case.child: None for case in borough.cases if case.leaving_from <= day < case.closed}
        aged = {child: min(max(age_on(child.born, day), 17), 25) for child in left}
        does = {child: standing(deck, child, age).does for child, age in aged.items()}
        short = many - sum(each in HIGHER for each in does.values())
        could = [child for child, each in does.items() if (each in HIGHER) is (short < 0) and each != "0"]
        could = [child for child in could if aged[child] in AGES]
        for child in chance.some(could, [1.0] * len(could), abs(short)):
            child.does = aged[child], HIGHER[0] if short > 0 else ANOTHER_COURSE

"""The legal statuses of a period of care: police protection and emergency orders first, then court."""

from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance, Weighted
from throughline.sample.days import NEVER
from throughline.sample.journey import Care, Status

# How children come in, by the 903 codes. Remand is for those aged ten and over.
YOUNG = Weighted((("V2", 40), ("C1", 42), ("L2", 9), ("L1", 9)))
TEENS = Weighted((("V2", 70), ("C1", 14), ("L2", 2), ("L1", 9), ("J1", 5)))
GOALS_IN_COURT = {"adoption": 1.0, "sgo": 0.9, "cao": 0.8, "long": 0.8, "home": 0.25}


def _then(borough: Borough, care: Care, code: str, day: int) -> None:
    if care.statuses:
        care.statuses[-1].end = day
    care.statuses.append(Status(borough.next_key("status"), code, day))


def _to_court(borough: Borough, chance: Chance, care: Care, day: int) -> None:
    """Interim care order, then a full order: 29 weeks on average in 2017/18."""
    if care.statuses[-1].code != "C1":
        _then(borough, care, "C1", day)
    final = day + max(90, int(chance.around(209, 45)))
    if care.adoption is not None:
        final = care.adoption.placement_order
        _then(borough, care, "C2", final - 1 if final - day > 30 else final)
        if care.statuses[-1].start < final:
            _then(borough, care, "E1", final)
        if care.adoption.reversed_on < NEVER:
            _then(borough, care, "C2", care.adoption.reversed_on)
    elif care.goal == "long" or (care.goal == "home" and chance.happens(0.3)):
        _then(borough, care, "C2", final)
    elif care.goal in ("sgo", "cao"):
        _then(borough, care, "C2", final + 120)  # when the carers' order is slow to come


def set_out(borough: Borough, chance: Chance, care: Care, age: int) -> None:
    """Lays out the statuses a period is likely to pass through; leaving care cuts the rest off."""
    if care.is_breaks:
        return _then(borough, care, "V4", care.start)
    if care.goal == "asylum":
        return _then(borough, care, "V2", care.start)
    first = "C1" if care.adoption and chance.happens(0.7) else chance.pick(TEENS if age >= 10 else YOUNG)
    _then(borough, care, first, care.start)
    in_court = chance.happens(GOALS_IN_COURT.get(care.goal, 0.3) * (0.45 if age >= 13 else 1.0))
    day = care.start
    if first in ("L1", "L2"):
        day += chance.whole(1, 3) if first == "L1" else chance.whole(6, 20)
        if not in_court and not care.adoption:
            return _then(borough, care, "V2", day)
    elif first == "J1":
        return _then(borough, care, "V2", day + chance.whole(20, 70))
    elif first == "V2":
        day += chance.whole(14, 170) if not care.adoption else chance.whole(7, 60)
    if in_court or care.adoption or first == "C1":
        _to_court(borough, chance, care, day)
    return None


def status_on(care: Care, day: int) -> str:
    """The legal status code on a day."""
    return next((s.code for s in reversed(care.statuses) if s.start <= day), care.statuses[0].code)


def cut(care: Care, day: int) -> None:
    """Statuses end with the care; any that had not begun are dropped."""
    care.statuses = [s for s in care.statuses if s.start < day or s is care.statuses[0]]
    care.statuses[-1].end = day

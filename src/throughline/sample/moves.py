"""Moves between placements: the planned, the broken down, the temporary, and into adoption."""

from throughline.sample import homes
from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance
from throughline.sample.days import age_on, birthday, next_working
from throughline.sample.journey import Care
from throughline.sample.legal import status_on

LONG_TERM = {"U3": "U1", "U6": "U4"}


def _adopt(borough: Borough, chance: Chance, care: Care, first: int, last: int) -> bool:
    """Moves a child in with adopters when the day has come."""
    adoption = care.adoption
    if adoption is None or not first <= adoption.placed <= last or status_on(care, adoption.placed) != "E1":
        return False
    day = max(adoption.placed, care.placements[-1].start + 1)
    if adoption.by_carer and care.placements[-1].kind == "U5":
        homes.same_home(borough, care, day, "A5", "PLACE")
    else:
        adoption.by_carer = False
        care.placements[-1].why_left = "CARPL"
        homes.find(borough, chance, care, day, "adoption")
    adoption.placed = day
    return True


def _settle(borough: Borough, care: Care, day: int) -> None:
    """A placement that has lasted is matched for the long term, with the same carer."""
    placement = care.placements[-1]
    if placement.kind in LONG_TERM and day - placement.start > 300 and status_on(care, day) == "C2":
        homes.same_home(borough, care, day, LONG_TERM[placement.kind], "PLACE")


def _for_a_while(borough: Borough, chance: Chance, care: Care, day: int) -> None:
    """A temporary stay, and back to the same carer."""
    main = care.placements[-1]
    stay = homes.find(borough, chance, care, day, "in_house")
    stay.kind, stay.urn, stay.provider = chance.one_of(("T1", "T3", "T3", "T4")), "", ""
    length = chance.whole(3, 7) if stay.kind == "T4" else chance.whole(8, 20)
    homes.same_home(borough, care, day + length, main.kind, "")
    back = care.placements[-1]
    back.provider, back.urn, back.carer = main.provider, main.urn, main.carer
    back.postcode, back.council, back.miles = main.postcode, main.council, main.miles


def _move(borough: Borough, chance: Chance, care: Care, day: int, vacancies: homes.Vacancies) -> None:
    old = care.placements[-1]
    vacancies.leave(homes.kind_of(old))
    old.why_left = chance.pick(homes.WHY_MOVED)
    homes.find(borough, chance, care, day, vacancies.choose(chance, care, day))


def move_some(
    borough: Borough, chance: Chance, live: list[Care], vacancies: homes.Vacancies, first: int, last: int
) -> None:
    """The month's moves among the children looked after at its end."""
    for care in live:
        placement = care.placements[-1]
        if _adopt(borough, chance, care, first, last) or placement.kind[0] == "A":
            continue
        if placement.start >= first or placement.start > last - 6:
            continue
        age = age_on(care.child.born, first)
        day = next_working(chance.whole(first, last))
        if day > last or birthday(care.child.born, 18) < last + 45:
            continue
        if chance.happens(homes.hazard(placement, age, first, vacancies)):
            _move(borough, chance, care, day, vacancies)
        elif placement.kind[0] == "U" and chance.happens(0.0035) and day + 22 < last:
            _for_a_while(borough, chance, care, day)
        elif chance.happens(0.2):
            _settle(borough, care, day)

"""Arranges how long children looked after have been with one carer, and how many live outside the borough."""

from throughline.sample.borough_record import Borough
from throughline.sample.days import age_on, birthday, months_before
from throughline.sample.homes import IN_BOROUGH, kind_of, of_ours, where
from throughline.sample.journey import Care

LONG_IN_CARE, SETTLED = 30, 24  # months
IN_A_HOME = 9  # nobody younger came to live in a children's home


def stay(borough: Borough, told: int) -> None:
    """On each published day at least the published share of children long in care have been with one carer
    for two years: some who had moved since came to their carer at once, instead of to those between."""
    chance = borough.chance("stays")
    for on, share in borough.authority.aims.settled.items():
        day = on.toordinal()
        long = [care for care in borough.cares if _long_in_care(care, day)] if day <= told else []
        moved = [care for care in long if _came(care, day) > months_before(day, SETTLED)]
        short = round(share * len(long)) - (len(long) - len(moved))
        could = [care for care in moved if _could(care, day)]
        for care in chance.some(could, [1.0] * len(could), max(short, 0)):
            first, now = _runs_of(care, day)
            care.placements[now].start = care.placements[first].start
            del care.placements[first:now]


def _long_in_care(care: Care, day: int) -> bool:
    """Under sixteen, and in care for two years and a half without a break."""
    young = birthday(care.child.born, 16) > day
    return young and not care.is_breaks and care.start <= months_before(day, LONG_IN_CARE) < day < care.end


def _held(care: Care, day: int) -> int:
    return max(at for at, placement in enumerate(care.placements) if placement.start <= day)


def _begins(care: Care, at: int) -> int:
    """Where the time with a carer began, by places in the list; a short stay elsewhere belongs to it, and an
    adopter's goes on from the one before."""
    while at:
        now, before = care.placements[at], care.placements[at - 1]
        if now.carer != before.carer and not {now.kind[0], before.kind[0]} & {"T"} and now.kind[0] != "A":
            break
        at -= 1
    return at


def _came(care: Care, day: int) -> int:
    return care.placements[_begins(care, _held(care, day))].start


def _runs_of(care: Care, day: int) -> tuple[int, int]:
    """Where the time with the carer of two years ago begins, and that with the present one."""
    return _begins(care, _held(care, months_before(day, SETTLED))), _begins(care, _held(care, day))


def _could(care: Care, day: int) -> bool:
    """Whether the child could have come to the present carer that much sooner."""
    first, now = (care.placements[at] for at in _runs_of(care, day))
    old_enough = now.kind[0] == "U" or age_on(care.child.born, first.start) >= IN_A_HOME
    return now.kind[0] in "UK" and old_enough and not care.adoption


def go_far(borough: Borough, told: int) -> None:
    """On each published day the published share of children looked after live outside the borough."""
    chance = borough.chance("distance")
    for on, share in borough.authority.aims.outside.items():
        day = on.toordinal()
        here = [care for care in borough.cares if care.open_on(day) and not care.is_breaks]
        homes = [(care, care.placements[_held(care, day)]) for care in here] if day <= told else []
        ours = borough.authority.name
        short = round(share * len(homes)) - sum(home.council != ours for _, home in homes)
        free = [(care, p) for care, p in homes if not of_ours(p.kind, p.provider)]
        wrong = [(care, p) for care, p in free if (p.council == ours) is (short > 0)]
        weights = [1 - IN_BOROUGH[kind_of(placement)] for _, placement in wrong]
        for care, placement in chance.some(wrong, weights, abs(short)):
            place = where(borough.authority, chance, kind_of(placement), ours=short < 0)
            for each in care.placements:
                if each.carer == placement.carer:
                    each.postcode, each.council, each.miles = place

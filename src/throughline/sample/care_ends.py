"""How a period of care ends: home, a family order, adoption, or eighteen."""

from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance, Weighted
from throughline.sample.days import NEVER, after, birthday, number
from throughline.sample.homes import KIN
from throughline.sample.in_need import close, start_plan
from throughline.sample.journey import Care
from throughline.sample.legal import cut, status_on

AT_EIGHTEEN = Weighted((("E5", 38), ("E6", 14), ("E4A", 6), ("E8", 16), ("E7", 5)))
HOME = Weighted((("E4A", 66), ("E4B", 16), ("E13", 10), ("E8", 6), ("E3", 2)))
FOR_GOOD = ("E11", "E12", "E2", "E3", "E41", "E43", "E44", "E45", "E46", "E47")  # the case then closes
NEW_ORDERS = number(2018, 4, 1)  # from the year to March 2019 the codes say who the guardian is


def _guardian(care: Care, day: int) -> str:
    kind = care.placements[-1].kind
    if day < NEW_ORDERS:
        return "E43" if kind[0] == "U" else "E44"
    return "E45" if kind in KIN else "E46" if kind[0] == "U" else "E47"


def _reason(chance: Chance, care: Care, day: int) -> str:
    if care.goal == "sgo":
        return _guardian(care, day)
    if care.goal == "cao":
        return "E41"
    if status_on(care, day) == "J1":
        return "E14"
    return chance.pick(HOME)


def leave(borough: Borough, chance: Chance, care: Care, day: int, reason: str = "") -> None:
    """Care ends on the day. Help goes on at home for a while, or as a care leaver, or the case closes."""
    while care.placements and care.placements[-1].start >= day:
        care.placements.pop()
    care.end, care.reason = day, reason or _reason(chance, care, day)
    care.placements[-1].end, care.placements[-1].why_left = day, ""
    cut(care, day)
    if care.adoption and care.reason not in ("E11", "E12"):
        _undo(care, day)
    case = care.case
    case.care = None
    if case.plans and case.plans[-1].end > day:
        case.plans[-1].end, case.plan = max(day, case.plans[-1].start + 1), None
    if is_leaver(care, day):
        case.leaving_from = day
        _leaver_closes(chance, care)
    elif care.reason in FOR_GOOD:
        close(case, after(day, chance.whole(1, 20)), _closing(care.reason))
    else:
        start_plan(borough, case, day)


def _undo(care: Care, day: int) -> None:
    """An adoption not reached: what had not happened by the day is taken back."""
    adoption = care.adoption
    if adoption is None:
        return
    if adoption.decided > day:
        care.adoption = None
        return
    for name in ("placement_order", "matched", "placed", "order"):
        if getattr(adoption, name) > day:
            setattr(adoption, name, NEVER)
    if adoption.reversed_on > day:
        adoption.reversed_on, adoption.reversed_why = day, "RD4"


def _closing(reason: str) -> str:
    if reason in ("E11", "E12"):
        return "RC1"
    return {"E2": "RC2", "E3": "RC5", "E41": "RC3"}.get(reason, "RC4")


def is_leaver(care: Care, day: int) -> bool:
    """Whether leaving now makes a care leaver: sixteen or over, and thirteen weeks in care since fourteen."""
    born = care.child.born
    if day < birthday(born, 16) or care.reason in ("E2", "E3"):
        return False
    since = birthday(born, 14)
    days = sum(max(0, min(c.end, day) - max(c.start, since)) for c in care.child.cares if not c.is_breaks)
    return days >= 91


def _leaver_closes(chance: Chance, care: Care) -> None:
    """Most care leavers' cases close at twenty-one; some ask for help to twenty-five."""
    age = 21 if chance.happens(0.72) else chance.whole(22, 25)
    care.case.closed = birthday(care.child.born, age) + chance.whole(0, 40)
    care.case.reason = "RC7" if chance.happens(0.9) else "RC6"


def forced_ends(borough: Borough, chance: Chance, last: int) -> None:
    """Eighteenth birthdays and adoption orders of the month."""
    for care in borough.cares:
        if care.end != NEVER or care.is_breaks or not care.placements:
            continue
        eighteen = birthday(care.child.born, 18)
        adoption = care.adoption
        if (
            adoption
            and adoption.order <= last
            and care.placements[-1].kind[0] == "A"
            and adoption.order > care.start
        ):
            day = max(adoption.order, care.placements[-1].start + 70)
            adoption.order = day
            if day <= last:
                leave(borough, chance, care, day, "E12" if chance.happens(0.6) else "E11")
        elif eighteen <= last:
            fostered = care.placements[-1].kind in ("U1", "U3", "U4", "U6")
            reason = "E17" if fostered and chance.happens(0.5) else chance.pick(AT_EIGHTEEN)
            leave(borough, chance, care, max(eighteen, care.placements[-1].start + 1), reason)

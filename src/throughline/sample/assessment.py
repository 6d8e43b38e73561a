"""Referral to decision: single assessments, how long they take, and what they conclude."""

from datetime import date

from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance
from throughline.sample.days import NEVER, after, before, last_working, next_working, year_ending
from throughline.sample.journey import Assessment, Case, Child, Group
from throughline.sample.totals import Totals
from throughline.sample.volumes import so_far


def working_days_taken(totals: Totals, chance: Chance, start: int) -> int:
    """Working days from start to sign-off: many near the limit, a long tail past it."""
    if chance.happens(totals.share_in_time(start + 50, year_ending(start + 50))):
        quick = chance.next() ** 0.55  # leans to the limit, as managers chase it
        return 8 + int(37.999 * quick)
    return 46 + int(chance.waiting(11))


def _path(totals: Totals, chance: Chance, opened: int) -> str:
    share = totals.year(year_ending(opened)).not_in_need
    if not chance.happens(share):
        return "need"
    return "early help" if opened >= date(2022, 4, 1).toordinal() and chance.happens(0.45) else "not needed"


def _need_of(child: Child, need: str, day: int) -> str:
    """The family's trouble as it bears on this child."""
    if need == "N2" and not child.disabilities:
        return "N4"
    return "N5" if need == "N6" and day < child.born + 3650 else need


def open_case(borough: Borough, group: Group, children: list[Child], source: str) -> None:
    """Opens a case for each child referred, with its assessment and where that is likely to lead."""
    chance, totals = borough.chance("assessment"), borough.totals
    need = group.family.need
    start = after(group.opened, int(chance.waiting(0.9)))
    taken = working_days_taken(totals, chance, start)
    path, nothing = _path(totals, chance, group.opened), chance.happens(0.008)
    for child in children:
        case = Case(borough.next_key("case"), child, group, group.opened, source, need, nothing, path)
        case.need = _need_of(child, need, group.opened)
        child.cases.append(case)
        child.known_unborn = child.known_unborn or child.born > group.opened
        group.cases.append(case)
        borough.cases.append(case)
        borough.open_cases.append(case)
        if nothing:
            case.closed, case.reason, case.path = after(case.opened, chance.whole(1, 4)), "RC7", "nothing"
            continue
        own = taken if chance.happens(0.85) else working_days_taken(totals, chance, start)
        _assess(borough, chance, case, start, after(start, own))
        if path != "need":
            case.closed = after(case.signed, int(chance.waiting(2.5)))
            case.reason = "RC8" if path == "not needed" else "RC9"


def _assess(
    borough: Borough, chance: Chance, case: Case, start: int, signed: int, again: bool = False
) -> None:
    seen = chance.happens(0.96)
    case.assessments.append(Assessment(borough.next_key("assessment"), case, start, signed, seen, again))
    if not again:
        case.signed = signed


def needs_more(case: Case) -> None:
    """A case that was to close after assessment stays open, because an enquiry found more."""
    if case.path in ("not needed", "early help"):
        case.path, case.closed, case.reason = "need", NEVER, ""


def _due_again(case: Case, first: int) -> bool:
    """Whether an open case may be looked at afresh: open five months, and none for four."""
    if case.path != "need" or case.leaving_from <= first or first - case.opened < 150:
        return False
    return bool(case.assessments) and case.assessments[-1].signed < first - 120


def month(borough: Borough, first: int, last: int) -> None:
    """Fresh assessments of open cases, so that the month's sign-offs come to their part of the year's."""
    chance = borough.chance("assessment again")
    ending = year_ending(first)
    aim = so_far(borough.seed, "assessments", borough.totals.year(ending).assessments, first)
    aim -= borough.tally["assessments", ending]
    signed = [
        a
        for case in borough.cases[-borough.authority.cases_looked_at :]
        for a in case.assessments
        if not a.again and first <= a.signed <= last
    ]
    if date.fromordinal(first).month == 3 and len(signed) > aim:
        signed = _put_off(signed, max(aim, 0), last)
    done = len(signed) + _again(borough, chance, first, last, aim - len(signed))
    borough.tally["assessments", ending] += done


def _put_off(signed: list[Assessment], many: int, last: int) -> list[Assessment]:
    """Leaves `many` of the year's last sign-offs in it, and puts off the others by some days."""
    signed = sorted(signed, key=lambda a: (a.signed, a.key))
    for at, a in enumerate(signed[many:]):
        later = after(last, 1 + at % 8)
        if a.case.closed != NEVER:
            a.case.closed += later - a.signed
        a.signed = a.case.signed = later
    return signed[:many]


def _again(borough: Borough, chance: Chance, first: int, last: int, many: int) -> int:
    """Up to so many fresh assessments of open cases; how many were made."""
    due = [case for case in borough.open_cases if case.closed > last and _due_again(case, first)]
    weights = [2.0 if case.need_plan or case.plan else 0.7 for case in due]
    done = 0
    for case in chance.some(due, weights, len(due)) if many > 0 else ():
        signed = max(last_working(chance.whole(first + 1, last - 1)), next_working(first))
        start = before(signed, working_days_taken(borough.totals, chance, signed - 55))
        if done < many and start > max(case.signed, case.assessments[-1].signed) + 20:
            _assess(borough, chance, case, start, signed, again=True)
            done += 1
    return done

"""Children in need: plans, and the closing of cases so that the number open keeps to its line."""

from datetime import date

from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance
from throughline.sample.days import NEVER, after, next_working
from throughline.sample.journey import Case, NeedPlan
from throughline.sample.volumes import wanted


def start_plan(borough: Borough, case: Case, day: int) -> None:
    """A child in need plan from this day."""
    case.need_plan = NeedPlan(borough.next_key("need plan"), case, day)
    case.need_plans.append(case.need_plan)


def end_plan(case: Case, day: int) -> None:
    """Ends the child in need plan, if there is one; one that had not begun is forgotten."""
    if case.need_plan is None:
        return
    if case.need_plan.start >= day:
        case.need_plans.remove(case.need_plan)
    else:
        case.need_plan.end = day
    case.need_plan = None


def close(case: Case, day: int, reason: str) -> None:
    """Closes a case and the plan under it."""
    end_plan(case, day)
    for breaks in case.cares:
        if breaks.is_breaks and breaks.end > day:
            breaks.stop(max(day, breaks.start + 1))
    case.closed, case.reason = day, reason


def counts_as_need(case: Case, day: int) -> bool:
    """Open on the day as the Department counts it: not if it will close unassessed or as not in need."""
    return case.path == "need" and case.open_on(day)


def open_with_us(case: Case, day: int) -> bool:
    """Open on the day as a council counts it then, when nobody knows yet what an assessment will find."""
    return case.open_on(day) and not case.nothing_further


def _idle(case: Case, last: int) -> bool:
    """Whether nothing but help under a plan goes on: no protection plan, no care, no enquiry afoot."""
    if case.path != "need" or case.closed != NEVER or case.signed > last - 6 or case.leaving_from != NEVER:
        return False
    if case.plan or case.care:
        return False
    return not case.enquiries or case.enquiries[-1].end < last - 5


def _new_plans(borough: Borough, chance: Chance, first: int, last: int) -> None:
    for case in borough.open_cases:
        if (
            first <= case.signed <= last
            and _idle(case, last + 31)
            and case.need_plan is None
            and chance.happens(0.88)
        ):
            start_plan(borough, case, after(case.signed, chance.whole(2, 10)))


def _weight(case: Case, last: int) -> float:
    """How near to closing: soon after assessment, or after most of a year's help."""
    months = (last - case.signed) / 30.4
    short_breaks = any(care.is_breaks and care.end > last for care in case.cares)
    by_time = (
        1.6 if months < 2 else 1.0 if months < 5 else 1.5 if months < 11 else 1.1 if months < 24 else 0.8
    )
    return by_time * (0.12 if short_breaks else 0.45 if case.need == "N2" else 1.0)


def _close_some(borough: Borough, chance: Chance, first: int, last: int, many: int) -> None:
    idle = [case for case in borough.open_cases if _idle(case, last)]
    done: set[int] = set()
    for case in chance.some(idle, [_weight(case, last) for case in idle], len(idle)):
        together = [c for c in case.group.cases if _idle(c, last) and c.key not in done][: many - len(done)]
        low = max(first, max((c.signed for c in together), default=first) + 2)
        day = min(next_working(chance.whole(low, last)), last) if low < last else last
        for c in together:
            done.add(c.key)
            close(c, day, "RC7")
        if len(done) >= many:
            return


def month(borough: Borough, first: int, last: int) -> None:
    """Plans that follow the month's assessments, then closures down to the line."""
    chance = borough.chance("in need")
    _new_plans(borough, chance, first, last)
    published = date.fromordinal(last) in borough.totals.on.get("in_need", {})
    counts = open_with_us if published else counts_as_need
    now = sum(1 for case in borough.open_cases if counts(case, last))
    over = now - wanted(borough, "in_need", last, sway=0.008)
    if over > 0:
        _close_some(borough, chance, first, last, over)


def tidy(borough: Borough, last: int) -> None:
    """Forgets cases closed by the month's end; a family with none open may be referred again."""
    borough.open_cases = [case for case in borough.open_cases if case.closed > last]
    still = []
    for group in borough.open_groups:
        if any(case.closed > last for case in group.cases):
            still.append(group)
        elif group.family.group is group:
            group.family.group = None
    borough.open_groups = still

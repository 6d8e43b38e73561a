"""Annex A's lists 1 to 7: from contact to child protection, over the six months to the day."""

from collections.abc import Iterator
from datetime import date

from throughline.sample.annex_a_codes import ABUSE, ETHNICITY, NEED, SEX, STATUS, disabled, letter_of, yes_no
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import age_on, number
from throughline.sample.journey import Case, Child
from throughline.sample.ssd_front_door import shown_assessments
from throughline.sample.ssd_protection import booked, latest_category, shown_enquiries
from throughline.sample.visits import care_visits, need_visits, plan_visits


def months_before(day: int, months: int) -> int:
    """The same day so many months earlier, or the last of that month."""
    at = date.fromordinal(day)
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    for tried in range(at.day, 27, -1):
        try:
            return number(year, month + 1, tried)
        except ValueError:
            continue
    return number(year, month + 1, at.day)


class Inspection:
    """The day of the lists and the windows before it."""

    def __init__(self, at: AsAt) -> None:
        self.at, self.day = at, at.day
        self.six_months = months_before(at.day, 6)
        self.year = months_before(at.day, 12)

    def come(self, day: int) -> date | None:
        """The day as a date, if it has come."""
        return date.fromordinal(day) if day <= self.day else None

    def child(self, child: Child) -> Row:
        """Id, gender and ethnicity, date of birth and age: how most lists begin."""
        unborn = child.born > self.day
        return (
            str(child.key), SEX["U" if unborn else child.sex], ETHNICITY[child.ethnicity],
            self.come(child.born), None if unborn else age_on(child.born, self.day),
        )  # fmt: skip

    def allocated(self, case: Case) -> tuple[str, str]:
        """Team and worker that hold the case now, or held it last."""
        worker, team = self.at.holder(case, min(self.day, case.closed - 1))
        if not worker and case.closed > self.day:
            last = [s for s in case.stints if s.start <= self.day]
            return (self.at.authority.teams.by_key[last[-1].team].name if last else ""), ""
        name = self.at.worker_by_key[int(worker)].name if worker else ""
        return (self.at.authority.teams.by_key[team].name if team else ""), name


def contacts(now: Inspection) -> Iterator[Row]:
    """List 1."""
    for c in now.at.contacts:
        if c.day >= now.six_months:
            yield *now.child(c.child), now.come(c.day), c.source


def early_help(now: Inspection) -> Iterator[Row]:
    """List 2."""
    for e in now.at.early_help:
        if e.start >= now.six_months or e.end > now.day:
            yield *now.child(e.child), now.come(e.start), now.come(e.end), e.organisation


def referrals(now: Inspection) -> Iterator[Row]:
    """List 3."""
    for case in now.at.cases:
        if case.opened >= now.six_months:
            year_ago = months_before(case.opened, 12)
            before = sum(1 for other in case.child.cases if year_ago <= other.opened < case.opened)
            yield (*now.child(case.child), now.come(case.opened), case.source, yes_no(case.nothing_further),
                   before, *now.allocated(case))  # fmt: skip


def assessments(now: Inspection) -> Iterator[Row]:
    """List 4."""
    for a in shown_assessments(now.at):
        if a.signed >= now.six_months:
            signed = a.signed <= now.day
            seen = yes_no(a.seen) if signed or a.key % 3 else ""
            yield (*now.child(a.case.child), disabled(a.case.child), now.come(a.start), seen,
                   now.come(a.signed), yes_no(a.case.path == "need") if signed else "",
                   *now.allocated(a.case))  # fmt: skip


def enquiries(now: Inspection) -> Iterator[Row]:
    """List 5."""
    for e in shown_enquiries(now.at):
        held = e.conference.held if e.conference else 0
        if max(e.end, held) < now.six_months:
            continue
        done, child, year_ago = e.end <= now.day, e.case.child, months_before(e.start, 12)
        earlier = [o for case in child.cases for o in case.enquiries if year_ago <= o.start < e.start]
        met = e.conference is not None and held <= now.day
        yield (
            *now.child(child), disabled(child), now.come(e.start),
            yes_no(e.conference is None) if done else "", now.come(held) if met else None,
            yes_no(bool(e.conference and e.conference.plan)) if met else "", len(earlier),
            sum(1 for o in earlier if o.conference), *now.allocated(e.case),
        )  # fmt: skip


def _status(case: Case, day: int) -> str:
    if case.closed <= day:
        return "closed"
    if any(care.open_on(day) and not care.is_breaks for care in case.cares):
        return "care"
    if any(plan.start <= day < plan.end for plan in case.plans):
        return "plan"
    if any(plan.start <= day < plan.end for plan in case.need_plans):
        return "need"
    return "assessing"


def last_seen(now: Inspection, case: Case) -> date | None:
    """The latest visit of any kind at which the child was seen."""
    days = [0]
    for need_plan in case.need_plans:
        days += [day for day, seen, *_ in need_visits(now.at.deck, need_plan, now.day) if seen == "Y"]
    for plan in case.plans:
        days += [day for day, seen, *_ in plan_visits(now.at.deck, plan, now.day) if seen == "Y"]
    for care in case.cares:
        if not care.is_breaks:
            days += [day for day, seen, *_ in care_visits(now.at.deck, care, now.day) if seen == "Y"]
    return now.come(max(days)) if max(days) else None


def _in_need(now: Inspection, case: Case) -> bool:
    if case.closed < now.six_months or case.nothing_further or case.leaving_from <= now.day:
        return False
    return case.path == "need" or case.signed > now.day


def in_need(now: Inspection) -> Iterator[Row]:
    """List 6: care leavers, and referrals with nothing further, are left out."""
    for case in now.at.cases:
        if _in_need(now, case):
            over = case.closed <= now.day
            yield (*now.child(case.child), disabled(case.child), now.come(case.opened), NEED[case.need],
                   last_seen(now, case), now.come(case.closed), case.reason if over else "",
                   STATUS[_status(case, now.day)], *now.allocated(case))  # fmt: skip


def protection(now: Inspection) -> Iterator[Row]:
    """List 7: on a plan on the day, or whose plan ended in the six months."""
    for plan in now.at.plans:
        if plan.end < now.six_months:
            continue
        child = plan.case.child
        visits = list(plan_visits(now.at.deck, plan, now.day))
        held = [held for _, held, _ in booked(plan) if held <= min(plan.end, now.day)]
        urgent = any(s.code in ("L1", "L2") and s.start >= now.six_months and s.start <= now.day
                     for care in child.cares for s in care.statuses)  # fmt: skip
        yield (
            *now.child(child), disabled(child), now.come(plan.start), ABUSE[plan.category],
            ABUSE[latest_category(plan, now.day)], now.come(visits[-1][0]) if visits else None,
            letter_of(visits[-1][2]) if visits else "", now.come(held[-1]) if held else None,
            now.come(plan.end), yes_no(urgent), sum(1 for other in child.plans if other.start < plan.start),
            *now.allocated(plan.case),
        )  # fmt: skip

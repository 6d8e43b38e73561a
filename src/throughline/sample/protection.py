"""Child protection: section 47 enquiries, initial conferences, plans, reviews, and how plans end."""

from datetime import date

from throughline.sample.assessment import needs_more
from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance, Weighted
from throughline.sample.days import NEVER, after, last_working, next_working, year_ending
from throughline.sample.in_need import close, end_plan, start_plan
from throughline.sample.journey import Case, Conference, Enquiry, Group, Plan
from throughline.sample.totals import Totals
from throughline.sample.volumes import in_month, wanted

# The quarters of 2017/18 in Table 5 of the annual report: neglect about two thirds, emotional a quarter.
CATEGORIES = {
    True: Weighted((("NEG", 66), ("EMO", 24), ("PHY", 5.5), ("SAB", 3.2), ("MUL", 1.3))),
    False: Weighted((("NEG", 58), ("EMO", 33), ("PHY", 5), ("SAB", 4))),
}
Span = tuple[int, int]  # first and last day
FIRST_REVIEW, LATER_REVIEW = 91, 183  # calendar days, Working Together
# Share of reviews held in time, by the year to 31 March (interactive tool: reviews of plans).
REVIEWED = {2020: 0.985, 2021: 0.985, 2022: 0.97, 2023: 0.96, 2024: 0.955, 2025: 0.96, 2026: 0.965}


def _free(case: Case, day: int) -> bool:
    """Whether an enquiry may start: open and not about to close, no plan or care now, none lately."""
    if case.path == "need" and case.closed != NEVER:
        return False
    if not case.open_on(day) or case.nothing_further or case.plan or case.care or case.leaving_from <= day:
        return False
    return not case.enquiries or case.enquiries[-1].start < day - 60


def _start(borough: Borough, chance: Chance, group: Group, cases: list[Case], day: int, at_once: bool) -> int:
    """Enquiries for these children; how many were begun."""
    end = after(day, chance.whole(4, 13))
    group.last_enquiry = day
    for case in cases:
        case.enquiries.append(Enquiry(borough.next_key("enquiry"), case, day, end, at_once))
        if case.closed < end + 3:
            needs_more(case)
    return len(cases)


def _date_of(totals: Totals, chance: Chance, start: int) -> int:
    """The day of the conference that a strategy discussion leads to: most within 15 working days."""
    if not chance.happens(totals.year(year_ending(start + 20)).conference_in_time):
        return after(start, 16 + min(int(chance.waiting(2.6)), 14))
    return after(start, chance.whole(11, 15) if chance.happens(0.88) else chance.whole(5, 10))


def _meet(borough: Borough, chance: Chance, cases: list[Case], within: Span | None = None) -> int:
    """A conference on these children, and for most a plan; for all, if held `within` a month."""
    start, due = cases[0].enquiries[-1].start, after(cases[0].enquiries[-1].start, 15)
    held = _date_of(borough.totals, chance, start)
    if within:
        held = min(max(held, next_working(within[0])), last_working(within[1]))
    meeting, category = (
        borough.next_key("meeting"),
        chance.pick(CATEGORIES[start < date(2019, 4, 1).toordinal()]),
    )
    planned = chance.happens(0.91) or within is not None
    for case in cases:
        enquiry = case.enquiries[-1]
        enquiry.end = min(enquiry.end, held)
        enquiry.conference = Conference(borough.next_key("conference"), meeting, enquiry, due, held)
        needs_more(case)
        if planned:
            _plan(borough, chance, case, enquiry.conference, category)
    return len(cases)


def _plan(borough: Borough, chance: Chance, case: Case, conference: Conference, category: str) -> None:
    plan = Plan(borough.next_key("plan"), case, conference.held, category, conference.meeting)
    plan.later_category = category
    if chance.happens(0.1):
        plan.later_category, plan.changed = chance.pick(CATEGORIES[False]), plan.start + 88
    conference.plan = case.plan = plan
    case.plans.append(plan)
    case.child.plans.append(plan)
    case.child.family.planned_before = True
    borough.plans.append(plan)
    end_plan(case, plan.start)
    _book(chance, plan, plan.start, FIRST_REVIEW, case.group.key)


def _book(chance: Chance, plan: Plan, since: int, within: int, key: int) -> None:
    """Books the next review: mostly the last weeks before it is due, some of them late."""
    plan.review_due = since + within
    share = REVIEWED.get(year_ending(plan.review_due), 1.0 if plan.review_due < 737500 else 0.965)
    early = (key * 7 + since) % (9 if within == FIRST_REVIEW else 40)
    plan.next_review = last_working(plan.review_due - early)
    if not chance.happens(share):
        plan.next_review = next_working(plan.review_due + 2 + int(chance.waiting(9)))


def _worry(group: Group) -> float:
    """How readily an enquiry is made: those who had a plan before come back to one."""
    return group.family.risk * (4.5 if group.family.planned_before else 0.9)


def _candidates(borough: Borough, chance: Chance, first: int) -> tuple[list[Group], list[Group]]:
    """Families referred this month, and those longer open, in the order they come up."""
    new = [g for g in borough.open_groups if g.opened >= first]
    old = [g for g in borough.open_groups if g.opened < first and g.last_enquiry < first - 60]
    return (
        chance.some(new, [_worry(g) for g in new], len(new)),
        chance.some(old, [_worry(g) for g in old], len(old)),
    )


def enquiries(borough: Borough, first: int, last: int) -> None:
    """The month's section 47 enquiries, and the conferences that follow."""
    chance = borough.chance("enquiries")
    totals = borough.totals.year(year_ending(first))
    aim = in_month(borough.seed, "enquiries", totals.enquiries, first)
    new, old = _candidates(borough, chance, first)
    made = met = 0
    while made < aim and (new or old):
        at_once = bool(new) and (not old or chance.happens(0.55))
        group = new.pop(0) if at_once else old.pop(0)
        day = group.opened + chance.whole(0, 4) if at_once else last_working(chance.whole(first, last))
        day = next_working(max(day, group.opened))
        cases = [c for c in group.cases if _free(c, day) and chance.happens(0.9)][: aim - made]
        if not cases:
            continue
        made += _start(borough, chance, group, cases, day, at_once)
        behind = made * totals.conferences / totals.enquiries - met
        if behind > 0 and chance.happens(
            min(0.95, behind / len(cases) * (1.9 if group.family.planned_before else 0.65))
        ):
            met += _meet(borough, chance, [c for c in cases if chance.happens(0.95)] or cases[:1])


def finish_plan(borough: Borough, chance: Chance, plan: Plan, day: int) -> None:
    """A plan ends: help goes on under a child in need plan, or the case soon closes."""
    case = plan.case
    plan.end, case.plan = day, None
    if case.care is None and case.closed > day:
        if chance.happens(0.85):
            start_plan(borough, case, day)
        else:
            close(case, after(day, chance.whole(1, 12)), "RC7")


def _hold_more(borough: Borough, chance: Chance, first: int, last: int, many: int, back: int = 18) -> int:
    """Conferences on children under enquiry who would have had none, when too few are on plans; of how many
    there are still too few. The enquiry began at most so many days `back` before the month."""
    groups = [g for g in borough.open_groups if g.last_enquiry >= first - back]
    for group in chance.some(groups, [_worry(g) for g in groups], len(groups)):
        cases = [
            c for c in group.cases
            if c.open_on(last) and not c.plan and not c.care and c.leaving_from > last and c.enquiries
            and c.enquiries[-1].conference is None and first - back <= c.enquiries[-1].start <= last - 12
        ]  # fmt: skip
        if cases and many > 0:
            many -= _meet(borough, chance, cases[:many], (first, last))
    return many


def _hold(chance: Chance, plan: Plan, ending: bool) -> None:
    held = plan.next_review
    plan.reviews.append((plan.review_due, held, not ending))
    if not ending:
        _book(chance, plan, held, LATER_REVIEW, plan.case.group.key)


def _likely_end(plan: Plan) -> float:
    months = (plan.next_review - plan.start) / 30.4
    return 0.35 if months < 4 else 1.4 if months < 8 else 1.9 if months < 13 else 3.0


def _ending(chance: Chance, due: list[Plan], many: int) -> set[int]:
    """Which plans end at a review this month, siblings together."""
    chosen: set[int] = set()
    for plan in chance.some(due, [_likely_end(p) for p in due], len(due)):
        if len(chosen) >= many:
            break
        together = [p for p in due if p.case.group is plan.case.group and chance.happens(0.9)] or [plan]
        chosen.update(p.key for p in together[: many - len(chosen)])
    return chosen


def month(borough: Borough, first: int, last: int) -> None:
    """Reviews of the month; as many plans end at them as bring the number open to its line."""
    chance = borough.chance("protection")
    live = [
        p for p in borough.plans[-borough.authority.plans_looked_at :] if p.end > last and p.start <= last
    ]
    over = len(live) - wanted(borough, "plans", last, sway=0.02)
    if over < 0 and (short := _hold_more(borough, chance, first, last, -over)):
        _hold_more(borough, chance, first, last, short, back=90)  # held late rather than the line left
    due = [p for p in live if first <= p.next_review <= last]
    if over > len(due):  # a conference is brought forward rather than the line left
        others = [p for p in live if p.next_review > last and p.start < first - 70]
        for plan in chance.some(others, [_likely_end(p) for p in others], over - len(due)):
            plan.next_review = last_working(chance.whole(first + 2, last))
            due.append(plan)
    ending = _ending(chance, due, over)
    for plan in due:
        held = plan.next_review
        _hold(chance, plan, plan.key in ending)
        if plan.key in ending:
            finish_plan(borough, chance, plan, held)


def grown_up(borough: Borough, last: int) -> None:
    """A plan cannot outlast childhood."""
    chance = borough.chance("protection")
    for plan in borough.plans[-borough.authority.plans_looked_at :]:
        eighteen = plan.case.child.born + 6574
        if plan.end == NEVER and eighteen <= last:
            finish_plan(borough, chance, plan, max(eighteen - 1, plan.start + 1))

"""The SSD tables of children in need and child protection."""

from collections.abc import Iterator

from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import age_on, iso
from throughline.sample.journey import Enquiry, Plan
from throughline.sample.ssd_front_door import flags
from throughline.sample.visits import need_visits, plan_visits

ENQUIRY_FLAGS = (
    "NFA_FLAG LEGAL_ACTION_FLAG PROV_OF_SERVICES_FLAG PROV_OF_SB_CARE_FLAG CP_CONFERENCE_FLAG "
    "NFA_CONTINUE_SINGLE_FLAG MONITOR_FLAG OTHER_OUTCOMES_EXIST_FLAG"
).split()
CONFERENCE_FLAGS = (
    "NFA_FLAG REFERRAL_TO_OTHER_AGENCY_FLAG SINGLE_ASSESSMENT_FLAG PROV_OF_SERVICES_FLAG CP_FLAG "
    "OTHER_OUTCOMES_EXIST_FLAG"
).split()
TAKES_PART = ("PN1", "PN6", "PN5", "PN7", "", "", "PN2")


def need_plans(at: AsAt) -> Iterator[Row]:
    """ssd_cin_plans."""
    for case in at.cases:
        for plan in case.need_plans:
            if plan.start <= at.day:
                worker, team = at.author(case, min(plan.end - 1, at.day))
                yield plan.key, case.key, case.child.key, iso(plan.start), at.shown(plan.end), team, worker


def need_visit_rows(at: AsAt) -> Iterator[Row]:
    """ssd_cin_visits."""
    for case in at.cases:
        for plan in case.need_plans:
            for day, seen, alone, bedroom in need_visits(at.deck, plan, at.day):
                yield f"CV{plan.key}-{day}", case.child.key, iso(day), seen, alone, bedroom, plan.key


def shown_enquiries(at: AsAt) -> Iterator[Enquiry]:
    """Section 47 enquiries begun by the day."""
    for case in at.cases:
        for enquiry in case.enquiries:
            if enquiry.start <= at.day:
                yield enquiry


def _outcome(e: Enquiry) -> str:
    if e.conference:
        return "CP_CONFERENCE_FLAG"
    if e.case.path != "need":
        return "NFA_FLAG"
    return "NFA_CONTINUE_SINGLE_FLAG" if e.case.signed > e.end else "PROV_OF_SERVICES_FLAG"


def enquiries(at: AsAt) -> Iterator[Row]:
    """ssd_s47_enquiry."""
    for e in shown_enquiries(at):
        done = e.end <= at.day
        worker, team = at.author(e.case, min(e.end, at.day))
        outcome = flags(ENQUIRY_FLAGS, (_outcome(e),)) if done else ""
        nothing = ("N" if e.conference else "Y") if done else ""
        yield (
            e.key,
            e.case.key,
            e.case.child.key,
            iso(e.start),
            at.shown(e.end),
            nothing,
            outcome,
            worker,
            team,
        )


def conferences(at: AsAt) -> Iterator[Row]:
    """ssd_initial_cp_conference: those held by the day."""
    for e in shown_enquiries(at):
        c = e.conference
        if c is None or c.held > at.day:
            continue
        worker, team = at.author(e.case, c.held)
        outcome = flags(CONFERENCE_FLAGS, ("CP_FLAG" if c.plan else "PROV_OF_SERVICES_FLAG",))
        yield (
            c.key, c.meeting, e.key, e.case.child.key, c.plan.key if c.plan else "", e.case.key, "N",
            iso(c.due), iso(c.held), "Y" if c.plan else "N", outcome, team, worker,
        )  # fmt: skip


def latest_category(plan: Plan, day: int) -> str:
    """The category of abuse as it stood on the day."""
    return plan.later_category if plan.changed < min(plan.end, day) else plan.category


def plans(at: AsAt) -> Iterator[Row]:
    """ssd_cp_plans."""
    by_plan = {e.conference.plan.key: e.conference.key for case in at.cases for e in case.enquiries
               if e.conference and e.conference.plan}  # fmt: skip
    for plan in at.plans:
        yield (
            plan.key, plan.case.key, by_plan[plan.key], plan.case.child.key, iso(plan.start),
            at.shown(plan.end), plan.category, "N", latest_category(plan, at.day),
        )  # fmt: skip


def booked(plan: Plan) -> Iterator[tuple[int, int, bool]]:
    """Reviews of a plan, and the next: when due, when held, and whether the plan goes on."""
    yield from plan.reviews
    if not plan.reviews or plan.next_review > plan.reviews[-1][1]:
        yield plan.review_due, plan.next_review, True


def reviews(at: AsAt) -> Iterator[Row]:
    """ssd_cp_reviews: those held, and for an open plan the next, due and not yet held."""
    for plan in at.plans:
        for number, (due, held, goes_on) in enumerate(booked(plan), 1):
            if held > min(plan.end, at.day) and plan.end <= at.day:
                break
            over = held <= at.day
            child = plan.case.child
            part = TAKES_PART[(plan.key + number) % len(TAKES_PART)] if age_on(child.born, held) >= 7 else ""
            answer = ("Y" if goes_on else "N", "Y" if (plan.meeting + number) % 19 else "N", part)
            yield (f"CR{plan.key}-{number}", child.key, plan.key, iso(due), at.shown(held),
                   f"CM{plan.meeting}-{held}" if over else "", *(answer if over else ("", "",
                   "")))  # fmt: skip
            if not over:
                break


def plan_visit_rows(at: AsAt) -> Iterator[Row]:
    """ssd_cp_visits."""
    for plan in at.plans:
        for day, seen, alone, bedroom in plan_visits(at.deck, plan, at.day):
            yield f"PV{plan.key}-{day}", plan.case.child.key, plan.key, iso(day), seen, alone, bedroom

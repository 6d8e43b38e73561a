"""Lists of the child protection team: which agencies came to discussions and conferences, and every category
that a plan was held under."""

from collections.abc import Iterator

from throughline.record.protection import ConferenceAttendance, CpCategories, StrategyAttendance
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import iso
from throughline.sample.local_lists import LocalList
from throughline.sample.local_strategy import discussed
from throughline.sample.ssd_protection import booked, shown_enquiries

KEPT = 1100  # days: when the team began to keep who came
ASKED = (("Police", 0.99), ("Health", 0.93), ("School", 0.8))  # and how often each takes part
CAME = (("Police", 0.72), ("Health visitor or school nurse", 0.88), ("School", 0.84), ("GP", 0.11))
FEWEST = 2  # agencies besides ours, for a conference to decide


def _discussions(at: AsAt) -> Iterator[Row]:
    meetings = sorted({(name, day) for name, day in discussed(at) if day > at.day - KEPT}, key=_by_day)
    for n, (name, day) in enumerate(meetings):
        at.deck.cut(day * 197 + n)
        for agency, share in ASKED:
            yield name, iso(day), agency, "Y" if at.deck.happens(share) else "N"


def _by_day(meeting: tuple[str, int]) -> tuple[int, str]:
    return meeting[1], meeting[0]


def _held(at: AsAt) -> dict[tuple[str, int], bool]:
    """Every conference there was, by its number and day, and whether it was a review."""
    found: dict[tuple[str, int], bool] = {}
    for e in shown_enquiries(at):
        if e.conference and at.day - KEPT < e.conference.held <= at.day:
            found[f"IC{e.conference.meeting}", e.conference.held] = False
    for plan in at.plans:
        for _, held, _ in booked(plan):
            if at.day - KEPT < held <= min(at.day, plan.end):
                found[f"CM{plan.meeting}-{held}", held] = True
    return found


def _conferences(at: AsAt) -> Iterator[Row]:
    for n, ((name, day), review) in enumerate(sorted(_held(at).items(), key=lambda one: _by_day(one[0]))):
        at.deck.cut(day * 199 + n)
        came = [(agency, at.deck.happens(share), at.deck.happens(0.7)) for agency, share in CAME]
        enough = sum(there for _, there, _ in came) >= FEWEST
        for agency, there, report in came:
            yield name, iso(day), agency, *("Y" if yes else "N" for yes in (review, there, report, enough))


def _categories(at: AsAt) -> Iterator[Row]:
    for plan in at.plans:
        changed = min(plan.changed, plan.end)
        if plan.start >= at.began:
            yield plan.key, plan.case.child.key, iso(plan.start), at.shown(changed), plan.category
            if changed < min(plan.end, at.day + 1):
                yield plan.key, plan.case.child.key, iso(changed), at.shown(plan.end), plan.later_category


strategy_attendance = LocalList(
    table=StrategyAttendance, columns="discussion discussed agency took_part", rows=_discussions
)
conference_attendance = LocalList(
    table=ConferenceAttendance, columns="conference held agency review came report quorate", rows=_conferences
)
categories = LocalList(table=CpCategories, columns="plan child started ended category", rows=_categories)

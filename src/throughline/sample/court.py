"""Before court, and in it: families told that the council may apply, and applications for care orders.

Nothing here changes the story: it is drawn afresh, for each period of care or plan, from its own number."""

from collections.abc import Iterator
from dataclasses import dataclass

from throughline.sample.chance import Deck
from throughline.sample.days import NEVER, last_working, next_working
from throughline.sample.journey import Care, Case, Plan

INTERIM = "C1"
# The shares and waits here are ours: none was published for a borough.
FIRST_TOLD = 0.62  # share of applications, where there was time, that followed pre-proceedings
STEPPED_DOWN = 0.14  # share of long plans under which a family was told, and no application followed
LONG_PLAN = 210  # days


@dataclass(frozen=True)
class Told:
    """A family told that the council may go to court. `ended` is the decision to step down or to apply;
    `applied` is NEVER where it stepped down."""

    key: int
    case: Case
    decided: int
    letter: int
    met: int
    reviews: int
    ended: int
    applied: int
    meeting_offered: bool
    meeting_held: bool


@dataclass(frozen=True)
class Proceedings:
    """Care proceedings about one child: from the application to the last order."""

    care: Care
    applied: int
    first_hearing: int
    ended: int


def proceedings(deck: Deck, care: Care) -> Proceedings | None:
    """The proceedings of a period of care, if it had any: the interim order is made at the first hearing."""
    for status, after in zip(care.statuses, [*care.statuses[1:], None]):
        if status.code == INTERIM:
            deck.cut(care.key * 43)
            applied = last_working(status.start - 1 - int(deck.next() * 9))
            over = min(after.start if after else NEVER, care.end)
            return Proceedings(care, applied, status.start, over)
    return None


def _told(deck: Deck, key: int, case: Case, decided: int, ended: int, applied: int) -> Told:
    letter = next_working(decided + 2 + int(deck.next() * 6))
    met = next_working(letter + 6 + int(deck.next() * 8))
    offered = deck.happens(0.78)
    held = offered and deck.happens(0.55)
    return Told(key, case, decided, letter, met, max(0, (ended - met) // 42), ended, applied, offered, held)


def before_care(deck: Deck, care: Care) -> Told | None:
    """What went before an application, where the case had been open long enough."""
    found = proceedings(deck, care)
    if found is None:
        return None
    deck.cut(care.key * 47)
    ended = last_working(found.applied - 3 - int(deck.next() * 9))
    decided = next_working(ended - 45 - int(deck.waiting(60)))
    if decided < care.case.opened + 12 or not deck.happens(FIRST_TOLD):
        return None
    return _told(deck, care.key, care.case, decided, ended, found.applied)


def under_plan(deck: Deck, plan: Plan) -> Told | None:
    """A family told under a long plan, that changed enough to be stepped down."""
    end = min(plan.end, plan.start + 720)
    if end - plan.start < LONG_PLAN or any(care.start >= plan.start for care in plan.case.cares):
        return None
    deck.cut(plan.key * 53)
    decided = next_working(plan.start + 80 + int(deck.next() * 60))
    ended = next_working(decided + 56 + int(deck.next() * 60))
    if ended >= end or not deck.happens(STEPPED_DOWN):
        return None
    return _told(deck, plan.key, plan.case, decided, ended, NEVER)


def families_told(deck: Deck, case: Case) -> Iterator[Told]:
    """Every time a case was in pre-proceedings, in the order of days."""
    found = [before_care(deck, care) for care in case.cares if not care.is_breaks]
    found += [under_plan(deck, plan) for plan in case.plans]
    yield from sorted((one for one in found if one), key=lambda one: (one.decided, one.key))

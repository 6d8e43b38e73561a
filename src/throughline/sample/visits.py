"""Social workers' visits to children, drawn afresh for each plan or period of care from its own number."""

from collections.abc import Iterator

from throughline.sample.chance import Deck
from throughline.sample.days import age_on, last_working, next_working
from throughline.sample.journey import Care, NeedPlan, Plan

Visit = tuple[int, str, str, str]  # day, seen, seen alone, bedroom seen: Y, N or blank


def _seen(deck: Deck, age: int) -> tuple[str, str, str]:
    draw = deck.next()
    seen = "Y" if draw < 0.915 else "N" if draw < 0.97 else ""
    if seen != "Y":
        return seen, "N" if seen else "", "N" if seen else ""
    alone = "Y" if deck.happens(0.72 if age >= 5 else 0.15 if age >= 3 else 0.03) else "N"
    return seen, alone, "Y" if deck.happens(0.45) else "N"


def _walk(deck: Deck, born: int, start: int, end: int, gaps: Iterator[int]) -> Iterator[Visit]:
    day = start
    for gap in gaps:
        day = next_working(day + gap)
        if day >= end:
            return
        yield (day, *_seen(deck, age_on(born, day)))


def plan_visits(deck: Deck, plan: Plan, until: int) -> Iterator[Visit]:
    """Under a protection plan: every ten to twenty days or so, some late."""
    deck.cut(plan.key * 3 + 1)
    pace = 9 + int(deck.next() * 6)  # some workers visit oftener

    def gaps() -> Iterator[int]:
        yield 1 + int(deck.next() * 8)
        while True:
            late = deck.happens(0.06)
            yield 28 + int(deck.waiting(7)) if late else pace + int(deck.next() * 9)

    return _walk(deck, plan.case.child.born, plan.start, min(plan.end, until + 1), gaps())


def need_visits(deck: Deck, plan: NeedPlan, until: int) -> Iterator[Visit]:
    """Under a child in need plan: about every four weeks, some six or more."""
    deck.cut(plan.key * 3 + 2)

    def gaps() -> Iterator[int]:
        yield 3 + int(deck.next() * 18)
        while True:
            yield 42 + int(deck.waiting(12)) if deck.happens(0.1) else 19 + int(deck.next() * 15)

    return _walk(deck, plan.case.child.born, plan.start, min(plan.end, until + 1), gaps())


def care_visits(deck: Deck, care: Care, until: int) -> Iterator[Visit]:
    """In care: in the first week, then within six weeks, or three months once long settled."""
    deck.cut(care.key * 3)
    settled = [p.start + 365 for p in care.placements if p.kind in ("U1", "U4")]
    calm = min(settled, default=10**7)

    def gaps() -> Iterator[int]:
        day = care.start
        gap = 1 + int(deck.next() * 6)
        while True:
            yield gap
            day += gap
            late = deck.happens(0.07)
            if day > calm:
                gap = 92 + int(deck.waiting(10)) if late else 55 + int(deck.next() * 33)
            else:
                gap = 43 + int(deck.waiting(9)) if late else 24 + int(deck.next() * 17)

    return _walk(deck, care.child.born, care.start, min(care.end, until + 1), gaps())


def last_of_walk(deck: Deck, start: int, until: int, low: int, high: int, late: float) -> int:
    """The last of a row of days, each `low` to `high` after the one before; a share of them come late."""
    day, following = start, start
    while following <= until:
        day = following
        gap = low + int(deck.next() * (high - low + 1))
        following = last_working(day + gap + (int(deck.waiting(high)) if deck.happens(late) else 0) + 2)
    return day


def last_contact(deck: Deck, care: Care, until: int) -> int:
    """When the reviewing officer was last in touch: every month or two."""
    deck.cut(care.key * 5 + 4)
    return last_of_walk(deck, care.start, min(care.end, until), 25, 80, 0.05)

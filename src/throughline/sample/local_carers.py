"""Lists about carers and about children's places with them: who they are, what room they have, searches for
homes, orders to relatives, and children whom others look after privately."""

from collections.abc import Iterator

from throughline.record.homes import FosterCapacity, FosterCarers, PlacementSearches
from throughline.record.permanence import AdopterStages, Allowances, KinshipOrders
from throughline.record.protection import PrivateFostering
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import NEVER, after, birthday, iso, next_working
from throughline.sample.homes import kind_of
from throughline.sample.households import households
from throughline.sample.journey import Child
from throughline.sample.local_lists import LocalList

GUARDIANS = {"sgo": "SGO", "cao": "CAO"}
ALLOWANCE = {"sgo": "Special guardianship", "cao": "Child arrangements"}
SEARCHED_SINCE = 1100  # days: when the list of searches began


def _carers(at: AsAt) -> Iterator[Row]:
    for home in households(at):
        at.deck.cut(home.key * 137)
        for n in range(1 + at.deck.happens(0.7)):
            yield f"{home.name}-{n + 1}", home.name, iso(home.start), at.shown(home.end)


def _capacity(at: AsAt) -> Iterator[Row]:
    for home in households(at):
        at.deck.cut(home.key * 139)
        places = 1 + int(at.deck.next() * 3)
        held = at.deck.happens(0.09) and home.end > at.day
        vacant = int(at.deck.next() * (places + 1) * 0.6)
        youngest = int(at.deck.next() * 8)
        yield (home.name, iso(home.start), at.shown(home.end), places, vacant if home.end > at.day else "",
               "Y" if held else "N", "A rest agreed" if held else "", youngest, youngest + 10)  # fmt: skip


def _searches(at: AsAt) -> Iterator[Row]:
    """For each new home, somebody looked: for longer where it is a home of several."""
    for care in at.cares:
        for p in care.placements if not care.is_breaks else ():
            at.deck.cut(p.key * 149)
            kind = kind_of(p)
            began = next_working(p.start - 2 - int(at.deck.waiting(9 if kind == "residential" else 4)))
            if kind in ("parents", "adoption") or not at.day - SEARCHED_SINCE <= began <= at.day:
                continue
            asked, found = 4 + int(at.deck.waiting(12)), p.start <= at.day
            suits = at.deck.one_of(("Preferred", "Preferred", "Suitable but not preferred", "Unsuitable"))
            wanted = "Fostering" if kind in ("in_house", "agency") else "Children’s home"
            yield (f"S{p.key}", care.child.key, iso(began), at.shown(max(p.start, began)), iso(p.start),
                   wanted, asked, int(asked * at.deck.next() * 0.3), suits if found else "",
                   "Found" if found else "")  # fmt: skip


def _orders(at: AsAt) -> Iterator[Row]:
    """Orders by which children left care to relatives and friends."""
    for care in at.cares:
        if care.goal in GUARDIANS and at.began <= care.end <= at.day:
            at.deck.cut(care.key * 151)
            order, over = GUARDIANS[care.goal], birthday(care.child.born, 18)
            related = at.deck.one_of(("Grandparent", "Grandparent", "Aunt or uncle", "Family friend"))
            reviewed = care.end + 365 * max(0, (min(at.day, over) - care.end) // 365)
            yield (care.child.key, order, iso(care.end), at.shown(over), related, "Y",
                   iso(reviewed) if reviewed > care.end else "", iso(min(reviewed + 365, over)))  # fmt: skip


def paid(at: AsAt) -> Iterator[tuple[str, Child, int, int, int]]:
    """Each allowance: its name, the child, its first day and the day after its last, and pounds a week."""
    for care in at.cares:
        if care.goal in GUARDIANS and at.began <= care.end <= at.day:
            at.deck.cut(care.key * 157)
            if at.deck.happens(0.8):
                weekly = 140 + int(at.deck.next() * 120)
                over = min(birthday(care.child.born, 18), care.end + 400 + int(at.deck.waiting(2500)))
                yield f"A{care.key}", care.child, care.end, over, weekly


def _allowances(at: AsAt) -> Iterator[Row]:
    kinds = {f"A{care.key}": ALLOWANCE.get(care.goal, "") for care in at.cares}
    for name, child, start, over, weekly in paid(at):
        tested = "Y" if at.deck.happens(0.9) else "N"
        yield name, child.key, iso(start), at.shown(over), weekly, kinds[name], tested


def _private(at: AsAt) -> Iterator[Row]:
    """Children living with somebody who is no close relative, by their parents' own arrangement."""
    for case in at.cases:
        at.deck.cut(case.key * 163)
        told = next_working(case.opened + int(at.deck.next() * 60))
        sixteen = birthday(case.child.born, 16)
        if not at.deck.happens(0.0035) or not at.began <= told <= min(at.day, sixteen - 1):
            continue
        began, over = told - int(at.deck.waiting(20)), told + 60 + int(at.deck.waiting(220))
        first = after(told, 4 + int(at.deck.waiting(3)))
        last = min(over, at.day) - int(at.deck.next() * 50)
        yield (f"PF{case.key}", case.child.key, iso(told), iso(max(began, at.began)),
               at.shown(min(over, sixteen)), at.shown(first),
               at.shown(max(first, last)), iso(max(first, last) + 42))  # fmt: skip


def _adopters(at: AsAt) -> Iterator[Row]:
    """Two stages each: two months, then four."""
    for week in range((at.day - 1800) // 7, at.day // 7, 3):
        at.deck.cut(week * 167)
        began = week * 7 + 2
        first = next_working(began + 45 + int(at.deck.waiting(14)))
        goes_on = at.deck.happens(0.75)
        second = next_working(first + 95 + int(at.deck.waiting(24))) if goes_on else NEVER
        name, agency = f"AD{week}", "Tees Vale Adoption"
        done = ("Went on" if goes_on else "Withdrew") if first <= at.day else ""
        yield name, "1", iso(began), at.shown(first), agency, done
        if goes_on and first <= at.day:
            yield name, "2", iso(first), at.shown(second), agency, "Approved" if second <= at.day else ""


carers = LocalList(table=FosterCarers, columns="carer household started ended", rows=_carers)
capacity = LocalList(
    table=FosterCapacity,
    columns="household started ended places vacant on_hold on_hold_because youngest oldest",
    rows=_capacity,
)
searches = LocalList(
    table=PlacementSearches,
    columns="search child started ended needed_by wanted asked offers suits outcome",
    rows=_searches,
)
kinship_orders = LocalList(
    table=KinshipOrders,
    columns="child kinship_order started ended related looked_after reviewed review_due",
    rows=_orders,
)
allowances = LocalList(
    table=Allowances,
    columns="allowance child started ended weekly_rate paid_for means_tested",
    rows=_allowances,
)
private_fostering = LocalList(
    table=PrivateFostering,
    columns="arrangement child notified started ended first_visit last_visit visit_due",
    rows=_private,
)
adopter_stages = LocalList(
    table=AdopterStages, columns="adopter stage started ended agency outcome", rows=_adopters
)

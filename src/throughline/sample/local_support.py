"""Lists about children for whom no ordinary home does: homes without a registration, orders that deprive of
liberty; and of what is done and paid for those who left care to a family."""

from collections.abc import Iterator

from throughline.record.court import LibertyOrders
from throughline.record.homes import UnregisteredPlacements
from throughline.record.permanence import AdoptionSupport, AllowancePayments
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import NEVER, age_on, iso, next_working
from throughline.sample.homes import kind_of
from throughline.sample.journey import Care, Placement
from throughline.sample.local_carers import paid
from throughline.sample.local_lists import LocalList

UNREGISTERED = 0.12  # of placements of other kinds
WITHOUT_LIBERTY, ORDER = 0.09, 84  # of times in a children's home from 12 years on; days that an order holds
PAYMENTS_KEPT, A_MONTH = 730, 28  # days
SUPPORT = ("Therapy", "Help with family contact", "Advice", "A grant", "Respite")


def _unregistered_homes(at: AsAt) -> Iterator[tuple[Care, Placement]]:
    for care in at.cares:
        for p in care.placements if not care.is_breaks else ():
            at.deck.cut(p.key * 257)
            strange = kind_of(p) in ("other", "residential", "semi") and at.began <= p.start <= at.day
            if strange and age_on(care.child.born, p.start) < 18 and at.deck.happens(UNREGISTERED):
                yield care, p


def _unregistered(at: AsAt) -> Iterator[Row]:
    """For some days or weeks, before a home was found or had its registration."""
    for care, p in _unregistered_homes(at):
        told = next_working(p.start + at.deck.whole(0, 2))
        over = min(p.end, care.end, p.start + 4 + int(at.deck.waiting(24)))
        why = at.deck.one_of(("No registered home would take the child", "In an emergency", "A holiday let"))
        yield (care.child.key, iso(p.start), at.shown(over), why, at.shown(told),
               "Y" if at.deck.happens(0.8) else "N")  # fmt: skip


def _liberty(at: AsAt) -> Iterator[Row]:
    for care in at.cares:
        for p in care.placements if not care.is_breaks else ():
            at.deck.cut(p.key * 263)
            of_age = age_on(care.child.born, p.start) >= 12 and p.start >= at.began
            if kind_of(p) != "residential" or not of_age or not at.deck.happens(WITHOUT_LIBERTY):
                continue
            made = next_working(p.start + at.deck.whole(0, 6))
            over = min(p.end, care.end, made + ORDER * at.deck.whole(1, 4))
            last = made + ORDER * ((min(at.day, over - 1) - made) // ORDER)
            if made < min(over, at.day + 1):
                yield (f"DL{p.key}", care.child.key, iso(made), at.shown(over),
                       iso(last) if last > made else "", "Locked doors; two staff at all times")  # fmt: skip


def _adopted(at: AsAt) -> Iterator[Row]:
    """Some families ask for help, years after too."""
    for care in at.cares:
        adopted = care.goal == "adoption" and care.reason in ("E11", "E12") and at.began <= care.end <= at.day
        at.deck.cut(care.key * 269)
        if adopted and at.deck.happens(0.5):
            began = next_working(care.end + 30 + int(at.deck.waiting(500)))
            over = began + 90 + int(at.deck.waiting(200)) if at.deck.happens(0.9) else NEVER
            if began <= at.day:
                yield (
                    at.deck.one_of(SUPPORT),
                    care.child.key,
                    iso(began),
                    at.shown(over),
                    at.deck.one_of(("Adoption and special guardianship support fund", "The council")),
                )


def _payments(at: AsAt) -> Iterator[Row]:
    """Four weeks of each allowance at a time."""
    for allowance, child, start, over, weekly in paid(at):
        first = max(0, at.day - PAYMENTS_KEPT - start) // A_MONTH + 1
        for day in range(start + first * A_MONTH, min(over, at.day + 1), A_MONTH):
            yield allowance, child.key, iso(day), weekly * A_MONTH // 7


unregistered_placements = LocalList(
    table=UnregisteredPlacements,
    columns="child started ended why_unregistered ofsted_told exit_plan",
    rows=_unregistered,
)
liberty_orders = LocalList(
    table=LibertyOrders, columns="liberty_order child started ended reviewed restrictions", rows=_liberty
)
adoption_support = LocalList(
    table=AdoptionSupport, columns="adoption_support child started ended funded_by", rows=_adopted
)
allowance_payments = LocalList(table=AllowancePayments, columns="allowance child paid amount", rows=_payments)

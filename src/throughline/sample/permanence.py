"""The way to adoption: decision, placement order, match, placed, order; some are reversed."""

from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance, Weighted
from throughline.sample.days import NEVER, next_working
from throughline.sample.journey import Adoption

ADOPTERS = Weighted(
    ((("2", "MF", "L11"), 70), (("2", "MF", "L3"), 10), (("1", "F1", "L0"), 9), (("2", "MM", "L12"), 5),
     (("2", "FF", "L12"), 4), (("1", "M1", "L0"), 2))
)  # fmt: skip


def plan_adoption(borough: Borough, chance: Chance, start: int) -> Adoption:
    """The days a child's adoption would take from the start of care."""
    decided = next_working(start + 95 + int(chance.waiting(75)))
    court = next_working(decided + chance.whole(12, 75))
    matched = next_working(court + 25 + int(chance.waiting(110)))
    placed = next_working(matched + chance.whole(9, 28))
    order = next_working(placed + 110 + int(chance.waiting(90)))
    adoption = Adoption(
        borough.next_key("adoption"), decided, court, matched, placed, order, chance.happens(0.12)
    )
    adoption.adopters, adoption.family = chance.pick(ADOPTERS), borough.next_key("adopters")
    if chance.happens(0.17):
        adoption.matched = adoption.placed = adoption.order = NEVER
        adoption.reversed_on = next_working(court + 150 + int(chance.waiting(160)))
        adoption.reversed_why = chance.one_of(("RD1", "RD3", "RD3", "RD4"))
    return adoption

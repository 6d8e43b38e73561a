"""Households that foster for the council, or did."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from throughline.sample.aims import Approved, Households
from throughline.sample.as_at import AsAt
from throughline.sample.days import next_working, year_ending
from throughline.sample.homes import kind_of

KEPT = 1.7  # households for each child in one of them


@dataclass(frozen=True)
class Household:
    """A household that fosters, or did."""

    key: int
    start: int
    end: int
    kinship: bool
    reviewed: int

    @property
    def name(self) -> str:
        """What it is known by."""
        return f"H{3000 + self.key}"


def households(at: AsAt) -> list[Household]:
    """Those there have been since the record began: more than the children placed with them need, and on
    published days as many as are published."""
    found = [*_by_chance(at)]
    for aim in at.authority.aims.households:
        if aim.on.toordinal() <= at.day:
            found = _as_published(aim, found, at.day)
    for newly in at.authority.aims.approved:
        if newly.on.toordinal() <= at.day:
            found = _newly_approved(newly, found, at.day)
    return found


def _by_chance(at: AsAt) -> Iterator[Household]:
    last = [care.placements[-1] for care in at.cares if care.open_on(at.day) and care.placements]
    many = round(sum(kind_of(p) == "in_house" for p in last) / KEPT)
    for key in range(many * 2):
        at.deck.cut(key * 67 + 5)
        began = next_working(at.day - int(at.deck.waiting(2300)) - 20)
        over = began + 400 + int(at.deck.waiting(2600))
        kinship = at.deck.happens(0.34)
        reviewed = max(began, at.day - int(at.deck.next() * 400))
        if over > at.began:
            yield Household(key, max(began, at.began), over, kinship, reviewed)


def _as_published(aim: Households, found: list[Household], day: int) -> list[Household]:
    """Approvals rise by the published number in the year, and its end finds the published number approved:
    some households are added, or left sooner."""
    last = aim.on.toordinal()
    ending = year_ending(last)
    years = [year_ending(one.start) for one in found]
    short = aim.rise - years.count(ending) + years.count(ending - 1)
    year_back = 0 if short > 0 else 365
    found = found + [_added(n, last - year_back - 20 - n * 7, day, n % 3 == 0) for n in range(abs(short))]
    held = [one for one in found if one.start <= last < one.end]
    held.sort(key=lambda one: (one.start, one.key))
    early = {one.key for one in held[: max(0, len(held) - aim.many)]}
    found = [replace(one, end=last - one.key % 60) if one.key in early else one for one in found]
    return found + [_added(100 + n, last - 760 - n * 9, day, n % 3 == 2) for n in range(aim.many - len(held))]


def _newly_approved(aim: Approved, found: list[Household], day: int) -> list[Household]:
    """So many of each kind were approved since the published day: others had been before it, or are added.
    Then some of those before left sooner, or there are more of them."""
    first, last = aim.since.toordinal(), aim.on.toordinal()
    before = [one for one in found if not first <= one.start <= last]
    new: list[Household] = []
    for kin, many in ((False, aim.mainstream), (True, aim.kin)):
        mine = [one for one in found if one.kinship is kin and first <= one.start <= last]
        new += [replace(one, end=max(one.end, last + 200)) for one in mine[:many]]
        new += [_added(200 + 100 * kin + n, last - 9 - n * 11, day, kin) for n in range(many - len(mine))]
        before += [replace(one, start=first - 30 - one.key % 300) for one in mine[many:]]
    held = sorted(one.key for one in before if one.start < first and one.end > last)
    stay = aim.many - len(new)
    before = [replace(one, end=last - one.key % 60) if one.key in held[stay:] else one for one in before]
    more = [_added(400 + n, first - 400 - n * 9, day, n % 3 == 0) for n in range(stay - len(held))]
    return before + new + more


def _added(n: int, began: int, day: int, kin: bool) -> Household:
    start, end = next_working(began), began + 2200 + n * 31
    return Household(5000 + n, start, end, kin, max(start, min(day, end) - 30 - n % 300))

"""The council's own list of strategy discussions: those that an enquiry followed, and others."""

from collections.abc import Iterator, Sequence

from throughline.record.protection import StrategyDiscussions
from throughline.sample.aims import Discussed
from throughline.sample.as_at import AsAt, Row
from throughline.sample.chance import Chance
from throughline.sample.days import last_working, next_working, number, year_ending
from throughline.sample.gathering import gather
from throughline.sample.journey import Case, Enquiry, Group
from throughline.sample.local_lists import LocalList

ALONE = 0.22  # strategy discussions that no enquiry follows, for each that one does
NEW = 4  # days after the referral within which a discussion is held because of it
Alone = tuple[Case, int]  # a child, and the day of a discussion that no enquiry followed


def _rows(at: AsAt) -> Iterator[Row]:
    enquiries, alone, new = _all(at)
    for e in enquiries:
        worker, team = at.author(e.case, e.start)
        at.deck.cut(e.key * 59)
        joint = "Y" if at.deck.happens(0.34) else "N"
        yield (*_about(at, e.case, e.start, new), "Y", joint, e.key, team, worker)
    for case, day in alone:
        worker, team = at.author(case, day)
        yield (*_about(at, case, day, new), "N", "", "", team, worker)


def discussed(at: AsAt) -> Iterator[tuple[str, int]]:
    """The number and day of each discussion, once for each of its children."""
    enquiries, alone, _ = _all(at)
    for case, day in [*((e.case, e.start) for e in enquiries), *alone]:
        yield _number(case, day), day


def _all(at: AsAt) -> tuple[list[Enquiry], list[Alone], set[Alone]]:
    """The discussions that an enquiry followed, those that none did, and which of both were because of a new
    referral."""
    aims = {year: aim for year, aim in at.authority.aims.discussed.items() if number(year, 3, 31) <= at.day}
    enquiries = [e for case in at.cases for e in case.enquiries if at.began <= e.start <= at.day]
    alone = [found for found in _by_chance(at, enquiries) if year_ending(found[1]) not in aims]
    for ending, aim in aims.items():
        alone += _as_published(at, ending, aim, [e for e in enquiries if year_ending(e.start) == ending])
    return enquiries, alone, _newly_referred(enquiries, alone, aims)


def _number(case: Case, day: int) -> str:
    return f"SD{case.group.key}-{day}"


def _about(at: AsAt, case: Case, day: int, new: set[Alone]) -> Row:
    known = "N" if (case, day) in new else "Y"
    return _number(case, day), case.child.key, at.shown(day), known


def _by_chance(at: AsAt, enquiries: list[Enquiry]) -> Iterator[Alone]:
    """Some weeks before an enquiry, worries that led to none."""
    for e in enquiries:
        before = last_working(e.start - 40)
        at.deck.cut(e.key * 59 + 7)
        if before > max(e.case.opened, at.began) and at.deck.happens(ALONE):
            yield e.case, before


def _as_published(at: AsAt, ending: int, aim: Discussed, held: Sequence[Enquiry]) -> list[Alone]:
    """As many further meetings of a year, about as many children, as it is published to have had in all; if
    there are too few families, brothers and sisters are spoken of where there was a meeting already."""
    chance = Chance(at.borough.seed, f"discussions {ending}", block=4096)
    meetings = aim.meetings - len({(e.case.group.key, e.start) for e in held})
    found: list[Alone] = []
    for cases in gather(chance, _families(at, ending), meetings, aim.children - len(held)):
        day = _day(chance, cases, ending)
        found += [(case, day) for case in cases]
    asked = {(e.case, e.start) for e in held}
    beside = {(c, day) for case, day in asked for c in case.group.cases if c.open_on(day)} - asked
    order = sorted(beside, key=lambda one: (one[1], one[0].key))
    return found + chance.some(order, [1.0] * len(order), aim.children - len(held) - len(found))


def _families(at: AsAt, ending: int) -> list[list[Case]]:
    """Families in need for some months of a year: their children then in need."""
    first, last = number(ending - 1, 4, 1), number(ending, 3, 31)
    found: dict[Group, list[Case]] = {}
    for case in at.cases:
        if case.path == "need" and min(case.closed, last) - max(case.opened, first) > 60:
            found.setdefault(case.group, []).append(case)
    return [*found.values()]


def _day(chance: Chance, cases: Sequence[Case], ending: int) -> int:
    """A day of the year on which all these are in need, and on which no enquiry about the family began."""
    first, last = number(ending - 1, 4, 1), number(ending, 3, 31)
    start, end = max(first, *(c.opened for c in cases)), min(last, *(c.closed for c in cases))
    day = next_working(chance.whole(start + 15, end - 15))
    taken = {e.start for c in cases[0].group.cases for e in c.enquiries}
    return next(free for free in range(day, day + 9) if free not in taken)


def _newly_referred(
    enquiries: Sequence[Enquiry], alone: Sequence[Alone], aims: dict[int, Discussed]
) -> set[Alone]:
    """Which discussions were because of the referral: those soonest after it, as many as are published."""
    everyone = [(e.case, e.start) for e in enquiries] + [*alone]
    everyone.sort(key=lambda found: (found[1] - found[0].opened, found[0].key))
    new: set[Alone] = set()
    for ending in {year_ending(day) for _, day in everyone}:
        year = [found for found in everyone if year_ending(found[1]) == ending]
        many = aims[ending].new if ending in aims else None
        soon = [found for found in year if found[1] - found[0].opened <= NEW]
        new.update(soon if many is None else year[:many])
    return new


strategy_discussions = LocalList(
    table=StrategyDiscussions,
    columns="discussion child discussed case_open section_47 joint enquiry team worker",
    rows=_rows,
)

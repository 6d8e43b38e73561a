"""The exploitation panel's own list: children referred to it, and the time it kept them in view."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from throughline.record.exploitation import ExploitationReferrals
from throughline.sample.aims import Panel
from throughline.sample.as_at import AsAt, Row
from throughline.sample.care_events import missing
from throughline.sample.chance import Chance
from throughline.sample.days import birthday, next_working, number, year_ending
from throughline.sample.journey import Child
from throughline.sample.local_lists import LocalList

WORRIES = ("Criminal exploitation", "Sexual exploitation", "Both")


@dataclass(frozen=True)
class Referred:
    """One child's referral; `over` is when the panel closed it."""

    key: int
    child: Child
    began: int
    decided: int
    accepted: bool
    over: int


def referred(at: AsAt) -> Iterator[tuple[Referred, str]]:
    """Everyone referred by the day, and the exploitation feared."""
    found = [*_often_missing(at)]
    for ending, aim in at.authority.aims.panel.items():
        if (last := number(ending, 3, 31)) <= at.day:
            found = [_closed_before(one, last) for one in found if year_ending(one.began) != ending]
            found += _as_published(at, ending, aim)
    for one in found:
        if at.began <= one.began <= at.day:
            at.deck.cut(one.key * 79 + 1)
            yield one, at.deck.one_of(WORRIES)


def _rows(at: AsAt) -> Iterator[Row]:
    for one, worry in referred(at):
        decision = ("Y" if one.accepted else "N") if one.decided <= at.day else ""
        yield (f"XP{one.key}", one.child.key, at.shown(one.began), at.shown(one.over), worry,
               at.shown(one.decided), decision)  # fmt: skip


def _often_missing(at: AsAt) -> Iterator[Referred]:
    """Children looked after are referred when they have gone missing a second time."""
    for care in at.cares:
        gone = [away for away in missing(at.deck, care) if away.kind == "M" and away.end <= at.day]
        if len(gone) > 1:
            at.deck.cut(care.key * 79)
            began = next_working(gone[1].end + 4)
            decided = next_working(began + 7 + int(at.deck.next() * 14))
            accepted = at.deck.happens(0.68)
            over = decided + (100 + int(at.deck.waiting(140)) if accepted else 0)
            yield Referred(care.key, care.child, began, decided, accepted, over)


def _closed_before(one: Referred, last: int) -> Referred:
    """A referral of an earlier year, closed before the year's end: those then in view are of that year."""
    return replace(one, over=min(one.over, last - one.key % 90)) if one.began < last else one


def _as_published(at: AsAt, ending: int, aim: Panel) -> list[Referred]:
    """A year's referrals: of children of eleven to seventeen in need. Those still in view at its end are
    chosen first, by sex, then others whom the panel took on, then those whom it did not."""
    chance = Chance(at.borough.seed, f"panel {ending}", block=4096)
    first, last = number(ending - 1, 4, 1), number(ending, 3, 31)
    young = {
        case.child: case.key
        for case in at.cases
        if case.opened <= first < last < case.closed
        or (case.path == "need" and first + 60 < case.opened < last - 60 and case.closed > last)
        if birthday(case.child.born, 11) < first and last < birthday(case.child.born, 18)
    }
    kept: list[Child] = []
    for sex, many in aim.kept.items():
        kept += chance.some(of := [c for c in young if c.sex == sex], [1.0] * len(of), many)
    rest = [child for child in young if child not in kept]
    found = []
    for at_, child in enumerate(kept + chance.some(rest, [1.0] * len(rest), aim.referred - len(kept))):
        began = next_working(chance.whole(first, last - 45))
        decided = next_working(began + chance.whole(7, 20))
        over = last + chance.whole(1, 200) if at_ < len(kept) else chance.whole(decided, last)
        over = over if at_ < aim.accepted else decided
        found.append(Referred(young[child], child, began, decided, at_ < aim.accepted, over))
    return found


exploitation_referrals = LocalList(
    table=ExploitationReferrals,
    columns="panel_referral child started ended worry decided accepted",
    rows=_rows,
)

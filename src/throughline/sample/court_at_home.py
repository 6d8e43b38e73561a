"""Children in care proceedings who stayed at home meanwhile: brothers and sisters of those who came into
care, and others, as many as make up the published figures of a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from throughline.sample.aims import Court
from throughline.sample.as_at import AsAt
from throughline.sample.chance import Chance
from throughline.sample.days import next_working, number
from throughline.sample.gathering import gather
from throughline.sample.journey import Case, Child, Group

AT_HOME = ("Supervision order", "Supervision order")  # what was asked of the court, and granted
Applied = tuple[int, Case]  # the day of the application, and about whom


@dataclass(frozen=True)
class InCourt:
    """One child in care proceedings; `ended` is NEVER while they go on."""

    case: Case
    applied: int
    ended: int
    asked: str
    outcome: str


def at_home(at: AsAt, ending: int, aim: Court, others: Sequence[InCourt]) -> list[InCourt]:
    """Children at home, who with the `others` make the children and the sets of proceedings of a year as
    published, and, of both, so many whose proceedings ended in it, the middle one after so many weeks."""
    first, last = number(ending - 1, 4, 1), number(ending, 3, 31)
    cases = sorted(_applied(at, ending, aim, others), key=lambda one: (one[0], one[1].key))
    ended = [one.ended - one.applied for one in others if first <= one.ended <= last]
    soon = max(0, aim.concluded - len(ended))
    most = min((last - day) // 7 for day, _ in cases[:soon]) if soon else 0
    off = {n: abs(median([*ended, *[n * 7] * soon]) / 7 - aim.weeks) for n in range(20, most + 1)}
    weeks = min(off, key=off.__getitem__, default=0)
    quick = [InCourt(case, day, day + weeks * 7, *AT_HOME) for day, case in cases[:soon]]
    slow = [
        InCourt(case, day, max(day + 190, last + 8 + case.key % 150), *AT_HOME) for day, case in cases[soon:]
    ]
    return quick + slow


def _applied(at: AsAt, ending: int, aim: Court, others: Sequence[InCourt]) -> list[Applied]:
    """About whom else there was an application in the year: first in the sets that there are, for so far as
    there are enough brothers and sisters, then in sets of their own."""
    chance = Chance(at.borough.seed, f"court {ending}", block=4096)
    first, last = number(ending - 1, 4, 1), number(ending, 3, 31)
    issued = [one for one in others if first <= one.applied <= last]
    sets = sorted({(one.applied, one.case.group.key): one.case.group for one in issued}.items())
    known = {one.case.child for one in others}
    beside = {c: day for (day, _), group in sets for c in group.cases if _free(c, day, known)}
    more, new = aim.children - len(issued), aim.sets - len(sets)
    apart = gather(chance, _families(at, first, last, known), new, max(new, more - len(beside)))
    found = [(day, case) for cases in apart for day in [_day(chance, cases, first, last)] for case in cases]
    also = chance.some([*beside], [1.0] * len(beside), more - len(found))
    return found + [(beside[case], case) for case in also]


def _free(case: Case, day: int, known: set[Child]) -> bool:
    return case.child not in known and case.child.born < day and case.open_on(day) and case.path == "need"


def _families(at: AsAt, first: int, last: int, known: set[Child]) -> list[list[Case]]:
    """Families in need for some months of the year, none of whose children is ever before the court else."""
    found: dict[Group, list[Case]] = {}
    for case in at.cases:
        if case.path == "need" and case.child.born < first and _months(case, first, last) > 120:
            found.setdefault(case.group, []).append(case)
    return [cases for group, cases in found.items() if not known.intersection(group.family.children)]


def _months(case: Case, first: int, last: int) -> int:
    return min(case.closed, last) - max(case.opened, first)


def _day(chance: Chance, cases: Sequence[Case], first: int, last: int) -> int:
    """A day on which all their cases are open."""
    start, end = max(first, *(c.opened for c in cases)), min(last, *(c.closed for c in cases))
    return next_working(chance.whole(start + 20, end - 60))

"""Arranges what became of children whose early help began in one quarter."""

from throughline.sample.aims import Followed
from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance
from throughline.sample.days import birthday
from throughline.sample.journey import Care, Child, EarlyHelp

YEAR, QUARTER = 364, 90


def follow(borough: Borough, told: int) -> None:
    """As many children begin early help in the published quarter as are published; so many of them are then
    assessed, and so many come into care, within a year. What is too much, or too little, is put off by a
    quarter, or brought forward."""
    chance = borough.chance("followed")
    for aim in borough.authority.aims.early_help:
        if aim.last.toordinal() + 2 * YEAR <= told:
            _arrange(borough, chance, aim)


def _arrange(borough: Borough, chance: Chance, aim: Followed) -> None:
    first, last = aim.first.toordinal(), aim.last.toordinal()
    begun = [help_ for help_ in borough.early_help if first <= help_.start <= last]
    soon = [help_ for help_ in borough.early_help if last < help_.start <= last + QUARTER]
    chosen = _chosen(borough, chance, aim, first, last)
    keep: dict[Child, EarlyHelp] = {}
    for help_ in begun + soon:
        if help_.child not in chosen and not _comes_to(help_.child, first, last + YEAR + 2):
            keep.setdefault(help_.child, help_)
    kept = [*keep.values()][: aim.many - len(chosen)]
    others = [help_ for help_ in begun if help_ not in kept]
    for help_ in kept:
        if help_.start > last:
            help_.start, help_.end = help_.start - QUARTER, help_.end - QUARTER
    for help_, child in zip(others, chosen):
        help_.child, help_.start = child, chance.whole(first, last)
        help_.end = help_.start + 60 + help_.key % 90
    for help_ in others[len(chosen) :]:
        help_.start, help_.end = help_.start + QUARTER, help_.end + QUARTER


def _chosen(borough: Borough, chance: Chance, aim: Followed, first: int, last: int) -> list[Child]:
    """Children first known after the quarter and assessed within a year of its first day; those who come into
    care by then stand first."""
    known = {
        case.child
        for case in borough.cases
        if last < case.opened and case.child.born < first and birthday(case.child.born, 17) > last
        if any(last < a.start < first + YEAR for a in case.assessments)
        if all(other.opened > last for other in case.child.cases)
    }  # fmt: skip
    children = sorted(known, key=lambda child: child.key)
    care = [child for child in children if any(last < c.start < first + YEAR for c in _cares(child))]
    home = [child for child in children if not any(c.start < last + YEAR + 2 for c in _cares(child))]
    found = chance.some(care, [1.0] * len(care), aim.care)
    return found + chance.some(home, [1.0] * len(home), aim.assessed - aim.care)


def _cares(child: Child) -> list[Care]:
    return [care for care in child.cares if not care.is_breaks]


def _comes_to(child: Child, first: int, until: int) -> bool:
    """Whether an assessment of the child, or a time in care, begins in these days."""
    starts = [a.start for case in child.cases for a in case.assessments] + [c.start for c in _cares(child)]
    return any(first <= start <= until for start in starts)

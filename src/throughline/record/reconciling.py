"""How many children two returns tell of on the same day, and how many only one of them does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.record.assessment import Assessments
from throughline.record.care import Care
from throughline.record.composing import Part, together
from throughline.record.conflicts import SHORT_BREAKS, OnADay, day_of_both, open_on
from throughline.record.front_door import Referrals
from throughline.record.identities import Merge
from throughline.record.protection import CpPlans
from throughline.record.pupil_numbers import ID
from throughline.record.rows import Table
from throughline.record.send import EhcPlans

COUNTED = (
    OnADay(table=Referrals, has="Children in need", where=~Referrals.no_action.fill_null(False)),
    OnADay(table=Assessments, has="With an assessment under way"),
    OnADay(table=CpPlans, has="With a child protection plan"),
    OnADay(table=Care, has="Looked after", where=~Care.legal_status.is_in(SHORT_BREAKS).fill_null(False)),
    OnADay(table=EhcPlans, has="With an EHC plan"),
)


@dataclass(frozen=True)
class Counted:
    """What two returns count on a day: the one that is used, and another; and how many children are in the
    one alone, and in the other alone."""

    what: str
    table: type[Table]
    day: date
    used: str
    ours: int
    other: str
    theirs: int
    only_ours: int
    only_theirs: int


def reconciled(parts: Sequence[Part], merges: Iterable[Merge] = ()) -> Iterator[Counted]:
    """Each return beside the one of another kind that is used in its place, on the last day of which both
    tell. Raises `Refused` as `compose` does."""
    all_ = together(parts, merges)
    told, titles = all_.identified.told, all_.titles
    for asked in COUNTED:
        for part, title in enumerate(titles):
            both = day_of_both(part, asked.table, all_.covers, all_.windows)
            if both and asked.table in told[part]:
                used, day = both
                if titles[used] == title:  # two years of one census: each tells of its own year
                    continue
                ours, theirs = (open_on(asked, told[n][asked.table], day)[ID] for n in (used, part))
                alone = len(set(ours) - set(theirs)), len(set(theirs) - set(ours))
                counts = (titles[used], len(ours), title, len(theirs), *alone)
                yield Counted(asked.has, asked.table, day, *counts)

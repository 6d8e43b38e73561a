"""The children whose case one worker holds: where each is in their journey, and what is due next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl
from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.charts import Cell
from throughline.blocks.chosen import Choice
from throughline.blocks.known import Known, Look
from throughline.blocks.persons import child_link, child_said, holding, opened, with_child, within
from throughline.blocks.shown import Shown
from throughline.blocks.work_lists import assessments, care, plans
from throughline.blocks.worklist import A_PAGE, Listed
from throughline.counting.lists import CHILD
from throughline.people.rights import profile_of
from throughline.record.care_codes import PLACEMENT
from throughline.record.child import Child
from throughline.record.codes import ABUSE

WHERE = ((care, "Looked after"), (plans, "Protection plan"), (assessments, "Assessment"))
"""Where a child may be, the weightiest first; a child in none of these is in need."""
NEVER = date.max
NO_DATE = "No plan, placement or assessment is open"


@dataclass(frozen=True, eq=False)
class MyChildren:
    """Everyone a worker holds, what is due soonest first."""

    def shown(self, ask: Ask) -> ShownMyChildren:
        """One page of the list. The first sentence sums up all of it."""
        lines = due(ask)
        rows = held(ask).sort(pl.col(CHILD).map_elements(lambda c: order(lines[c]), pl.String), CHILD)
        last = max(1, -(-rows.height // A_PAGE))
        page = ask.chosen.get("page", "1")
        if not (page.isascii() and page.isdigit() and len(page) < 6 and 1 <= int(page) <= last):
            raise Http404
        rows_shown = opened(ask, rows.slice((int(page) - 1) * A_PAGE, A_PAGE), "My children")
        return ShownMyChildren(
            sub=f"You hold the case of {rows.height} child{'' if rows.height == 1 else 'ren'}.",
            lede=lede([each for child in rows.get_column(CHILD) for each in lines[child]]),
            lines=tuple(line(ask, row, lines[row[CHILD]]) for row in rows_shown),
            pages=tuple(
                Choice(f"Page {number} of {last}", ask.link(ask.page, page=str(number)))
                for number in (int(page) - 1, int(page) + 1)
                if 1 <= number <= last
            ),
            many=rows.height,
            clocks=ask.pinned,
        )


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing known of a child: where it puts them, and what is due."""

    where: str
    known: Known


@dataclass(frozen=True, kw_only=True)
class MyLine:
    """One child: where they are in their journey, what is known, what is next and when."""

    child: Cell
    where: str
    known: tuple[str, ...]
    next: str
    tag: str
    look: Look


@dataclass(frozen=True, kw_only=True)
class ShownMyChildren(Shown):
    """One page of one worker's children."""

    sub: str
    lede: str
    lines: tuple[MyLine, ...]
    pages: tuple[Choice, ...]
    many: int
    clocks: Mapping[str, str]


def of_mine(ask: Ask) -> Listed:
    """Everyone a worker holds, whole, and what is known of each: for a file."""
    lines = due(ask)
    return Listed(held(ask), lambda row: [each.known for each in lines[row[CHILD]]])


def held(ask: Ask) -> pl.DataFrame:
    """The children whose case this worker held on the day and may still open, named in @child."""
    profile = profile_of(ask.user)
    mine = [
        c
        for c, holder in holding(ask).items()
        if profile and profile.worker and holder.worker == profile.worker
    ]
    rows = ask.snapshot.frames[Child].filter(Child.child.cast(pl.String).is_in(mine))
    return within(ask, with_child(ask.snapshot, rows, "Child.child"))


def due(ask: Ask) -> Mapping[str, list[Due]]:
    """What is known of each child of the council that is in any of the lists."""
    found: defaultdict[str, list[Due]] = defaultdict(list)
    for of, where in WHERE:
        for row in within(ask, of.rows(ask)).iter_rows(named=True):
            found[row[CHILD]].append(Due(where=more(where, row), known=of.knows.known(row, ask.day)))
    return found


def more(where: str, row: Mapping[str, object]) -> str:
    """Where a child is, with the placement or the category of their plan."""
    if row.get("Care.placement"):
        return f"{where}: {PLACEMENT.label(str(row['Care.placement']))}"
    if row.get("CpPlans.category"):
        return f"{where}: {ABUSE.label(str(row['CpPlans.category'])).lower()}"
    return where


def order(lines: list[Due]) -> str:
    """What comes first: the soonest due."""
    return str(min((each.known.due or NEVER for each in lines), default=NEVER))


def line(ask: Ask, row: Mapping[str, object], lines: list[Due]) -> MyLine:
    """One child in words; the soonest due is what is next."""
    first = min(lines, key=lambda each: each.known.due or NEVER, default=None)
    return MyLine(
        child=Cell(child_said(row), child_link(ask, row)),
        where="; ".join(dict.fromkeys(each.where for each in lines)) or "Child in need",
        known=tuple(dict.fromkeys(each.known.words for each in lines)) or (NO_DATE,),
        next=first.known.next if first else "",
        tag=first.known.tag if first else "Nothing due",
        look=first.known.look if first else "",
    )


def lede(lines: list[Due]) -> str:
    """How many things are late, and how many will be."""
    late = sum(each.known.look == "bad" for each in lines)
    soon = sum(each.known.look == "soon" for each in lines)
    words = f"{late} {'is' if late == 1 else 'are'} late" if late else "Nothing is late"
    return f"{words}; {soon or 'none'} {'is' if soon == 1 else 'are'} due soon." if soon else f"{words}."

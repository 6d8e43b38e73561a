"""A list of work: the children behind a measure, each with whose case it is, what is known, and when
something is due. Rows leave here only through `open_children`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.charts import Cell
from throughline.blocks.chosen import Choice
from throughline.blocks.known import Known, Knows, Look, Row, counted
from throughline.blocks.persons import (
    NOBODY,
    child_link,
    child_said,
    chosen_team,
    holding,
    opened,
    team_said,
    with_child,
    within,
)
from throughline.blocks.shown import Shown
from throughline.counting.facts import ALL, EVERYONE, Which
from throughline.counting.lists import CHILD
from throughline.measures.kinds import Measure
from throughline.people.roles import Reach
from throughline.record.periods import as_at
from throughline.record.workforce import TEAM

A_PAGE = 25


@dataclass(frozen=True, eq=False, kw_only=True)
class Worklist:
    """A measure read the other way round: its rows for one team (`which` of them), with what is known."""

    id: str
    title: str
    measure: Measure
    knows: Knows
    which: Which = "counts"

    def shown(self, ask: Ask) -> ShownWorklist | NoWorklist:
        """One page of the list; nothing until a team is chosen."""
        team = chosen_team(ask)
        if not team or not ask.may_open_children:
            return NoWorklist()
        rows = self.rows(ask, team)
        mine = within(ask, rows)
        page, last = self.page(ask, mine.height)
        rows_shown = opened(ask, mine.slice((page - 1) * A_PAGE, A_PAGE), self.says(ask, team))
        return ShownWorklist(
            id=self.id,
            title=self.title,
            says=self.says(ask, team),
            lede=self.knows.lede(ask, counted(rows)) if rows.height else "",
            lines=tuple(line(ask, self.knows, row, team) for row in rows_shown),
            many=rows.height,
            outside=outside(ask, rows.height - mine.height, some=bool(mine.height)),
            pages=self.pages(ask, team, page, last),
            measure=ask.measure_link(self.measure, None, TEAM, team, which=in_link(self.which)),
            team=team,
            clocks=ask.pinned,
            available=ask.answers.available(self.measure, as_at(ask.day), TEAM),
            downloads=mine.height > 0,
        )

    def rows(self, ask: Ask, team: str = "") -> pl.DataFrame:
        """Every row of the list for a team, or for the whole council, with what is known; most urgent
        first. They are not yet opened to anybody."""
        by, group = (TEAM, team) if team else (ALL, EVERYONE)
        rows = ask.answers.children(self.measure, as_at(ask.day), by, group, self.which)
        named = with_child(ask.snapshot, rows, f"{self.measure.of.table.__name__}.child")
        return self.knows.facts(ask, named)

    def lines(self, ask: Ask, team: str) -> Listed:
        """The whole list as this reader may open it, and how each row is told: for a file."""
        return Listed(within(ask, self.rows(ask, team)), lambda row: [self.knows.known(row, ask.day)])

    def says(self, ask: Ask, team: str) -> str:
        """What the list is, for whoever reads the log."""
        return f"{self.title}: {team_said(ask.snapshot, team)}"

    def page(self, ask: Ask, many: int) -> tuple[int, int]:
        """Which page of the list was asked for, and how many there are."""
        asked, last = ask.chosen.get(f"{self.id}-page", "1"), max(1, -(-many // A_PAGE))
        if not (asked.isascii() and asked.isdigit() and len(asked) < 6 and 1 <= int(asked) <= last):
            raise Http404
        return int(asked), last

    def pages(self, ask: Ask, team: str, page: int, last: int) -> tuple[Choice, ...]:
        """The page before and the page after, where there are such."""
        chosen = {"team": team} if ask.role.scope is Reach.ALL else {}
        return tuple(
            Choice(
                f"Page {number} of {last}",
                f"{ask.link(ask.page, **chosen, **{f'{self.id}-page': str(number)})}#{self.id}",
            )
            for number in (page - 1, page + 1)
            if 1 <= number <= last
        )


@dataclass(frozen=True)
class Listed:
    """Rows not yet opened to anybody (their child in @child), and what is known of each."""

    rows: pl.DataFrame
    known: Callable[[Row], Sequence[Known]]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One child: who, whose case, what is known, and when something is due."""

    child: Cell
    worker: str
    known: str
    tag: str
    look: Look


@dataclass(frozen=True, kw_only=True)
class ShownWorklist(Shown):
    """One page of the list. `many` is how many are in the figure; `outside` says how many of those this
    reader may not open."""

    id: str
    title: str
    says: str
    lede: str
    lines: tuple[Line, ...]
    many: int
    outside: str
    pages: tuple[Choice, ...]
    measure: str
    team: str
    clocks: Mapping[str, str]
    available: bool
    downloads: bool


@dataclass(frozen=True, kw_only=True)
class NoWorklist(Shown):
    """No list for this reader, or no team chosen."""

    title: str = ""


def line(ask: Ask, knows: Knows, row: Row, team: str) -> Line:
    """One row in words. A worker of another team is told with it."""
    known, holder = knows.known(row, ask.day), holding(ask).get(row[CHILD])
    worker = holder.words if holder else NOBODY
    if holder and holder.team != team:
        worker = f"{worker}, {team_said(ask.snapshot, holder.team)}"
    child = Cell(child_said(row), child_link(ask, row))
    return Line(child=child, worker=worker, known=known.words, tag=known.tag, look=known.look)


def outside(ask: Ask, many: int, *, some: bool) -> str:
    """How many are in the figure, and not for this reader to open."""
    if not many:
        return ""
    more = (
        f"{many:,}{' more' if some else ''} {'is' if many == 1 else 'are'} in the figure and not in the list"
    )
    return f"{more}: you may open {ask.role.scope.value}."


def in_link(which: Which) -> str | None:
    """Which of a measure's lists, as its address says it."""
    return None if which == "counts" else which.replace(" ", "-")

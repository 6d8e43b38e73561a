"""How much is in each of a team's lists, in a row; or in a table of all teams, where none is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.charts import Cell
from throughline.blocks.figures import asked
from throughline.blocks.persons import chosen_team, team_said, teams_of
from throughline.blocks.shown import Shown
from throughline.blocks.worklist import Worklist, in_link
from throughline.measures.kinds import Share
from throughline.record.periods import as_at
from throughline.record.workforce import TEAM


@dataclass(frozen=True)
class Many:
    """One figure: how many are in a list. `alert` marks a number that ought to be nought."""

    title: str
    list: Worklist
    alert: bool = False


@dataclass(frozen=True, eq=False, init=False)
class TeamFigures:
    """Figures in order: `TeamFigures(Many("open assessments", …), …)`."""

    counts: tuple[Many, ...]

    def __init__(self, *counts: Many) -> None:
        object.__setattr__(self, "counts", counts)

    def shown(self, ask: Ask) -> ShownTeamFigures:
        """Of the team chosen; where none is, of each team that has any work."""
        team = chosen_team(ask)
        rows = [] if team else [self.row(ask, each) for each in teams_of(ask)]
        return ShownTeamFigures(
            figures=tuple(self.figure(ask, count, team) for count in self.counts) if team else (),
            columns=("Team", *(count.title for count in self.counts)),
            rows=tuple(rows),
        )

    def figure(self, ask: Ask, count: Many, team: str) -> ShownMany:
        """How many are in one list of this team, leading to how it is counted."""
        number, address = many(ask, count.list, team), link(ask, count.list, team)
        return ShownMany(
            title=count.title, words=counted(number), address=address, alert=count.alert and bool(number)
        )

    def row(self, ask: Ask, team: str) -> tuple[Cell, ...]:
        """One team in the table of teams."""
        name = Cell(team_said(ask.snapshot, team), ask.link(ask.page, team=team))
        lists = [count.list for count in self.counts]
        return name, *(Cell(counted(many(ask, each, team)), link(ask, each, team)) for each in lists)


@dataclass(frozen=True, kw_only=True)
class ShownMany:
    """One figure: what it is of, and where it leads."""

    title: str
    words: str
    address: str
    alert: bool


@dataclass(frozen=True, kw_only=True)
class ShownTeamFigures(Shown):
    """The figures of one team, or a row for each."""

    figures: tuple[ShownMany, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lines(self) -> list[list[tuple[str, Cell]]]:
        """Each row with its columns' headings, for a screen too narrow for a table."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


def link(ask: Ask, work: Worklist, team: str) -> str:
    """How a team's list is counted, and who is in it."""
    return ask.measure_link(work.measure, None, TEAM, team, which=in_link(work.which))


def many(ask: Ask, work: Worklist, team: str) -> int | None:
    """How many are in a team's list; None where that is not available."""
    if team not in ask.answers.groups(work.measure, TEAM):
        return 0 if ask.answers.available(work.measure, as_at(ask.day)) else None
    answer = asked(ask.answers, work.measure, as_at(ask.day), TEAM, team)
    if not answer.available:
        return None
    if not isinstance(work.measure, Share) or work.which == "passes":
        return answer.many
    return int(answer.denominator or 0) - (answer.many if work.which == "fails" else 0)


def counted(number: int | None) -> str:
    """A number in words; not available is never nought."""
    return "not available" if number is None else f"{number:,}"

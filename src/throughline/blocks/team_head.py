"""The head of a team's page: whose it is, and how much is in each of its lists."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.charts import Cell
from throughline.blocks.chosen import Choice
from throughline.blocks.figures import asked
from throughline.blocks.labels import team_names
from throughline.blocks.persons import chosen_team, team_said
from throughline.blocks.shown import Shown
from throughline.blocks.worklist import Worklist, in_link
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.lists import caseloads
from throughline.measures.kinds import Share
from throughline.people.roles import Reach
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import as_at
from throughline.record.workforce import TEAM


@dataclass(frozen=True)
class Count:
    """One figure of a row: how many are in a list, and where that is said."""

    title: str
    list: Worklist
    alert: bool = False


@dataclass(frozen=True, eq=False, init=False)
class TeamHead:
    """Which team, and how many are in each of its lists: `TeamHead(Count("open assessments", …), …)`."""

    counts: tuple[Count, ...]

    def __init__(self, *counts: Count) -> None:
        object.__setattr__(self, "counts", counts)

    def shown(self, ask: Ask) -> ShownTeamHead:
        """The head of the team chosen; where none is, every team to choose from with its figures."""
        team = chosen_team(ask)
        chooses = ask.role.scope is Reach.ALL
        held = caseloads(ask.snapshot, ask.day, team).rows() if team else []
        return ShownTeamHead(
            name=team_said(ask.snapshot, team) if team else "Teams",
            sub=sub(len(held), sum(many for _, many in held)) if team else "Choose a team to see its work.",
            teams=tuple(self.choices(ask, team)) if chooses else (),
            figures=tuple(self.figure(ask, count, team) for count in self.counts) if team else (),
            table=tuple(self.row(ask, each) for each in teams_with_work(ask, self.counts)) if not team else (),
            columns=tuple(count.title for count in self.counts),
        )

    def choices(self, ask: Ask, team: str) -> list[Choice]:
        """Every team that has work, to choose from."""
        known = set(teams_with_work(ask, self.counts)) | ({team} if team else set())
        names = {each: team_said(ask.snapshot, each) for each in known}
        return [Choice(names[each], each, each == team) for each in sorted(known, key=names.__getitem__)]

    def figure(self, ask: Ask, count: Count, team: str) -> ShownCount:
        """How many are in one list of this team; for a share, how many pass or do not."""
        number = many(ask, count.list, TEAM, team)
        address = ask.measure_link(count.list.measure, None, TEAM, team, which=in_link(count.list.which))
        alert = count.alert and bool(number)
        return ShownCount(title=count.title, words=counted(number), address=address, alert=alert)

    def row(self, ask: Ask, team: str) -> tuple[Cell, ...]:
        """One team in the table of teams: its name and its figures."""
        name = Cell(team_said(ask.snapshot, team), ask.link(ask.page, team=team))
        return name, *(Cell(counted(many(ask, count.list, TEAM, team))) for count in self.counts)


@dataclass(frozen=True, kw_only=True)
class ShownCount:
    """One figure: what it is of, and where it leads."""

    title: str
    words: str
    address: str
    alert: bool


@dataclass(frozen=True, kw_only=True)
class ShownTeamHead(Shown):
    """The team and its figures. With no team chosen, `table` has a row for each."""

    name: str
    sub: str
    teams: tuple[Choice, ...]
    figures: tuple[ShownCount, ...]
    table: tuple[tuple[Cell, ...], ...]
    columns: tuple[str, ...]

    @property
    def page_title(self) -> str:
        """The team's name is the title of the page."""
        return self.name

    @property
    def rows(self) -> list[list[tuple[str, Cell]]]:
        """Each row of the table with its columns' headings, for a screen too narrow for a table."""
        return [list(zip(("Team", *self.columns), row, strict=True)) for row in self.table]


def sub(workers: int, children: int) -> str:
    """How many workers hold how many children."""
    if not workers:
        return "Nobody in this team holds a case on this day."
    return f"{workers} worker{'' if workers == 1 else 's'} hold{'s' if workers == 1 else ''} {children:,} children."


def many(ask: Ask, list_: Worklist, by: Breakdown = ALL, group: str = EVERYONE) -> int | None:
    """How many are in a list; None where that is not available."""
    answer = asked(ask.answers, list_.measure, as_at(ask.day), by, group)
    if not answer.available:
        return None
    if not isinstance(list_.measure, Share) or list_.which == "passes":
        return answer.numerator
    return int(answer.denominator or 0) - (answer.numerator if list_.which == "fails" else 0)


def counted(number: int | None) -> str:
    """A number in words; not available is never nought."""
    return "not available" if number is None else f"{number:,}"


def teams_with_work(ask: Ask, counts: tuple[Count, ...]) -> list[str]:
    """Teams that have anything in any of these lists, by name."""
    names = team_names(ask.snapshot)
    busy = [team for team in names if any(many(ask, count.list, TEAM, team) for count in counts)]
    return sorted(busy, key=lambda team: names[team])

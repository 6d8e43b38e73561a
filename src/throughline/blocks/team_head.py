"""The head of a team's page: whose it is, and for whoever may open all children which other there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.chosen import Choice
from throughline.blocks.persons import chosen_team, team_said, teams_of
from throughline.blocks.shown import Shown
from throughline.counting.lists import caseloads
from throughline.people.roles import Reach


@dataclass(frozen=True, eq=False)
class TeamHead:
    """Which team, and how many children its workers hold."""

    def shown(self, ask: Ask) -> ShownTeamHead:
        """The head of the team chosen, or of the choice itself."""
        team = chosen_team(ask)
        held = caseloads(ask.snapshot, ask.day, team).get_column("children").to_list() if team else []
        chooses = ask.role.scope is Reach.ALL
        teams = [Choice(team_said(ask.snapshot, each), each, each == team) for each in teams_of(ask)]
        return ShownTeamHead(
            name=team_said(ask.snapshot, team) if team else "Teams",
            sub=sub(len(held), sum(held)) if team else "Choose a team to see its work.",
            teams=tuple(teams) if chooses else (),
            clocks=ask.clocks,
            chosen=bool(team),
        )


@dataclass(frozen=True, kw_only=True)
class ShownTeamHead(Shown):
    """The team's name, what its workers hold, and the teams to choose from, for whoever may choose."""

    name: str
    sub: str
    teams: tuple[Choice, ...]
    clocks: Mapping[str, str]
    chosen: bool

    @property
    def page_title(self) -> str:
        """The team's name is the title of the page."""
        return self.name


def sub(workers: int, children: int) -> str:
    """How many workers hold how many children."""
    if not workers:
        return "Nobody in this team holds a case on this day."
    hold = "worker holds" if workers == 1 else "workers hold"
    return f"{workers} {hold} {children:,} child{'' if children == 1 else 'ren'}."

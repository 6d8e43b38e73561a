"""Teams whose figures changed where the council's did not, or changed the other way: the strongest first.

So many figures are looked at that a few seem changed by chance alone. So only a signal is told that chance
would make less than once among all of them, in the months that are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.councils import council_of
from throughline.blocks.named import MEASURES
from throughline.blocks.persons import chosen_team, team_said
from throughline.blocks.series import finding, series, usual
from throughline.blocks.shown import Shown
from throughline.counting.changed import MONTHS, NEW, News, news
from throughline.counting.signals import Variation
from throughline.counting.trends import Trend, whole
from throughline.loads.team_news import team_news
from throughline.record.workforce import TEAM

NEWEST_ONLY = "Changes by team are worked out for the newest month, as at the data’s own day."


@dataclass(frozen=True, eq=False)
class TeamsChanged:
    """At most so many sentences: of all teams, or of the one that the page is of."""

    at_most: int = 4
    of_one: bool = False

    def shown(self, ask: Ask) -> ShownTeamsChanged:
        """What was found when the load was counted. Nothing for those who see the council's totals only."""
        council = council_of(ask)
        if council is None or not ask.may_split:
            return ShownTeamsChanged()
        if whole(ask.day, "month") != whole(ask.snapshot.as_at, "month"):
            return ShownTeamsChanged(note=NEWEST_ONLY)
        kept = team_news(council, ask.snapshot.name)
        told = [(name, team) for name, team in kept.found if name in MEASURES]
        if self.of_one:
            told = [(name, team) for name, team in told if team == chosen_team(ask)]
            if not told:
                return ShownTeamsChanged()
        teams = {trend_of(ask, name, team): team for name, team in told}
        found = [each for each in news(list(teams)) if each.chance * NEW * kept.judged < 1]
        return ShownTeamsChanged(
            changes=tuple(change(ask, each, teams[each.trend]) for each in found[: self.at_most]),
            more=max(0, len(found) - self.at_most),
            note=note(kept.judged),
        )


@dataclass(frozen=True, kw_only=True)
class TeamChange:
    """One thing that changed in one team: the sentence, who answers for the measure, where to look, and the
    children behind it for those who may open any."""

    variation: Variation
    high: bool
    team: str
    title: str
    says: str
    owner: str
    address: str
    children: str


@dataclass(frozen=True, kw_only=True)
class ShownTeamsChanged(Shown):
    """Changes, ranked; `more` is how many are not shown. With no note there is nothing for this reader."""

    changes: tuple[TeamChange, ...] = ()
    more: int = 0
    note: str = ""


def trend_of(ask: Ask, name: str, team: str) -> Trend:
    """A measure over time in one team."""
    return series(ask, MEASURES[name], MONTHS, by=TEAM, group=team)


def change(ask: Ask, found: News, team: str) -> TeamChange:
    """One change in words."""
    trend, pattern = found.trend, found.pattern
    period = trend.periods[pattern.places[-1]]
    behind = f"{ask.measure_link(trend.measure, period, TEAM, team)}#children"
    return TeamChange(
        variation=found.variation,
        high=pattern.high,
        team=team_said(ask.snapshot, team),
        title=finding(trend),
        says=" ".join(filter(None, (found.sentence, usual(trend)))),
        owner=trend.measure.owned_by,
        address=ask.measure_link(trend.measure, None, TEAM, team),
        children=behind if ask.may_open_children else "",
    )


def note(judged: int) -> str:
    """Of how many figures, and how to take it."""
    return (
        f"{judged:,} figures of a team can be judged. Told are those that changed where the council as a "
        "whole did not, by a signal so strong that chance alone would make fewer than one among so many."
    )

"""The scorecard: measures in groups, each with its figure, target, variation and last 24 months."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.figures import WHAT_C_MEANS
from throughline.blocks.scored import Scored, scored
from throughline.blocks.shown import Shown
from throughline.measures.kinds import Measure
from throughline.record.periods import said


@dataclass(frozen=True, eq=False)
class Group:
    """Some measures under one heading."""

    title: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, eq=False, init=False)
class Scorecard:
    """Groups in order: `Scorecard(Group("Help and protection", (rereferrals, …)), …)`."""

    groups: tuple[Group, ...]

    def __init__(self, *groups: Group) -> None:
        object.__setattr__(self, "groups", groups)

    def shown(self, ask: Ask) -> ShownScorecard:
        """Every line, as at the page's day."""
        groups = tuple(
            ShownGroup(title=group.title, lines=tuple(scored(ask, measure) for measure in group.measures))
            for group in self.groups
        )
        hidden = any(line.figure.state == "hidden" for group in groups for line in group.lines)
        dates = f"Counts, shares and rates over the 12 months to {said(ask.day)}, or on that day."
        return ShownScorecard(groups=groups, dates=dates, note=WHAT_C_MEANS if hidden else "")


@dataclass(frozen=True, kw_only=True)
class ShownGroup:
    """The lines under one heading."""

    title: str
    lines: tuple[Scored, ...]


@dataclass(frozen=True, kw_only=True)
class ShownScorecard(Shown):
    """Groups in order; `dates` says what the figures are of."""

    groups: tuple[ShownGroup, ...]
    dates: str
    note: str

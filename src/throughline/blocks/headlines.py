"""Figures in a row, each leading to its measure."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.figures import WHAT_C_MEANS, Figure, figure
from throughline.blocks.shown import Shown
from throughline.measures.kinds import Measure


@dataclass(frozen=True, eq=False, init=False)
class Headlines:
    """The figures with which a page begins: `Headlines(contacts, referrals, …)`."""

    measures: tuple[Measure, ...]

    def __init__(self, *measures: Measure) -> None:
        object.__setattr__(self, "measures", measures)

    def shown(self, ask: Ask) -> ShownHeadlines:
        """Each figure as at the page's day."""
        figures = tuple(figure(ask, measure) for measure in self.measures)
        hidden = any(each.state == "hidden" for each in figures)
        return ShownHeadlines(figures=figures, note=WHAT_C_MEANS if hidden else "")


@dataclass(frozen=True, kw_only=True)
class ShownHeadlines(Shown):
    """Figures in the order declared."""

    figures: tuple[Figure, ...]
    note: str

"""Figures in a row, each leading to its measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from throughline.blocks.asking import Ask
from throughline.blocks.figures import WHAT_C_MEANS, Figure, figure
from throughline.blocks.shown import Shown
from throughline.measures.kinds import Measure
from throughline.record.periods import Period


@dataclass(frozen=True, eq=False, init=False)
class Headlines:
    """The figures with which a page begins: `Headlines(contacts, referrals, …)`. With `of` they are of the
    period that it gives for the page's day, such as the last whole calendar year."""

    measures: tuple[Measure, ...]
    of: Callable[[date], Period] | None

    def __init__(self, *measures: Measure, of: Callable[[date], Period] | None = None) -> None:
        object.__setattr__(self, "measures", measures)
        object.__setattr__(self, "of", of)

    def shown(self, ask: Ask) -> ShownHeadlines:
        """Each figure as at the page's day."""
        period = self.of(ask.day) if self.of else None
        figures = tuple(figure(ask, measure, period) for measure in self.measures)
        hidden = any(each.state == "hidden" for each in figures)
        return ShownHeadlines(figures=figures, note=WHAT_C_MEANS if hidden else "")


@dataclass(frozen=True, kw_only=True)
class ShownHeadlines(Shown):
    """Figures in the order declared."""

    figures: tuple[Figure, ...]
    note: str

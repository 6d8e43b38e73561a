"""The catalogue: every measure by stage of the journey, with why it is counted and what it is now."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.figures import WHAT_C_MEANS, Figure, figure
from throughline.blocks.named import BY_STAGE, STAGES
from throughline.blocks.shown import Shown


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Every measure that has been counted."""

    def shown(self, ask: Ask) -> ShownCatalogue:
        """Each measure with its figure as at the page's day."""
        stages = tuple(
            ShownStage(
                title=STAGES[stage],
                id=stage.replace("_", "-"),
                lines=tuple(
                    Line(figure=figure(ask, measure), why=measure.why)
                    for measure in named.values()
                    if measure in ask.answers.facts
                ),
            )
            for stage, named in BY_STAGE.items()
        )
        hidden = any(line.figure.state == "hidden" for stage in stages for line in stage.lines)
        return ShownCatalogue(stages=stages, note=WHAT_C_MEANS if hidden else "")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A measure: its figure now, and why it is counted."""

    figure: Figure
    why: str


@dataclass(frozen=True, kw_only=True)
class ShownStage:
    """The measures of one stage."""

    title: str
    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class ShownCatalogue(Shown):
    """Stages in the order of the journey."""

    stages: tuple[ShownStage, ...]
    note: str

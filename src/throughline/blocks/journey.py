"""The child's journey: each step's figure in a strip, from first contact on."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.figures import WHAT_C_MEANS, figure
from throughline.blocks.scored import Scored, scored
from throughline.blocks.shown import Shown
from throughline.measures.kinds import Measure


@dataclass(frozen=True)
class Step:
    """One step of the journey: how many, and beneath it how well."""

    many: Measure
    well: Measure | None = None
    says: str = ""


@dataclass(frozen=True, eq=False, init=False)
class Journey:
    """Steps in order: `Journey(Step(referrals, rereferrals, "re-referred"), …)`."""

    steps: tuple[Step, ...]

    def __init__(self, *steps: Step) -> None:
        object.__setattr__(self, "steps", steps)

    def shown(self, ask: Ask) -> ShownJourney:
        """Each step as at the page's day."""
        steps = tuple(shown_step(ask, step) for step in self.steps)
        hidden = any(each.scored.figure.state == "hidden" for each in steps)
        return ShownJourney(steps=steps, note=WHAT_C_MEANS if hidden else "")


@dataclass(frozen=True, kw_only=True)
class ShownStep:
    """One step: its figure, and a few words of context."""

    scored: Scored
    context: str


@dataclass(frozen=True, kw_only=True)
class ShownJourney(Shown):
    """Steps in order."""

    steps: tuple[ShownStep, ...]
    note: str


def shown_step(ask: Ask, step: Step) -> ShownStep:
    """A step's figure and what is said beneath it."""
    found = scored(ask, step.many)
    words = found.figure.dates
    if step.well is not None:
        well = figure(ask, step.well)
        words += f"; {well.words} {step.says}" if well.state == "shown" else f"; {step.says}: {well.words}"
    return ShownStep(scored=found, context=words)

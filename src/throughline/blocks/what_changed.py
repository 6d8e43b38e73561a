"""What has changed: the measures whose newest month is a signal, the most telling first."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.named import MEASURES
from throughline.blocks.series import finding, series, usual, went_up
from throughline.blocks.shown import Shown
from throughline.counting.signals import Variation
from throughline.counting.trends import Trend
from throughline.measures.kinds import Measure

ORDER = (Variation.WORSE, Variation.HIGHER, Variation.LOWER, Variation.IMPROVING)


@dataclass(frozen=True, eq=False)
class WhatChanged:
    """At most so many sentences; of these measures, or of every measure there is."""

    at_most: int = 5
    measures: tuple[Measure, ...] = ()

    def shown(self, ask: Ask) -> ShownWhatChanged:
        """What is worse first, then what is only news, then what is better; each by how far it lies from
        what is usual."""
        asked = self.measures or tuple(m for m in MEASURES.values() if m in ask.answers.facts)
        found = [series(ask, measure) for measure in asked]
        signalled = sorted((each for each in found if each.variation in ORDER), key=rank)
        return ShownWhatChanged(
            changes=tuple(change(ask, each) for each in signalled[: self.at_most]),
            more=max(0, len(signalled) - self.at_most),
            lede=lede(found),
            all_measures=ask.link("/measures/"),
        )


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that changed: the sentence, what is usual, and where to look."""

    measure: Measure
    variation: Variation
    high: bool
    title: str
    says: str
    address: str


@dataclass(frozen=True, kw_only=True)
class ShownWhatChanged(Shown):
    """Changes, ranked; `more` is how many are not shown; `lede` sums up every measure in a sentence."""

    changes: tuple[Change, ...]
    more: int
    lede: str
    all_measures: str


def rank(found: Trend) -> tuple[int, float]:
    """Its place among signals: the kind, then how many times the usual reach it lies from the mean."""
    return ORDER.index(found.variation), -strength(found)


def strength(found: Trend) -> float:
    """How far the newest point lies from the mean, where 1 is at the limit."""
    known = [value for value in found.judged if value is not None]
    if found.limits is None or not known:
        return 0.0
    reach = (found.limits.upper - found.limits.lower) / 2
    return abs(known[-1] - found.limits.mean) / reach if reach else 0.0


def change(ask: Ask, found: Trend) -> Change:
    """One change in words."""
    return Change(
        measure=found.measure,
        variation=found.variation,
        high=went_up(found),
        title=finding(found),
        says=f"{rule(found)} {usual(found)}",
        address=ask.measure_link(found.measure),
    )


def rule(found: Trend) -> str:
    """The rule that makes the newest point a signal, as a sentence."""
    says = found.found[-1].says
    what = "The month’s change" if found.judges_change else "The month"
    return f"{what} is {says}." if says.startswith("outside") else f"{says[0].upper()}{says[1:]}."


def lede(found: list[Trend]) -> str:
    """Every measure, summed up."""
    many = {kind: sum(each.variation is kind for each in found) for kind in Variation}
    steady, judged = many[Variation.USUAL], len(found) - many[Variation.NOT_JUDGED]
    if not judged:
        return "There is too little behind any measure to say what is usual."
    parts = [
        (many[Variation.WORSE], "getting worse"),
        (many[Variation.IMPROVING], "improving"),
        (many[Variation.HIGHER] + many[Variation.LOWER], "not as usual"),
    ]
    told = [f"{number} {'is' if number == 1 else 'are'} {how}" for number, how in parts if number]
    rest = " and ".join(filter(None, [", ".join(told[:-1]), *told[-1:]])) or "none has changed"
    return f"{steady} of the {judged} measures that can be judged are steady; {rest}."

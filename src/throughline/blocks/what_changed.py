"""What has changed: the measures that have a new signal, the strongest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.named import MEASURES, NAMES
from throughline.blocks.series import finding, series, usual
from throughline.blocks.shown import Shown
from throughline.counting.changed import BY_CHANCE, NEW, News, lasting, news
from throughline.counting.signals import Variation
from throughline.counting.trends import NUMBERS, Trend
from throughline.measures.kinds import Measure

WAYS = (
    ("for the worse", (Variation.WORSE,)),
    ("for the better", (Variation.IMPROVING,)),
    ("in a way that is neither", (Variation.HIGHER, Variation.LOWER)),
)
HOW_RANKED = (
    "First stands the signal that chance would make most seldom. Where nothing changes, chance alone makes "
    f"about 1 measure in {BY_CHANCE} seem to."
)


@dataclass(frozen=True, eq=False)
class WhatChanged:
    """At most so many sentences; of these measures, or of every measure there is."""

    at_most: int = 5
    measures: tuple[Measure, ...] = ()

    def shown(self, ask: Ask) -> ShownWhatChanged:
        """Every measure is looked at; those that have a new signal are told, each once."""
        asked = self.measures or tuple(m for m in MEASURES.values() if m in ask.answers.facts)
        looked_at = [series(ask, measure) for measure in asked]
        found = news(looked_at)
        return ShownWhatChanged(
            changes=tuple(change(ask, each) for each in found[: self.at_most]),
            more=max(0, len(found) - self.at_most),
            lede=lede(looked_at, found),
            note=note(looked_at),
            all_measures=ask.link("/measures/"),
        )


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that changed: the sentence, what is usual, where to look, who answers for the measure, and
    the children behind the figure for those who may open them."""

    measure: Measure
    name: str
    variation: Variation
    high: bool
    title: str
    says: str
    owner: str
    address: str
    children: str


@dataclass(frozen=True, kw_only=True)
class ShownWhatChanged(Shown):
    """Changes, ranked; `more` is how many are not shown; `lede` sums up every measure in a sentence, and
    `note` says how many were looked at, and how to take that."""

    changes: tuple[Change, ...]
    more: int
    lede: str
    note: str
    all_measures: str


def change(ask: Ask, found: News) -> Change:
    """One change in words."""
    trend, pattern = found.trend, found.pattern
    period = trend.periods[pattern.places[-1]]
    told = (found.sentence, usual(trend), trend.recorded)
    behind = f"{ask.measure_link(trend.measure, period)}#children" if ask.may_open_children else ""
    return Change(
        measure=trend.measure,
        name=NAMES[trend.measure],
        variation=found.variation,
        high=pattern.high,
        title=finding(trend),
        says=" ".join(filter(None, told)),
        owner=trend.measure.owned_by,
        address=ask.measure_link(trend.measure),
        children=behind,
    )


def lede(looked_at: Sequence[Trend], found: Sequence[News]) -> str:
    """Every measure, summed up."""
    judged = sum(trend.limits is not None for trend in looked_at)
    if not judged:
        return "There is too little behind any measure to say what is usual."
    ways = [(sum(each.variation in kinds for each in found), how) for how, kinds in WAYS]
    told = [f"{many} {how}" for many, how in ways if many]
    which = " and ".join(filter(None, [", ".join(told[:-1]), *told[-1:]]))
    months, longer = f"in the last {NUMBERS[NEW]} months", sum(map(lasting, looked_at))
    first = f"{len(found) or 'None'} of the {judged} measures that can be judged changed {months}"
    rest = f" {longer} more {'has' if longer == 1 else 'have'} been out of the ordinary for longer."
    return f"{first}{': ' if which else ''}{which}.{rest if longer else ''}"


def note(looked_at: Sequence[Trend]) -> str:
    """How many were looked at, and how to take what is said."""
    unjudged = sum(trend.limits is None for trend in looked_at)
    which = f"; {unjudged} cannot be judged" if unjudged else ""
    return f"{len(looked_at)} measures were looked at{which}. {HOW_RANKED}"

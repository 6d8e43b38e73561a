"""One measure in a line: its figure now, how it has gone, and what that says."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.figures import Figure, figure, meets_target, target_words
from throughline.blocks.icons import Assurance
from throughline.blocks.series import assured, finding, series, usual, went_up
from throughline.counting.signals import Variation
from throughline.measures.kinds import Measure

MONTHS = 24


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A line of a scorecard. `months` are the last 24 whole months; `variation` and `high` are of the
    newest, and `says` puts it in words."""

    figure: Figure
    target: str
    meets: bool | None
    assurance: Assurance | None
    variation: Variation
    high: bool
    says: str
    months: tuple[float | None, ...]
    words: str


def scored(ask: Ask, measure: Measure) -> Scored:
    """The line of one measure."""
    now, found = figure(ask, measure), series(ask, measure, MONTHS)
    return Scored(
        figure=now,
        target=target_words(measure, ask.day),
        meets=meets_target(measure, now.value, ask.day),
        assurance=assured(found),
        variation=found.variation,
        high=went_up(found),
        says=f"{finding(found)}. {usual(found)}".strip(),
        months=tuple(point.value for point in found.points),
        words=f"{measure.title}, {MONTHS} months to {found.periods[-1].end:%B %Y}: {found.variation.value}",
    )

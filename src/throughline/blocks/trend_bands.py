"""What lies behind a trend: the bands where its points usually fall, and where recording changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import altair as alt

from throughline.blocks.chart_theme import INK, MUTED, WIDTH, given
from throughline.counting.signals import Limits
from throughline.counting.trends import Trend

MARK_WORDS = 16  # room above a trend for what is written at a change in recording


@dataclass(frozen=True)
class Band:
    """The limits of the points from one date to another."""

    limits: Limits
    first: date
    last: date


@dataclass(frozen=True)
class Mark:
    """A date at which how things are recorded changed, and what is written there."""

    when: date
    says: str


def bands_of(found: Trend) -> list[Band]:
    """The limits of each stretch of a counted trend; none of a stock, whose change is judged."""
    if found.judges_change:
        return []
    return [
        Band(stretch.limits, found.periods[stretch.first].end, found.periods[stretch.end - 1].end)
        for stretch in found.stretches
        if stretch.limits
    ]


def marks_of(found: Trend) -> list[Mark]:
    """The changes in recording within a counted trend, each between the last point made in the old way and
    the first in the new."""
    ends = [period.end for period in found.periods]
    marks = []
    for change in found.changes:
        after = next(place for place, end in enumerate(ends) if end >= change.day)
        between = ends[after - 1] + (ends[after] - ends[after - 1]) / 2 if after else change.day
        marks.append(Mark(between, change.note or change.says))
    return marks


def band_layers(bands: Sequence[Band], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The bands where points usually fall, and the mean of those that are over."""
    if not bands:
        return []
    rows = [
        {
            "when": band.first.isoformat(),
            "until": band.last.isoformat(),
            "value": band.limits.lower,
            "upper": band.limits.upper,
            "mean": band.limits.mean,
        }
        for band in bands
    ]
    across = alt.X2("until:T")
    areas = alt.Chart(given(rows)).mark_rect(color="#eef2f5")
    layers = [areas.encode(x=x, x2=across, y=y, y2=alt.Y2("upper:Q"))]
    if rows[:-1]:
        means = alt.Chart(given(rows[:-1])).mark_rule(color=MUTED, strokeWidth=1.2)
        layers.append(means.encode(x=x, x2=across, y=alt.Y("mean:Q")))
    return layers


def mark_layers(dates: Sequence[date], marks: Sequence[Mark], x: alt.X) -> list[alt.Chart]:
    """A line down at each change in recording, with its note above: to the side where there is more room."""
    layers: list[alt.Chart] = []
    for mark in marks:
        late = sum(day < mark.when for day in dates) * 2 > len(dates)
        row = alt.Chart(given([{"when": mark.when.isoformat(), "says": mark.says}]))
        layers.append(row.mark_rule(color=INK, strokeDash=[2, 3], strokeWidth=1.2).encode(x=x))
        words = row.mark_text(
            align="right" if late else "left", baseline="bottom", dy=-3, fill=INK, fontSize=12,
            limit=WIDTH * 0.6,
        )  # fmt: skip
        layers.append(words.encode(x=x, y=alt.value(0), text="says:N"))
    return layers

"""What lies behind a trend: the bands where its points usually fall, and where recording changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

import altair as alt

from throughline.blocks.chart_theme import INK, MUTED, given
from throughline.counting.signals import Limits
from throughline.counting.trends import Trend

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LINE_HIGH, A_LINE = 16, 46  # of the words above a trend: how high a line is, and how many letters it holds


@dataclass(frozen=True)
class Band:
    """The limits of the points from one date to another."""

    limits: Limits
    first: date
    last: date


@dataclass(frozen=True)
class Mark:
    """A date at which how things are recorded changed, and what is said of it."""

    when: date
    says: str


def bands_of(found: Trend) -> list[Band]:
    """The limits of each stretch of a counted trend; none where it is its change that is judged."""
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
        marks.append(Mark(between, f"{change.when}: {change.note}" if change.note else change.says))
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


def mark_layers(marks: Sequence[Mark], x: alt.X) -> list[alt.Chart]:
    """A line down at each change in recording under its letter, and what the letters mean above them all."""
    layers: list[alt.Chart] = []
    for letter, mark in zip(LETTERS, marks):
        row = alt.Chart(given([{"when": mark.when.isoformat(), "says": letter}]))
        layers.append(row.mark_rule(color=INK, strokeDash=[2, 3], strokeWidth=1.2).encode(x=x))
        words = row.mark_text(baseline="bottom", dy=-3, fill=INK, fontWeight=700)
        layers.append(words.encode(x=x, y=alt.value(0), text="says:N"))
    if marks:
        lines = lines_of(marks)
        row = alt.Chart(given([{"says": "\n".join(lines)}]))
        words = row.mark_text(align="left", baseline="top", lineBreak="\n", lineHeight=LINE_HIGH, fill=INK)
        above = alt.value(-LINE_HIGH * (len(lines) + 1))
        layers.append(words.encode(x=alt.value(0), y=above, text="says:N"))
    return layers


def lines_of(marks: Sequence[Mark]) -> list[str]:
    """What each letter means, in lines that are short enough for a telephone."""
    return [line for letter, mark in zip(LETTERS, marks) for line in wrap(f"{letter}. {mark.says}", A_LINE)]

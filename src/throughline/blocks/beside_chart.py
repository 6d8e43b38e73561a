"""Published years beside ours, drawn: each with a mark and a colour of its own, and no line between what is
published and what is counted here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from throughline.blocks.chart_theme import MUTED, PARTS, Spec, drawing, finished, given

HEIGHT = 260
SIZE, OURS_SIZE = 60, 170


@dataclass(frozen=True, kw_only=True)
class Line:
    """One kind of figure, year by year; None where there is none. `joined` draws a line between its points:
    never for what is counted here."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    shape: str
    joined: bool = True


@dataclass(frozen=True)
class Band:
    """The lowest and the highest of neighbours in a year."""

    low: float | None
    high: float | None


OURS = (PARTS[2], "circle")
THEIRS = (PARTS[0], "diamond")
MIDDLE = (MUTED, "square")
REGION = (PARTS[1], "triangle-up")
ENGLAND = (PARTS[4], "triangle-down")


@lru_cache(maxsize=1000)
def drawn(years: tuple[str, ...], lines: tuple[Line, ...], band: tuple[Band, ...], form: str) -> Spec:
    """The chart of several kinds of figures over the same years, in a band between neighbours' lowest and
    highest; from nought, for heights are to be compared. What is counted here lies beneath what is published,
    and is larger, so that both are seen where they are equal. Slow to make, and the same for everyone."""
    with drawing():
        return layered(years, lines, band, form)


def layered(years: Sequence[str], lines: Sequence[Line], band: Sequence[Band], form: str) -> Spec:
    """The band, the lines, and every point above them."""
    x = alt.X("year:O", sort=list(years), axis=alt.Axis(labelAngle=0, labelOverlap=True))
    y = alt.Y("value:Q", axis=alt.Axis(format=form, tickCount=5), scale=alt.Scale(zero=True))
    names = [line.name for line in lines]
    colour = alt.Color("of:N", scale=alt.Scale(domain=names, range=[line.colour for line in lines]))
    shape = alt.Shape("of:N", scale=alt.Scale(domain=names, range=[line.shape for line in lines]))
    layers = band_layer(years, band, x, y)
    joined = [row for line in lines if line.joined for row in rows(years, line)]
    if joined:
        path = alt.Chart(given(joined)).mark_line(strokeWidth=1.6, invalid="break-paths-show-domains")
        layers.append(path.encode(x=x, y=y, color=colour))
    for size, joined_ones in ((OURS_SIZE, False), (SIZE, True)):
        several = [row for line in lines if line.joined is joined_ones for row in rows(years, line)]
        points = [row for row in several if row["value"] is not None]
        if points:
            marks = alt.Chart(given(points)).mark_point(filled=True, size=size, opacity=1)
            layers.append(marks.encode(x=x, y=y, color=colour, shape=shape))
    return finished(layers, height=HEIGHT, top=8)


def band_layer(years: Sequence[str], band: Sequence[Band], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """What lies between neighbours' lowest and highest in each year."""
    found = [
        {"year": year, "value": each.low, "upper": each.high}
        for year, each in zip(years, band, strict=True)
        if each.low is not None
    ]
    if not found:
        return []
    bar = alt.Chart(given(found)).mark_bar(color="#e4e9ee", width=alt.RelativeBandSize(band=0.7))
    return [bar.encode(x=x, y=y, y2=alt.Y2("upper:Q"))]


def rows(years: Sequence[str], line: Line) -> list[dict[str, Any]]:
    """A kind of figure as the chart takes it."""
    return [{"year": y, "value": value, "of": line.name} for y, value in zip(years, line.values, strict=True)]

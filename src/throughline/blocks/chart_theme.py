"""How every chart of ours looks, on a page and in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

_drawing = RLock()

Spec = dict[str, Any]
WIDTH = 560

FONT = '"Public Sans", Arial, sans-serif'
INK, MUTED, LINE, BRAND = "#0b1f33", "#52616f", "#e4e9ee", "#0f4c5c"
GOOD, BAD, NEWS, USUAL, TARGET = "#1d5fa8", "#a3440a", "#5a3d8a", "#52616f", "#b3262d"
PARTS = ("#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1")
"""The colours of parts, in order, and the words that can be read on each (4.5 to 1 or better)."""
ON_PARTS = ("#ffffff", "#0b1f33", "#ffffff", "#0b1f33", "#ffffff", "#0b1f33")

TEXT = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": 12.5, "titleFontSize": 12.5}

THEME: dict[str, Any] = {
    "aria": False,
    "background": "#ffffff",
    "font": FONT,
    "view": {"stroke": None},
    "text": {"font": FONT, "fontSize": 12.5, "fill": INK},
    "axis": {
        **TEXT,
        "labelColor": MUTED,
        "titleColor": MUTED,
        "domainColor": "#b4c0ca",
        "tickColor": "#b4c0ca",
        "gridColor": LINE,
        "labelPadding": 6,
        "title": None,
    },
    "axisY": {"domain": False, "ticks": False},
    "axisX": {"grid": False, "tickSize": 5},
    "legend": {
        **TEXT,
        "labelColor": INK,
        "labelLimit": 260,
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "symbolType": "square",
        "symbolSize": 130,
        "symbolStrokeWidth": 0,
        "columnPadding": 16,
        "offset": 12,
    },
}


@contextmanager
def drawing() -> Iterator[None]:
    """Draw one chart at a time, unchecked: checking it against its schema takes two thirds of the time."""
    with _drawing, debug_mode(False):
        yield


def given(rows: Sequence[dict[str, Any]]) -> alt.InlineData:
    """Rows that travel with the chart: nothing is fetched to draw it."""
    return alt.InlineData(values=list(rows))


def finished(layers: Sequence[alt.Chart], *, height: int, top: int = 2) -> Spec:
    """The layers as one specification, of a width to be said where it is drawn, with our theme."""
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    padding = {"left": 2, "top": top, "bottom": 2, "right": 4}
    chart = alt.layer(*layers).properties(height=height, width=WIDTH, padding=padding, autosize=fit)
    return {**chart.to_dict(), "config": THEME}

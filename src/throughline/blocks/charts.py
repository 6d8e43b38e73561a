"""Charts: one specification each, drawn by the browser on a page and by us in print.

Every function gives a Vega-Lite specification as a plain dictionary, of any width. A chart is never
alone: `Chart` carries the sentence above it and the table below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from throughline.blocks.chart_theme import INK, ON_PARTS, PARTS, TARGET, WIDTH, Spec, finished, given
from throughline.blocks.trend_lines import Point, points_of, trend

__all__ = [
    "Bar", "Cell", "Chart", "Point", "Spec", "Stack",
    "bars", "points_of", "stacked", "to_png", "to_svg", "trend",
]  # fmt: skip

BAR, STACK = 30, 38  # how high one row is drawn
NAMES = 190  # the most room for the name of a row


@dataclass(frozen=True)
class Cell:
    """A figure in the table under a chart, and where it leads."""

    text: str
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart as a page shows it (template `blocks/chart.html`).

    `finding` is its heading, a sentence; `what` says what is drawn, its unit and its dates; `described`
    is what a reader who cannot see it should know. `columns` and `rows` are the same figures as a table,
    the first cell of each row being its name."""

    id: str
    finding: str
    what: str
    described: str
    spec: Spec
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Bar:
    """A bar: what it is of, how long, and what is written at its end if not the value."""

    name: str
    value: float | None
    says: str = ""


def bars(rows: Sequence[Bar], *, form: str = ",.0f", line: tuple[str, float] | None = None) -> Spec:
    """A bar for each row, in the order given, with its value at its end. A row with no value has only its
    words (“not available”, “c”). `line` is a name and a value to hold them against."""
    most = max([row.value or 0 for row in rows] + ([line[1]] if line else []), default=0) or 1
    x, y = across("value:Q", most), down()
    base = alt.Chart(given([bar_row(row, form) for row in rows]))
    layers = [
        base.mark_bar(color=PARTS[0], height=alt.RelativeBandSize(band=0.62)).encode(x=x, y=y),
        base.mark_text(align="left", dx=6, fontWeight=600).encode(x=x, y=y, text="says:N"),
    ]
    if line:
        row = alt.Chart(given([{"value": line[1], "says": f"{line[0]} {format(line[1], form)}"}]))
        layers.append(row.mark_rule(color=TARGET, strokeDash=[8, 4], strokeWidth=2).encode(x=x))
        above = row.mark_text(baseline="bottom", fill=TARGET, dy=-4)
        layers.append(above.encode(x=x, y=alt.value(0), text="says:N"))
    return finished(layers, height=BAR * len(rows))


def bar_row(row: Bar, form: str) -> dict[str, Any]:
    """A bar as the chart takes it."""
    says = row.says or ("" if row.value is None else format(row.value, form))
    return {"name": row.name, "value": row.value or 0, "says": says}


@dataclass(frozen=True)
class Stack:
    """A bar made of parts: its name, and the value of each part in order; None where one is not shown.
    `total` is written at its end, if not the parts together."""

    name: str
    parts: Sequence[float | None]
    total: str = ""

    @property
    def long(self) -> float:
        """All parts that are shown, together."""
        return sum(value or 0 for value in self.parts)


def stacked(rows: Sequence[Stack], parts: Sequence[str], *, form: str = ",.0f") -> Spec:
    """A bar for each row, cut into the same parts in the same order, each with its value written in it
    where there is room, and the total at the end."""
    most = max((row.long for row in rows), default=0) or 1
    found = [segment for row in rows for segment in segments(row, parts, form, most)]
    y = down()
    colour = alt.Color(
        "part:N", sort=list(parts), scale=alt.Scale(domain=list(parts), range=PARTS[: len(parts)])
    )
    bar = alt.Chart(given(found)).mark_bar(
        height=alt.RelativeBandSize(band=0.72), stroke="#fff", strokeWidth=1.5
    )
    layers = [bar.encode(x=across("start:Q", most), x2="end:Q", y=y, color=colour)]
    for at, name in enumerate(parts):
        inside = [each for each in found if each["part"] == name and each["fits"]]
        if inside:
            words = alt.Chart(given(inside)).mark_text(fill=ON_PARTS[at], fontWeight=600)
            layers.append(words.encode(x=across("middle:Q", most), y=y, text="says:N"))
    ends = [{"name": row.name, "end": row.long, "says": row.total or format(row.long, form)} for row in rows]
    total = alt.Chart(given(ends)).mark_text(align="left", dx=6, fontWeight=700, fontSize=13.5)
    layers.append(total.encode(x=across("end:Q", most), y=y, text="says:N"))
    return finished(layers, height=STACK * len(rows))


def segments(row: Stack, parts: Sequence[str], form: str, most: float) -> list[dict[str, Any]]:
    """Each part of a bar with where it starts and ends, and whether its value can be written in it."""
    found: list[dict[str, Any]] = []
    start = 0.0
    for name, value in zip(parts, row.parts, strict=True):
        long, says = value or 0, format(value or 0, form)
        fits = long / most * (WIDTH - 160) > 8 * len(says) + 6
        place = {"start": start, "middle": start + long / 2, "end": start + long}
        found.append({"name": row.name, "part": name, "says": says, "fits": fits, **place})
        start += long
    return found


def across(column: str, most: float) -> alt.X:
    """Lengths from nought, without an axis: every bar says its value."""
    return alt.X(column, scale=alt.Scale(domain=[0, most], nice=False), axis=None)


def down() -> alt.Y:
    """The names of the rows, in the order given."""
    return alt.Y(
        "name:N", sort=None, axis=alt.Axis(labelLimit=NAMES, labelColor=INK, domain=False, ticks=False)
    )


def to_svg(spec: Spec, *, width: int = WIDTH) -> str:
    """The chart as SVG, for print."""
    know_our_font()
    svg: str = vl_convert.vegalite_to_svg({**spec, "width": width})
    return svg


def to_png(spec: Spec, *, width: int = WIDTH, scale: float = 2) -> bytes:
    """The chart as a PNG on white, for a document that takes no SVG."""
    know_our_font()
    png: bytes = vl_convert.vegalite_to_png({**spec, "width": width}, scale=scale)
    return png


@lru_cache(maxsize=1)
def know_our_font() -> None:
    """Tell the printer of charts where our font is."""
    vl_convert.register_font_directory(str(Path(__file__).with_name("fonts")))

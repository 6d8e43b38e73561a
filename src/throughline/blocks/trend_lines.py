"""A trend: a figure over time, within the limits where it usually falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt

from throughline.blocks.chart_theme import (
    BAD,
    GOOD,
    INK,
    MUTED,
    NEWS,
    TARGET,
    USUAL,
    Spec,
    finished,
    given,
)
from throughline.blocks.trend_bands import Band, Mark, band_layers, mark_layers
from throughline.counting.trends import Trend
from throughline.measures.kinds import Better

HEIGHT = 260
APART = 15.0  # the least distance between two of the words at the end of the lines
DATES = 7  # the most dates under a trend
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Point:
    """A figure at a date; blank where there is none. `high` where it is out of the ordinary, and which
    way; `good` whether that way is good, or None where it is only news. No line is drawn to it from the one
    before unless they are `joined`."""

    when: date
    value: float | None
    high: bool | None = None
    good: bool | None = None
    joined: bool = True


def points_of(found: Trend) -> list[Point]:
    """The points of a counted trend, with its signals on them."""
    better = found.measure.better
    high = {signal.index: signal.high for signal in found.found}
    good = {
        at: None if better is Better.NEITHER else way == (better is Better.HIGHER) for at, way in high.items()
    }
    apart = {stretch.first for stretch in found.stretches if not stretch.joined}
    pairs = enumerate(zip(found.periods, found.points, strict=True))
    return [
        Point(period.end, answer.value, high.get(at), good.get(at), at not in apart)
        for at, (period, answer) in pairs
    ]


def trend(
    points: Sequence[Point],
    *,
    bands: Sequence[Band] = (),
    marks: Sequence[Mark] = (),
    target: float | None = None,
    form: str = ",.0f",
    height: int = HEIGHT,
) -> Spec:
    """Points joined by a line, within the limits where they usually fall, with the target.

    `form` is how a value is written, in d3's words: ".0%", ",.0f", ",.1f". A point out of the ordinary is
    a triangle, up or down; the newest has its value beside it. The last of the bands has its limits said, if
    it reaches to the newest point."""
    low, high = reach(points, bands, target, form)
    y = alt.Y("value:Q", scale=alt.Scale(domain=[low, high], nice=False, zero=False))
    y = y.axis(format=form, tickCount=4, tickMinStep=least(form))
    x = alt.X("when:T", scale=alt.Scale(type="utc")).axis(
        format="%b %y", values=[iso(each.when) for each in dated(points)], labelOverlap=True, labelFlush=False
    )
    layers = [*band_layers(bands, x, y), *mark_layers(marks, x), *line_layers(points, x, y)]
    layers += words_at_end(named(points, bands, target), x, y, form, (low, high), height)
    return finished(layers, height=height, top=8)


def least(form: str) -> float:
    """By how much two values differ at least that are not written the same: ".0%" is 0.01, ",.1f" 0.1."""
    places = int(form.split(".")[1][0])
    return float(10 ** -(places + 2 * form.endswith("%")))


def reach(
    points: Sequence[Point], bands: Sequence[Band], target: float | None, form: str
) -> tuple[float, float]:
    """The lowest and highest value drawn, with a little air; a share does not pass 0 or 100%."""
    values = [point.value for point in points if point.value is not None]
    values += [value for band in bands for value in (band.limits.lower, band.limits.upper)]
    values += [target] if target is not None else []
    low, high = min(values, default=0.0), max(values, default=1.0)
    air = (high - low or abs(high) or 1.0) * 0.14
    share = form.endswith("%")
    bottom = max(0.0, low - air) if low >= 0 else low - air
    return bottom, min(1.04, high + air) if share and high <= 1 else high + air


def dated(points: Sequence[Point]) -> list[Point]:
    """The points whose dates are written: the newest, and every so many before it."""
    every = -(-len(points) // DATES) or 1
    return list(points[::-1][::every])[::-1]


def iso(day: date) -> dict[str, Any]:
    """A day as a chart's axis takes it, the same in every time zone."""
    return {"year": day.year, "month": day.month, "date": day.day, "utc": True}


def line_layers(points: Sequence[Point], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The line, a dot on each ordinary point, and a triangle on each that is not."""
    rows = [
        {"when": point.when.isoformat(), "value": point.value, "looks": looks(point)}
        for point in points
    ]  # fmt: skip
    gaps = [{"when": (point.when - A_DAY).isoformat(), "value": None} for point in points if not point.joined]
    line = alt.Chart(given([*rows, *gaps])).mark_line(
        color="#7d8f9e", strokeWidth=2, strokeJoin="round", invalid="break-paths-show-domains"
    )
    layers = [line.encode(x=x, y=y)]
    for name, shape, colour in LOOKS:
        chosen = [row for row in rows if row["looks"] == name and row["value"] is not None]
        if chosen:
            dots = alt.Chart(given(chosen)).mark_point(
                shape=shape,
                fill=colour,
                stroke="#fff",
                strokeWidth=0.8,
                size=62 if shape == "circle" else 92,
                opacity=1,
            )
            layers.append(dots.encode(x=x, y=y))
    return layers


LOOKS = (
    ("usual", "circle", USUAL),
    *(
        (f"{way} {kind}", f"triangle-{way}", colour)
        for way in ("up", "down")
        for kind, colour in (("good", GOOD), ("bad", BAD), ("news", NEWS))
    ),
)


def looks(point: Point) -> str:
    """Which of the looks a point has."""
    if point.high is None:
        return "usual"
    kind = "news" if point.good is None else "good" if point.good else "bad"
    return f"{'up' if point.high else 'down'} {kind}"


def finer(form: str) -> str:
    """The newest value is written with one decimal more than the axis, if it is a share."""
    return ".1%" if form == ".0%" else form


@dataclass(frozen=True)
class Named:
    """Words at the end of a trend, level with a value; a line across where it has a dash, from the date
    `since` on if it has one."""

    name: str
    value: float
    colour: str
    dash: tuple[int, int] | None = None
    bold: bool = False
    since: date | None = None


def named(points: Sequence[Point], bands: Sequence[Band], target: float | None) -> list[Named]:
    """The newest value, the mean, the limits and the target, the highest first."""
    found: list[Named] = []
    if bands and points and bands[-1].last == points[-1].when:
        limits, since = bands[-1].limits, bands[-1].first if bands[-1].first > points[0].when else None
        found.append(Named("Upper", limits.upper, MUTED, (4, 3), since=since))
        found.append(Named("Lower", limits.lower, MUTED, (4, 3), since=since))
        found.append(Named("Mean", limits.mean, MUTED, (1, 0), since=since))
    if target is not None:
        found.append(Named("Target", target, TARGET, (8, 4)))
    known = [point for point in points if point.value is not None]
    if known:
        last = known[-1]
        colour = INK if last.high is None else {True: GOOD, False: BAD, None: NEWS}[last.good]
        found.append(Named("", last.value or 0.0, colour, bold=True))
    return sorted(found, key=lambda each: -each.value)


def words_at_end(
    names: Sequence[Named], x: alt.X, y: alt.Y, form: str, domain: tuple[float, float], height: int
) -> list[alt.Chart]:
    """Each value said at its height, none on another, and its line across."""
    low, high = domain
    places = spread_out([(high - each.value) / (high - low) * height for each in names])
    layers: list[alt.Chart] = []
    for each, place in zip(names, places, strict=True):
        if each.dash:
            layers.append(line_across(each, x, y))
        says = given([{"says": f"{each.name} {written(each.value, form)}".strip()}])
        words = alt.Chart(says).mark_text(
            align="left", dx=8, baseline="middle", fill=each.colour, fontWeight=700 if each.bold else 400,
            fontSize=14 if each.bold else 12.5,
        )  # fmt: skip
        # Channels in full: altair takes far longer to make them of words; it does not type their making.
        end, level = alt.XValue("width"), alt.YValue(round(place, 1))  # type: ignore[no-untyped-call]
        layers.append(words.encode(end, level, alt.Text("says:N")))
    return layers


def line_across(each: Named, x: alt.X, y: alt.Y) -> alt.Chart:
    """The line of words at the end: across the whole chart, or from a date on."""
    row: dict[str, Any] = {"value": each.value}
    if each.since:
        row["when"] = each.since.isoformat()
    rule = alt.Chart(given([row])).mark_rule(
        color=each.colour, strokeDash=list(each.dash or ()), strokeWidth=2 if each.name == "Target" else 1.2
    )
    if not each.since:
        across: alt.Chart = rule.encode(y=y)
        return across
    to_the_end = alt.X2Value("width")  # type: ignore[no-untyped-call]
    since: alt.Chart = rule.encode(x, to_the_end, y)
    return since


def spread_out(places: Sequence[float]) -> list[float]:
    """The same places, in order from the top, moved so that no two are closer than words are high."""
    moved = list(places)
    for _ in range(40):
        for at in range(len(moved) - 1):
            short = APART - (moved[at + 1] - moved[at])
            if short > 0.01:
                moved[at] -= short / 2
                moved[at + 1] += short / 2
    return moved


def written(value: float, form: str) -> str:
    """A value in words, as d3 would write it."""
    return format(value, finer(form))

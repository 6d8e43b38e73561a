"""One measure over time: the finding as its heading, the chart, and the figures beneath."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from throughline.blocks import trend_bands, trend_lines
from throughline.blocks.asking import Ask
from throughline.blocks.chart_theme import Spec, drawing
from throughline.blocks.charts import Cell, Chart
from throughline.blocks.chosen import (
    STEP_WORDS,
    STEPS,
    Choice,
    chosen_part,
    chosen_step,
    in_address,
    step_said,
    told_steps,
)
from throughline.blocks.figures import figure, month_of
from throughline.blocks.labels import label
from throughline.blocks.named import NAMES
from throughline.blocks.series import finding, newest_target, on_target, series, usual
from throughline.blocks.shown import Shown
from throughline.blocks.untold import why_untold
from throughline.counting import trends
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.trends import Step
from throughline.measures.kinds import Cohort, Mean, Measure, Rate, Ratio, Share, Total, Typical
from throughline.record.breakdowns import Breakdown

UNITS: dict[type[Measure], str] = {
    Share: "Share", Cohort: "Share", Rate: "Rate", Ratio: "Ratio",
    Typical: "Middle value", Total: "Sum", Mean: "Average",
}  # fmt: skip
_drawn: WeakKeyDictionary[trends.Trend, Spec] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class Trend:
    """A measure over the last `months`. With no measure it is of the one the page is about, and of the
    group and the steps (months, quarters, years) chosen there."""

    measure: Measure | None = None
    months: int = 24

    def shown(self, ask: Ask) -> ShownTrend:
        """The trend up to the newest period that is over by the page's day."""
        measure = ask.measure(self.measure)
        step = told_steps(ask, measure)[0] if self.measure else chosen_step(ask, measure)
        count = {"quarter": 20, "year": 8, "calendar year": 8}.get(step, self.months)
        if self.measure is not None:
            return shown_trend(ask, measure, count, step)
        by, group = chosen_part(ask, measure)
        return shown_trend(ask, measure, count, step, by, group, steps(ask, measure, step, by, group))


@dataclass(frozen=True, kw_only=True)
class ShownTrend(Shown):
    """A trend in words and points. `says` is the verdict on the newest point and what is usual; `steps`
    are the ways to cut time, where they can be chosen; `download` leads to the figures as a file."""

    chart: Chart
    says: str
    steps: tuple[Choice, ...]
    download: str
    drawn: bool


def shown_trend(
    ask: Ask, measure: Measure, count: int, step: Step = "month", by: Breakdown = ALL,
    group: str = EVERYONE, choices: tuple[Choice, ...] = (),
) -> ShownTrend:  # fmt: skip
    """What is shown of one measure over time."""
    found = series(ask, measure, count, step, by, group)
    told = untold(ask, found) or " ".join(filter(None, [says(found), why_longer(ask, measure)]))
    chart = Chart(
        id=f"trend-{NAMES[measure]}",
        finding=finding(found),
        what=what(ask, found, step, by, group),
        described=f"{finding(found)}. {told}",
        spec=drawn(found),
        columns=("Dates", "Figure", "Of", "Said of it"),
        rows=rows(ask, found, by, group),
    )
    return ShownTrend(
        chart=chart,
        says=told,
        steps=choices,
        download=ask.download_link(measure, by, group, step=in_address(step)),
        drawn=any(point.value is not None for point in found.points),
    )


def why_longer(ask: Ask, measure: Measure) -> str:
    """Why shorter steps cannot be chosen, where this reader is not told them; else blank."""
    if STEPS[0] in told_steps(ask, measure):
        return ""
    return (
        "Some shorter times are too small to show. So that none can be found from other figures, "
        f"{step_said(told_steps(ask, measure)[0])} are the shortest that are told."
    )


def untold(ask: Ask, found: trends.Trend) -> str:
    """Why there is no point at all, where nothing that was received tells of these dates; else blank."""
    if any(point.available for point in found.points):
        return ""
    return why_untold(ask.answers, found.measure, found.periods[-1])


def drawn(found: trends.Trend) -> Spec:
    """The chart's specification: slow to make, and the same for everyone who sees these points."""
    with drawing():
        if found not in _drawn:
            _drawn[found] = trend_lines.trend(
                trend_lines.points_of(found),
                bands=trend_bands.bands_of(found),
                marks=trend_bands.marks_of(found),
                target=newest_target(found),
                form=form(found.measure),
            )
        return _drawn[found]


def says(found: trends.Trend) -> str:
    """The verdict on the newest point, what is usual, and whether the target will be met, or why there is no
    verdict; and what changed in how it is recorded."""
    verdict = [found.why_not] if found.newest is None else [found.sentence, usual(found), on_target(found)]
    return " ".join(filter(None, [*verdict, found.recorded]))


def what(ask: Ask, found: trends.Trend, step: Step, by: Breakdown, group: str) -> str:
    """What is drawn, its unit and its dates."""
    unit = UNITS.get(type(found.measure), "Number")
    whose = "" if by is ALL else f"{by.title}: {label(ask.snapshot, by, group)}. "
    first, last = found.periods[0], found.periods[-1]
    return f"{whose}{unit}, {step_said(step)}, {month_of(first.end)} to {month_of(last.end)}"


def rows(ask: Ask, found: trends.Trend, by: Breakdown, group: str) -> tuple[tuple[Cell, ...], ...]:
    """The figures, newest first, each leading to the children behind it."""
    said = {signal.index: signal.says for signal in found.found}
    cells = []
    for place, period in enumerate(found.periods):
        one = figure(ask, found.measure, period, by, group)
        dates = one.dates.removeprefix("on ")
        cells.append(
            (
                Cell(dates, one.address),
                Cell(one.words),
                Cell(one.of),
                Cell(" ".join([said.get(place, ""), *one.notes]).strip()),
            )
        )
    return tuple(reversed(cells))


def form(measure: Measure) -> str:
    """How the chart writes a value, in d3's words."""
    if isinstance(measure, Share):
        return ".0%"
    return f",.{measure.places}f" if isinstance(measure, Rate | Total | Mean | Ratio) else ",.0f"


def steps(ask: Ask, measure: Measure, step: Step, by: Breakdown, group: str) -> tuple[Choice, ...]:
    """The ways to cut time."""
    return tuple(
        Choice(STEP_WORDS[each], step_link(ask, measure, each, by, group), each == step)
        for each in told_steps(ask, measure)
    )


def step_link(ask: Ask, measure: Measure, step: Step, by: Breakdown, group: str) -> str:
    """The same page, with time cut otherwise."""
    chosen = None if step == told_steps(ask, measure)[0] else in_address(step)
    return f"{ask.measure_link(measure, None, by, group, step=chosen)}#over-time"

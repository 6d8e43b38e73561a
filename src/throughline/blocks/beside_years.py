"""The published years of a series with our own figures beside them, as a chart and the table beneath it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from throughline.blocks.asking import Ask
from throughline.blocks.beside_chart import ENGLAND, MIDDLE, OURS, REGION, THEIRS, Band, Line, drawn
from throughline.blocks.charts import Cell, Chart
from throughline.blocks.figures import Figure, figure
from throughline.blocks.published import Told, finding, in_unit, live_period, placed, words
from throughline.comparators import library
from throughline.comparators.beside import Beside
from throughline.comparators.series import Unit
from throughline.measures.kinds import Measure

MOST_YEARS = 12
COUNTED = "Counted here"
OF_A_SIZE = (Unit.NUMBER, Unit.POUNDS)
"""Units in which a region or England would press every council to the floor of a chart."""


def live_figure(ask: Ask, measure: Measure | None, found: Beside) -> Figure | None:
    """Our own figure for the dates of a published one; None where we count no such thing."""
    return None if measure is None else figure(ask, measure, live_period(measure, found.ends))


def chart(ask: Ask, of: Told, measure: Measure | None) -> Chart:
    """The published years with ours beside them, and the same as a table."""
    several = [of.beside(year) for year in of.years[-MOST_YEARS:]]
    ours = [live_figure(ask, measure, each) for each in several]
    years = tuple(f"{each.ends:%b %Y}" for each in several)
    published = published_lines(of, several)
    band = tuple(Band(each.low, each.high) for each in several)
    live = live_line(measure, ours)
    what = f"{of.series.unit.value}, {of.series.year.value[2]} {several[0].ends:%-d %B} of each year"
    said = f"{what}. The band is from the lowest to the highest of the neighbours of {of.model}."
    headings = ["Year to" if of.series.year.value[2] != "on" else "On", *([COUNTED] if live else [])]
    return Chart(
        id=f"beside-{of.series.code}",
        finding=finding(of, several[-1]),
        what=said,
        described=f"{finding(of, several[-1])}. {said}",
        spec=drawn(years, (*live, *published), band, form(of.series.unit)),
        columns=[*headings, *(line.name for line in published), "Neighbours’ lowest to highest", "Place"],
        rows=[year_row(of, each, mine) for each, mine in zip(reversed(several), reversed(ours))],
    )


def live_line(measure: Measure | None, ours: Sequence[Figure | None]) -> list[Line]:
    """Ours, as points without a line."""
    if measure is None:
        return []
    values = tuple(in_unit(measure, each.value) if each is not None else None for each in ours)
    return [Line(name=f"{COUNTED} (live)", values=values, colour=OURS[0], shape=OURS[1], joined=False)]


def published_lines(of: Told, several: Sequence[Beside]) -> list[Line]:
    """What is published: own, neighbours' middle, the region and England."""
    name = of.library.places.name
    kinds: tuple[tuple[str, tuple[str, str], Callable[[Beside], float | None]], ...] = (
        (f"{of.council.name} (published)", THEIRS, lambda each: value_of(each.own)),
        ("Neighbours’ middle", MIDDLE, lambda each: each.middle),
        (name(of.council.region), REGION, lambda each: value_of(each.region)),
        ("England", ENGLAND, lambda each: value_of(each.england)),
    )
    if of.series.unit in OF_A_SIZE:
        kinds = kinds[:2]  # a region's or England's numbers would press every council's to the floor
    return [
        Line(name=title, values=tuple(take(each) for each in several), colour=colour, shape=shape)
        for title, (colour, shape), take in kinds
    ]


def value_of(found: library.Figure | None) -> float | None:
    """The value of a published figure, if there is one."""
    return found.value if found is not None else None


def year_row(of: Told, found: Beside, ours: Figure | None) -> list[Cell]:
    """A year in the table beneath the chart."""
    unit = of.series.unit
    mine = [] if ours is None else [Cell(ours.words, ours.address)]
    middle = unit.written(found.middle) if found.middle is not None else "no figure"
    wide = unit in OF_A_SIZE
    rest = [] if wide else [Cell(words(unit, found.region)), Cell(words(unit, found.england))]
    between = "no figure"
    if found.low is not None and found.high is not None:
        between = f"{unit.written(found.low)} to {unit.written(found.high)}"
    own = Cell(words(unit, found.own))
    day = Cell(f"{found.ends.day} {found.ends:%B %Y}")
    return [day, *mine, own, Cell(middle), *rest, Cell(between), Cell(placed(found))]


def form(unit: Unit) -> str:
    """How the chart's axis writes a value, in d3's words."""
    return ",.0f" if unit in (*OF_A_SIZE, Unit.POUNDS_A_WEEK) else ",.1~f"

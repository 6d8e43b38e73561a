"""Beside others: what is published of our council, its neighbours, its region and England, with our own
figure as counted here for the same dates. The two are never in one line."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.beside_years import COUNTED, chart, live_figure
from throughline.blocks.charts import Chart
from throughline.blocks.chosen import Choice
from throughline.blocks.figures import Figure
from throughline.blocks.published import Told, finding, placed, series_of, told, words
from throughline.blocks.shown import Shown
from throughline.comparators.beside import Beside
from throughline.comparators.places import MODELS, Model
from throughline.comparators.shipped import ATTRIBUTION
from throughline.errors import Refused
from throughline.measures.kinds import Measure


@dataclass(frozen=True, eq=False)
class BesideOthers:
    """The page's measure, or its series, beside what is published. Nothing for a measure that no series is
    the twin of."""

    def shown(self, ask: Ask) -> ShownBesideOthers:
        """The newest published year that was over by the page's day, and those before it."""
        series = series_of(ask)
        if series is None:
            return ShownBesideOthers()
        measure = None if "series" in ask.about else ask.measure()
        try:
            return shown(ask, told(ask, series), measure)
        except Refused as refused:
            return ShownBesideOthers(title="Beside others", problem=str(refused))


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the table: what it is of, whether it is *live* or *published*, and the figure in words."""

    name: str
    kind: str
    words: str
    said: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownBesideOthers(Shown):
    """`rows` are of the newest published year, `near` each neighbour in it. `notes` say what the reader must
    know: where the definitions differ, and what is meant by live and published. `problem` says in words why
    there is nothing."""

    title: str = ""
    problem: str = ""
    finding: str = ""
    dates: str = ""
    models: tuple[Choice, ...] = ()
    rows: tuple[Row, ...] = ()
    near: tuple[Row, ...] = ()
    chart: Chart | None = None
    notes: tuple[str, ...] = ()
    source: str = ""
    attribution: str = ATTRIBUTION
    download: str = ""


def shown(ask: Ask, of: Told, measure: Measure | None) -> ShownBesideOthers:
    """Everything that is shown of a series that is published of the council."""
    series, newest = of.series, of.beside(of.years[-1])
    live = live_figure(ask, measure, newest)
    return ShownBesideOthers(
        title="Beside others",
        finding=finding(of, newest),
        dates=series.year.said(newest.year),
        models=tuple(
            Choice(f"Neighbours of {each}", model_link(ask, each), each == of.model) for each in MODELS
        ),
        rows=tuple(rows(of, newest, live)),
        near=tuple(near_rows(of, newest)),
        chart=chart(ask, of, measure),
        notes=tuple(notes(of, measure)),
        source=of.source,
        download=download_link(ask, of),
    )


def rows(of: Told, found: Beside, live: Figure | None) -> list[Row]:
    """The newest published year: ours as counted here first, then all that is published."""
    unit, name = of.series.unit, of.library.places.name
    several = [] if live is None else [
        Row(
            name=COUNTED,
            kind="live",
            words=live.words,
            said=" ".join([*filter(None, [live.of and f"{live.of}."]), *live.notes]),
            address=live.address,
        )
    ]  # fmt: skip
    several.append(
        Row(name=of.council.name, kind="published", words=words(unit, found.own), said=placed(found))
    )
    known = f"of {found.known} of {len(found.near)} neighbours"
    if found.middle is not None and found.low is not None and found.high is not None:
        between = f"{unit.written(found.low)} to {unit.written(found.high)}"
        several += [
            Row(name="Neighbours’ middle", kind="published", words=unit.written(found.middle), said=known),
            Row(name="Neighbours’ lowest to highest", kind="published", words=between, said=known),
        ]
    several.append(Row(name=name(of.council.region), kind="published", words=words(unit, found.region)))
    return [*several, Row(name="England", kind="published", words=words(unit, found.england))]


def near_rows(of: Told, found: Beside) -> list[Row]:
    """Each neighbour, the nearest first."""
    unit, name = of.series.unit, of.library.places.name
    return [
        Row(name=name(each.number), kind="published", words=words(unit, there), said=each.closeness)
        for each, there in found.near
    ]


def notes(of: Told, measure: Measure | None) -> list[str]:
    """What the reader must know of the two."""
    live = (
        "What is live is counted here, of the record as it is known now; what is published stays as it was."
    )
    differs = f"The published definition differs: {of.series.differs}" if of.series.differs else ""
    only = "It is published only: nothing that is received here counts it." if measure is None else live
    return [note for note in (only, differs, of.figures.note) if note]


def model_link(ask: Ask, model: Model) -> str:
    """The same page by another model of neighbours."""
    chosen = None if model == MODELS[0] else model
    if "series" in ask.about:
        return f"{series_link(ask, ask.about['series'], neighbours=chosen)}#others"
    return f"{ask.measure_link(ask.measure(), neighbours=chosen)}#others"


def series_link(ask: Ask, code: str, **chosen: str | None) -> str:
    """The page of a series of published figures."""
    return ask.link(f"/published/{code}/", **chosen)


def download_link(ask: Ask, of: Told) -> str:
    """The published figures as a file, by the model that is shown."""
    return ask.link(f"/downloads/published/{of.series.code}/", neighbours=of.model)

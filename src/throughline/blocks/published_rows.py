"""A series of published figures, with what is counted here, as plain rows for a file: one figure a row, each
saying whether it is live or published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.beside_years import live_figure
from throughline.blocks.named import MEASURES
from throughline.blocks.published import Told, in_unit, series_of, told
from throughline.comparators.library import Figure
from throughline.comparators.places import ENGLAND
from throughline.comparators.shipped import ATTRIBUTION

COLUMNS = (
    "Series", "Unit", "Dates", "Live or published", "Of", "Place", "Value", "Mark", "Meaning", "File",
    "Column", "As known at",
)  # fmt: skip


def published_rows(ask: Ask) -> list[Sequence[object]]:
    """The series that the page is about: every year over by the page's day, the newest first.

    Raises Http404 where there is no such series, and `Refused` where nothing of it is here."""
    series = series_of(ask)
    if series is None:
        raise Http404
    of = told(ask, series)
    rows = [row for year in reversed(of.years) for row in (*live_rows(ask, of, year), *rows_of(of, year))]
    return [COLUMNS, *rows, (ATTRIBUTION,)]


def live_rows(ask: Ask, of: Told, year: int) -> Iterator[Sequence[object]]:
    """What is counted here for the dates of one published year, by each measure that is its twin."""
    for measure in MEASURES.values():
        if measure.compare == of.series.code and measure in ask.answers.facts:
            live = live_figure(ask, measure, of.beside(year))
            value = in_unit(measure, live.value) if live is not None else None
            words = "" if live is None or live.value is not None else live.words
            about = (of.series.title, of.series.unit.value, of.series.year.said(year))
            yield (*about, "live", measure.title, "", blank(value), "", words, "", "", ask.load_said)


def rows_of(of: Told, year: int) -> Iterator[Sequence[object]]:
    """What is published for one year: own, each neighbour, the region, England."""
    found = of.beside(year)
    places: list[tuple[str, str, Figure | None]] = [("council", of.council.number, found.own)]
    places += [("neighbour", each.number, there) for each, there in found.near]
    places += [("region", of.council.region, found.region), ("country", ENGLAND, found.england)]
    for kind, place, there in places:
        if there is not None:
            about = (of.series.title, of.series.unit.value, of.series.year.said(year))
            source = (of.figures.file, of.figures.found_in, "")
            name = of.library.places.name(place)
            yield (*about, "published", kind, name, blank(there.value), there.mark, there.meaning, *source)


def blank(value: float | None) -> object:
    """A value, or nothing where there is none."""
    return "" if value is None else round(value, 4)

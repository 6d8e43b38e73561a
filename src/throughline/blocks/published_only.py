"""What is published of our council and counted by nothing here: comparators alone, never figures of ours."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.named import MEASURES
from throughline.blocks.published import told, words
from throughline.blocks.shown import Shown
from throughline.comparators.series import Series, every_series
from throughline.errors import Refused


@dataclass(frozen=True, eq=False)
class PublishedOnly:
    """Every series that no measure of ours is the twin of."""

    def shown(self, ask: Ask) -> ShownPublishedOnly:
        """Each with the newest figure published of our council by the page's day."""
        twins = {measure.compare for measure in MEASURES.values()}
        several = [each for code, each in every_series().items() if code not in twins]
        return ShownPublishedOnly(lines=tuple(line(ask, each) for each in several))


@dataclass(frozen=True, kw_only=True)
class Line:
    """A series and what is published of our council; blank words where nothing of it is here."""

    title: str
    address: str
    words: str
    dates: str


@dataclass(frozen=True, kw_only=True)
class ShownPublishedOnly(Shown):
    """Series in the order of their modules."""

    lines: tuple[Line, ...]


def line(ask: Ask, series: Series) -> Line:
    """One series and its newest figure."""
    address = ask.link(f"/published/{series.code}/")
    try:
        of = told(ask, series)
    except Refused:
        return Line(title=series.title, address=address, words="not available", dates="")
    newest = of.beside(of.years[-1])
    dates = series.year.said(newest.year)
    return Line(title=series.title, address=address, words=words(series.unit, newest.own), dates=dates)

"""The top of the page of a series of published figures."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.chosen import Choice
from throughline.blocks.named import MEASURES
from throughline.blocks.published import series_of
from throughline.blocks.shown import Shown


@dataclass(frozen=True, eq=False)
class SeriesHead:
    """The series that the page is about."""

    def shown(self, ask: Ask) -> ShownSeriesHead:
        """What it is, and the measures of ours that it is the twin of."""
        series = series_of(ask)
        title = series.title if series else ""
        twins = [
            measure for measure in MEASURES.values() if series is not None and measure.compare == series.code
        ]
        return ShownSeriesHead(
            title=title,
            all_measures=ask.link("/measures/"),
            twins=tuple(Choice(each.title, ask.measure_link(each)) for each in twins),
        )


@dataclass(frozen=True, kw_only=True)
class ShownSeriesHead(Shown):
    """The title of a series, and where its twins are."""

    title: str
    all_measures: str
    twins: tuple[Choice, ...]

    @property
    def page_title(self) -> str:
        """The series' own."""
        return self.title

"""Everything that is recorded of a child, dated, newest first, each with the file and line it came from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from throughline.blocks.asking import Ask
from throughline.blocks.child_story import Happening, happenings
from throughline.blocks.shown import Shown

OPEN = 2  # how many years, the newest first, are open when the page comes


@dataclass(frozen=True, eq=False)
class DatedList:
    """The whole record of a child, year by year."""

    def shown(self, ask: Ask) -> ShownDatedList:
        """Newest first; nothing after the page's day."""
        lines = happenings(ask)
        years = [(year, tuple(found)) for year, found in groupby(lines, key=lambda line: line.day.year)]
        return ShownDatedList(
            many=len(lines),
            years=tuple(Year(year, found, place < OPEN) for place, (year, found) in enumerate(years)),
        )


@dataclass(frozen=True)
class Year:
    """One year of the record."""

    year: int
    lines: tuple[Happening, ...]
    open: bool


@dataclass(frozen=True, kw_only=True)
class ShownDatedList(Shown):
    """Years, newest first."""

    many: int
    years: tuple[Year, ...]

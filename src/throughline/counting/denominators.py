"""How many children live here: the population a rate is of, and of which year it is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from throughline.record.child import Population
from throughline.record.periods import Period, financial_year_of
from throughline.record.snapshots import Snapshot


@dataclass(frozen=True, eq=False)
class LivingHere:
    """Estimates by breakdown title and group (both blank for all): days in order, and numbers."""

    estimates: dict[tuple[str, str], tuple[list[date], list[float]]]

    @classmethod
    def of(cls, snapshot: Snapshot) -> LivingHere:
        """Every estimate that the snapshot holds."""
        rows = snapshot.frames[Population].select(
            Population.by.fill_null(""), Population.group.fill_null(""), Population.day, Population.number
        )
        found: dict[tuple[str, str], tuple[list[date], list[float]]] = {}
        for by, group, day, number in rows.sort("Population.day").iter_rows():
            days, numbers = found.setdefault((by, group), ([], []))
            days.append(day)
            numbers.append(number)
        return cls(found)

    def on(self, period: Period, by: str = "", group: str = "") -> tuple[date, float] | None:
        """The mid-year estimate for a period, and its day; None where there is none.

        The Department rates every date in the year to 31 March by the mid-year within it (30 June of
        the year it starts in); where that is not yet published, by the newest before it."""
        days, numbers = self.estimates.get((by, group), ([], []))
        newest = bisect_right(days, date(financial_year_of(period.end).start.year, 6, 30)) - 1
        return (days[newest], numbers[newest]) if newest >= 0 else None

"""What each year of a borough should come to: the form of its totals, and where a line stands on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

Points = list[tuple[int, int]]


@dataclass(frozen=True)
class Year:
    """The totals of one year to 31 March. Shares are from nought to one; stocks are at the year's end."""

    contacts: int
    referrals: int
    again: float  # share of referrals within twelve months of another
    not_in_need: float  # share of referrals closed after assessment, nothing further needed
    assessments: int  # signed off in the year
    in_time: float  # share of assessments within 45 working days
    in_need: int  # open at 31 March, as the Department counts
    enquiries: int  # section 47
    conferences: int
    conference_in_time: float  # within 15 working days
    plans: int  # on a child protection plan at 31 March
    care_starts: int
    care: int  # looked after at 31 March, short breaks apart
    asylum: int  # of those, unaccompanied asylum-seeking


def figures(*told: float) -> Year:
    """A year's totals, in the order of `Year`."""
    (contacts, referrals, again, not_in_need, assessments, in_time, in_need, enquiries, conferences, prompt,
     plans, starts, care, asylum) = told  # fmt: skip
    whole = [int(n) for n in (in_need, enquiries, conferences, plans, starts, care, asylum)]
    return Year(int(contacts), int(referrals), again, not_in_need, int(assessments), in_time, whole[0],
                whole[1], whole[2], prompt, whole[3], whole[4], whole[5], whole[6])  # fmt: skip


@dataclass(frozen=True)
class Mix:
    """Share of looked-after children in each kind of placement at 31 March."""

    in_house: float  # the council's own foster carers, relatives among them
    agency: float  # independent fostering agencies
    residential: float
    semi: float  # semi-independent, later supported accommodation
    parents: float
    adoption: float
    other: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Totals:
    """The totals of a borough: its years; what its stocks came to on other days that were published; its
    placements; its children by mid-year; and the share of assessments in time from a day on, where a year
    was not level."""

    years: Mapping[int, Year]
    on: Mapping[str, Mapping[date, int]]
    mixes: Mapping[int, Mix]
    children: Mapping[int, int]
    in_time: tuple[tuple[date, float], ...] = ()

    def year(self, ending: int) -> Year:
        """The totals of a year; outside the years told, those of the nearest."""
        return self.years[min(max(ending, min(self.years)), max(self.years))]

    def _points(self, name: str) -> Points:
        points = {date(y, 3, 31).toordinal(): int(getattr(t, name)) for y, t in self.years.items()}
        points |= {day.toordinal(): many for day, many in self.on.get(name, {}).items()}
        first, last = min(self.years), max(self.years)
        points[date(first - 1, 3, 31).toordinal()] = 0
        for step in range(1, 9):  # years not yet published stay near the last
            at = date(last + step, 3, 31).toordinal()
            points[at] = int(getattr(self.years[last], name)) + (step % 3 - 1) * 3
        return sorted(points.items())

    @cached_property
    def stocks(self) -> dict[str, Points]:
        """For each stock, the days on which it is known, and how many it came to."""
        return {name: self._points(name) for name in ("in_need", "plans", "care", "asylum")}

    def stock(self, name: str, day: int) -> float:
        """Where a stock's line stands on a day: straight between the published days."""
        points = self.stocks[name]
        for (start, low), (end, high) in zip(points, points[1:]):
            if start <= day <= end:
                return low + (high - low) * (day - start) / (end - start)
        return float(points[-1][1])

    def mix(self, day: int) -> Mix:
        """The mix of placements a day should show: straight between the published years."""
        years = sorted(self.mixes)
        at = date.fromordinal(day)
        now = min(max(at.year + (at.month - 3) / 12, years[0]), years[-1])
        low = max(y for y in years if y <= now)
        high = min((y for y in years if y > low), default=low)
        part = (now - low) / (high - low) if high > low else 0.0
        old, new = self.mixes[low], self.mixes[high]
        names = Mix.__dataclass_fields__
        values = {n: getattr(old, n) + part * (getattr(new, n) - getattr(old, n)) for n in names}
        return replace(old, **values)

    def share_in_time(self, day: int, ending: int) -> float:
        """The share of assessments signed off on about this day, of the year that ends in `ending`, that
        took 45 working days or fewer."""
        found = [share for start, share in self.in_time if start.toordinal() <= day]
        return found[-1] if found else self.year(ending).in_time

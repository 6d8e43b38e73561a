"""What each year of Saltscar should come to, and where each figure was published.

The figures are those of a real borough of the same size, Redcar and Cleveland (E06000003), so that its
published tables can be counted again from invented children:

* contacts, referrals and assessments of 2015/16 to 2017/18, plans and looked after at 31 March 2015 to
  2018 by type of placement: that council's annual report on safeguarding, 2017/18;
* referrals, re-referrals, referrals assessed as not in need, children in need at 31 March: Department for
  Education, Children in need statistics 2013 to 2025 (tables B1 and C1, Open Government Licence v3.0);
* section 47 enquiries, conferences, plans started, looked after, placements and timeliness: the Department's
  Local Authority Interactive Tool, 2016 to 2025 (Open Government Licence v3.0).

Contacts and assessments are not published for other years: they follow referrals at the rate of the years
that are. Before 2013 and after 2025 nothing is published: those years carry the nearest on.
"""

from dataclasses import dataclass, replace
from datetime import date


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


def _year(*figures: float) -> Year:
    (contacts, referrals, again, not_in_need, assessments, in_time, in_need, enquiries, conferences, prompt,
     plans, starts, care, asylum) = figures  # fmt: skip
    whole = [int(n) for n in (in_need, enquiries, conferences, plans, starts, care, asylum)]
    return Year(int(contacts), int(referrals), again, not_in_need, int(assessments), in_time, whole[0],
    whole[1],
                whole[2], prompt, whole[3], whole[4], whole[5], whole[6])  # fmt: skip


YEARS: dict[int, Year] = {
    2009: _year(8000, 1500, 0.20, 0.28, 1560, 0.80, 1000, 420, 230, 0.93, 110, 110, 120, 0),
    2010: _year(8000, 1600, 0.20, 0.28, 1660, 0.80, 1150, 440, 240, 0.93, 130, 110, 140, 0),
    2011: _year(8000, 1700, 0.22, 0.28, 1780, 0.80, 1250, 460, 240, 0.93, 140, 105, 155, 0),
    2012: _year(8000, 1850, 0.24, 0.28, 1900, 0.80, 1330, 480, 250, 0.93, 150, 100, 165, 0),
    2013: _year(8900, 2031, 0.247, 0.278, 2090, 0.80, 1369, 490, 240, 0.93, 154, 95, 172, 0),
    2014: _year(8700, 1673, 0.206, 0.326, 1800, 0.82, 1170, 520, 300, 0.94, 217, 95, 178, 0),
    2015: _year(7600, 992, 0.198, 0.208, 1150, 0.84, 950, 480, 160, 0.95, 120, 92, 183, 0),
    2016: _year(8394, 1246, 0.100, 0.216, 1330, 0.831, 1081, 553, 233, 0.957, 147, 94, 199, 0),
    2017: _year(9680, 1432, 0.150, 0.187, 1559, 0.766, 1259, 703, 259, 0.946, 200, 123, 235, 6),
    2018: _year(8345, 1350, 0.128, 0.167, 1732, 0.761, 1291, 846, 245, 0.980, 156, 123, 284, 8),
    2019: _year(8120, 1269, 0.099, 0.113, 1560, 0.751, 1285, 762, 230, 0.826, 159, 120, 297, 10),
    2020: _year(11050, 2108, 0.126, 0.188, 2420, 0.773, 1758, 978, 388, 0.897, 260, 152, 344, 16),
    2021: _year(10310, 1878, 0.210, 0.097, 2230, 0.648, 1666, 1016, 390, 0.936, 255, 126, 317, 17),
    2022: _year(10490, 1802, 0.185, 0.075, 2160, 0.675, 1626, 1106, 378, 0.865, 245, 160, 341, 24),
    2023: _year(10830, 1820, 0.187, 0.300, 2150, 0.759, 1573, 1148, 402, 0.841, 209, 218, 403, 20),
    2024: _year(10160, 1556, 0.149, 0.227, 1890, 0.868, 1633, 1018, 423, 0.882, 227, 212, 419, 24),
    2025: _year(11260, 1967, 0.146, 0.052, 2300, 0.844, 1601, 974, 323, 0.848, 189, 175, 397, 23),
    2026: _year(11020, 1880, 0.152, 0.110, 2210, 0.872, 1612, 965, 318, 0.862, 195, 170, 391, 22),
}

# Ends of other steps of the line that were published: about 317 in November 2020, 406 in November 2023.
CARE_ON: dict[date, int] = {date(2020, 11, 15): 317, date(2023, 11, 15): 406}


def year(ending: int) -> Year:
    """The totals of a year; outside the years above, those of the nearest."""
    return YEARS[min(max(ending, min(YEARS)), max(YEARS))]


def _stock_points(name: str) -> list[tuple[int, int]]:
    points = {date(y, 3, 31).toordinal(): int(getattr(t, name)) for y, t in YEARS.items()}
    if name == "care":
        points |= {day.toordinal(): many for day, many in CARE_ON.items()}
    first, last = min(YEARS), max(YEARS)
    points[date(first - 1, 3, 31).toordinal()] = 0
    for step in range(1, 9):  # years not yet published stay near the last
        points[date(last + step, 3, 31).toordinal()] = int(getattr(YEARS[last], name)) + (step % 3 - 1) * 3
    return sorted(points.items())


STOCKS = {name: _stock_points(name) for name in ("in_need", "plans", "care", "asylum")}


def stock(name: str, day: int) -> float:
    """Where a stock's line stands on a day: straight between the published days."""
    points = STOCKS[name]
    for (start, low), (end, high) in zip(points, points[1:]):
        if start <= day <= end:
            return low + (high - low) * (day - start) / (end - start)
    return float(points[-1][1])


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


# 2015 to 2018 from Table 6 of the annual report; from 2020 from the interactive tool (fostering undivided).
MIXES: dict[int, Mix] = {
    2013: Mix(0.43, 0.35, 0.10, 0.03, 0.05, 0.04, 0.00),
    2015: Mix(0.420, 0.361, 0.104, 0.030, 0.050, 0.035, 0.000),
    2016: Mix(0.417, 0.382, 0.101, 0.025, 0.045, 0.030, 0.000),
    2017: Mix(0.434, 0.357, 0.098, 0.030, 0.051, 0.030, 0.000),
    2018: Mix(0.440, 0.278, 0.127, 0.050, 0.070, 0.035, 0.000),
    2020: Mix(0.450, 0.290, 0.085, 0.060, 0.080, 0.030, 0.005),
    2021: Mix(0.450, 0.290, 0.095, 0.050, 0.090, 0.020, 0.005),
    2022: Mix(0.430, 0.300, 0.085, 0.070, 0.070, 0.025, 0.020),
    2023: Mix(0.365, 0.285, 0.085, 0.080, 0.115, 0.020, 0.050),
    2024: Mix(0.350, 0.300, 0.105, 0.025, 0.080, 0.020, 0.120),
    2025: Mix(0.340, 0.310, 0.140, 0.040, 0.045, 0.025, 0.100),
    2027: Mix(0.350, 0.290, 0.145, 0.055, 0.050, 0.025, 0.085),
}


def mix(day: int) -> Mix:
    """The mix of placements a day should show: straight between the published years."""
    years = sorted(MIXES)
    at = date.fromordinal(day)
    now = min(max(at.year + (at.month - 3) / 12, years[0]), years[-1])
    low = max(y for y in years if y <= now)
    high = min((y for y in years if y > low), default=low)
    part = (now - low) / (high - low) if high > low else 0.0
    names = Mix.__dataclass_fields__
    old, new = MIXES[low], MIXES[high]
    values = {n: getattr(old, n) + part * (getattr(new, n) - getattr(old, n)) for n in names}
    return replace(old, **values)


# Children aged 0 to 17: Office for National Statistics, mid-year population estimates 2012 to 2024
# (as used by the Department for Education's dashboard), Redcar and Cleveland. Open Government Licence v3.0.
CHILDREN: dict[int, int] = {
    2012: 27557, 2013: 27501, 2014: 27360, 2015: 27404, 2016: 27308, 2017: 27430, 2018: 27478,
    2019: 27453, 2020: 27370, 2021: 27176, 2022: 27239, 2023: 27485, 2024: 27499,
}  # fmt: skip

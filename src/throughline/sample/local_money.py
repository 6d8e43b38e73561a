"""Lists of the council's own about money: budget and spending, and transport to school."""

from collections.abc import Iterator
from datetime import date

from throughline.record.money import (
    BudgetLines,
    Spending,
    TransportCosts,
    TransportEntitlements,
    TransportRoutes,
)
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import age_on, birthday, iso, number, year_ending
from throughline.sample.homes import kind_of
from throughline.sample.local_care import weekly_cost
from throughline.sample.local_lists import LocalList

FIRST_YEAR = 2019  # year end
LINES = {"in_house": "In-house fostering", "agency": "Agency fostering", "residential": "Residential care",
         "semi": "Supported accommodation", "other": "Other placements",
         "transport": "Home to school transport"}  # fmt: skip
SPENT_ON = {"in_house": "FOSTERING", "agency": "FOSTERING", "residential": "RESIDENTIAL",
            "semi": "OTHER_CARE", "other": "OTHER_CARE", "transport": "TRANSPORT"}  # fmt: skip
ROUTES, SCHOOL_DAYS = 36, 190


def _month_ends(at: AsAt) -> Iterator[tuple[int, int]]:
    """The last day of each month told, and the year end of its year."""
    for ending in range(FIRST_YEAR, year_ending(at.day) + 1):
        for month in range(4, 16):
            after = date(ending - 1 + month // 12, month % 12 + 1, 1).toordinal()
            if after - 1 <= at.day:
                yield after - 1, ending


def _spent(at: AsAt) -> Iterator[tuple[str, int, int, int]]:
    """Line, last day of the month, year end, pounds: what the placements open in mid-month cost, and the
    routes to school."""
    total = {(kind, last, ending): 0.0 for last, ending in _month_ends(at) for kind in LINES}
    months = list(_month_ends(at))
    for care in at.cares if months else ():
        for p in care.placements if not care.is_breaks else ():
            if (kind := kind_of(p)) not in LINES or p.end < months[0][0]:
                continue
            weekly = {ending: weekly_cost(at, p, ending) for _, ending in months}
            for last, ending in months:
                if p.start <= last - 14 < min(p.end, care.end):
                    total[kind, last, ending] += weekly[ending] * 30.4 / 7
    for last, ending in months:
        total["transport", last, ending] = sum(_monthly(at, route, last) for route in range(1, ROUTES + 1))
    for (kind, last, ending), pounds in total.items():
        yield kind, last, ending, round(pounds)


def _budget_rows(at: AsAt) -> Iterator[Row]:
    """Each year's budget is a little over what the months told of the year before came to."""
    spent: dict[tuple[str, int], list[int]] = {}
    for kind, _, ending, pounds in _spent(at):
        spent.setdefault((kind, ending), []).append(pounds)
    for (kind, ending), months in spent.items():
        before = spent.get((kind, ending - 1), months)
        budget = round(sum(before) / len(before) * 12 * 1.03, -3)
        yield (f"B{ending}-{kind}", iso(number(ending - 1, 4, 1)), iso(number(ending, 4, 1)), LINES[kind],
               "Transport" if kind == "transport" else "Placements", budget, SPENT_ON[kind])  # fmt: skip


def _spending_rows(at: AsAt) -> Iterator[Row]:
    for kind, last, ending, pounds in _spent(at):
        yield f"B{ending}-{kind}", iso(last), pounds, "ACTUAL", SPENT_ON[kind]


def _entitled(at: AsAt) -> Iterator[Row]:
    for child in at.children:
        if not child.disabilities or child.born > at.day - 1500:
            continue
        at.deck.cut(child.key * 101)
        start = number(date.fromordinal(birthday(child.born, 4 + int(at.deck.next() * 8))).year, 9, 3)
        over = number(date.fromordinal(birthday(child.born, 16)).year, 7, 20)
        if at.deck.happens(0.45) and number(2013, 9, 1) <= start <= at.day and start < over:
            way = at.deck.one_of(("Minibus", "Taxi", "Taxi", "Parent mileage"))
            trained = ("Y" if at.deck.happens(0.3) else "N") if age_on(child.born, at.day) >= 14 else ""
            assistant = "Y" if age_on(child.born, start) < 11 else "N"
            yield (f"TE{child.key}", child.key, iso(start), at.shown(over), "Disability", way,
                   f"R{child.key % ROUTES + 1:02d}", trained, assistant)  # fmt: skip


def _daily(at: AsAt, route: int) -> int:
    at.deck.cut(route * 103)
    return 70 + int(at.deck.next() * 160)


def _monthly(at: AsAt, route: int, last: int) -> int:
    """What a route costs in the month that ends on a day: nothing in August."""
    return 0 if date.fromordinal(last).month == 8 else round(_daily(at, route) * SCHOOL_DAYS / 11)


def _routes(at: AsAt) -> Iterator[Row]:
    for route in range(1, ROUTES + 1):
        bus = route % 3 == 0
        yield (f"R{route:02d}", "2013-09-03", "", "Quayline Travel" if bus else "Pilot Cars",
               "Minibus" if bus else "Taxi", 15 if bus else 4, _daily(at, route))  # fmt: skip


def _route_costs(at: AsAt) -> Iterator[Row]:
    for last, _ in _month_ends(at):
        for route in range(1, ROUTES + 1):
            if pounds := _monthly(at, route, last):
                yield f"R{route:02d}", iso(last), pounds


budget_lines = LocalList(
    table=BudgetLines, columns="budget_line started ended title service budget purpose", rows=_budget_rows
)
spending = LocalList(
    table=Spending, columns="budget_line spent amount kind_of_spending purpose", rows=_spending_rows
)
transport_entitlements = LocalList(
    table=TransportEntitlements,
    columns="entitlement child started ended entitled_because mode route travel_trained assistant",
    rows=_entitled,
)
transport_routes = LocalList(
    table=TransportRoutes, columns="route started ended operator vehicle seats daily_cost", rows=_routes
)
transport_costs = LocalList(table=TransportCosts, columns="route charged route_cost", rows=_route_costs)

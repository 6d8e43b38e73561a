"""Lists of the council's own about children looked after: what homes cost, and who may foster; being missing;
school."""

from collections.abc import Iterator
from datetime import date

from throughline.record.education import Destinations, Exclusions, Peps
from throughline.record.exploitation import ReturnInterviews
from throughline.record.homes import FosterEnquiries, FosterHouseholds, PlacementCosts
from throughline.sample.as_at import AsAt, Row
from throughline.sample.care_events import missing
from throughline.sample.days import age_on, birthday, iso, next_working, number
from throughline.sample.homes import kind_of
from throughline.sample.households import households
from throughline.sample.journey import Care, Placement
from throughline.sample.local_lists import LocalList
from throughline.sample.ssd_workforce import leavers, standing_now

# Pounds a week in the year to March 2026: ours, of the order that councils publish.
WEEKLY = {"in_house": 480, "agency": 1010, "residential": 6800, "semi": 1350, "parents": 0, "adoption": 0,
          "other": 7200}  # fmt: skip
RISE = 1.045  # a year
TERMS = ((3, 25), (7, 10), (12, 15))  # by when the plan of each term is due
SCHOOL_SINCE = 2021


def weekly_cost(at: AsAt, placement: Placement, ending: int) -> int:
    """What a placement costs a week in the year that ends in `ending`, in pounds."""
    at.deck.cut(placement.key * 61)
    usual = WEEKLY[kind_of(placement)] * RISE ** (ending - 2026)
    return int(round(usual * (0.75 + 0.5 * at.deck.next()), -1))


def _costs(at: AsAt) -> Iterator[Row]:
    for care in at.cares:
        for p in care.placements if not care.is_breaks else ():
            first = date.fromordinal(max(p.start, at.began))
            ending = first.year + (first.month > 3)
            start, end = max(p.start, at.began), min(p.end, care.end)
            while start <= min(at.day, end - 1):
                until = min(end, number(ending, 4, 1))
                if weekly := weekly_cost(at, p, ending):
                    bought = "" if p.provider == "PR1" else "Framework" if p.key % 5 else "Spot"
                    yield (p.key, care.child.key, iso(start), at.shown(until), weekly, bought, p.urn)
                start, ending = until, ending + 1


def _households(at: AsAt) -> Iterator[Row]:
    for home in households(at):
        kind, known = ("Connected person", "Y") if home.kinship else ("Mainstream", "N")
        reviewed = iso(home.reviewed) if home.reviewed <= min(at.day, home.end) else ""
        yield (home.name, iso(home.start), at.shown(home.end), kind, known, reviewed,
               "Resigned" if home.end <= at.day else "")  # fmt: skip


def _enquiries(at: AsAt) -> Iterator[Row]:
    for week in range((at.day - 1500) // 7, at.day // 7):
        at.deck.cut(week * 71)
        for n in range(1 + int(at.deck.next() * 4)):
            began = week * 7 + 1 + n
            visited = next_working(began + 3 + int(at.deck.waiting(9)))
            goes_on = at.deck.happens(0.3)
            applied = next_working(visited + 20 + int(at.deck.waiting(15)))
            approved = next_working(applied + 110 + int(at.deck.waiting(35)))
            over = approved if goes_on else visited + 14
            ended = over <= at.day
            yield (f"FE{week}-{n}", iso(began), at.shown(over), at.shown(visited),
                   at.shown(applied) if goes_on else "", ("Y" if goes_on else "N") if ended else "",
                   "" if goes_on or not ended else "Not the right time")  # fmt: skip


def _interviews(at: AsAt) -> Iterator[Row]:
    for care in at.cares:
        for n, away in enumerate(missing(at.deck, care)):
            if not at.began <= away.end <= at.day:
                continue
            at.deck.cut(care.key * 73 + n)
            offered = away.offered == "Y"
            held = away.end + int(at.deck.next() * 3.4)
            took = offered and away.accepted == "Y"
            hours = (held - away.end) * 24 + 6 if took and held <= at.day else ""
            yield (care.child.key, iso(away.end), iso(away.end) if offered else "", away.accepted,
                   at.shown(held) if took else "", hours)  # fmt: skip


def at_school(at: AsAt) -> Iterator[tuple[Care, int]]:
    """Children looked after, with each term's last day on which they were, of three to seventeen."""
    for year in range(SCHOOL_SINCE, date.fromordinal(at.day).year + 1):
        for month, day in TERMS:
            due = number(year, month, day)
            for care in at.cares:
                open_then = care.start < due - 28 and care.end > due and not care.is_breaks
                if open_then and 3 <= age_on(care.child.born, due) < 18 and due <= at.day + 30:
                    yield care, due


def on_roll(at: AsAt, care: Care) -> tuple[int, int]:
    """The days on which a child looked after is on the virtual school's roll: from three to eighteen."""
    child = care.child
    return max(care.start, at.began, birthday(child.born, 3)), min(care.end, birthday(child.born, 18))


def _first_peps(at: AsAt, year: int) -> Iterator[tuple[Care, int]]:
    """Those who came onto the roll in the year, and when."""
    for care in at.cares:
        came, left = on_roll(at, care)
        if not care.is_breaks and number(year, 1, 1) <= came <= min(number(year, 12, 31), left - 1, at.day):
            yield care, came


def _peps(at: AsAt) -> Iterator[Row]:
    for year in sorted(at.authority.aims.planned):
        for care, came in _first_peps(at, year):
            held = next_working(came + 1)
            yield care.child.key, at.shown(held), iso(came + 14), "Good" if held <= at.day else ""
    for care, due in at_school(at):
        at.deck.cut(care.key * 83 + due)
        held = next_working(due - 4 - int(at.deck.next() * 40))
        likely = at.deck.happens(0.94) or date.fromordinal(due).year in at.authority.aims.planned
        done = likely and held <= at.day
        good = at.deck.one_of(("Good", "Good", "Outstanding", "Requires improvement"))
        yield care.child.key, iso(held) if done else "", iso(due), good if done else ""


def _exclusions(at: AsAt) -> Iterator[Row]:
    for care, due in at_school(at):
        at.deck.cut(care.key * 89 + due)
        if 9 <= age_on(care.child.born, due) < 16 and at.deck.happens(0.045):
            day = next_working(due - 60 + int(at.deck.next() * 50))
            days = 1 + int(at.deck.next() * 4)
            kind = "PERM" if at.deck.happens(0.03) else "SUSP"
            if day <= at.day:
                yield care.child.key, iso(day), kind, days if kind == "SUSP" else ""


def _destinations(at: AsAt) -> Iterator[Row]:
    for case in leavers(at):
        s = standing_now(at, case.child)
        does = {"F": "EET", "P": "EET", "G": "NEET"}.get(s.does[:1], "NK")
        since = birthday(case.child.born, age_on(case.child.born, at.day))
        yield case.child.key, iso(max(since, case.leaving_from)), "", does


placement_costs = LocalList(
    table=PlacementCosts,
    columns="placement child started ended weekly_cost bought urn",
    rows=_costs,
)
foster_households = LocalList(
    table=FosterHouseholds,
    columns="household started ended approved_for kinship reviewed end_reason",
    rows=_households,
)
foster_enquiries = LocalList(
    table=FosterEnquiries,
    columns="enquiry started ended visited applied approved left_because",
    rows=_enquiries,
)
return_interviews = LocalList(
    table=ReturnInterviews, columns="child came_back offered accepted interviewed hours", rows=_interviews
)
peps = LocalList(table=Peps, columns="child completed due pep_quality", rows=_peps)
exclusions = LocalList(table=Exclusions, columns="child excluded kind_of_exclusion days", rows=_exclusions)
destinations = LocalList(table=Destinations, columns="child started ended destination", rows=_destinations)

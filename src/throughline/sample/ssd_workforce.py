"""The SSD tables of care leavers, workers, teams and who holds which case."""

from collections.abc import Iterator
from datetime import date

from throughline.sample.as_at import AsAt, Row
from throughline.sample.borough import RECORD_BEGINS
from throughline.sample.days import age_on, iso, number
from throughline.sample.journey import Case, Child
from throughline.sample.leaving_care import Standing, eligibility, standing
from throughline.sample.visits import last_of_walk

# Those who hold no cases and still open records: invented, as everybody here is.
OFFICERS = (
    ("900001", "Maren Oldcastle", "Director of Children's Services"),
    ("900002", "Teodor Finchwell", "Performance Analyst"),
)


def leavers(at: AsAt) -> Iterator[Case]:
    """The open case of each present care leaver."""
    found = {case.child.key: case for case in at.cases if case.leaving_from <= at.day < case.closed}
    for key in sorted(found):
        yield found[key]


def standing_now(at: AsAt, child: Child) -> Standing:
    """How the care leaver stands on the day."""
    return standing(at.deck, child, min(max(age_on(child.born, at.day), 17), 25))


def last_touch(at: AsAt, case: Case, touch: str) -> tuple[int, int]:
    """Days of the latest contact and of the latest pathway plan or its review."""
    at.deck.cut(case.key * 37)
    quick = touch == "YES"
    contact = last_of_walk(
        at.deck, case.leaving_from, at.day, 14 if quick else 90, 50 if quick else 260, 0.08
    )
    at.deck.cut(case.key * 37 + 1)
    return contact, last_of_walk(at.deck, case.leaving_from, at.day, 140, 178, 0.2)


def care_leavers(at: AsAt) -> Iterator[Row]:
    """ssd_care_leavers: one row a person, as things are now."""
    for case in leavers(at):
        s = standing_now(at, case.child)
        contact, review = last_touch(at, case, s.touch)
        worker, team = at.holder(case, at.day)
        yield (
            f"CL{case.child.key}", case.child.key, eligibility(case.child, at.day), s.touch, iso(contact),
            s.lives, s.suitable, s.does, iso(review), worker, team or at.authority.teams.leavers, worker,
        )  # fmt: skip


def involvements(at: AsAt) -> Iterator[Row]:
    """ssd_involvements: the case-holding worker (CW), one after another."""
    for case in at.cases:
        for s in case.stints:
            if s.start <= at.day:
                yield (f"INV{s.key}", s.worker, "CW", s.team, iso(s.start), at.shown(s.end), s.reason,
                       case.child.key, case.key)  # fmt: skip


def registration(worker: int) -> str:
    """An invented registration number."""
    return f"SW9{worker:05d}"


def held_in_september(at: AsAt) -> dict[int, int]:
    """How many cases each worker held on the last 30 September."""
    today = date.fromordinal(at.day)
    count_day = number(today.year - (today < date(today.year, 9, 30)), 9, 30)
    held: dict[int, int] = {}
    for case in at.cases:
        for s in case.stints:
            if s.start <= count_day < s.end:
                held[s.worker] = held.get(s.worker, 0) + 1
    return held


def professionals(at: AsAt) -> Iterator[Row]:
    """ssd_professionals; the caseload is that of the last 30 September."""
    held, teams = held_in_september(at), at.authority.teams
    for w in at.workers:
        team = teams.by_key[w.team]
        adviser = team.key == teams.leavers
        senior = not adviser and w.key % 5 == 0
        yield (
            w.key, f"E{w.key}", w.name, "" if adviser else registration(w.key),
            "Senior Social Worker" if senior else team.job, held.get(w.key, 0), team.name, w.fte,
            "Y" if w.agency else "N",
        )  # fmt: skip
    for key, name, job in OFFICERS:
        yield key, f"E{key}", name, "", job, 0, teams.all[0].name, 1.0, "N"


def departments(at: AsAt) -> Iterator[Row]:
    """ssd_department."""
    teams = at.authority.teams
    for team in teams.all:
        yield team.key, team.name, team.parent, teams.by_key[team.parent].name if team.parent else ""


def versions(at: AsAt) -> Iterator[Row]:
    """ssd_version_log."""
    yield ("1.3.7", RECORD_BEGINS.isoformat(), "Standard Safeguarding Dataset, invented borough", 1,
           at.iso_day, "sample", "")  # fmt: skip

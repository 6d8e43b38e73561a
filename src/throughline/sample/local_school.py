"""Lists of the council's own about school: the virtual school's roll and attendance, and children without a
place."""

from collections.abc import Iterator

from throughline.record.education import ManagedMoves, SchoolAttendance, UnplacedPupils, VirtualSchoolRoll
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import age_on, iso, next_working, number
from throughline.sample.journey import Case
from throughline.sample.local_care import at_school, on_roll
from throughline.sample.local_lists import LocalList

SCHOOLS = tuple(
    f"{place} {kind}"
    for place in ("Quayside", "Gorse Hill", "Saltmarsh", "Larch Street", "Beacon", "Northshore")
    for kind in ("Primary School", "Academy")
)
SESSIONS = 122  # half days of a term
WITHOUT_A_PLACE, MOVES = 0.012, 0.006  # of the cases of children of school age
SINCE = 2021


def _school(key: int, age: int) -> str:
    """A primary school below eleven, an academy from then on."""
    return SCHOOLS[key % (len(SCHOOLS) // 2) * 2 + (age >= 11)]


def _roll(at: AsAt) -> Iterator[Row]:
    for care in at.cares:
        start, end = on_roll(at, care)
        if care.is_breaks or not start < min(end, at.day + 1):
            continue
        age = age_on(care.child.born, min(end - 1, at.day))
        phase = "Early years" if age < 5 else "School age" if age < 16 else "Post-16"
        yield care.child.key, iso(start), at.shown(end), _school(care.child.key, age), phase


def _attendance(at: AsAt) -> Iterator[Row]:
    for care, due in at_school(at):
        if due > at.day or age_on(care.child.born, due) < 5:
            continue
        at.deck.cut(care.key * 109 + due)
        away = min(at.deck.next() ** 6 * 0.6, 1.0)
        missed = round(SESSIONS * away)
        yield care.child.key, iso(due - 90), iso(due + 1), SESSIONS, SESSIONS - missed, round(missed * 0.3)


def _pupils(at: AsAt, share: float, salt: int) -> Iterator[tuple[Case, int]]:
    """Some cases of children of school age, with a working day soon after each came."""
    for case in at.cases:
        at.deck.cut(case.key * salt)
        day = next_working(case.opened + 20 + int(at.deck.next() * 60))
        of_age = 5 <= age_on(case.child.born, day) < 16
        if of_age and number(SINCE, 1, 1) <= day <= at.day and at.deck.happens(share * 4):
            yield case, day


def _unplaced(at: AsAt) -> Iterator[Row]:
    for case, day in _pupils(at, WITHOUT_A_PLACE, 113):
        met = next_working(day + 2 + int(at.deck.next() * 13))
        end = next_working(met + 5 + int(at.deck.waiting(24)))
        why = at.deck.one_of(("Moved into the borough", "Excluded", "Home education ended", "Fair access"))
        placed = _school(case.key, age_on(case.child.born, day)) if end <= at.day else ""
        fair = ("Y" if why == "Fair access" else "N") if placed else ""
        yield case.child.key, iso(day), at.shown(end), why, at.shown(met), placed, fair


def _moves(at: AsAt) -> Iterator[Row]:
    for case, day in _pupils(at, MOVES, 127):
        end = next_working(day + 60 + int(at.deck.next() * 40))
        age = age_on(case.child.born, day)
        outcome = at.deck.one_of(("Stayed", "Stayed", "Went back")) if end <= at.day else ""
        schools = _school(case.key, age), _school(case.key + 1, age)
        yield case.child.key, iso(day), at.shown(end), *schools, outcome


virtual_school_roll = LocalList(
    table=VirtualSchoolRoll, columns="child started ended school_on_roll phase", rows=_roll
)
school_attendance = LocalList(
    table=SchoolAttendance,
    columns="child started ended sessions attended unauthorised",
    rows=_attendance,
)
unplaced_pupils = LocalList(
    table=UnplacedPupils,
    columns="child started ended unplaced_because panel_met placed_at fair_access",
    rows=_unplaced,
)
managed_moves = LocalList(
    table=ManagedMoves, columns="child started ended from_school to_school outcome", rows=_moves
)

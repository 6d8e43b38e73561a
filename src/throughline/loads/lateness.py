"""Are the data late? A dead man's switch: not the load speaks up, but whoever looks and finds none.

Three things make a council's data late. They are older than so many days, whatever came. They say they are of
a day to come, so that nothing would be late until then. Or an hour is set by
which a load must have come each day, and from that hour on one day to that hour on the next, none did. A load
that comes after its hour ends the notice; it also stands for the time up to the next hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from throughline.errors import Refused
from throughline.loads.approving import held
from throughline.loads.home import Council
from throughline.record.periods import said
from throughline.record.snapshots import Snapshot

ENGLAND = ZoneInfo("Europe/London")
SATURDAY = 5
A_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """When data are late: older than `days`; or no load by the hour `by` (none is set: None), on Saturdays
    and Sundays too, or on other days alone."""

    days: int = 3
    by: time | None = None
    weekends: bool = True


def now_in_england() -> datetime:
    """The time in England, wherever the server's clock is set."""
    return datetime.now(ENGLAND)


def last_due(now: datetime, by: time, weekends: bool) -> datetime:
    """The last time, up to now, by which a load was due."""
    due = datetime.combine(now.date(), by, now.tzinfo)
    while due > now or (not weekends and due.weekday() >= SATURDAY):
        due = datetime.combine(due.date() - A_DAY, by, now.tzinfo)
    return due


def missed(council: Council, expected: Expected, now: datetime) -> str:
    """Since when no load has come in, if one was due; else blank."""
    if expected.by is None:
        return ""
    due = last_due(now, expected.by, expected.weekends)
    before = last_due(due - timedelta(seconds=1), expected.by, expected.weekends)
    came = (council.current() or {}).get("at")
    at = datetime.fromisoformat(came).astimezone(ENGLAND) if came else None
    if at and at > now + A_DAY:  # the clock was wrong: else nothing would be missed until then
        at = None
    if at and at > before:
        return ""
    since = f" since {said(at.date())}, {at:%H:%M}" if at else ""
    return f"No load has come in{since}; one was due by {due:%H:%M} on {said(due.date())}"


def days_old(council: Council, today: date) -> int | None:
    """How old the newest data are, in days; None where none have come."""
    now = council.current()
    return (today - date.fromisoformat(now["as_at"])).days if now else None


def is_late(council: Council, expected: Expected, now: datetime) -> bool:
    """Whether a council's data are late, for any of the reasons, or have never come."""
    days = days_old(council, now.date())
    if days is None or is_to_come(days):
        return True
    return days > expected.days or bool(missed(council, expected, now))


def is_to_come(days: int) -> bool:
    """Whether data of this age are of a day to come: clocks and time zones may be a day apart."""
    return days < -1


def state(council: Council, expected: Expected, now: datetime) -> tuple[bool, str]:
    """Whether somebody must look at a council's data, and a sentence that says how they are: late, not
    there, or damaged on the disk. It has no child's data in it."""
    current, days = council.current(), days_old(council, now.date())
    if current is None or days is None:
        return True, f"{council.name}: no data are in yet.{waiting(council)}"
    day = said(date.fromisoformat(current["as_at"]))
    if is_to_come(days):
        return (
            True,
            f"{council.name}: the newest data say they are of a day to come, {day}.{waiting(council)}",
        )
    days = max(days, 0)
    old = f"the newest data are as at {day}, {days} {'day' if days == 1 else 'days'} old"
    if wrong := damage(council, current.get("snapshot", "")):
        return True, f"{council.name}: the newest record is damaged, and an earlier one is served. {wrong}"
    if days > expected.days:
        return True, f"{council.name}: {old}, and late after {expected.days}.{waiting(council)}"
    if none := missed(council, expected, now):
        return True, f"{council.name}: {none[0].lower()}{none[1:]}; {old}.{waiting(council)}"
    return False, f"{council.name}: {old}: not late."


def damage(council: Council, snapshot: str) -> str:
    """What is wrong with the files of the record in force, if anything is."""
    try:
        if snapshot:
            Snapshot.open(council.snapshots / snapshot)
    except Refused as refused:
        return str(refused).replace("\n", " ")
    return ""


def waiting(council: Council) -> str:
    """What may be the reason: loads that wait for approval."""
    many = len(held(council))
    held_ = f"{many} load is held" if many == 1 else f"{many} loads are held"
    return f" {held_}: see throughline approve." if many else ""

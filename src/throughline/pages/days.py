"""*As at*: which days a page may be asked for, and what is said of any other."""

from __future__ import annotations

from datetime import date, timedelta

from throughline.errors import Refused
from throughline.record.periods import months, said
from throughline.record.snapshots import Snapshot


def first_day(snapshot: Snapshot) -> date:
    """The first day that any return answers for; what holds for ever, such as teams, has none."""
    every = (cover.first for covers in snapshot.covers.values() for cover in covers)
    firsts = [first for first in every if first > date.min]
    return min(firsts, default=snapshot.as_at)


def day_asked(asked: str, snapshot: Snapshot, *, any_day: bool) -> date:
    """The day asked for, or the data's own where none is. Where not `any_day` will do, it is the end of a
    month or the data's own: from one day to the next a figure changes by one child.

    Raises `Refused`, in words, if it is no date, is after the data or before them, or is not such a day."""
    if not asked:
        return snapshot.as_at
    first, last = first_day(snapshot), snapshot.as_at
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise Refused("That is not a date.", do=f"Give a day such as {said(last)}.") from None
    if day > last:
        raise Refused(
            f"{said(day)} is after the data: they end on {said(last)}.", do="Give that day or an earlier one."
        )
    if day < first:
        raise Refused(
            f"{said(day)} is before the data: they begin on {said(first)}.",
            do="Give that day or a later one.",
        )
    if not any_day and day not in (near := days_near(day, snapshot)):
        nearest = min(near, key=lambda each: abs(each - day))
        raise Refused(
            f"{said(day)} is within a month: these figures are told as at the end of one, or the data’s own "
            f"day, {said(last)}.",
            do=f"Give {said(nearest)}, which is the nearest.",
        )
    return day


def days_near(day: date, snapshot: Snapshot) -> list[date]:
    """The ends of the month before a day and of its own, if they are in the data, and the data's own day."""
    month = months(day.year, day.month)
    ends = (month.start - timedelta(days=1), month.end)
    return [*(end for end in ends if first_day(snapshot) <= end < snapshot.as_at), snapshot.as_at]

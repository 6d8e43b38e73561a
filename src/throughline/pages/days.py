"""*As at*: which days a page may be asked for, and what is said of any other."""

from __future__ import annotations

from datetime import date

from throughline.errors import Refused
from throughline.record.periods import said
from throughline.record.snapshots import Snapshot


def first_day(snapshot: Snapshot) -> date:
    """The first day that any return answers for; what holds for ever, such as teams, has none."""
    every = (cover.first for covers in snapshot.covers.values() for cover in covers)
    firsts = [first for first in every if first > date.min]
    return min(firsts, default=snapshot.as_at)


def day_asked(asked: str, snapshot: Snapshot) -> date:
    """The day asked for, or the data's own where none is.

    Raises `Refused`, in words, if it is no date, or is after the data or before them."""
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
    return day

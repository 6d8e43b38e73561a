"""As known at: what was served from each load on, so that any of them can be asked again.

The second of two clocks. *As at* says of which day a figure is; *as known at* says by which load we knew it.
Every record that was ever served is kept, and its load has a number: the first that came in is 1, and no load
ever changes the number of another. A merge of two ids makes a record too, and has a number of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.lateness import ENGLAND
from throughline.record.periods import said

SERVED = ("in", "merged", "merge undone")  # what the log says of that which changed what is served
AT_THE_TIME = timedelta(days=62)  # after a month’s end: what came later was not said at the time
DIGITS = 7  # of a load's number: more than any council will ever have


@dataclass(frozen=True)
class Known:
    """What was served from one load on: its number, the record, when it came, of which day it is, and the
    returns that it was put together from, by the names under which they are kept."""

    number: int
    snapshot: str
    at: datetime
    as_at: date
    parts: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """In words, for a banner or a report: when, and which load."""
        return f"{said(self.at.date())}, {self.at:%H:%M} (load {self.number})"


def known_loads(council: Council) -> tuple[Known, ...]:
    """Every load whose record was served, in the order in which they came."""
    log = council.folder / "loads.jsonl"
    if not log.exists():
        return ()
    about = log.stat()
    return read_loads(council, about.st_size, about.st_mtime_ns)


@lru_cache(maxsize=8)
def read_loads(council: Council, size: int, changed: int) -> tuple[Known, ...]:
    """The same, read once for a log of this size that was last changed then."""
    served = [line for line in reversed(council.loads()) if line["status"] in SERVED]
    return tuple(
        Known(
            number,
            line["snapshot"],
            datetime.fromisoformat(line["at"]).astimezone(ENGLAND),
            date.fromisoformat(line["as_at"]),
            tuple(line.get("parts", ())),
        )
        for number, line in enumerate(served, 1)
    )


def known_at(council: Council, asked: str) -> Known:
    """The load that is asked for: by its number, or by a day, at whose end it was the newest.

    Raises `Refused`, in words, where there is none such."""
    every = known_loads(council)
    if not every:
        raise Refused(
            "Nothing has been received yet.", do="Receive a return: throughline receive FOLDER-OR-FILE"
        )
    if asked.isascii() and asked.isdigit() and len(asked) <= DIGITS:
        return by_number(every, int(asked))
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise Refused(
            "That is neither a day nor the number of a load.",
            do=f"Give a day such as {every[-1].at.date()}, or a number from 1 to {len(every)}.",
        ) from None
    return by_day(every, day)


def by_number(every: Sequence[Known], number: int) -> Known:
    """The load of this number."""
    if not 1 <= number <= len(every):
        raise Refused(f"There is no load {number}.", do=f"The newest is {len(every)}, and the first is 1.")
    return every[number - 1]


def by_day(every: Sequence[Known], day: date) -> Known:
    """The newest load that had come by the end of a day, in England's time."""
    come = [each for each in every if each.at.date() <= day]
    if not come:
        first = every[0].at.date()
        raise Refused(
            f"No load had come by {said(day)}: the first came on {said(first)}.",
            do="Give that day or a later one.",
        )
    return come[-1]


def first_to_say(loads: Sequence[Known], end: date) -> Known | None:
    """The first load that reached the end of a month, within the two months after it; None where none did."""
    return next((each for each in loads if end <= each.as_at <= end + AT_THE_TIME), None)


def is_served(council: Council, known: Known) -> bool:
    """Whether what a load brought is what is served now."""
    return known.snapshot == (council.current() or {}).get("snapshot")

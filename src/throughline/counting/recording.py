"""Changes in how things are recorded, and what each does to a figure over time.

The council keeps them in a list of its own (`RecordingChanges`). Some set the limits anew: what is usual is
worked out from that day on. Others break the series: what came before was counted otherwise, and is never
joined to what comes after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from weakref import WeakKeyDictionary

import polars as pl

from throughline.catalogue import declared
from throughline.counting.signals import Limits
from throughline.measures.kinds import Measure, tables_of
from throughline.record.periods import Period
from throughline.record.recording import RecordingChanges
from throughline.record.snapshots import Snapshot

LIMITS, BREAK = "LIMITS", "BREAK"
ALL = "all"

_known: WeakKeyDictionary[Snapshot, list[Change]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Change:
    """From this day on figures are not made as they were. `kind` is LIMITS, BREAK or NOTED."""

    affects: str
    day: date
    kind: str
    note: str

    @property
    def breaks(self) -> bool:
        """Whether what came before is another series."""
        return self.kind == BREAK

    @property
    def when(self) -> str:
        """When it was: April 2017 for the first of a month, 3 April 2017 for any other day."""
        return f"{self.day:%B %Y}" if self.day.day == 1 else f"{self.day.day} {self.day:%B %Y}"

    @property
    def says(self) -> str:
        """What it means, in a sentence."""
        told = {
            LIMITS: f"The limits were set again from {self.when}",
            BREAK: f"What came before {self.when} was counted otherwise, and is another series",
        }.get(self.kind, f"Noted from {self.when}")
        return f"{told}: {self.note.rstrip('.')}." if self.note else f"{told}."


@dataclass(frozen=True)
class Stretch:
    """Points, from the place `first` up to but not including `end`, that were made in one way, with their
    limits. `change` began it, blank for the first. Where it is `mixed`, each point was made partly in one way
    and partly in the other: they are of neither series."""

    first: int
    end: int
    change: Change | None = None
    mixed: bool = False
    limits: Limits | None = None

    @property
    def joined(self) -> bool:
        """Whether a line may be drawn to its first point from the one before."""
        return self.first > 0 and not (self.change and self.change.breaks)


def changes(snapshot: Snapshot) -> list[Change]:
    """Every change in recording that the record has, oldest first; read once."""
    if snapshot not in _known:
        _known[snapshot] = read(snapshot.frames[RecordingChanges])
    return _known[snapshot]


def read(kept: pl.DataFrame) -> list[Change]:
    """The rows that say what they change, from when and how."""
    rows = kept.select(
        RecordingChanges.affects,
        RecordingChanges.changed,
        RecordingChanges.kind_of_change,
        RecordingChanges.note.fill_null(""),
    )
    found = [Change(*row) for row in rows.drop_nulls().unique().iter_rows()]
    return sorted(found, key=lambda each: (each.day, each.kind, each.affects, each.note))


def affecting(snapshot: Snapshot, measure: Measure) -> tuple[Change, ...]:
    """Those that touch a measure, oldest first."""
    mine = {ALL, *names_of(measure)}
    return tuple(each for each in changes(snapshot) if folded(each.affects) in mine)


def straddled(snapshot: Snapshot, measure: Measure, period: Period) -> str:
    """What to say of a figure whose period a break in the series falls into; blank where none does."""
    broken = [each for each in affecting(snapshot, measure) if each.breaks]
    within = [each for each in broken if period.start < each.day <= period.end]
    return f"Counted in two ways: recording changed in {within[-1].when}." if within else ""


def naming_nothing(snapshot: Snapshot) -> list[Change]:
    """Those that name neither a measure, nor a table or a stage that measures are of: they change nothing."""
    known = {ALL, *(name for measure in own_names() for name in names_of(measure))}
    return [each for each in changes(snapshot) if folded(each.affects) not in known]


def names_of(measure: Measure) -> set[str]:
    """What may stand for a measure in the list: its name, its title, its stage, and each table it reads."""
    tables = {folded(table.__name__) for table in tables_of(measure)}
    return {folded(measure.title), *tables, *own_names().get(measure, ())}


@cache
def own_names() -> dict[Measure, tuple[str, str]]:
    """The stage and the name of every measure that is declared."""
    return {
        measure: (folded(module.rsplit(".", 1)[-1]), folded(name))
        for module, name, measure in declared(Measure, "throughline.measures")
    }


def folded(name: str) -> str:
    """A name without what people write differently: letters and digits alone."""
    return "".join(letter for letter in name.lower() if letter.isalnum())


def cut(periods: Sequence[Period], found: Sequence[Change], on_a_day: bool) -> tuple[Stretch, ...]:
    """The stretches that changes cut these periods into. A figure that is of a day is made in the way of
    that day. One of a period that a break falls into was made in both."""
    starts: dict[int, Stretch] = {0: Stretch(0, len(periods))}
    for change in found:
        for stretch in begun_by(change, periods, on_a_day):
            before = starts.get(stretch.first)
            if before is None or (not before.mixed and not (before.change and before.change.breaks)):
                starts[stretch.first] = stretch
    ends = [*sorted(starts)[1:], len(periods)]
    return tuple(
        Stretch(first, end, starts[first].change, starts[first].mixed)
        for first, end in zip(sorted(starts), ends)
    )


def begun_by(change: Change, periods: Sequence[Period], on_a_day: bool) -> list[Stretch]:
    """The stretches that begin with a change: none if it lies outside, or is only noted; two if it breaks
    the series within a period."""
    many = len(periods)
    reached = next((place for place in range(many) if periods[place].end >= change.day), many)
    after = next((place for place in range(many) if periods[place].start >= change.day), many)
    if change.kind not in (LIMITS, BREAK) or reached == many or after == 0 or (on_a_day and reached == 0):
        return []
    if on_a_day or reached == after or not change.breaks:
        return [Stretch(reached, many, change)]
    found = [Stretch(reached, many, change, mixed=True), Stretch(after, many, change)]
    return [stretch for stretch in found if stretch.first < many]

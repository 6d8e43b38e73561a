"""The record as Annex A's lists see it: as told on their day, and the windows before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from throughline.record.care import CarePlans, HealthChecks
from throughline.record.child import Wards
from throughline.record.exploitation import Missing
from throughline.record.homes import Placements
from throughline.record.in_need import CinPlans, CinVisits
from throughline.record.rows import Table
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Involvements
from throughline.returns.annex_a import ANNEX_A, window
from throughline.returns.earlier_days import told_of

Told = Mapping[type[Table], pl.DataFrame]
BESIDE: tuple[type[Table], ...] = (  # what the lists only look at
    Involvements, CinPlans, CinVisits, CarePlans, HealthChecks, Missing, Placements, Wards,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class At:
    """The record as it is told on a day. A table that no return answers for then is empty, and not known."""

    snapshot: Snapshot
    day: date
    told: Told
    known: frozenset[type[Table]]

    @classmethod
    def on(cls, snapshot: Snapshot, day: date) -> At:
        """The record on this day."""
        read: dict[type[Table], None] = dict.fromkeys([*(fill.table for fill in ANNEX_A.fills), *BESIDE])
        several = {table: told_of(snapshot, table, day) for table in read}
        told = {table: rows for table, rows in several.items() if rows is not None}
        empty = {table: pl.DataFrame(schema=table.schema()) for table in read}
        return cls(snapshot, day, empty | told, frozenset(told))

    def since(self, table: type[Table]) -> date:
        """The first day of the lists: the same day of the month, so many months before."""
        return window(table, self.day)[0] - timedelta(days=1)

    def lasting(self, table: type[Table]) -> pl.DataFrame:
        """Spells that still go on, or ended within the window."""
        started, ended = (pl.col(table.columns[name].name) for name in ("started", "ended"))
        over = (ended < self.since(table)).fill_null(False)
        return self.told[table].filter(~over, (started <= self.day).fill_null(True))

    def answers(self, table: type[Table], months: int) -> bool:
        """Whether returns answer for a table on every day of so many months before: only then can what
        happened in them be counted."""
        return self.first(table) <= months_before(self.day, months) + timedelta(days=1)

    def first(self, table: type[Table]) -> date:
        """The first day since when returns answer for a table without a break up to the day."""
        first = self.day + timedelta(days=1)
        for cover in sorted(self.snapshot.covers.get(table, ()), key=lambda cover: cover.first, reverse=True):
            reaches = cover.first < first <= cover.last + timedelta(days=1)
            first = cover.first if reaches else first
        return first


def months_before(day: date, months: int) -> date:
    """The same day so many months before, or the last of that month."""
    back: date = pl.select(pl.lit(day).dt.offset_by(f"-{months}mo")).item()
    return back

"""What is known of each child in a list of work, and what is due: in figures, then in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

import polars as pl
from django.conf import settings

from throughline.blocks.asking import Ask
from throughline.blocks.figures import asked
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.lists import (
    CHILD,
    DAYS,
    DUE,
    DUE_SOON,
    FINE,
    OVERDUE,
    SEEN,
    STATE,
    UNSAID,
    with_visits,
    with_working_days,
)
from throughline.measures.kinds import Share
from throughline.record.periods import as_at, said
from throughline.record.rows import Event
from throughline.record.snapshots import Snapshot

Look = Literal["bad", "soon", "ok", ""]
LOOKS: dict[str, Look] = {OVERDUE: "bad", DUE_SOON: "soon", FINE: "ok"}
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Known:
    """One line: what is known, what is due next, and the tag that says how near it is."""

    words: str
    next: str
    tag: str
    look: Look
    due: date | None


@dataclass(frozen=True, eq=False)
class WorkingDays:
    """How far an assessment has got towards its 45th working day."""

    started: pl.Expr

    def facts(self, ask: Ask, rows: pl.DataFrame) -> pl.DataFrame:
        """Furthest on first."""
        known = with_working_days(rows, self.started, ask.day)
        return known.sort(DAYS, CHILD, descending=[True, False], nulls_last=True)

    def known(self, row: Row, day: date) -> Known:
        """Day 44: the number, and beside it how near the limit that is."""
        began, due = row[self.started.meta.output_name()], row[DUE]
        near = {OVERDUE: ", past 45", DUE_SOON: ", 35 or more"}.get(row[STATE], "")
        words = f"Begun {short(began, day)}. Day 45 {'was' if due < day else 'is'} {short(due, day)}"
        return Known(words, "Assessment", f"Day {row[DAYS]}{near}", LOOKS[row[STATE]], due)

    def lede(self, ask: Ask, found: Mapping[str, int]) -> str:
        """How many are late, and how many will be."""
        parts = [(OVERDUE, "past day 45"), (DUE_SOON, "at day 35 or more")]
        return told(found, parts, "All are before day 35.")


@dataclass(frozen=True, eq=False)
class Visits:
    """When each child was last seen, and when they must be next. `limit` is the name of the setting that
    holds the most days between; `since` the day from which the first are counted."""

    table: type[Event]
    since: pl.Expr
    limit: Literal["plans", "care"]

    @property
    def days(self) -> int:
        """The most days between visits."""
        return int(getattr(settings.VISIT_LIMITS, self.limit))

    def facts(self, ask: Ask, rows: pl.DataFrame) -> pl.DataFrame:
        """Longest due first."""
        known = with_visits(rows, self.since, ask.snapshot, self.table, self.days, ask.day)
        if not visited(ask.snapshot, self.table, ask.day):
            known = known.with_columns(pl.lit(None, pl.String).alias(STATE))
        return known.sort(DUE, CHILD)

    def known(self, row: Row, day: date) -> Known:
        """When the child was last seen; never seen, and not recorded, are said."""
        if row[STATE] is None:
            return Known("Visits are not available for this day", "Visit", "Not available", "", None)
        return Known(self.last(row, day), "Visit", due_said(row[DUE], day), LOOKS[row[STATE]], row[DUE])

    def last(self, row: Row, day: date) -> str:
        """The last time the child was seen."""
        unsaid = (
            f"Visited {short(row[UNSAID], day)}: not recorded whether the child was seen"
            if row[UNSAID]
            else ""
        )
        if row[SEEN] is None:
            return f"Not seen yet. {unsaid}" if unsaid else "Not seen yet"
        ago = f"Last seen {short(row[SEEN], day)}, {days_ago(row[DAYS])}"
        return f"{ago}. {unsaid}" if unsaid else ago

    def lede(self, ask: Ask, found: Mapping[str, int]) -> str:
        """How many are overdue, and how many will be."""
        if found.get("") and len(found) == 1:
            return "Visits are not available for this day."
        parts = [(OVERDUE, "overdue"), (DUE_SOON, "due in the next 5 working days")]
        limit = f"A child is to be seen at least every {self.days} days."
        return f"{limit} {told(found, parts, 'None is overdue or due in the next 5 working days.')}"


@dataclass(frozen=True, eq=False)
class Unheld:
    """A child whose case nobody holds: since when it has been open."""

    started: pl.Expr
    measure: Share

    def facts(self, ask: Ask, rows: pl.DataFrame) -> pl.DataFrame:
        """Longest open first."""
        return rows.with_columns(pl.lit(OVERDUE).alias(STATE)).sort(self.started, CHILD)

    def known(self, row: Row, day: date) -> Known:
        """Since when the case has been open."""
        began = row[self.started.meta.output_name()]
        return Known(f"Case open since {short(began, day)}", "Allocate", "To allocate", "bad", began)

    def lede(self, ask: Ask, found: Mapping[str, int]) -> str:
        """What is in the list, and how many there are in the whole council."""
        whole = asked(ask.answers, self.measure, as_at(ask.day), ALL, EVERYONE)
        many = int(whole.denominator or 0) - whole.many
        return f"Cases referred to this team that nobody holds. In the whole council there are {many:,}."


Knows: TypeAlias = WorkingDays | Visits | Unheld


def visited(snapshot: Snapshot, table: type[Event], day: date) -> bool:
    """Whether a return answers for visits of this kind on the day."""
    return snapshot.covered(table, day, day)


def told(found: Mapping[str, int], parts: list[tuple[str, str]], none: str) -> str:
    """How many are in each state that needs somebody: 9 are past day 45, 17 are at day 35 or more."""
    said_ = [
        f"{found[state]} {'is' if found[state] == 1 else 'are'} {how}"
        for state, how in parts
        if found.get(state)
    ]
    return f"{', '.join(said_)}." if said_ else none


def counted(rows: pl.DataFrame) -> Counter[str]:
    """How many children are in each state."""
    return Counter(state or "" for state in rows.get_column(STATE))


def short(then: date, day: date) -> str:
    """A day in words, without the year where it is the page's own."""
    return f"{then.day} {then:%B}" if then.year == day.year else said(then)


def days_ago(days: int) -> str:
    """How long ago, in days."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def due_said(due: date, day: date) -> str:
    """When something is due: 3 days overdue; due today; due Mon 23 November."""
    late = (day - due).days
    if late > 0:
        return f"{late} day{'' if late == 1 else 's'} overdue"
    return "Due today" if not late else f"Due {due:%a} {due.day} {due:%B}"

"""A child's journey on one line of time: bars for what goes on, diamonds for what happens on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from throughline.blocks.asking import Ask
from throughline.blocks.child_story import Row, one, rows_of
from throughline.blocks.shown import Shown
from throughline.blocks.telling import LANES, MARKS, SPELLS, Lane
from throughline.record.periods import said
from throughline.record.rows import UNTIL

Mark = tuple[Lane, date]

LEAST = timedelta(days=120)  # the shortest time drawn, so that a new case is not one bar from edge to edge
LANE, TOP, FOOT = 52, 6, 26  # heights, in pixels
LETTER = 0.62  # how much of the picture's width one letter takes, in hundredths


@dataclass(frozen=True, eq=False)
class ChildTimeline:
    """The journey of the page's child, a lane for each part of it."""

    def shown(self, ask: Ask) -> ShownChildTimeline:
        """From the first thing recorded to the page's day. The same facts are in the dated list."""
        spells, marks = list(spells_of(ask)), list(marks_of(ask))
        begun = [each.start for each in spells] + [day for _, day in marks]
        if not begun:
            return ShownChildTimeline(described="", height=0, lanes=(), ticks=())
        first = min(min(begun), ask.day - LEAST)
        scale = Scale(first, ask.day)
        used = [
            lane for lane in LANES if any(s.lane == lane for s in spells) or any(m == lane for m, _ in marks)
        ]
        lanes = tuple(drawn(lane, number, spells, marks, scale) for number, lane in enumerate(used))
        return ShownChildTimeline(
            described=described(spells, marks, used),
            height=TOP + LANE * len(lanes) + FOOT,
            lanes=lanes,
            ticks=tuple(ticks(scale)),
        )


@dataclass(frozen=True)
class Scale:
    """Where a day lies between the first and the last, in hundredths of the width."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """The place of a day."""
        whole = (self.last - self.first).days or 1
        return round(100 * (min(max(day, self.first), self.last) - self.first).days / whole, 2)


@dataclass(frozen=True)
class Spell:
    """Something that goes on: `end` is blank while it does; `ends` is False where its end is not recorded."""

    lane: Lane
    start: date
    end: date | None
    words: str
    unended: bool


@dataclass(frozen=True)
class Bar:
    """A bar as drawn: where it begins, how long it is, and what is written in it where there is room."""

    x: float
    width: float
    words: str
    fits: bool
    unended: bool


@dataclass(frozen=True)
class LaneShown:
    """One lane: its heights, its bars, and the places of its diamonds."""

    title: str
    y: int
    bars: tuple[Bar, ...]
    diamonds: tuple[float, ...]

    @property
    def bar_y(self) -> int:
        """The top of its bars, beneath its title."""
        return self.y + 26

    @property
    def mark_y(self) -> int:
        """Where its diamonds stand: on the upper edge of the bars, or where bars would be."""
        return self.bar_y - 1 if self.bars else self.y + 34

    @property
    def foot(self) -> int:
        """The line beneath it."""
        return self.y + LANE - 2


@dataclass(frozen=True)
class Tick:
    """A date under the picture; a minor one is left out where there is little room."""

    x: float
    words: str
    minor: bool
    anchor: str


@dataclass(frozen=True, kw_only=True)
class ShownChildTimeline(Shown):
    """The picture in numbers, and the same in words. With no lanes there is nothing to draw."""

    described: str
    height: int
    lanes: tuple[LaneShown, ...]
    ticks: tuple[Tick, ...]

    @property
    def foot(self) -> int:
        """Where the dates stand."""
        return self.height - 6


def spells_of(ask: Ask) -> Iterable[Spell]:
    """Everything that goes on, once each though two returns tell of it."""
    found: dict[tuple[Lane, date, str], Spell] = {}
    for table, (lane, column) in SPELLS.items():
        for row in rows_of(ask, table):
            start = row[f"{table}.started"]
            if start is None:
                continue
            words = one(ask.snapshot, column, row.get(column)) if column else ""
            each = Spell(lane, start, ended(table, row), words, bool(row.get(f"{table}.end_not_recorded")))
            found[(lane, start, words)] = each
    return sorted(found.values(), key=lambda each: each.start)


def ended(table: str, row: Row) -> date | None:
    """When a spell ended; where that was not recorded, when its return last answered for it."""
    end: date | None = row[f"{table}.ended"]
    return row[UNTIL] if end is None and row.get(f"{table}.end_not_recorded") else end


def marks_of(ask: Ask) -> Iterable[Mark]:
    """Every day that is drawn as a diamond."""
    for name, lane in MARKS.items():
        for row in rows_of(ask, name.split(".")[0]):
            if row[name] is not None:
                yield lane, row[name]


def drawn(
    lane: Lane, number: int, spells: list[Spell], marks: list[tuple[Lane, date]], scale: Scale
) -> LaneShown:
    """One lane of the picture."""
    bars = tuple(bar(each, scale) for each in spells if each.lane == lane)
    days = tuple(scale.at(day) for at, day in marks if at == lane)
    return LaneShown(lane, TOP + LANE * number, bars, days)


def bar(each: Spell, scale: Scale) -> Bar:
    """A bar that can be seen, however short the time."""
    x = scale.at(each.start)
    width = round(max(0.35, scale.at(each.end or scale.last) - x), 2)
    return Bar(
        min(x, 99.65),
        width,
        each.words,
        bool(each.words) and width > LETTER * len(each.words) + 1.2,
        each.unended,
    )


def ticks(scale: Scale) -> Iterable[Tick]:
    """The first of each January, or of each quarter where the time is short."""
    quarters = (scale.last - scale.first).days < 3 * 365
    for year in range(scale.first.year, scale.last.year + 1):
        for month in (1, 4, 7, 10) if quarters else (1,):
            day = date(year, month, 1)
            if scale.first <= day <= scale.last:
                x = scale.at(day)
                anchor = "start" if x < 4 else "end" if x > 96 else "middle"
                minor = month != 1 if quarters else year % 2 == 1
                yield Tick(x, f"{day:%b %Y}" if quarters else f"{year}", minor, anchor)


def described(spells: list[Spell], marks: list[Mark], used: list[Lane]) -> str:
    """The picture in words: each lane, how many, and from when."""
    parts = []
    for lane in used:
        here = [each for each in spells if each.lane == lane]
        days = [day for at, day in marks if at == lane]
        if here:
            going = "; one goes on" if any(each.end is None for each in here) else ""
            parts.append(f"{lane}: {len(here)}, the first from {said(here[0].start)}{going}.")
        if days:
            parts.append(
                f"{lane}: {len(days)} marked day{'' if len(days) == 1 else 's'}, the last {said(max(days))}."
            )
    return " ".join(parts)

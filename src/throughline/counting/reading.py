"""What measures ask of the rows of a table, all of it in one pass over the whole table: what came before a
row is found among all rows, not only among those that count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from throughline.counting.crowds import crowded
from throughline.counting.timeline import NEVER, ZERO, Ints, day_number
from throughline.measures.kinds import Measure, Share, Typical, value_of
from throughline.record.rows import PART, SINCE, UNTIL, WHO, Rows, Spells, Table
from throughline.record.snapshots import Covered, Snapshot

Pieces = tuple[Ints, Ints, Ints]  # the row each comes from, and the first day and the last but one


@dataclass(frozen=True, eq=False)
class Question:
    """Which rows of a table, those that pass one of some tests, and what else is asked of each of them, under
    names of its own."""

    of: Rows
    tests: Sequence[pl.Expr]
    also: Mapping[str, pl.Expr] = field(default_factory=dict)

    def asks(self) -> dict[str, pl.Expr]:
        """All that must be read of each row, as whole numbers, yes and no, and values."""
        of = self.of
        found = {"each": each_of(of).cast(pl.Int64).fill_null(-1), "start": in_days(of.start, -1)}
        held = of.start.is_not_null() & each_of(of).is_not_null() & pl.any_horizontal(self.tests)
        if of_children(of.table):
            held &= pl.col(WHO) >= 0
        if isinstance(of, Spells):
            found["end"] = in_days(of.end, NEVER)
            held &= (of.start < of.end).fill_null(True)
        return found | {"held": held} | dict(self.also)


@dataclass(frozen=True, eq=False)
class Reading:
    """The answer to one question: an array for each thing asked, with a place for every row of the table."""

    of: Rows
    frame: pl.DataFrame
    number: int
    covers: Sequence[Covered]

    def __getitem__(self, name: str) -> np.ndarray:
        """What the question asked of every row, under this name."""
        return self.frame.get_column(f"{self.number} {name}").to_numpy()

    @property
    def who(self) -> Ints:
        """Which child each row is about; -1 for none."""
        return self.frame.get_column(WHO).to_numpy()

    def believed(self) -> Pieces:
        """Each row on those days for which its own return answers, and on no others."""
        start, held, part = self["start"], self["held"], self.frame.get_column(PART).to_numpy()
        end = self["end"] if isinstance(self.of, Spells) else start
        since, until = self.frame.get_column(SINCE).to_numpy(), self.frame.get_column(UNTIL).to_numpy()
        found: list[Pieces] = []
        for cover in self.covers:
            first = np.maximum(since, day_number(cover.first))
            after = np.minimum(until, day_number(cover.last) + 1)
            if isinstance(self.of, Spells):
                first, after = np.maximum(start, first), np.minimum(end, after)
                inside = first < after
            else:
                inside, first, after = (start >= first) & (start < after), start, end
            kept = np.flatnonzero(held & inside & (part == cover.part))
            found.append((kept, first[kept], after[kept]))
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64)
        row, first, after = (np.concatenate(several) for several in zip(*found))
        if not crowd_of(self.of):
            return row, first, after
        piece, first, after = crowded(self["each"][row], self.who[row], first, after, crowd_of(self.of))
        return row[piece], first, after


def read_together(snapshot: Snapshot, table: type[Table], questions: Sequence[Question]) -> list[Reading]:
    """Every question about one table, answered in one pass over it; in the order asked."""
    asked = {f"{n} {name}": ask for n, q in enumerate(questions) for name, ask in q.asks().items()}
    read = {name for ask in asked.values() for name in ask.meta.root_names()}
    days = in_days(pl.col(SINCE), 0).alias(SINCE), in_days(pl.col(UNTIL), NEVER).alias(UNTIL)
    beside = snapshot.beside_child(table, read).select(WHO, PART, *days, **asked)
    frame = beside.collect(engine="in-memory")  # the rows are here already: streams take ten times as long
    return [Reading(q.of, frame, n, snapshot.covers.get(table, ())) for n, q in enumerate(questions)]


def in_days(day: pl.Expr, blank: int) -> pl.Expr:
    """Days as whole numbers, and `blank` where there is none."""
    return (day.to_physical().cast(pl.Int64) + ZERO).fill_null(blank)


def each_of(of: Rows) -> pl.Expr:
    """What is counted once: the child, or what these rows are about, as a number."""
    each = of.each
    if each is None and not of_children(of.table):
        each = pl.col(of.table.columns[of.table.subject].name)
    return pl.col(WHO) if each is None else each.rank("dense") - 1


def asked(measure: Measure, snapshot: Snapshot) -> dict[str, pl.Expr]:
    """What a measure asks of each row."""
    questions = {"of": measure.of.test}
    if isinstance(measure, Share) and isinstance(measure.that, pl.Expr):
        questions["known"] = measure.that.is_not_null()
        questions["that"] = measure.that.fill_null(False)
    if isinstance(measure, Share) and measure.settles is not None:  # old enough on the snapshot's own day
        questions["settles"] = (measure.settles <= pl.lit(snapshot.as_at)).fill_null(True)
    value = value_of(measure)
    if value is not None:
        told_from_a_day = isinstance(measure, Typical) and isinstance(measure.of, Spells)
        number = value.cast(pl.Date).cast(pl.Int32) + ZERO if told_from_a_day else value
        questions["value"] = number.cast(pl.Float64).fill_null(float("nan"))
    return questions


def crowd_of(of: Rows) -> int:
    """More than how many children what is counted must have on a day; nought if that is not asked."""
    return of.more_than if isinstance(of, Spells) else 0


def of_children(table: type[Table]) -> bool:
    """Whether its rows are about children; if not (posts, households), nothing of a child parts them, and
    each of what they are about is counted once."""
    return table.subject == "child"

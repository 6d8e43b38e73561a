"""Why a child is not in a figure: the measure's own tests, asked one by one of the child's own rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set
from datetime import date
from typing import Any

import polars as pl

from throughline.counting.lists import answered
from throughline.measures.kinds import Measure
from throughline.record.journey import COLUMNS
from throughline.record.periods import Period, said
from throughline.record.rows import LINE, PART, SINCE, UNTIL, Spells
from throughline.record.snapshots import Snapshot

NO_ROW, OTHER_DAYS, THESE_DAYS = 0, 1, 2  # how near a row comes to counting, the nearest last
CHILD, START, END, ANSWERED = "@child", "@start", "@end", "@answered"
NOT_YOURS = "not for you to see"
Row = dict[str, Any]


def conjuncts(test: pl.Expr) -> list[pl.Expr]:
    """A test as the tests of which all must hold."""
    inside = test.meta.pop()
    for one, other in (inside, inside[::-1]) if len(inside) == 2 else ():
        if (one & other).meta.eq(test):
            return [*conjuncts(one), *conjuncts(other)]
    return [test]


def reasons(
    snapshot: Snapshot, measure: Measure, period: Period, children: Collection[str], tells: Set[str]
) -> dict[str, str]:
    """Of each of these children (by id) why no row of theirs counts: in words, of the row that comes nearest.
    What is in a column is told of those that `tells` names. Whoever has no row is not among them."""
    tests = [each for test in measure.of.tests for each in conjuncts(test)]
    rows = rows_of(snapshot, measure, period, tests).filter(pl.col(CHILD).is_in(list(children)))
    nearest: dict[str, tuple[tuple[int, int], str]] = {}
    for row in rows.iter_rows(named=True):
        rank, why = judged(row, measure, period, tests, tells)
        if row[CHILD] not in nearest or rank >= nearest[row[CHILD]][0]:
            nearest[row[CHILD]] = rank, why
    return {child: why for child, (_, why) in nearest.items()}


def rows_of(snapshot: Snapshot, measure: Measure, period: Period, tests: list[pl.Expr]) -> pl.DataFrame:
    """Every row of the measure's table with its days, what each test says of it, and what the tests read. The
    tests are asked of the whole table, as when it is counted: some look at the rows beside."""
    of, table = measure.of, measure.of.table
    end = of.end if isinstance(of, Spells) else pl.lit(None, pl.Date)
    asked = {CHILD: pl.col(table.columns["child"].name).cast(pl.String), START: of.start, END: end}
    asked |= {f"@{number}": test for number, test in enumerate(tests)}
    read = {name for each in asked.values() for name in each.meta.root_names()}
    shown = [name for name in COLUMNS if name in {n for test in tests for n in test.meta.root_names()}]
    frame = snapshot.beside_child(table, read | set(shown)).select(LINE, PART, SINCE, UNTIL, *shown, **asked)
    day = pl.lit(period.end) if isinstance(of, Spells) else pl.col(START)
    return frame.with_columns(answered(snapshot, table, day).fill_null(False).alias(ANSWERED)).collect()


def judged(
    row: Row, measure: Measure, period: Period, tests: list[pl.Expr], tells: Set[str]
) -> tuple[tuple[int, int], str]:
    """How near one row comes to counting, and why it does not."""
    start, failed = row[START], [test for n, test in enumerate(tests) if row[f"@{n}"] is not True]
    if start is None:
        return (NO_ROW, 0), "the day from which it would count is not recorded"
    why = list(because(row, failed, tells))
    days = outside(row, isinstance(measure.of, Spells), period)
    if days:
        return (OTHER_DAYS, start.toordinal() - len(why) * 100_000), "; ".join([days, *why])
    if not row[ANSWERED]:
        why.append("another return answers for that day")
    return (THESE_DAYS, start.toordinal()), "; ".join(why) or "it counts in another way"


def outside(row: Row, are_spells: bool, period: Period) -> str:
    """Why a row's own days are not those that are asked about; blank where they are."""
    start, end, last = row[START], row[END], period.end
    if not are_spells:
        if start < period.start:
            return f"before these dates: {said(start)}"
        return f"after these dates: {said(start)}" if start > last else ""
    if start > last:
        return f"counts only from {said(start)}"
    if end is not None and end == last:
        return "ended that day"
    return f"ended on {said(end)}" if end is not None and end < last else ""


def because(row: Row, failed: list[pl.Expr], tells: Set[str]) -> Iterator[str]:
    """What each test that fails was told: the columns that it reads, and what is in them."""
    for test in failed:
        names = [name for name in dict.fromkeys(test.meta.root_names()) if name in row and name in COLUMNS]
        told = {name: value_said(name, row[name]) if name in tells else NOT_YOURS for name in names}
        yield ", ".join(f"{about(name)}: {value}" for name, value in told.items())


def about(name: str) -> str:
    """What a column holds, in short: in small letters, for the middle of a sentence."""
    words = COLUMNS[name].about.split(";")[0]
    return words[:1].lower() + words[1:]


def value_said(name: str, value: object) -> str:
    """What is in a cell, in words."""
    if value is None:
        return "not recorded"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return said(value)
    codes = COLUMNS[name].codes
    label = codes.label(str(value)) if codes else str(value)
    return f"{label} ({value})" if label != str(value) else label

"""Returns that tell of a measure's table, and cannot answer for it: what it asks they never say, or say of
some children only. That nobody is found by them is not nought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from throughline.measures.kinds import Measure, value_of
from throughline.record.child import Child
from throughline.record.columns import Flag
from throughline.record.journey import COLUMNS, TABLE_NAMED
from throughline.record.rows import ORIGIN, PART, Events, Rows
from throughline.record.snapshots import Snapshot


def says_nothing(snapshot: Snapshot, measure: Measure) -> frozenset[int]:
    """The returns, by their numbers, that cannot answer for a measure."""
    asked = {name for each in reads(measure) for name in each.meta.root_names()}
    needed = {column.meta.output_name() for column in measure.needs}
    gaps = enumerate(snapshot.gaps)
    found = {part for part, gap in gaps if gap.in_part & asked or gap.untold & needed}
    found.update(never_chosen(snapshot, measure.of, {}))
    that = getattr(measure, "that", None)
    if isinstance(that, Rows):
        found.update(never_chosen(snapshot, that, blank_flags(snapshot, that)))
    return frozenset(found)


def reads(measure: Measure) -> Iterator[pl.Expr]:
    """What a measure asks of its rows: the day of an event, who is counted, who passes, how much."""
    that = getattr(measure, "that", None)
    for rows in (measure.of, that):
        if isinstance(rows, Rows):
            yield from (*rows.tests, *([rows.start] if isinstance(rows, Events) else []))
    yield from (each for each in (that, value_of(measure)) if isinstance(each, pl.Expr))


def never_chosen(snapshot: Snapshot, rows: Rows, blank: Mapping[int, set[str]]) -> Iterator[int]:
    """The returns that do not say something by which rows are chosen, having no place for it or because it
    is `blank`, and of which no row is."""
    names = {name for each in (rows.start, *rows.tests) for name in each.meta.root_names()}
    for part in {cover.part for cover in snapshot.covers.get(rows.table, ())}:
        untold = snapshot.gaps[part].untold if part < len(snapshot.gaps) else frozenset()
        unsaid = [n for n in names & (untold | blank.get(part, set())) if is_blank(snapshot, n, part)]
        if unsaid and wanted(rows).intersection(unsaid) and not chosen(snapshot, rows, names, part):
            yield part


def wanted(rows: Rows) -> set[str]:
    """The columns by which rows are chosen, but those of a test that a row passes in which all is blank."""
    return {n for e in (rows.start, *rows.tests) if not passed_blank(e) for n in e.meta.root_names()}


def passed_blank(test: pl.Expr) -> bool:
    """Whether a row in which all is blank passes a test."""
    kinds = {**ORIGIN, **{name: column.dtype for name, column in COLUMNS.items()}}
    schema = {name: kinds.get(name, pl.Int64) for name in test.meta.root_names()}
    return pl.DataFrame({name: [None] for name in schema}, schema).select(test).item() is True


def is_blank(snapshot: Snapshot, column: str, part: int) -> bool:
    """Whether no row of a return has anything in a column, told or made of what it told."""
    rows = snapshot.frames[TABLE_NAMED[column.split(".")[0]]]
    mine = pl.lit(True) if column in Child.schema() else pl.col(PART) == part
    return bool(rows.filter(mine).get_column(column).is_null().all())


def chosen(snapshot: Snapshot, rows: Rows, names: set[str], part: int) -> int:
    """How many rows of a return are chosen; of children, how many there are whoever told of them."""
    mine = pl.lit(True) if rows.table is Child else pl.col(PART) == part
    found = snapshot.beside_child(rows.table, names).filter(mine, rows.start.is_not_null(), rows.test)
    return int(found.select(pl.len()).collect().item())


def blank_flags(snapshot: Snapshot, that: Rows) -> dict[int, set[str]]:
    """Of each return, the yes-or-no columns that `that` asks of another table, and that are blank in each
    row: a list of visits that never tells whether the child was seen does not say that none was."""
    flags = [n for test in that.tests for n in test.meta.root_names() if isinstance(COLUMNS.get(n), Flag)]
    if not flags:
        return {}
    rows = snapshot.frames[that.table].group_by(PART).agg(pl.col(flags).is_null().all())
    return {row.pop(PART): {name for name, blank in row.items() if blank} for row in rows.to_dicts()}

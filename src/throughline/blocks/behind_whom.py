"""Whom a list behind a number is of: of children, or of what is no child (workers, posts, money, complaints);
and which of its rows this reader may open."""

from __future__ import annotations

import polars as pl

from throughline.blocks.asking import Ask
from throughline.blocks.labels import column_title
from throughline.blocks.persons import within
from throughline.counting.reading import of_children
from throughline.measures.kinds import Measure, Typical, value_of
from throughline.people.models import Action
from throughline.people.opening import open_others
from throughline.record.rows import Spells


def subject_of(measure: Measure) -> str:
    """The full name of the column that says whom or what a row is about."""
    table = measure.of.table
    return table.columns[table.subject].name


def heading_of(measure: Measure) -> str:
    """What stands above whom or what a row is about: Child, or The post."""
    return "Child" if of_children(measure.of.table) else column_title(subject_of(measure))


def list_title(measure: Measure) -> str:
    """What the list behind a number is called."""
    return "The children behind it" if of_children(measure.of.table) else "What is behind it"


def counted_in(measure: Measure, rows: pl.DataFrame) -> int:
    """How many of what the figure counts are in these rows: children, or whatever is counted once; where rows
    themselves are counted, or what they say is added up, the rows."""
    of, adds_rows = measure.of, value_of(measure) is not None and not isinstance(measure, Typical)
    if adds_rows or (not isinstance(of, Spells) and of.each is None):
        return rows.height
    each = pl.col(subject_of(measure)) if of.each is None else of.each
    once = each if isinstance(of, Spells) else pl.struct(each, of.start)
    return int(rows.select(once.n_unique()).item()) if rows.height else 0


def how_many(measure: Measure, rows: pl.DataFrame) -> str:
    """How many are in a list and in how many rows; blank where those are the same."""
    counted = counted_in(measure, rows)
    if counted == rows.height:
        return ""
    of_them = of_children(measure.of.table) and measure.of.each is None
    what = ("child" if counted == 1 else "children") if of_them else "counted"
    return f"{counted:,} {what} in {rows.height:,} rows"


def may_list(ask: Ask, measure: Measure) -> bool:
    """Whether there is any such list for this reader."""
    return ask.may_open_children if of_children(measure.of.table) else ask.may_open_others


def theirs(ask: Ask, measure: Measure, rows: pl.DataFrame) -> pl.DataFrame:
    """Those rows that this reader may open. It opens none of them."""
    return within(ask, rows, subject_of(measure)) if of_children(measure.of.table) else rows


def opened_rows(ask: Ask, measure: Measure, rows: pl.DataFrame, says: str, action: Action) -> pl.DataFrame:
    """The rows as this reader may see them; of children, once the log says so."""
    if of_children(measure.of.table):
        return ask.open(rows, says, action, child=subject_of(measure)).rows
    return open_others(ask.user, rows)

"""Questions about headings: what a file has that we do not know may be what it lacks."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from throughline.record.columns import Column
from throughline.returns.headings import Known, folded, heading_of, subject_of
from throughline.returns.kinds import LongCsv, Xml
from throughline.returns.likeness import LIKELY, Likeness, likeness, ranked
from throughline.returns.reading import BLANKS, Sheet
from throughline.returns.told import Choice, Question, Told

# Of a table's headings, known: where all that it must have are like some other; all but one; all but two.
NEAR = (0.5, 0.6, 0.6)


def ask_headings(sheet: Sheet, known: Known, told: Told) -> None:
    """Ask about every heading that the table does not know, where it lacks a column that this may be; first
    about what may be a column that it cannot do without. An XML file is written by its schema: what it has
    beyond that is a fault, not a question. So is a published list, which says more than is read."""
    lacking = [column for name, column in known.table.columns.items() if name not in known.places]
    if isinstance(known.given.reads, Xml | LongCsv) or not lacking:
        return
    found = []
    for place in strange(sheet, known):
        subject = subject_of(known.given, known.table, sheet.headings[place])
        if told.answer(subject) is None:
            found.append((subject, place, ranked(sheet.headings[place], values_of(sheet, place), lacking)))
    for subject, place, likest in sorted(found, key=lambda one: -needed(one[2])):
        asks = f"What is the column headed “{sheet.headings[place].strip(BLANKS)}” of {subject.table}?"
        choices = tuple(choice(column, like) for column, like in likest)
        told.ask(Question(subject, sheet.name, asks, choices, likest[0][1].score >= LIKELY))


def needed(likest: Sequence[tuple[Column, Likeness]]) -> float:
    """How like a heading is to a column that its table cannot do without; nought where none is wanting."""
    return max((like.score for column, like in likest if column.required), default=0.0)


def ask_what_lacks(sheet: Sheet, best: Known | None, told: Told) -> None:
    """Ask about the headings of a file that is no return for want of some, if it comes near enough to one:
    what is nothing like a return is not worth a question."""
    if best is None:
        return
    mine, unknown = set(best.places.values()), strange(sheet, best)
    columns = best.table.columns
    lacking = [column for name, column in columns.items() if name not in best.places]
    unlike = [column for column in lacking if not any(is_like(sheet, place, column) for place in unknown)]
    wanting = sum(column.required for column in unlike)
    share = len(mine) / min(len(columns), len(mine) + len(unknown)) if mine else 0.0
    could_be = len(columns) - len(unlike) + wanting >= best.given.enough * len(columns)
    if could_be and wanting < len(NEAR) and share >= NEAR[wanting]:
        ask_headings(sheet, best, told)


def strange(sheet: Sheet, known: Known) -> list[int]:
    """Where headings stand that the table does not know, nor its guide."""
    mine = set(known.places.values())
    official = {folded(heading) for heading in known.given.unread.get(known.table, ())}
    names = [folded(heading) for heading in sheet.headings]
    return [n for n, name in enumerate(names) if n not in mine and name and name not in official]


def is_like(sheet: Sheet, place: int, column: Column) -> bool:
    """Whether anything speaks for a column of the sheet being this one."""
    return likeness(sheet.headings[place], values_of(sheet, place), column).score >= LIKELY


def values_of(sheet: Sheet, place: int) -> pl.Series:
    """The cells of a column, blank where there is nothing in them."""
    cell = pl.col(str(place)).str.strip_chars(BLANKS)
    return sheet.cells.select(pl.when(cell != "").then(cell).alias("cell")).to_series()


def choice(column: Column, like: Likeness) -> Choice:
    """A column as an answer: its heading, and what it holds where the heading does not say."""
    heading = heading_of(column)
    about = "" if column.about == heading else f": {column.about}"
    return Choice(column.short, heading + about, like.why)

"""Lines of a file that are no rows of it: totals, notes and headings that somebody wrote, or a system did,
among the rows. Each would be a child."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import SOURCE_LINE
from throughline.returns.headings import Known, folded, heading_of, who
from throughline.returns.kinds import LongCsv
from throughline.returns.reading import BLANKS, Sheet

TOTAL = r"(?i)^(?:\*|(?:grand|sub)[ -]?totals?\b|totals?\b|notes?\b)"  # how a total or a note begins
A_NUMBER = r"^\S*\d\S*$"  # of a person: one word, with a figure in it
NARROW = 2  # columns: of a list of these, a line with one cell is nothing strange
LEAVE_OUT = "Leave it out of the export."


def without_no_rows(sheet: Sheet, known: Known) -> Sheet:
    """The sheet without such lines, and with a fault for each. An XML file or a published list has none."""
    column = who(known.table)
    if sheet.root or sheet.by_schema or isinstance(known.given.reads, LongCsv) or column is None:
        return sheet
    place = known.places[column.short]
    kept, faults = sheet.cells, []
    for test, says in reasons(sheet, place):
        wrong = pl.col("@who").is_not_null() & test
        marked = kept.with_columns(pl.col(str(place)).str.strip_chars(BLANKS).replace("", None).alias("@who"))
        lines = marked.filter(wrong).get_column(SOURCE_LINE)
        kept = marked.filter(~wrong.fill_null(False)).drop("@who")
        faults += [Fault(sheet.name, n, heading_of(column), says, LEAVE_OUT, aside=1) for n in lines]
    return replace(sheet, cells=kept, faults=(*sheet.faults, *faults)) if faults else sheet


def reasons(sheet: Sheet, place: int) -> list[tuple[pl.Expr, str]]:
    """What a line that is no row looks like, and what is said of it."""
    cells = [str(n) for n in range(len(sheet.headings))]
    others = [name for name in cells if name != str(place)]
    alone = ~pl.any_horizontal(pl.col(others).str.strip_chars(BLANKS).fill_null("") != "")
    heading = folded(sheet.headings[place])
    said = pl.col("@who")
    bare = said.str.to_lowercase().str.replace_all(r"\s+", " ").str.strip_chars_end("?): ") == heading
    found = [
        (bare, "this line is the headings again; it is set aside."),
        (said.str.contains(TOTAL), "this line is a total or a note, and no row; it is set aside."),
    ]
    if len(cells) > NARROW:
        alone &= ~said.str.contains(A_NUMBER)
        found.append((alone, "this line says one thing alone, and is no row; it is set aside."))
    return found

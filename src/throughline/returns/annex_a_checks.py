"""What is to be looked at in Annex A's lists before they are given to Ofsted: a workbook of its own, beside
them, so that the eleven sheets stay Ofsted's.

Each row of it names the sheet and the row in the other workbook. A column in which no row has anything is not
told row by row, but once, and why: most often the record has no place for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl
import xlsxwriter

from throughline.errors import Fault
from throughline.record.columns import Code, Date
from throughline.record.periods import said
from throughline.record.rows import Table
from throughline.returns.annex_a import ANNEX_A
from throughline.returns.annex_a_headings import ALWAYS_OPTIONAL, HEADINGS, OPTIONAL
from throughline.returns.annex_a_out import number_of
from throughline.returns.annex_a_tables import List5, List8, List9, List10
from throughline.returns.annex_a_workbook import sheet_of, write_sheet
from throughline.returns.headings import heading_of

Lists = Mapping[type[Table], pl.DataFrame]
FOUND = ("Sheet", "Row", "Child", "Column", "What is wrong", "What to do")
CORRECT = "Correct it in the case system, and receive the next extract."
ASKED = "Ofsted asks for it, and the record does not say."
ORDER: dict[type[Table], tuple[tuple[str, str], ...]] = {  # days of which the second cannot come first
    List5: (("discussed", "held"),),
    List8: (("started", "legal_started"), ("started", "placed"), ("started", "ended")),
    List10: (("entered_care", "started"), ("matched", "placed"), ("placed", "ended")),
}
AFTER_BIRTH = (List8, List9, List10)  # the others may begin before a child is born
NOT_KEPT = "It is kept only as it is now; what it was on that day is not known."
ONLY_NOW = ("Does the Child have a Disability", "Unaccompanied Asylum Seeking Child")
NO_PLACE = "The record has no place for it, or no return that is in tells it: fill it in from elsewhere."


def findings(lists: Lists, day: date) -> pl.DataFrame:
    """Everything to look at, sheet by sheet and row by row, under `FOUND`."""
    rows = [row for table, lines in lists.items() for row in sorted(found_in(table, lines, day))]
    kinds = {name: pl.Int64 if name == "Row" else pl.String for name in FOUND}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def found_in(table: type[Table], rows: pl.DataFrame, day: date) -> Iterator[tuple[object, ...]]:
    """What is wrong in one list. The heading of a sheet is its row 1."""
    sheet, id_ = f"List {number_of(table)}", next(iter(table.columns.values())).name
    numbered = rows.with_row_index("@row", offset=2)
    for test, heading, says in tests(table, rows, day):
        for line, child in numbered.filter(test.fill_null(False)).select("@row", id_).iter_rows():
            yield sheet, line, child, heading, says, CORRECT


Tests = Iterator[tuple[pl.Expr, str, str]]


def tests(table: type[Table], rows: pl.DataFrame, day: date) -> Tests:
    """Each test of a row, the heading to look under, and what is wrong where it holds."""
    yield from blanks(table, rows)
    yield from days(table, day)
    for column in table.columns.values():
        if isinstance(column, Code) and column.codes:
            known = pl.col(column.name).is_in(list(column.codes.labels))
            yield ~known, heading_of(column), "This is none of the codes that may be used."
    if keys := [table.columns[name].name for name in ANNEX_A.once.get(table, ())]:
        twice = pl.struct(keys).is_duplicated() & pl.all_horizontal(pl.col(key).is_not_null() for key in keys)
        yield twice, heading_of(table.columns[ANNEX_A.once[table][-1]]), "It is in the list more than once."


def blanks(table: type[Table], rows: pl.DataFrame) -> Tests:
    """Cells that Ofsted asks for, blank, in columns that are not blank from top to bottom."""
    names = {heading_of(column): column.name for column in table.columns.values()}
    for heading in HEADINGS[number_of(table)]:
        name = names.get(heading, heading)
        asked = heading not in (*OPTIONAL[number_of(table)], *ALWAYS_OPTIONAL)
        if asked and name in rows.columns and rows.get_column(name).is_not_null().any():
            yield pl.col(name).is_null() & ASKED_WHERE.get(name, pl.lit(True)), heading, ASKED


ASKED_WHERE = {  # there is no provider of a temporary stay (T0 to T4), nor of other placements (Z codes)
    "List8.provider": ~List8.placement.str.contains("^[TZ]").fill_null(False),
}


def days(table: type[Table], day: date) -> Tests:
    """Days that have not come, days before birth, and days in the wrong order."""
    for column in table.columns.values():
        if isinstance(column, Date):
            yield pl.col(column.name) > day, heading_of(column), f"This is after {said(day)}."
            if table in AFTER_BIRTH and column.short != "born":
                born = pl.col(table.columns["born"].name)
                yield pl.col(column.name) < born, heading_of(column), "This is before the child was born."
    usual = (("started", "ended"),) if {"started", "ended"} <= table.columns.keys() else ()
    for first, then in ORDER.get(table, usual):
        early = pl.col(table.columns[then].name) < pl.col(table.columns[first].name)
        other = heading_of(table.columns[first])
        yield early, heading_of(table.columns[then]), f"This is before “{other}”."


def blank_columns(lists: Lists, past: bool) -> Iterator[tuple[str, str, str]]:
    """Sheet, column and why, of every column in which no row has anything. On a `past` day there are more."""
    for table, rows in lists.items():
        sheet = sheet_of(table, rows)
        for heading in sheet.columns:
            if sheet.height and not sheet.get_column(heading).is_not_null().any():
                kept = past and heading.startswith(ONLY_NOW)
                yield f"List {number_of(table)}", heading, NOT_KEPT if kept else NO_PLACE


def write_checks(
    lists: Lists, about: Sequence[tuple[str, str]], day: date, past: bool, faults: Sequence[Fault], file: Path
) -> int:
    """Write the workbook of checks, and say how many cells are to be looked at. `about` is told at its
    beginning; `faults` are those of the files that are in."""
    found = findings(lists, day)
    blank = pl.DataFrame(list(blank_columns(lists, past)), schema=["Sheet", "Column", "Why"], orient="row")
    wrong = [(f.file, f.line, f.column, f.says, f.do) for f in faults]
    heads = {"File": pl.String, "Line": pl.Int64, "Column": pl.String, "What is wrong": pl.String}
    kinds = {**heads, "What to do": pl.String}
    book = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False, "strings_to_urls": False})
    sheets = {
        "About": pl.DataFrame(list(about), schema=["What", "Said"], orient="row"),
        "To look at": found,
        "Blank columns": blank,
        "Faults in the files": pl.DataFrame(wrong, schema=kinds, orient="row"),
    }
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    day_form = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        write_sheet(book.add_worksheet(name), rows, head, day_form)
    book.close()
    return found.height

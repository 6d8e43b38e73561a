"""Annex A's lists as a workbook: Ofsted's sheets, headings and answers, in Ofsted's order.

Where Ofsted words an answer (yes and no, gender, eligibility, category of abuse) it is written so; a code of
the Department's stays one. Source: `annex_a.yml` and the `annexa_` sets of `codes.csv` in the project's
facts. A column that the record cannot fill is there, and blank."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter

from throughline.record.care_codes import ELIGIBILITY
from throughline.record.codes import ABUSE, SEX
from throughline.record.rows import Table
from throughline.returns.annex_a_headings import HEADINGS
from throughline.returns.annex_a_out import number_of
from throughline.returns.headings import heading_of

WORDED: dict[str, dict[str, str]] = {  # by the title of a set of codes
    SEX.title: {"M": "a) Male", "F": "b) Female", "U": "c) Not stated/recorded"},
    ABUSE.title: {code: label for code, label in ABUSE.labels.items() if code != "MUL"} | {"MUL": "Multiple"},
    ELIGIBILITY.title: {
        "Relevant": "a) Relevant child",
        "Former relevant": "b) Former relevant child",
        "Qualifying": "c) Qualifying care leaver",
        "Eligible": "d) Eligible child",
    },
}
YES_NO: dict[object, str] = {True: "a) Yes", False: "b) No"}
WIDE, NARROW = 34, 13  # of a column, in letters: headings are wrapped


def write_annex_a(lists: Mapping[type[Table], pl.DataFrame], file: Path) -> None:
    """One workbook, a sheet a list: days as days, numbers as numbers, all else as text, so that nothing in it
    is a formula."""
    book = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False, "strings_to_urls": False})
    day_form = book.add_format({"num_format": "dd/mm/yyyy"})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for table, rows in lists.items():
        number = number_of(table)
        write_sheet(book.add_worksheet(f"List {number}"), sheet_of(table, rows), head, day_form)
    book.close()


def sheet_of(table: type[Table], rows: pl.DataFrame) -> pl.DataFrame:
    """A list under Ofsted's headings, in Ofsted's order and words."""
    named = {heading_of(column): column for column in table.columns.values()}
    cells = []
    for heading in HEADINGS[number_of(table)]:
        if (column := named.get(heading)) is not None:
            words = WORDED.get(column.codes.title, {}) if column.codes else {}
            cells.append(pl.col(column.name).replace(words).alias(heading))
        else:
            cells.append(pl.col(heading) if heading in rows.columns else pl.lit(None).alias(heading))
    return rows.select(cells)


def write_sheet(sheet: Any, rows: pl.DataFrame, head: Any, day_form: Any) -> None:
    """Headings, wrapped and kept in view, and a line a row."""
    sheet.write_row(0, 0, rows.columns, head)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, rows.height, rows.width - 1)
    for across, heading in enumerate(rows.columns):
        sheet.set_column(across, across, WIDE if len(heading) > WIDE else max(NARROW, len(heading) + 3))
    for down, row in enumerate(rows.iter_rows(), 1):
        for across, value in enumerate(row):
            put(sheet, down, across, value, day_form)


def put(sheet: Any, down: int, across: int, value: object, day_form: Any) -> None:
    """One cell; nothing where nothing is recorded."""
    if isinstance(value, date):
        sheet.write_datetime(down, across, value, day_form)
    elif isinstance(value, bool):
        sheet.write_string(down, across, YES_NO[value])
    elif isinstance(value, int | float):
        sheet.write_number(down, across, value)
    elif value is not None:
        sheet.write_string(down, across, str(value))

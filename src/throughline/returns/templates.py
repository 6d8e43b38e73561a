"""The template of a local list: a workbook with its headings, what may stand under each, and an example row.

It has two sheets: the list, and one about its columns, which is passed over when the list is received. What
people choose from is the labels of codes; received, a label is its code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from throughline.record.columns import Column, Date, Flag, Number
from throughline.record.rows import Table
from throughline.returns.headings import heading_of
from throughline.returns.own_examples import example_of
from throughline.returns.own_lists import LISTS, in_words
from throughline.returns.tables_out import plain_name

ROWS = 5000  # lines below the heading in which Excel helps to choose
ABOUT = "About the columns"
ABOUT_HEADINGS = ("About this column", "What it holds", "What may stand there", "Whether it must be filled")
MADE = datetime(2026, 1, 1)  # the same bytes each time; a day without its hour is passed over by the writer
PLAIN: Mapping[type[Column], str] = {
    Date: "A day, such as 31/03/2026", Flag: "Yes or No; blank if it is not recorded", Number: "A number",
}  # fmt: skip
EARLIEST = date(1900, 1, 1)
MOST_MESSAGE = 255  # characters that Excel shows beside a cell


def templates() -> dict[str, type[Table]]:
    """Every table that has a local list, by the name it is asked for: court_cases."""
    return {plain_name(table.__name__): table for table in LISTS}


def write_template(table: type[Table], file: Path) -> None:
    """Write the template of a table's local list to a new workbook."""
    with xlsxwriter.Workbook(str(file), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": MADE})
        sheet = book.add_worksheet(in_words(table.__name__).capitalize())
        write_list(book, sheet, table, write_about(book, table))


def write_about(book: Any, table: type[Table]) -> dict[str, str]:
    """The sheet about the columns: a line for each and, beside them, the labels that may be chosen. Gives
    where the labels of each column of codes stand."""
    sheet = book.add_worksheet(ABOUT)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, ABOUT_HEADINGS, bold)
    sheet.set_column(0, len(ABOUT_HEADINGS) - 1, 40, wrapped)
    found: dict[str, str] = {}
    for down, (short, column) in enumerate(table.columns.items(), 1):
        heading = heading_of(LISTS[table].columns[short])
        sheet.write_row(down, 0, (heading, f"{column.about}.", allowed(column), needed(table, column)))
        if column.codes:
            across = len(ABOUT_HEADINGS) + 1 + len(found)
            labels = list(column.codes.labels.values())
            sheet.write_string(0, across, f"{heading}: one of", bold)
            sheet.write_column(1, across, labels)
            sheet.set_column(across, across, 40)
            name = xl_col_to_name(across)
            found[short] = f"='{ABOUT}'!${name}$2:${name}${len(labels) + 1}"
    return found


def write_list(book: Any, sheet: Any, table: type[Table], labels: Mapping[str, str]) -> None:
    """The list itself: headings, the example, and help with what may stand below them. Numbers by which
    something is known are text, so that none loses its noughts."""
    bold = book.add_format({"bold": True, "bottom": 1})
    must = book.add_format({"bold": True, "bottom": 1, "bg_color": "#DCE9F2"})
    text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "dd/mm/yyyy"})
    example = example_of(table)
    for across, (short, column) in enumerate(table.columns.items()):
        heading = LISTS[table].columns[short]
        sheet.write_string(0, across, heading_of(heading), must if heading.required else bold)
        form = {Date: day, Number: None, Flag: None}.get(type(column), text)
        sheet.set_column(across, across, max(14, len(heading_of(heading)) + 4), form)
        put(sheet, across, column, example[short], form)
        sheet.data_validation(1, across, ROWS, across, help_with(column, labels.get(short)))
    sheet.freeze_panes(1, 0)


def put(sheet: Any, across: int, column: Column, value: object, form: Any) -> None:
    """One cell of the example, as somebody would fill it."""
    if isinstance(value, bool):
        sheet.write_string(1, across, "Yes")
    elif isinstance(value, float):
        sheet.write_number(1, across, value)
    elif isinstance(value, date):
        sheet.write_datetime(1, across, value, form)
    else:
        sheet.write_string(1, across, column.codes.label(str(value)) if column.codes else str(value), form)


def help_with(column: Column, labels: str | None) -> dict[str, Any]:
    """What Excel lets stand in a column, and says beside it."""
    beside = {"input_title": "What it holds", "input_message": f"{column.about}."[:MOST_MESSAGE]}
    if labels or isinstance(column, Flag):
        return {"validate": "list", "source": labels or ["Yes", "No"], **beside}
    if isinstance(column, Date):
        return {"validate": "date", "criteria": ">=", "value": EARLIEST, **beside}
    if isinstance(column, Number):
        return {"validate": "decimal", "criteria": ">=", "value": -1e12, **beside}
    return {"validate": "any", **beside}


def allowed(column: Column) -> str:
    """What may stand in a column, in words."""
    if column.codes:
        return f"One of: {'; '.join(column.codes.labels.values())}"
    return PLAIN.get(type(column), "Words, or a number that something is known by")


def needed(table: type[Table], column: Column) -> str:
    """Whether a cell may be blank, and whether the column may be left out."""
    if column.required:
        return "Yes: a line without it is set aside"
    if LISTS[table].columns[column.short].required:
        return "No, but the column must be there: the list is known by it"
    return "No: the whole column may be left out"

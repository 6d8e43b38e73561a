"""Writes Annex A: one workbook of eleven sheets, the same bytes each time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from throughline.returns.annex_a_headings import HEADINGS
from throughline.sample import annex_a_care, annex_a_rows
from throughline.sample.annex_a_rows import Inspection
from throughline.sample.as_at import AsAt, Row

LISTS: dict[int, Callable[[Inspection], Iterator[Row]]] = {
    1: annex_a_rows.contacts,
    2: annex_a_rows.early_help,
    3: annex_a_rows.referrals,
    4: annex_a_rows.assessments,
    5: annex_a_rows.enquiries,
    6: annex_a_rows.in_need,
    7: annex_a_rows.protection,
    8: annex_a_care.in_care,
    9: annex_a_care.care_leavers,
    10: annex_a_care.adoption,
    11: annex_a_care.prospective,
}


Lists = dict[int, list[Row]]


def lists_of(at: AsAt) -> Lists:
    """The eleven lists, each with its headings first."""
    now = Inspection(at)
    return {number: [tuple(HEADINGS[number]), *rows(now)] for number, rows in LISTS.items()}


def _fill(sheet: Any, rows: Sequence[Sequence[object]], day_form: Any) -> None:
    """Writes rows under the headings: days as Excel days, numbers as numbers, the rest as text."""
    for down, row in enumerate(rows, 1):
        for across, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(down, across, value, day_form)
            elif isinstance(value, int):
                sheet.write_number(down, across, value)
            elif value:
                sheet.write_string(down, across, value)


def write_sheets(path: Path, title: str, day: date, sheets: Mapping[str, Sequence[Sequence[object]]]) -> None:
    """A workbook as at a day, a sheet each; it says it was made that day, so that its bytes are always the
    same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    made = datetime.fromisoformat(day.isoformat())
    book.set_properties({"title": f"{title} {day.isoformat()}", "created": made})
    day_form, bold = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"bold": True})
    for name, (headings, *rows) in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, headings, bold)
        sheet.freeze_panes(1, 0)
        _fill(sheet, rows, day_form)
    book.close()


def write_lists(path: Path, day: date, lists: Mapping[int, Sequence[Sequence[object]]]) -> None:
    """Annex A's lists as at a day."""
    write_sheets(path, "Annex A", day, {f"List {number}": rows for number, rows in lists.items()})


def write_annex_a(path: Path, at: AsAt) -> None:
    """The workbook as at the day."""
    write_lists(path, at.date, lists_of(at))

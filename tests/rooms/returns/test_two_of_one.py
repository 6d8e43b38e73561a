"""Two sheets or files of one list and day: parts of it are added up and said; the same children twice are
not."""

import io
from datetime import date

import openpyxl
import pytest

from throughline.errors import Refused
from throughline.record.care import Care
from throughline.record.education import Peps
from throughline.returns.receiving import read_return

CARE = ["Child Unique ID", "Gender", "Date of Birth", "Date Started to be Looked After",
        "Child's Legal Status", "Date Ceased to be Looked After", "Placement Type",
        "Placement Provider"]  # fmt: skip
DAY = "Annex A 2026-06-30.xlsx"
PEPS = "child,completed,term\n"


def book(hidden=(), **sheets):
    """A workbook of sheets of children looked after, one line a child."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, children in sheets.items():
        sheet = made.create_sheet(title)
        sheet.append(CARE)
        for child in children:
            sheet.append([child, "M", "01/05/2012", "01/02/2026", "C2", None, "U6", "PR1"])
        if title in hidden:
            sheet.sheet_state = "hidden"
    made.save(data := io.BytesIO())
    return data.getvalue()


def test_a_hidden_sheet_is_left_aside_and_said(read, rows, says):
    part = read({DAY: book(List_8=["1001"], Old=["1002"], hidden=["Old"])})
    assert rows(part, Care, "child") == [("1001",)]
    assert (
        "“Old”: the sheet is hidden. It is left aside. Show the sheet if it is meant; else take it"
        in says(part)
    )


def test_a_hidden_sheet_of_words_is_nothing(read, says):
    made = openpyxl.load_workbook(io.BytesIO(book(List_8=["1001"])))
    words = made.create_sheet("Words")
    words.append(["Yes", "No", "Maybe"])
    words.sheet_state = "veryHidden"
    made.save(data := io.BytesIO())
    assert "Words" not in says(read({DAY: data.getvalue()}))


def test_two_sheets_of_other_children_are_both_read_and_said(read, rows, says):
    part = read({DAY: book(North=["1001"], South=["1002"], Empty=[])})
    assert rows(part, Care, "child") == [("1001",), ("1002",)]
    assert [fault.file[-7:] for fault in part.faults if "all are read" in fault.says] == [
        "“North”",
        "“South”",
    ]
    assert "another file or sheet of List 8 (Children in care) of the same day; all are read." in says(part)


def test_two_sheets_with_the_same_child_are_a_question(write):
    folder = write({DAY: book(Final=["1001", "1002"], Draft=["1001"])})
    with pytest.raises(Refused) as refused:
        read_return([folder])
    assert (
        "“Draft” and given/" in refused.value.what
        and "are both List 8 (Children in care)" in refused.value.what
    )
    assert "of the same day, and 1 of those in one are in the other. Which is meant?" in refused.value.what
    assert refused.value.do.startswith("Hide the sheet that is not meant")


def test_two_workbooks_of_a_day_with_the_same_child_are_a_question(write):
    files = {
        "draft 2026-06-30.xlsx": book(List_8=["1001"]),
        "final 2026-06-30.xlsx": book(List_8=["1001", "2"]),
    }
    with pytest.raises(Refused, match="Which is meant"):
        read_return([write(files)])


def test_workbooks_of_two_days_are_two(write):
    files = {"a 2026-05-31.xlsx": book(List_8=["1001"]), "a 2026-06-30.xlsx": book(List_8=["1001"])}
    parts = read_return([write(files)])
    assert [part.as_at for part in parts] == [date(2026, 5, 31), date(2026, 6, 30)]


def test_a_copy_of_a_workbook_is_the_same_workbook(read, rows):
    data = book(List_8=["1001"])
    part = read({DAY: data, f"Copy of {DAY}": data})
    assert rows(part, Care, "child") == [("1001",)]


def test_two_files_of_a_local_list(read, write, rows, says):
    north, south = PEPS + "1001,01/06/2026,Summer\n", PEPS + "1002,01/06/2026,Summer\n"
    part = read({"north-2026-06-30.csv": north, "south-2026-06-30.csv": south})
    assert rows(part, Peps, "child") == [("1001",), ("1002",)]
    assert "another file or sheet of peps of the same day; all are read." in says(part)
    both = write({"a-2026-06-30.csv": north, "b-2026-06-30.csv": north + "1002,01/06/2026,Summer\n"}, "both")
    with pytest.raises(Refused, match="1 of those in one are in the other"):
        read_return([both])


def test_wards_in_two_files_are_about_no_child(read):
    text = "postcode,ward,mid_year,children_0_17\n"
    files = {"a.csv": text + "ZS1 2QT,A,2012,109\n", "b.csv": text + "ZS1 2QU,A,2012,109\n"}
    assert read(files).faults == ()

"""The same lines in every form that a spreadsheet or a case system saves them in are the same record."""

import io

import openpyxl
import pytest

from throughline.errors import Refused
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.returns.reading import PLAIN, Form
from throughline.returns.receiving import read_return, returns
from throughline.returns.separators import form_of, headings_of

HEADER = [
    ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
    ["1001", "2", "01/05/2012", "WBRI", "", "", ""],
    ["1002", "1", "02/05/2012", "MWBC", "", "", ""],
]
EPISODES = [
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN".split(
        ","
    ),
    ["1001", "01/05/2025", "S", "C2", "N1", "U6", "PR1", "", "", "", "", "", ""],
    ["1002", "02/05/2025", "S", "C2", "N1", "U6", "PR1", "03/06/2025", "E8", "", "AB1 2CD; left", "", ""],
]


def parted(lines, by, above=""):
    """The lines as text; a cell that holds what parts them is in quotation marks."""
    told = [by.join(f'"{cell}"' if by in cell else cell for cell in line) for line in lines]
    return above + "\n".join(told) + "\n"


def book(**sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, lines in sheets.items():
        sheet = made.create_sheet(title)
        for line in lines:
            sheet.append([int(cell) if cell.isdigit() else cell or None for cell in line])
    made.save(data := io.BytesIO())
    return data.getvalue()


def filled(part, rows):
    return rows(part, Child, "child", "sex", "born"), rows(
        part, Care, "child", "started", "ended", "end_reason"
    )


@pytest.fixture
def usual(read, rows):
    told = filled(read({"h.csv": parted(HEADER, ","), "e.csv": parted(EPISODES, ",")}, "usual"), rows)
    assert len(told[0]) == len(told[1]) == 2
    return told


FORMS = {
    "semicolons": (lambda lines: parted(lines, ";").encode(), "semicolons, its headings stand in line 1"),
    "tabs of letters of two bytes": (
        lambda lines: parted(lines, "\t").encode("utf-16"),
        "tabs, its headings",
    ),
    "upright lines": (lambda lines: parted(lines, "|").encode(), "upright lines"),
    "sep": (lambda lines: parted(lines, ";", "sep=;\n").encode(), "semicolons, its headings stand in line 2"),
    "a title": (lambda lines: parted(lines, ",", "SSDA903, run 2 April\n\n").encode(), "line 3"),
    "a title in all cells": (
        lambda lines: parted(lines, ";", "SSDA903;;;;\n").encode(),
        "semicolons, its headings",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_another_form_is_the_same_record(form, read, rows, usual):
    saved, words = FORMS[form]
    said = []
    part = read({"h.txt": saved(HEADER), "e.txt": saved(EPISODES)}, say=said.append)
    assert filled(part, rows) == usual
    assert all("was sent; what it would fill" in fault.says for fault in part.faults)
    assert any("given/h.txt: its cells are parted by" in told and words in told for told in said)


@pytest.mark.parametrize("files", [("both.xlsx",), ("h.xlsx", "e.xlsx")])
def test_saved_as_a_workbook_it_is_the_same_record(files, read, rows, usual):
    whole = {"both.xlsx": book(header=HEADER, episodes=EPISODES)}
    each = {"h.xlsx": book(header=HEADER), "e.xlsx": book(episodes=EPISODES)}
    assert filled(read(whole if len(files) == 1 else each), rows) == usual


def test_a_fault_names_the_line_of_the_file(read, says):
    header = parted([*HEADER, ["1003", "1", "31/02/2012", "WBRI", "", "", ""]], ";", "A title\nand more\n")
    part = read({"h.csv": header, "e.csv": parted(EPISODES, ";")})
    assert "h.csv, line 6, DOB: “31/02/2012” is not a date." in says(part)
    short = parted([*HEADER, ["1003", "1"]], ";", "A title\n")
    part = read({"h.csv": short, "e.csv": parted(EPISODES, ";")}, "short")
    assert "h.csv, line 5: this line has 2 cells where the heading has 7; it is set aside." in says(part)


def test_a_workbook_of_what_nobody_knows_is_still_nothing(write):
    with pytest.raises(Refused, match="no return we know"):
        read_return([write({"a.xlsx": book(sheet=[["this", "that", "more"], ["1", "2", "3"]])})])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("CHILD,SEX,DOB\n", PLAIN),
        ("CHILD;SEX;DOB\n", Form(";", 0)),
        ("CHILD\tSEX\tDOB\n", Form("\t", 0)),
        ("this;that;more\nthat|this\n", PLAIN),
        ("CHILD\nSEX;DOB\n", Form(";", 1)),
        ("sep=|\nthis;that\n", Form("|", 1)),
        ("CHILD,SEX;DOB\n", PLAIN),
        ("CHILD;SEX|DOB;UPN|x\n", PLAIN),
        ("CHILD;SEX;x|DOB|UPN\n", PLAIN),
        ("CHILD,SEX\nCHILD;SEX\n", PLAIN),
        ("title\nCHILD;SEX\nCHILD;SEX\n", Form(";", 1)),
        ('"CHILD\n', PLAIN),
        ("", PLAIN),
    ],
)
def test_what_parts_the_cells_is_never_guessed(text, form):
    assert form_of(text, headings_of(tuple(returns()))) == form


def test_a_heading_of_two_lines_may_stand_below_a_title():
    text = 'A title\n"Weekly\ncost";Child;Started\n1;2;3\n'
    assert form_of(text, headings_of(tuple(returns()))) == Form(";", 1)

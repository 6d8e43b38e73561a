"""Workbooks that would kill or hang their reader: refused in a sentence, and nobody is killed."""

import io
import resource
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from throughline.errors import Refused
from throughline.returns import child_process, workbook_child
from throughline.returns.finding import Found
from throughline.returns.workbooks import is_workbook, read_workbook

FILE = Found(Path("a.xlsx"), "a.xlsx", ("a.xlsx",))


def book(*sheets):
    """A workbook: for each sheet its title and the cells to write."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, cells in sheets:
        sheet = made.create_sheet(title)
        for place, value in cells.items():
            sheet[place] = value
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def packed(members, **how):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in members.items():
            bundle.writestr(name, text)
    return data.getvalue()


SMALL = book(("List 1", {"A1": "a", "B1": "b", "C1": "c", "A2": 1}))
BOMB = packed({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": b"0" * (64 << 20)})


def test_what_a_workbook_is():
    assert is_workbook(SMALL) and is_workbook(b"\xd0\xcf\x11\xe0old")
    assert not is_workbook(b"CHILD,DOB\n")


def test_cells_are_text_and_rows_keep_their_numbers():
    data = book(
        ("List 1", {"B1": "A title", "B3": "id", "C3": "day", "D3": "flag", "B4": 1400212, "C4": "007",
                    "D4": True, "B6": 1.5, "C6": "05/01/2024", "B7": "  "}),
        ("cover", {"A1": "x"}),
        ("empty", {}),
    )  # fmt: skip
    (sheet,) = read_workbook(data, FILE)
    assert sheet.name == "a.xlsx, sheet “List 1”"
    assert sheet.headings == ("id", "day", "flag")
    assert sheet.cells.select("@source_line", "0", "1", "2").rows() == [
        (4, "1400212", "007", "true"),
        (6, "1.5", "05/01/2024", None),
    ]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_workbook_cut_short(share):
    with pytest.raises(Refused, match=r"a\.xlsx is damaged or was cut short"):
        read_workbook(SMALL[: int(len(SMALL) * share)], FILE)


def test_a_far_cell():
    data = book(("List 1", {"A1": "a", "B1": "b", "C1": "c", "XFD1048576": "far"}))
    with pytest.raises(Refused, match=r"a\.xlsx (is damaged, or too large|has far more cells)"):
        read_workbook(data, FILE)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (BOMB, "would unpack to far more"),
        (packed({f"xl/{n}": "" for n in range(501)}), "would unpack to far more"),
        (packed({"header.csv": "x"}), "is packed, and is no workbook"),
        (packed({"xl/workbook.xml": "<nothing/>"}), "is damaged, or too large"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "an old Excel file, or has a password"),
    ],
)
def test_refused_in_a_sentence(data, says):
    with pytest.raises(Refused, match=says) as refused:
        read_workbook(data, FILE)
    assert refused.value.do


def test_a_reader_that_hangs_is_stopped(monkeypatch):
    monkeypatch.setattr(child_process, "LONGEST_WAIT", 0.001)
    with pytest.raises(Refused, match="took too long"):
        read_workbook(SMALL, FILE)


def test_a_sheet_of_too_many_columns_is_no_list():
    small = ("List 2", {"A1": "a", "B1": "b", "C1": "c"})
    wide = book(("List 1", {openpyxl.utils.get_column_letter(n) + "1": "x" for n in range(1, 502)}), small)
    assert [sheet.title for sheet in read_workbook(wide, FILE)] == ["List 2"]


def test_the_child_counts_cells(tmp_path, monkeypatch):
    (tmp_path / "workbook").write_bytes(SMALL)
    assert workbook_child.read(tmp_path) == 0
    monkeypatch.setattr(workbook_child, "MOST_CELLS", 5)
    assert workbook_child.read(tmp_path) == workbook_child.TOO_MANY


def test_too_many_cells_are_said(monkeypatch):
    done = subprocess.CompletedProcess([], workbook_child.TOO_MANY)
    monkeypatch.setattr(subprocess, "run", lambda *given, **how: done)
    with pytest.raises(Refused, match="far more cells"):
        read_workbook(SMALL, FILE)


def test_the_child_takes_its_limits_before_it_reads(tmp_path, monkeypatch):
    (tmp_path / "workbook").write_bytes(SMALL)
    taken = {}
    monkeypatch.setattr(resource, "setrlimit", lambda kind, most: taken.update({kind: most[0]}))
    monkeypatch.setattr(sys, "argv", ["-c", str(tmp_path)])
    with pytest.raises(SystemExit) as left:
        workbook_child.main()
    assert left.value.code == 0 and (tmp_path / "sheets.json").exists()
    assert taken[resource.RLIMIT_AS] == child_process.MOST_MEMORY
    assert taken[resource.RLIMIT_CPU] == child_process.MOST_SECONDS


def test_a_bomb_is_refused_before_it_is_unpacked():
    before = time.process_time()
    with pytest.raises(Refused):
        read_workbook(BOMB, FILE)
    assert time.process_time() - before < 1


def test_days_of_a_workbook_that_counts_from_1904_are_the_days_it_shows():
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    made.active.append(["id", "day", "name"])
    made.active.append([1, date(2020, 5, 1), "x"])
    data = io.BytesIO()
    made.save(data)
    assert b'date1904="1"' in zipfile.ZipFile(data).read("xl/workbook.xml")
    (sheet,) = read_workbook(data.getvalue(), FILE)
    assert sheet.cells.get_column("1").to_list() == ["2020-05-01 00:00:00"]

"""Which files are read."""

import os
from datetime import date
from pathlib import Path

import pytest

from throughline.errors import Refused
from throughline.returns import finding
from throughline.returns.finding import Found, found


def test_hidden_files_and_links_that_lead_out_are_left(write, tmp_path):
    folder = write({"a.csv": "x", "in/b.csv": "y", ".c.csv": "z", ".git/d.csv": "z", "~$e.xlsx": "z"})
    outside = write({"f.csv": "z"}, folder="outside")
    (folder / "f.csv").symlink_to(outside / "f.csv")
    assert [file.name for file in found([folder])] == ["given/a.csv", "given/in/b.csv"]


def test_a_file_given_twice_is_one(write):
    folder = write({"a.csv": "x"})
    assert [file.name for file in found([folder, folder / "a.csv"])] == ["given/a.csv"]
    assert [file.name for file in found([folder / "a.csv"])] == ["a.csv"]


def test_files_of_one_name_are_told_apart(write):
    one, two = write({"a.csv": "x"}, folder="1/given"), write({"a.csv": "y"}, folder="2/given")
    assert [file.name for file in found([one, two])] == ["1/given/a.csv", "2/given/a.csv"]


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(Refused, match=r"nought\.csv is not there"):
        found([tmp_path / "nought.csv"])


def test_limits(write, monkeypatch):
    folder = write({"a.csv": "xx", "b.csv": "y"})
    monkeypatch.setattr(finding, "MOST_FILES", 1)
    with pytest.raises(Refused, match="more than 1 files"):
        found([folder])
    monkeypatch.setattr(finding, "LARGEST_FILE", 1)
    (file,) = found([folder / "a.csv"])
    with pytest.raises(Refused, match="larger than"):
        file.read()


def test_a_file_that_may_not_be_read_is_said(write, monkeypatch):
    (file,) = found([write({"a.csv": "x"})])

    def refuse(path):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Refused, match="cannot be read: Permission denied"):
        file.read()


def test_the_day_in_a_name():
    assert Found(Path("x"), "x", ("a 2026-06-30.xlsx", "2025-01-01")).day() == date(2026, 6, 30)
    assert Found(Path("x"), "x", ("a 2026-13-30.xlsx", "ssd_2025-01-01")).day() == date(2025, 1, 1)
    assert Found(Path("x"), "x", ("a.xlsx",)).day() is None

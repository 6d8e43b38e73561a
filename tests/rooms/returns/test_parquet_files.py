"""The dataset as Parquet: the same record as from CSV; what would kill a reader is refused in a sentence."""

import io
import json
import resource
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl
import pytest

from throughline.errors import Refused
from throughline.record.composing import compose
from throughline.returns import child_process, parquet_child
from throughline.returns.finding import Found
from throughline.returns.parquet_files import is_parquet, read_parquet
from throughline.returns.receiving import read_return

FILE = Found(Path("a.parquet"), "a.parquet", ("a.parquet",))
LONDON = ZoneInfo("Europe/London")


def packed(columns):
    data = io.BytesIO()
    pl.DataFrame(columns).write_parquet(data)
    return data.getvalue()


SMALL = packed({"pers_person_id": [1], "pers_dob": [date(2015, 3, 1)]})


def cells(columns):
    """What a file of these columns says, as text."""
    sheet = read_parquet(packed(columns), FILE)
    return sheet.headings, sheet.cells.rows()


def test_what_parquet_is():
    assert is_parquet(SMALL) and is_parquet(b"PARE and a key")
    assert not is_parquet(b"CHILD,DOB\n")


def test_every_kind_of_column_is_as_a_csv_would_say_it():
    headings, rows = cells({
        "id": [10000001, None],
        "as_float": [7.0, float("nan")],  # pandas makes whole numbers with a gap into these
        "half": [0.5, -0.5],
        "decimal": [Decimal("12.00"), None],
        "day": [date(2026, 6, 30), None],
        "clock": [datetime(2026, 6, 30), datetime(2026, 6, 30, 14, 5)],
        "zone": [datetime(2026, 6, 30, tzinfo=LONDON), None],
        "flag": [True, False],
        "words": ["007", ""],
        "group": pl.Series(["EMO", None], dtype=pl.Categorical),
        "none": [None, None],
    })  # fmt: skip
    assert headings[0] == "id" and len(headings) == 11
    first = (
        "10000001",
        "7",
        "0.5",
        "12",
        "2026-06-30",
        "2026-06-30",
        "2026-06-30",
        "true",
        "007",
        "EMO",
        None,
        2,
    )
    second = (None, None, "-0.5", None, None, "2026-06-30 14:05:00", None, "false", "", None, None, 3)
    assert rows == [first, second]


def test_a_row_that_says_nothing_is_no_row_and_the_next_keeps_its_line():
    assert cells({"a": ["x", " ", "y"], "b": [None, None, "z"]})[1] == [("x", None, 2), ("y", "z", 4)]


def test_a_column_of_lists_or_bytes_is_a_fault_and_the_others_are_read():
    sheet = read_parquet(packed({"a": ["x"], "l": [[1]], "s": [{"k": 1}], "b": [b"x"]}), FILE)
    assert sheet.headings == ("a",)
    assert [fault.column for fault in sheet.faults] == ["l", "s", "b"]
    assert "lists or bytes" in sheet.faults[0].says


def test_the_same_record_as_from_csv_typed_or_as_text(saltscar_files, tmp_path):
    day = f"ssd_{date(2026, 11, 21)}"
    kept = (
        "ssd_person",
        "ssd_contacts",
        "ssd_cp_plans",
        "ssd_cla_episodes",
        "ssd_cla_placement",
        "ssd_address",
    )
    for folder in ("csv", "typed", "text"):
        (tmp_path / folder / day).mkdir(parents=True)
    for name in kept:
        data = b"".join((saltscar_files / day / f"{name}.csv").read_bytes().splitlines(keepends=True)[:500])
        (tmp_path / "csv" / day / f"{name}.csv").write_bytes(data)
        codes = {"pers_gender": pl.String} if name == "ssd_person" else {}  # “01” is a code, and no number
        typed = pl.read_csv(
            io.BytesIO(data), infer_schema_length=None, try_parse_dates=True, schema_overrides=codes
        )
        typed.write_parquet(tmp_path / "typed" / day / f"{name}.parquet")
        text = pl.read_csv(io.BytesIO(data), infer_schema=False)
        text.write_parquet(tmp_path / "text" / day / f"{name}.parquet")
    csv, *others = (compose(read_return([tmp_path / each]), "") for each in ("csv", "typed", "text"))
    for other in others:
        assert other.as_at == csv.as_at and other.covers == csv.covers
        assert all(frame.equals(other.frames[table]) for table, frame in csv.frames.items())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PARE" + SMALL[4:], "locked with a key"),
        (SMALL[:-40], "cut short"),
        (SMALL[:4] + b"\xff" * 60 + SMALL[64:], "damaged"),
        (SMALL[:-8] + b"\xff\xff\xff\x7fPAR1", "damaged"),
        (packed({}), "has no columns"),
        (packed({"l": [[1]]}), "has no columns"),
        (packed({str(n): ["x"] for n in range(501)}), "far more than any return"),
        (packed({"a": pl.repeat(1, 51_000_000, eager=True, dtype=pl.Int8)}), "far more than any return"),
        (packed({"a": pl.repeat("x" * 2000, 300_000, eager=True)}), "far more than any return"),
    ],
    ids=["locked", "cut", "data", "footer", "empty", "lists", "columns", "rows", "text"],
)
def test_refused_in_a_sentence(data, says):
    assert len(data) < 1 << 20
    with pytest.raises(Refused, match=says) as refused:
        read_parquet(data, FILE)
    assert refused.value.do


def test_too_large_a_file_is_not_given_to_the_reader(monkeypatch):
    monkeypatch.setattr("throughline.returns.parquet_files.LARGEST", 100)
    with pytest.raises(Refused, match="larger than"):
        read_parquet(SMALL, FILE)


def test_a_reader_that_hangs_is_stopped(monkeypatch):
    monkeypatch.setattr(child_process, "LONGEST_WAIT", 0.001)
    with pytest.raises(Refused, match="took too long"):
        read_parquet(SMALL, FILE)


def test_a_reader_that_is_killed_is_a_sentence(monkeypatch):
    monkeypatch.setattr(subprocess, "run", lambda *given, **how: subprocess.CompletedProcess([], -11))
    with pytest.raises(Refused, match="damaged, or too large to read"):
        read_parquet(SMALL, FILE)


def test_the_reader_takes_its_limits_before_it_reads(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(
        packed({"a": [1.0], "d": [Decimal(1)], "t": [datetime(2026, 1, 1)], "l": [[1]]})
    )
    taken = {}
    monkeypatch.setattr(resource, "setrlimit", lambda kind, most: taken.update({kind: most[0]}))
    monkeypatch.setattr(sys, "argv", ["-c", str(tmp_path)])
    with pytest.raises(SystemExit) as left:
        parquet_child.main()
    assert left.value.code == 0
    assert json.loads((tmp_path / "read.json").read_text()) == {"headings": ["a", "d", "t"], "passed": ["l"]}
    assert taken[resource.RLIMIT_AS] == child_process.MOST_MEMORY
    assert taken[resource.RLIMIT_CPU] == child_process.MOST_SECONDS


@pytest.mark.parametrize("limit", ["MOST_CELLS", "MOST_COLUMNS", "MOST_TEXT"])
def test_the_reader_counts_before_it_reads(tmp_path, monkeypatch, limit):
    (tmp_path / "file").write_bytes(SMALL)
    monkeypatch.setattr(parquet_child, limit, 1)
    assert parquet_child.read(tmp_path) == parquet_child.TOO_MANY
    assert not (tmp_path / "cells").exists()

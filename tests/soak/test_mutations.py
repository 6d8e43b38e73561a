"""Thousands of spoiled files: each is read with its faults listed, or refused in a sentence; none goes
uncaught, hangs, or takes a gigabyte; and what was served is served still."""

import random
import shutil
import signal
from collections import Counter

import pytest
from little_returns import year

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.returns.receiving import read_return

from .forked import grown, use
from .killing import check_whole, looked_after_in
from .mutating import spoiled_csv, spoiled_workbook, spoiled_xml
from .mutating_parquet import spoiled_parquet
from .sizes import many, told
from .small_files import census, newest, tables, workbook

LONGEST = 60  # seconds
MOST = 1024  # MB
NAMED = {
    "ssda903": "2025-26"
}  # a folder says what its files are of, or that alone would be a fault: here a year
WHOLE_LOADS = 50  # one file in so many is received to the end, beside a record that is served


@pytest.fixture(scope="module")
def clean(saltscar_files):
    """Clean files of each kind, and what spoils them."""
    people, care = (
        tables(newest(saltscar_files, name).parent) for name in ("ssd_person.csv", "episodes.csv")
    )
    whole = workbook(newest(saltscar_files, "*.xlsx"))
    return {
        "ssd": lambda chance: spoiled_csv(chance, people),
        "ssda903": lambda chance: spoiled_csv(chance, care),
        "annex_a": lambda chance: {"annex_a.xlsx": spoiled_workbook(chance, whole)},
        "cin": lambda chance: {"cin.xml": spoiled_xml(chance, census())},
        "parquet": lambda chance: spoiled_parquet(chance, people),
    }


def spoiled(clean, kind, seed, folder):
    """The spoiled files of this seed, written to a folder, which is given."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in clean[kind](random.Random(f"{kind} {seed}")).items():
        file = folder / NAMED.get(kind, "2026-11-21") / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def too_long(*_):
    raise TimeoutError(f"more than {LONGEST} seconds")


def fate(folder):
    """What becomes of the files: *read*, *read, with faults* or *refused*; else the error goes up."""
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LONGEST)
    try:
        parts = read_return([folder])
    except Refused as refused:
        assert refused.what and "Traceback" not in str(refused)
        return "refused"
    finally:
        signal.alarm(0)
    return "read, with faults" if any(part.faults for part in parts) else "read"


@pytest.mark.parametrize("kind", ["ssd", "ssda903", "annex_a", "cin", "parquet"])
def test_spoiled_files_are_read_or_refused(clean, kind, tmp_path, monkeypatch):
    forked = use(monkeypatch, tmp_path)
    fates, wrong, most = Counter(), [], 0
    for seed in range(many(2_500, 30)):
        folder = spoiled(clean, kind, seed, tmp_path / "files")
        try:
            what, more = grown(fate, folder)
            fates[what], most = fates[what] + 1, max(most, more)
        except BaseException as error:  # a panic in a reader is no Exception
            wrong.append(f"{kind}, seed {seed}: {type(error).__name__}: {str(error)[:200]}")
    most = max(forked.most, most)
    told(f"{kind}: {dict(fates)}; uncaught {len(wrong)}, hung {len(forked.hung)}, most memory {most:,} MB.")
    assert wrong == [] and forked.hung == []
    assert most < MOST
    assert fates["read, with faults"] and len(fates) > 1  # the mutations are neither tame nor deadly


@pytest.mark.parametrize("kind", ["ssd", "ssda903", "annex_a", "cin", "parquet"])
def test_what_was_served_is_served_still(clean, kind, tmp_path):
    first = Council(tmp_path / "first" / "saltby")
    receive(first, [year(tmp_path / "earlier", 2024, 2)])
    fates = Counter()
    for seed in range(many(2_500 // WHOLE_LOADS, 1)):
        shutil.rmtree(tmp_path / "saltby", ignore_errors=True)
        shutil.copytree(first.folder, tmp_path / "saltby")
        saltby, files = Council(tmp_path / "saltby"), spoiled(clean, kind, seed, tmp_path / "files")
        try:
            status = receive(saltby, [files]).status
        except Refused:
            status = "refused"
        fates[status] += 1
        if status == "in":
            check_whole(saltby)
            continue
        assert saltby.current() == first.current()
        assert looked_after_in(saltby, 2024).value == 2
        kept = [file.read_bytes() for file in saltby.folder.glob("re*ed/*/**/*") if file.is_file()]
        assert all(file.read_bytes() in kept for file in files.rglob("*") if file.is_file())
    told(f"{kind}, received to the end: {dict(fates)}; the earlier record was served whenever it was not in.")

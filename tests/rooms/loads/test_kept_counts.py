"""Counts of earlier records: few are kept, the served one always, and any other is made again the same."""

import os
import shutil
from datetime import date

import pytest
from little_returns import year

from throughline.counting import store
from throughline.counting.store import counted_name
from throughline.loads import kept_counts
from throughline.loads.counts import answers_about, answers_now, count_snapshot, is_counted
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.loads.said import is_said, said_then
from throughline.measures.care import looked_after
from throughline.record.periods import as_at
from throughline.record.snapshots import Snapshot

MARCH = date(2024, 3, 31)


@pytest.fixture(scope="module")
def received(tmp_path_factory):
    """A council that has received three years, and keeps two counts; its records, oldest first."""
    folder, records = tmp_path_factory.mktemp("three"), []
    council = Council(folder / "councils" / "saltby")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(kept_counts, "KEPT", 2)
        for end, children in ((2024, 2), (2025, 3), (2026, 4)):
            receive(council, [year(folder, end, children)])
            records.append(council.current()["snapshot"])
    return council, records


@pytest.fixture
def three_loads(received, tmp_path, monkeypatch):
    """The same, to do with as one likes."""
    monkeypatch.setattr(kept_counts, "KEPT", 2)
    council, records = received
    shutil.copytree(council.folder, tmp_path / "saltby")
    yield Council(tmp_path / "saltby"), records
    answers_about.cache_clear()


def kept(council, records):
    """Which of the records have their count here."""
    return [n for n, record in enumerate(records) if is_counted(council, record)]


def test_the_served_one_and_the_newest_are_kept_and_what_all_said(three_loads):
    council, records = three_loads
    assert kept(council, records) == [1, 2]
    assert all(is_said(council, record) for record in records)
    assert said_then(council, records[0], "looked_after", MARCH).value == 2
    assert not list(council.counts.glob(".gone-*"))


def test_one_that_went_is_made_again_the_same_and_what_is_served_stays(three_loads):
    council, records = three_loads
    said = said_then(council, records[0], "looked_after", MARCH)
    assert answers_about(council, records[0]).value(looked_after, as_at(MARCH)).value == said.value == 2
    assert kept(council, records) == [0, 2]
    opened = Snapshot.open(council.snapshots / records[1])
    count_snapshot(council, opened)
    assert kept(council, records) == [1, 2], "what was asked for longer ago went, and not what is served"
    assert answers_now(council).value(looked_after, as_at(date(2026, 3, 31))).value == 4


def test_what_is_asked_for_stays(three_loads, tmp_path, monkeypatch):
    council, records = three_loads
    monkeypatch.setattr(kept_counts, "KEPT", 3)
    for record in records[:2]:
        answers_about(council, record)
    answers_about.cache_clear()
    for place in council.counts.glob("[!.]*"):
        os.utime(place, (1, 1))
    answers_about(council, records[0])
    receive(council, [year(tmp_path, 2023, 1)])
    assert kept(council, records) == [0, 2], "what is served till then, and what was asked for last"


def test_whoever_has_one_open_reads_on(three_loads):
    council, records = three_loads
    answers = answers_about(council, records[1])
    for record in (records[0], records[2]):
        count_snapshot(council, Snapshot.open(council.snapshots / record))
    count_snapshot(council, Snapshot.open(council.snapshots / records[0]))
    assert kept(council, records) == [0, 2]
    assert answers.value(looked_after, as_at(date(2025, 3, 31))).value == 3


def test_counts_by_an_earlier_catalogue_go_once_there_is_one_by_this(three_loads, monkeypatch):
    council, records = three_loads
    monkeypatch.setattr(store, "engine", lambda: "another")
    assert kept(council, records) == []
    count_snapshot(council, Snapshot.open(council.snapshots / records[2]))
    mine = sorted(each.name for each in council.counts.glob(f"{records[2][:20]}-*"))
    assert mine == [counted_name(records[2]), f"{counted_name(records[2])}.said.parquet"]
    assert len([each for each in council.counts.glob("[!.]*") if each.is_dir()]) == 2


def test_what_a_stopped_one_left_and_another_process_took_does_no_harm(three_loads, monkeypatch):
    council, records = three_loads
    made, there = counted_name(records[1]), council.counts / counted_name(records[2])
    left = council.counts / f".gone-{made}"
    left.mkdir()
    (left / "arrays.bin").write_text("half")
    monkeypatch.setattr(kept_counts, "KEPT", 1)
    monkeypatch.setattr(kept_counts, "outdated", lambda *_: [council.counts / "taken by another"])
    kept_counts.thin(council, there)
    assert kept(council, records) == [2] and not left.exists()
    kept_counts.asked_for(council.counts / made)
    assert not (council.counts / made).exists()

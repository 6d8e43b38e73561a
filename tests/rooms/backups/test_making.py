"""Backup and restore: what comes back is what was there, and what is not whole never comes back."""

import json
import os
import random
import shutil
import sqlite3
import stat
import threading
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from little_returns import year

from throughline.backups import contents, log, making
from throughline.backups.contents import later, names_in, read_list
from throughline.backups.proving import prove
from throughline.backups.sealing import PIECE, sealed_size
from throughline.errors import Refused
from throughline.loads.counts import answers_now
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.measures.care import looked_after
from throughline.record.periods import as_at

from .conftest import left_out, sealed, told


def test_what_is_restored_equals(a_home):
    with sqlite3.connect(
        a_home.folder / "throughline.sqlite3"
    ) as writer:  # and goes on: the log is not merged
        writer.execute("insert into opening values ('2026-01-02', 'one more')")
        writer.commit()
        made = a_home.up()
    writer.close()
    done = a_home.back()
    for place in (a_home.other, *a_home.other.rglob("*")):
        assert stat.S_IMODE(place.stat().st_mode) == (0o700 if place.is_dir() else 0o600)
    assert done.backup.name == made.name and done.aside is None
    assert told(a_home.other) == told(a_home.folder)
    assert told(a_home.other)[2][-1] == ("2026-01-02", "one more")


def test_what_goes_in_and_what_does_not(a_home):
    a_home.up()
    a_home.back()
    names = {str(file.relative_to(a_home.other)) for file in a_home.other.rglob("*") if file.is_file()}
    assert {"settings.toml", "child_key", "throughline.sqlite3", "councils/saltby/current"} <= names
    assert any(name.startswith("councils/saltby/refused/") for name in names)
    assert any(name.startswith("councils/saltby/received/") for name in names)
    assert "secret_key" not in names, "sessions that were ended must not come to life again"
    assert not any("counts" in name or "/." in name for name in names), "made again when they are wanted"


def test_names_and_bytes_in_a_backup_tell_nothing(a_home):
    a_home.up()
    everything = b"".join(file.name.encode() + file.read_bytes() for file in sealed(a_home.to))
    for word in (b"saltby", b"episodes", b"100,1,01/05/2012", b"key1", b"PAR1", b"SQLite"):
        assert word not in everything
    assert {len(file.name) for file in (a_home.to / "files").rglob("*") if file.is_file()} == {64}


def test_the_next_night_copies_what_is_new_alone(a_home, tmp_path):
    first = a_home.up()
    before = {file: file.stat().st_mtime_ns for file in sealed(a_home.to)}
    again = a_home.up()
    assert (first.new, again.new) == (len({kept.sha256 for kept in first.files}), 1)  # the log of backups
    receive(a_home.council, [year(tmp_path, 2026, 4)])
    third = a_home.up()
    assert 1 < third.new < len(third.files) / 2
    assert all(file.stat().st_mtime_ns == at for file, at in before.items())
    a_home.back(which=first.name)
    assert told(a_home.other)[5] == told(a_home.folder)[5][1:]  # as it was before the third load


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_files_of_any_size(a_home, size):
    content = random.Random(size).randbytes(size)
    (a_home.folder / "councils" / "saltby" / "a file").write_bytes(content)
    a_home.up()
    a_home.back()
    assert (a_home.other / "councils" / "saltby" / "a file").read_bytes() == content
    kept = next(
        k for k in read_list(a_home.to, names_in(a_home.to)[0], a_home.key).files if k.path.endswith("a file")
    )
    place = contents.place_of(a_home.to, a_home.key.name_of(bytes.fromhex(kept.sha256)))
    assert place.stat().st_size == sealed_size(size)


def test_restoring_over_a_home(a_home):
    a_home.up()
    receive(a_home.council, [year(a_home.folder.parent, 2026, 4)])
    before = told(a_home.folder)
    with pytest.raises(Refused, match="not empty"):
        a_home.back(a_home.folder)
    assert told(a_home.folder) == before
    done = a_home.back(a_home.folder, over=True)
    assert told(done.aside) == before and told(a_home.folder)[5] == before[5][1:]


def test_an_empty_folder_will_do_and_other_things_will_not(a_home, tmp_path, monkeypatch):
    a_home.up()
    a_home.other.mkdir(parents=True)
    assert a_home.back().aside is None
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(a_home.other)
    for place, why in (("file", "is no folder"), ("link", "is a link")):
        with pytest.raises(Refused, match=why):
            a_home.back(tmp_path / place, over=True)
    with pytest.raises(Refused, match="There is no backup 2000 in"):
        a_home.back(tmp_path / "new", which="2000")
    shutil.rmtree(a_home.to)
    with pytest.raises(Refused, match="There is no backup in"):
        a_home.back(tmp_path / "new")


def test_a_home_that_is_not_there(a_home, tmp_path):
    with pytest.raises(Refused, match="There is no home folder"):
        making.back_up(tmp_path / "none", a_home.to, a_home.key, {}, print)
    (a_home.folder / "throughline.sqlite3").unlink()
    names = {kept.path for kept in a_home.up().files}
    assert "throughline.sqlite3" not in names and "settings.toml" in names


def test_a_load_waits_for_a_backup_and_a_backup_for_a_load(a_home, monkeypatch):
    monkeypatch.setattr(making, "OFTEN", 0.01)
    begun, over = threading.Event(), threading.Event()

    def loading():
        with a_home.council.alone():
            begun.set()
            over.wait(10)

    load = threading.Thread(target=loading)
    load.start()
    begun.wait(10)
    monkeypatch.setattr(making, "PATIENCE", 0.0)
    with pytest.raises(Refused, match="goes on and on"):
        a_home.up()
    monkeypatch.setattr(making, "PATIENCE", 10.0)
    ending = threading.Timer(0.1, over.set)
    ending.start()
    a_home.up()
    assert "Waiting for a load of saltby to be done." in a_home.said
    load.join()


def test_a_line_that_is_logged_meanwhile_does_no_harm(a_home, monkeypatch):
    real = making.seal

    def sealing(source, *rest):
        if source.name.endswith("loads.jsonl") and not logged:
            logged.append(a_home.council.log({"load": "", "status": "exported"}))
        return real(source, *rest)

    logged = []
    monkeypatch.setattr(making, "seal", sealing)
    a_home.up()
    a_home.back()
    assert (
        told(a_home.other)[5] == a_home.council.loads() and a_home.council.loads()[0]["status"] == "exported"
    )


def test_progress_is_told(a_home, monkeypatch):
    monkeypatch.setattr(making, "OFTEN", 0.0)
    a_home.up()
    a_home.back()
    assert any(line.startswith("Backed up: 1 of ") for line in a_home.said)
    assert any(line.startswith("Restored: 1 of ") for line in a_home.said)


def test_a_proof_is_logged_and_leaves_nothing(a_home):
    assert log.last(a_home.folder, log.PROVEN).late
    answers_now(a_home.council).value(looked_after, as_at(date(2025, 3, 31)))
    a_home.up()
    before = told(a_home.folder)
    proof = prove(a_home.to, a_home.folder, a_home.key, None, None, a_home.said.append)
    assert (proof.snapshots, proof.same) == (2, 1)
    assert told(a_home.folder) == before and not (a_home.folder / ".proving").exists()
    assert str(log.last(a_home.folder, log.PROVEN)) == "a minute ago"


def test_a_proof_where_nothing_was_counted_and_where_other_answers_were(a_home, tmp_path):
    a_home.up()
    elsewhere = tmp_path / "elsewhere"
    assert prove(a_home.to, elsewhere, a_home.key, None, None, a_home.said.append).same == 0
    file = next((a_home.council.counts).rglob("index.json"))
    file.write_text(file.read_text() + " ")
    for index in a_home.council.counts.glob("*/index.json"):
        index.write_text("{}")
    with pytest.raises(Refused, match="counts to other answers"):
        prove(a_home.to, a_home.folder, a_home.key, None, None, a_home.said.append)
    assert log.last(a_home.folder, log.PROVEN).at is None


def test_a_council_with_nothing_in_is_proven_too(a_home):
    Council(a_home.folder / "councils" / "newby").folder.mkdir()
    (a_home.folder / "councils" / "newby" / "loads.jsonl").write_text("")
    a_home.up()
    assert prove(a_home.to, a_home.folder, a_home.key, None, None, a_home.said.append).same == 1


def test_what_a_stopped_backup_left_is_cleared_after_a_day(a_home):
    a_home.up()
    left = a_home.to / "files" / "00" / ".half"
    left.parent.mkdir(exist_ok=True)
    left.write_text("")
    os.utime(left, (time.time(), time.time()))  # by the clock that the backup goes by, whatever it says
    a_home.up()
    assert left.exists()
    os.utime(left, (0, 0))
    a_home.up()
    assert not left.exists()


@pytest.mark.parametrize(
    ("old", "words"),
    [(10, "a minute"), (119 * 60, "119 minutes"), (7200, "2 hours"), (47 * 3600, "47 hours"),
     (40 * 86400, "40 days")],
)  # fmt: skip
def test_an_age_in_words(old, words):
    assert log.ago(timedelta(seconds=old)) == words


def test_when_a_backup_is_late():
    now = datetime(2026, 11, 22, tzinfo=UTC)
    limits = {log.BACKED_UP: timedelta(hours=36), log.PROVEN: timedelta(days=35)}
    for what, limit in limits.items():
        assert not log.Last(what, now - limit, now).late
        assert log.Last(what, now - limit - timedelta(seconds=1), now).late


def test_left_out_is_what_the_backup_leaves_out(a_home):
    """The comparison of homes above passes nothing by that should have come back."""
    going = set(contents.files_of_home(a_home.folder))
    files = [file.relative_to(a_home.folder) for file in a_home.folder.rglob("*") if file.is_file()]
    assert {str(file) for file in files if not left_out(file.parts)} == going - {"backups.jsonl"}


def test_where_the_clock_has_gone_back_the_newest_backup_is_still_the_last():
    march, june = "2026-03-29T013000.000000Z", "2026-06-30T010000.000000Z"
    assert later(june, []) == june == later(june, [march])
    assert later(march, [march, june]) == "2026-06-30T010000.000001Z"


def test_a_backup_of_the_future_does_not_keep_the_next_from_being_late(tmp_path):
    now = datetime.now(UTC)
    for at in (now - timedelta(days=3), now + timedelta(days=300)):
        with (tmp_path / log.FILE).open("a") as file:
            file.write(json.dumps({"at": at.isoformat(), "what": log.BACKED_UP}) + "\n")
    told = log.last(tmp_path, log.BACKED_UP)
    assert told.late and str(told) == "3 days ago"


def test_what_is_no_backup_is_not_listed(tmp_path):
    (tmp_path / "backups").mkdir()
    for name in ("2026-06-30T010000.000000Z", "2026-06-30T010000.000000Z (copy)", "Thumbs.db", ".waiting"):
        (tmp_path / "backups" / name).touch()
    assert names_in(tmp_path) == ["2026-06-30T010000.000000Z"]

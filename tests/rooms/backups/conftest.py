"""A little home, whole: two loads in, one refused, settings, keys, a database."""

import os
import shutil
import sqlite3
from datetime import date
from hashlib import sha256
from types import SimpleNamespace

import polars as pl
import pytest
from little_returns import year

from throughline.backups.keys import make_key
from throughline.backups.making import back_up
from throughline.backups.restoring import restore
from throughline.errors import Refused
from throughline.loads.counts import answers_about
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.measures.care import looked_after
from throughline.record.periods import as_at
from throughline.record.snapshots import Snapshot
from throughline.web import home as homes
from throughline.web.databases import database


@pytest.fixture(scope="session")
def whole_home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole") / "home"
    files = tmp_path_factory.mktemp("files")
    homes.prepare(folder, council="Saltby")
    homes.secret(folder, "child_key"), homes.secret(folder, "secret_key")
    saltby = Council(folder / "councils" / "saltby")
    receive(saltby, [year(files, 2024, 2)])
    receive(saltby, [year(files, 2025, 3)])
    (files / "notes.csv").write_text("a,b\n1,2\n")
    with pytest.raises(Refused):
        receive(saltby, [files / "notes.csv"])
    with sqlite3.connect(folder / "throughline.sqlite3") as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("create table opening (at text, child text)")
        made.executemany("insert into opening values (?, ?)", [("2026-01-01", f"key{n}") for n in range(500)])
    made.close()
    return folder


@pytest.fixture
def a_home(whole_home, tmp_path, monkeypatch):
    """A copy of it, its key, and what is done with them."""
    monkeypatch.setattr(os, "fsync", lambda file: None)  # no power is cut here, and it is slow
    folder = tmp_path / "home"
    shutil.copytree(whole_home, folder)
    key = make_key(tmp_path / "key", date(2026, 11, 22))
    to = tmp_path / "backups"
    said = []

    def up():
        return back_up(folder, to, key, database_of(folder), said.append)

    def back(where=tmp_path / "other" / "home", which=None, over=False, key=key):
        return restore(to, where, key, database_of, which, over, said.append)

    council = Council(folder / "councils" / "saltby")
    return SimpleNamespace(folder=folder, council=council, key=key, to=to, up=up, back=back, said=said,
                           other=tmp_path / "other" / "home")  # fmt: skip


def database_of(folder):
    return database(homes.read(folder).database, folder)


def told(folder):
    """All that a home says: files by hash, rows of every table of every snapshot by hash, rows of the
    database, and the answers to a question of every record it has."""
    council = Council(folder / "councils" / "saltby")
    files = {
        str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and not left_out(file.relative_to(folder).parts)
    }
    snapshots = {place.name: rows_of(Snapshot.open(place)) for place in council.snapshots.iterdir()}
    with sqlite3.connect(folder / "throughline.sqlite3") as made:
        rows = made.execute("select * from opening order by rowid").fetchall()
    made.close()
    answers = {
        (name, last): answers_about(council, name).value(looked_after, as_at(date(last, 3, 31)))
        for name in snapshots
        for last in (2024, 2025)
    }
    return files, snapshots, rows, answers, council.current(), council.loads()


def sealed(to):
    """Every file of a backup, sealed ones and lists."""
    return sorted(file for file in to.rglob("*") if file.is_file())


def left_out(parts):
    hidden = any(part.startswith(".") for part in parts)
    return hidden or parts[0] in ("secret_key", "backups.jsonl") or "sqlite3" in parts[0] or "counts" in parts


def rows_of(snapshot):
    """A hash of the rows of every table."""
    return {
        table.__name__: frame.hash_rows(seed=1).to_list() if frame.height else []
        for table, frame in snapshot.frames.items()
    } | {"children": snapshot.children, "polars": pl.__version__}

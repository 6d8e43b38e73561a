"""A backup or a restore killed at any step: no half home, and the backup before is as good."""

import os
import random
import signal
import subprocess
import sys

import pytest
from little_returns import year

from throughline.backups.contents import names_in
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.record.snapshots import Snapshot

from .conftest import told

KILLED = """
import importlib, os, signal, sys
place, when, *words = sys.argv[1:]
module, name = place.split(":")
owner = importlib.import_module(module)
*inner, name = name.split(".")
for each in inner:
    owner = getattr(owner, each)
real, calls = getattr(owner, name), []

def killing(*given, **named):
    calls.append(1)
    if when == "before" and len(calls) == 1 or when == "at the ninth" and len(calls) == 9:
        os.kill(os.getpid(), signal.SIGKILL)
    done = real(*given, **named)
    if when == "after":
        os.kill(os.getpid(), signal.SIGKILL)
    return done

setattr(owner, name, killing)
from throughline.cli import main
sys.exit(main(words))
"""
BACKUP, RESTORE = "throughline.backups.making", "throughline.backups.restoring"
STEPS_OF_BACKUP = {
    "when the database is copied": (f"{BACKUP}:copy_database", "after"),
    "before a file is sealed": (f"{BACKUP}:seal", "at the ninth"),
    "when a file is sealed": ("throughline.backups.sealing:os.fsync", "at the ninth"),
    "before the list is written": (f"{BACKUP}:write_list", "before"),
    "while the list is written": ("throughline.backups.contents:seal", "after"),
}
STEPS_OF_RESTORE = {
    "before a file is opened": ("throughline.backups.opening:unpack", "before"),
    "while files are opened": ("throughline.backups.opening:unseal", "at the ninth"),
    "when a file is opened": ("throughline.backups.opening:unpack", "after"),
    "before the database": (f"{RESTORE}:fill_database", "before"),
    "before it is put in place": (f"{RESTORE}:put_in_place", "before"),
    "at the first renaming": ("pathlib:Path.rename", "before"),
}


def killed(a_home, home, place, when, *words):
    """Run a command in a process of its own, killed there."""
    key = a_home.folder.parent / "key"
    given = [sys.executable, "-c", KILLED, place, when, *words, str(a_home.to), "--key", str(key)]
    done = subprocess.run(given, capture_output=True, text=True, timeout=120, env=around(home))
    assert done.returncode == -signal.SIGKILL, done.stderr


def around(home):
    return {**os.environ, "THROUGHLINE_HOME": str(home)}


@pytest.mark.parametrize("step", STEPS_OF_BACKUP)
def test_a_backup_that_is_killed(a_home, tmp_path, step):
    first, before = a_home.up(), told(a_home.folder)
    receive(a_home.council, [year(tmp_path, 2026, 4)])
    killed(a_home, a_home.folder, *STEPS_OF_BACKUP[step], "backup")
    assert names_in(a_home.to) == [first.name]
    a_home.back()
    assert told(a_home.other) == before
    a_home.up()
    assert not list(a_home.folder.glob(".backing-up"))
    a_home.back(tmp_path / "again" / "home")
    assert told(tmp_path / "again" / "home") == told(a_home.folder)


@pytest.mark.parametrize("step", STEPS_OF_RESTORE)
def test_a_restore_that_is_killed(a_home, step):
    a_home.up()
    a_home.other.parent.mkdir()
    killed(a_home, a_home.other, *STEPS_OF_RESTORE[step], "restore")
    assert not a_home.other.exists(), "there is no half home"
    a_home.back()
    assert told(a_home.other) == told(a_home.folder)
    assert list(a_home.other.parent.glob(".*")) == []


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_restore_over_a_home_that_is_killed(a_home, when):
    """Between the two renamings there is no home: the one before is beside it, whole."""
    a_home.up()
    before = told(a_home.folder)
    killed(a_home, a_home.folder, "pathlib:Path.rename", when, "restore", "--over")
    aside = next(a_home.folder.parent.glob("home.before-*"), a_home.folder)
    assert told(aside) == before and a_home.folder.exists() == (when == "before")
    a_home.back(a_home.folder, over=True)
    assert told(a_home.folder) == before


def test_a_proof_that_is_killed_leaves_nothing_for_long(a_home):
    a_home.up()
    killed(a_home, a_home.folder, "throughline.backups.proving:whole", "before", "restore", "--prove")
    assert (a_home.folder / ".proving").exists()
    made = a_home.up()
    assert not any(".proving" in kept.path for kept in made.files), "no backup of a backup"
    from throughline.backups.proving import prove

    prove(a_home.to, a_home.folder, a_home.key, None, None, a_home.said.append)
    assert not (a_home.folder / ".proving").exists()


def test_every_backup_made_while_loads_come_in_is_of_one_moment(a_home, tmp_path):
    """Loads in another process, backups in this: each that is restored is whole."""
    script = """
import sys
from pathlib import Path
from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.receiving import receive
for folder in sys.argv[2:]:
    while True:
        try:
            receive(Council(Path(sys.argv[1])), [Path(folder)])
            break
        except Refused:
            pass
"""
    folders = [str(year(tmp_path / f"{n}", 2026, 3 + n)) for n in range(3)]
    loading = subprocess.Popen([sys.executable, "-c", script, str(a_home.council.folder), *folders])
    names = []
    while loading.poll() is None:
        names.append(a_home.up().name)
    assert loading.returncode == 0
    for number, name in enumerate(random.Random(1).sample(names, min(5, len(names)))):
        place = tmp_path / f"restored-{number}" / "home"
        place.parent.mkdir()
        a_home.back(place, which=name)
        council = Council(place / "councils" / "saltby")
        now = council.current()
        assert Snapshot.open(council.snapshots / now["snapshot"]).name == now["snapshot"]
        assert all((council.parts / part / "part.json").exists() for part in now["parts"])
        assert now["load"] in {line["load"] for line in council.loads() if line["status"] == "in"}
        assert all((council.received / load).exists() for load in now["loads"])

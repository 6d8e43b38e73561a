"""A load killed at any step: the record before is served, the next load works, nothing is half written."""

import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from throughline.errors import Refused
from throughline.loads.counts import answers_now
from throughline.loads.home import Council
from throughline.loads.load import load_of
from throughline.loads.parts import read_part
from throughline.loads.receiving import receive
from throughline.loads.resuming import AN_HOUR, STOPPED, leftovers, recover
from throughline.measures.care import looked_after
from throughline.record.periods import as_at
from throughline.record.snapshots import Snapshot

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"

RECEIVE = """
import importlib, os, signal, sys
from pathlib import Path
from throughline.loads.home import Council
from throughline.loads.receiving import receive

place, when, folder, files = sys.argv[1:]
module, *names = place.split(":")
owner = importlib.import_module(module)
for name in names[:-1]:
    owner = getattr(owner, name)
real, calls = getattr(owner, names[-1]), []

def killing(*given, **named):
    calls.append(1)
    if when == "at the second" and len(calls) == 2 or when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    done = real(*given, **named)
    if when == "after":
        os.kill(os.getpid(), signal.SIGKILL)
    return done

setattr(owner, names[-1], killing)
receive(Council(Path(folder)), [Path(files)])
"""

HERE = "throughline.loads.receiving"
NOT_YET = {
    "while the files are copied": (f"{HERE}:shutil:copyfile", "at the second"),
    "when the files are kept": (f"{HERE}:keep_raw", "after"),
    "when they are read": (f"{HERE}:read_return", "after"),
    "while a return is written": ("polars:DataFrame:write_parquet", "at the second"),
    "when a return is written": (f"{HERE}:write_part", "after"),
    "while the snapshot is written": ("throughline.record.snapshots:Snapshot:manifest", "before"),
    "when the snapshot is written": ("throughline.record.snapshots:Snapshot:write", "after"),
    "while it is counted": ("throughline.counting.store:save_base", "at the second"),
    "when it is counted": (f"{HERE}:count_snapshot", "after"),
    "while the pointer is written": ("throughline.loads.home:os:fsync", "before"),
}
ALREADY = {
    "when the pointer is moved": ("throughline.loads.home:Council:make_current", "after"),
    "while the log is written": ("throughline.loads.home:os:fsync", "at the second"),
    "when all is done": ("throughline.loads.home:Council:log", "after"),
}


def year(folder, last, children):
    """An SSDA903 of the year to 31 March, with so many children looked after on its last day."""
    place = folder / f"{last - 1}-{last % 100}"
    place.mkdir(parents=True)
    ids = range(100, 100 + children)
    (place / "header.csv").write_text(HEADER + "".join(f"{i},1,01/05/2012,WBRI,,,\n" for i in ids))
    rows = (f"{i},01/06/{last - 1},S,C2,N1,U6,PR1,,,,,,\n" for i in ids)
    (place / "episodes.csv").write_text(EPISODES + "".join(rows))
    return place


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A council with the year to March 2024 in."""
    council = Council(tmp_path_factory.mktemp("first") / "saltby")
    receive(council, [year(tmp_path_factory.mktemp("files"), 2024, 2)])
    return council


@pytest.fixture
def saltby(first, tmp_path):
    shutil.copytree(first.folder, tmp_path / "saltby")
    return Council(tmp_path / "saltby")


def killed(council, files, place, when):
    """Receive in a process of its own, killed there."""
    words = [sys.executable, "-c", RECEIVE, place, when, str(council.folder), str(files)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr


def is_whole(council):
    """Nothing is left half written, and all that is there can be read."""
    assert list(leftovers(council)) == []
    assert {file.name for file in council.folder.glob("**/.*")} == {".lock"}
    for folder in council.snapshots.iterdir():
        Snapshot.open(folder)
    for folder in council.parts.iterdir():
        read_part(folder)
    assert {load_of(part) for part in council.current()["parts"]} == set(council.current()["loads"])


def looked_after_in(council, last):
    return answers_now(council).value(looked_after, as_at(date(last, 3, 31)))


@pytest.mark.parametrize("step", NOT_YET)
def test_killed_before_it_is_served(saltby, tmp_path, step):
    files, before = year(tmp_path, 2025, 3), saltby.current()
    killed(saltby, files, *NOT_YET[step])
    assert saltby.current() == before
    assert looked_after_in(saltby, 2024).value == 2 and not looked_after_in(saltby, 2025).available
    load = receive(saltby, [files])
    assert load.status == "in" and looked_after_in(saltby, 2025).value == 3
    assert saltby.loads()[0]["status"] == "in"
    is_whole(saltby)


@pytest.mark.parametrize("step", ALREADY)
def test_killed_after_it_is_served(saltby, tmp_path, step):
    files = year(tmp_path, 2025, 3)
    killed(saltby, files, *ALREADY[step])
    assert looked_after_in(saltby, 2025).value == 3
    assert receive(saltby, [files]).status == "nothing new"
    newest, logged, earlier = saltby.loads()
    assert [newest["status"], logged["status"], earlier["status"]] == ["nothing new", "in", "in"]
    assert logged["load"] == saltby.current()["load"]
    assert logged["titles"] == earlier["titles"] and logged["rows"].keys() == earlier["rows"].keys()
    is_whole(saltby)


def test_killed_twice_and_then_another_load(saltby, tmp_path):
    files = year(tmp_path, 2025, 3)
    killed(saltby, files, *NOT_YET["while the snapshot is written"])
    killed(saltby, files, "throughline.loads.resuming:log_what_is_served", "before")
    receive(saltby, [year(tmp_path, 2026, 4)])
    assert looked_after_in(saltby, 2026).value == 4 and not looked_after_in(saltby, 2025).available
    stopped = saltby.loads()[1]
    assert (stopped["status"], stopped["why"]) == ("stopped", STOPPED)
    kept = [file.read_bytes() for file in (saltby.received / stopped["load"]).rglob("*.csv")]
    assert sorted(kept) == sorted(file.read_bytes() for file in files.iterdir())
    is_whole(saltby)


def test_killed_while_files_that_cannot_be_read_are_put_aside(saltby, tmp_path):
    files = tmp_path / "notes"
    files.mkdir()
    (files / "notes.csv").write_text("a,b\n1,2\n")
    killed(saltby, files, "throughline.loads.home:Council:log", "before")
    recover(saltby)
    assert saltby.loads()[0]["status"] == "stopped"
    with pytest.raises(Refused):
        receive(saltby, [files])
    assert saltby.loads()[0]["status"] == "refused"


def test_a_line_of_the_log_that_was_broken_off_is_passed_by(saltby):
    with (saltby.folder / "loads.jsonl").open("a") as file:
        file.write('{"load": "half')
    assert len(saltby.loads()) == 1
    saltby.log({"load": "next", "status": "refused"})
    assert [line["load"] for line in saltby.loads()] == ["next", saltby.current()["load"]]
    with (saltby.folder / "loads.jsonl").open("a") as file:
        file.write("17\n")
    assert len(saltby.loads()) == 2


def test_a_count_that_the_site_is_making_is_not_disturbed(saltby):
    making = saltby.counts / ".making"
    making.mkdir()
    recover(saltby)
    assert making.exists()
    old = time.time() - 2 * AN_HOUR
    os.utime(making, (old, old))
    recover(saltby)
    assert not making.exists()

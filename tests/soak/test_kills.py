"""A load killed at any step: the record before is served, the next load works, nothing is half written."""

import os
import shutil
import time

import pytest
from little_returns import year

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.loads.resuming import AN_HOUR, STOPPED, recover

from .killing import ALREADY, IN_RECOVERY, NOT_YET, Reader, check_whole, killed, looked_after_in
from .sizes import many, told

TRIALS = many(20, 1)  # at each place
RECOVERY_TOO = 5  # one trial in so many has its recovery killed too


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A council with the year to March 2024 in."""
    council = Council(tmp_path_factory.mktemp("first") / "saltby")
    receive(council, [year(tmp_path_factory.mktemp("files"), 2024, 2)])
    return council


@pytest.fixture
def saltby(first, tmp_path):
    return copied(first, tmp_path)


def copied(first, folder):
    """The same council in another folder."""
    shutil.copytree(first.folder, folder / "saltby")
    return Council(folder / "saltby")


@pytest.mark.parametrize("step", NOT_YET)
def test_killed_before_it_is_served(first, tmp_path, step):
    looks = 0
    for trial in range(TRIALS):
        saltby = copied(first, tmp_path / f"{trial}")
        files, before = year(tmp_path / f"{trial}", 2025, 3), saltby.current()
        with Reader(saltby, 2024) as reader:
            killed(saltby, files, *NOT_YET[step])
            if trial % RECOVERY_TOO == 1:
                killed(saltby, files, *IN_RECOVERY)
        assert not reader.wrong and set(reader.seen) <= {2}
        assert saltby.current() == before
        assert looked_after_in(saltby, 2024).value == 2 and not looked_after_in(saltby, 2025).available
        load = receive(saltby, [files])
        assert load.status == "in" and looked_after_in(saltby, 2025).value == 3
        assert saltby.loads()[0]["status"] == "in"
        check_whole(saltby)
        looks += len(reader.seen)
    told(f"{TRIALS} kills {step}: 0 lost, the earlier record served {looks:,} times meanwhile.")


@pytest.mark.parametrize("step", ALREADY)
def test_killed_after_it_is_served(first, tmp_path, step):
    looks = 0
    for trial in range(TRIALS):
        saltby = copied(first, tmp_path / f"{trial}")
        files = year(tmp_path / f"{trial}", 2025, 3)
        with Reader(saltby, 2024) as reader:
            killed(saltby, files, *ALREADY[step])
        assert not reader.wrong and set(reader.seen) <= {2}
        assert looked_after_in(saltby, 2025).value == 3
        assert receive(saltby, [files]).status == "nothing new"
        newest, logged, earlier = saltby.loads()
        assert [newest["status"], logged["status"], earlier["status"]] == ["nothing new", "in", "in"]
        assert logged["load"] == saltby.current()["load"]
        assert logged["titles"] == earlier["titles"] and logged["rows"].keys() == earlier["rows"].keys()
        check_whole(saltby)
        looks += len(reader.seen)
    told(f"{TRIALS} kills {step}: 0 lost, a whole record served {looks:,} times meanwhile.")


POINTER_IN_PLACE = """
def broken(council, said):
    import json
    import throughline.loads.home as home
    (council.folder / "current").write_text(json.dumps(said)[:40])
    home.flush(council.folder / "current")
Council.make_current = broken
"""
POINTER_TOO_SOON = """
import throughline.loads.serving as serving
whole = serving.put_together
def too_soon(council, *rest):
    council.make_current((council.current() or {}) | {"snapshot": "0" * 64})
    return whole(council, *rest)
serving.put_together = too_soon
"""


@pytest.mark.parametrize(
    ("worse", "step"),
    [
        (POINTER_IN_PLACE, ("throughline.loads.home:flush", "before")),
        (POINTER_TOO_SOON, NOT_YET["while the snapshot is written"]),
    ],
)
def test_a_broken_protocol_is_caught(first, tmp_path, worse, step):
    saltby = copied(first, tmp_path)
    killed(saltby, year(tmp_path, 2025, 3), *step, worse)
    with pytest.raises((ValueError, AssertionError, Refused)):
        assert saltby.current()["snapshot"] == first.current()["snapshot"]


def test_killed_twice_and_then_another_load(saltby, tmp_path):
    files = year(tmp_path, 2025, 3)
    killed(saltby, files, *NOT_YET["while the snapshot is written"])
    killed(saltby, files, *IN_RECOVERY)
    receive(saltby, [year(tmp_path, 2026, 4)])
    assert looked_after_in(saltby, 2026).value == 4 and not looked_after_in(saltby, 2025).available
    stopped = saltby.loads()[1]
    assert (stopped["status"], stopped["why"]) == ("stopped", STOPPED)
    kept = [file.read_bytes() for file in (saltby.received / stopped["load"]).rglob("*.csv")]
    assert sorted(kept) == sorted(file.read_bytes() for file in files.iterdir())
    check_whole(saltby)


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

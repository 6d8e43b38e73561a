"""A watched folder: what lands in it comes in once, whole and still; nothing in it is ever touched."""

import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest
from little_returns import written

from throughline.errors import Refused
from throughline.loads.home import Council, NotNow
from throughline.loads.watching import MEMORY, Taken, Watcher, dropped, remembered, stamps


class Watched:
    """A watcher, its clock, and what it told."""

    def __init__(self, tmp_path):
        self.council, self.folder = Council(tmp_path / "home" / "saltby"), tmp_path / "share"
        self.folder.mkdir()
        self.now, self.stopping, self.loads, self.refusals = 0.0, False, [], []
        self.anew()

    def anew(self):
        """As after a restart."""
        self.watcher = Watcher(
            self.council, self.folder, 60, self.loads.append, self.refusals.append,
            lambda: self.stopping, clock=lambda: self.now,
        )  # fmt: skip

    def look(self, after=60.0):
        self.now += after
        self.watcher.look()
        return [load.status for load in self.loads]

    def settled(self):
        """Looked at until nothing more comes of it."""
        for _ in range(3):
            self.look()
        return [load.status for load in self.loads]


@pytest.fixture
def watched(tmp_path):
    return Watched(tmp_path)


def touched(file, seconds=10):
    """Written again with the same bytes."""
    about = file.stat()
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns + seconds * 10**9))


def test_a_drop_comes_in_once_it_is_still_and_is_one_load(watched):
    assert watched.look() == []
    written(watched.folder / "2023-24")
    before = {file: file.read_bytes() for file in watched.folder.rglob("*.csv")}
    assert watched.look() == []  # seen
    assert watched.look(59) == []  # not yet still for a minute
    assert watched.look(1) == ["in"]
    assert watched.settled() == ["in"] and watched.refusals == []
    assert sorted(watched.loads[0].files) == ["2023-24/episodes.csv", "2023-24/header.csv"]
    assert {file: file.read_bytes() for file in watched.folder.rglob("*") if file.is_file()} == before


def test_what_still_grows_is_waited_for(watched):
    place = written(watched.folder / "2023-24", children=1)
    for children in (2, 3, 4):
        assert watched.look() == []
        written(place, children=children)
    assert watched.settled() == ["in"]
    assert watched.loads[0].rows["Children looked after (SSDA903): Child"] == 4


def test_a_restart_remembers_what_was_taken(watched):
    written(watched.folder / "2023-24")
    watched.settled()
    watched.anew()
    assert watched.settled() == ["in"]
    (watched.council.folder / MEMORY).write_text("{")  # lost: the files come again, and change nothing
    watched.anew()
    assert watched.settled() == ["in", "nothing new"]


def test_written_again_with_the_same_bytes_is_no_news(watched):
    place = written(watched.folder / "2023-24")
    watched.settled()
    for file in place.iterdir():
        touched(file)
    assert watched.settled() == ["in"]


def test_the_same_bytes_under_another_day_are_news(watched):
    written(watched.folder / "2023-24")
    watched.settled()
    for day in ("2024-01-31", "2024-02-29", "29.02.2024"):
        (watched.folder / f"peps-{day}.csv").write_text("Child,Completed,Term\n100,10/01/2024,Spring\n")
        came = watched.settled()
    assert came == ["in", "in", "in"]


def test_a_corrected_file_brings_its_whole_folder(watched):
    place = written(watched.folder / "2023-24")
    watched.settled()
    text = (place / "episodes.csv").read_text()
    (place / "episodes.csv").write_text(text.replace("01/06/2023", "02/06/2023"))
    assert watched.settled() == ["in", "in"]
    assert len(watched.loads[1].files) == 2


def test_bytes_that_come_back_after_others_are_news(watched):
    place = written(watched.folder / "2023-24")
    for children in (3, 2):
        watched.settled()
        written(place, children=children)
    assert watched.settled() == ["in", "in", "in"]


def test_a_refused_drop_is_told_once_and_tried_again_when_it_changes(watched):
    (watched.folder / "notes.csv").write_text("a,b\n1,2\n")
    assert watched.settled() == [] and len(watched.refusals) == 1
    watched.anew()
    assert watched.settled() == [] and len(watched.refusals) == 1
    (watched.folder / "notes.csv").write_text("a,b\n1,3\n")
    watched.settled()
    assert len(watched.refusals) == 2


def test_while_another_load_is_under_way_it_waits_and_says_so_once(watched):
    written(watched.folder / "2023-24")
    with watched.council.alone():
        assert watched.settled() == [] and len(watched.refusals) == 1
        assert "under way" in watched.refusals[0].what and isinstance(watched.refusals[0], NotNow)
    assert watched.settled() == ["in"]


def test_a_share_that_is_gone_is_said_once_and_taken_up_when_it_is_back(watched, tmp_path):
    written(watched.folder / "2023-24")
    watched.look()
    watched.folder.rename(tmp_path / "away")
    watched.settled()
    assert [refused.what.rsplit("/", 1)[1] for refused in watched.refusals] == [
        "share cannot be read: No such file or directory."
    ]
    (tmp_path / "away").rename(watched.folder)
    assert watched.settled() == ["in"]


def test_what_was_refused_because_we_were_stopped_comes_again(watched, monkeypatch):
    def killed(*args, **kwargs):
        watched.stopping = True
        raise Refused("the reader was stopped")

    written(watched.folder / "2023-24")
    with monkeypatch.context() as patched:
        patched.setattr("throughline.loads.watching.receive", killed)
        watched.settled()
    assert watched.refusals == [] and remembered(watched.council, watched.folder) == {}
    watched.stopping = False
    watched.anew()
    assert watched.settled() == ["in"]


def test_hidden_files_links_and_marks_of_office_are_passed_by(watched, tmp_path):
    for name in (".part.csv", "~$lists.xlsx", ".folder/in.csv"):
        (watched.folder / name).parent.mkdir(exist_ok=True)
        (watched.folder / name).write_text("x")
    (watched.folder / "link.csv").symlink_to(tmp_path)
    assert stamps(watched.folder) == {}


@pytest.mark.parametrize(
    ("new", "taken", "takes"),
    [
        (["a.xlsx"], [], ["a.xlsx"]),
        (["b.xlsx"], ["a.xlsx"], ["b.xlsx"]),  # loose files that gather: the new one alone
        (["a.csv"], ["a.csv", "b.csv"], ["a.csv", "b.csv"]),  # written over, night by night: all of them
        (["mon/a.csv"], ["tue/a.csv", "c.csv"], ["mon/a.csv"]),
        (["mon/a.csv"], ["mon/b/c.csv"], ["mon/a.csv", "mon/b/c.csv"]),  # a folder belongs together
    ],
)
def test_what_belongs_together(new, taken, takes):
    memory = {name: Taken((1, 1), "0") for name in taken}
    assert dropped(new, {*new, *taken}, memory) == takes


def test_folders_and_councils_have_memories_of_their_own(watched, tmp_path):
    (tmp_path / "other").mkdir()
    other = Watched(tmp_path / "other")
    written(watched.folder / "2023-24")
    watched.settled()
    assert remembered(watched.council, watched.folder) and not remembered(other.council, watched.folder)
    other.council, kept = watched.council, remembered(watched.council, watched.folder)
    other.anew()
    written(other.folder / "2024-25", last=2025)
    other.settled()
    assert remembered(watched.council, watched.folder) == kept


def test_for_real(tmp_path):
    """A process of its own: files land, one by one; it is stopped, started again, and told to stop."""
    home, share = tmp_path / "home", tmp_path / "share"
    share.mkdir()
    command = "import sys; from throughline.cli import main; sys.exit(main())"
    words = [sys.executable, "-c", command, "receive", "--council", "saltby"]
    words += ["--watch", str(share), "--every", "0.1", "--still", "0.5"]
    council = Council(home / "councils" / "saltby")

    def begun():
        around = {**os.environ, "THROUGHLINE_HOME": str(home)}
        return subprocess.Popen(words, env=around, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def stopped(process):
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)
        assert process.returncode == 0, err
        return out, err

    process = begun()
    written(share / "2023-24")
    until(lambda: council.current())
    out, err = stopped(process)
    assert "2 tables, 4 rows, 6 faults. In, as at 31 March 2024." in out and out.endswith("Stopped.\n")
    process = begun()
    (share / "notes.csv").write_text("a,b\n1,2\n")
    until(lambda: council.loads()[0]["status"] == "refused")
    written(share / "2024-25", last=2025, children=3)
    until(lambda: (council.current() or {})["as_at"] == "2025-03-31")
    out, err = stopped(process)
    assert err.count("notes.csv") == 1 and out.count("In, as at") == 1
    assert [line["status"] for line in council.loads()] == ["in", "refused", "in"]
    assert date.fromisoformat(council.current()["as_at"]) == date(2025, 3, 31)


def until(true, patience=40):
    """Wait until this is so."""
    end = time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)

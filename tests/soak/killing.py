"""Loads in processes of their own, killed (SIGKILL) at named places; and a reader who looks on."""

import signal
import subprocess
import sys
import threading
from datetime import date

from throughline.loads.counts import answers_now
from throughline.loads.load import load_of
from throughline.loads.parts import read_part
from throughline.loads.resuming import leftovers
from throughline.measures.care import looked_after
from throughline.record.periods import as_at
from throughline.record.snapshots import Snapshot

RECEIVE = """
import importlib, os, signal, sys
from pathlib import Path
from throughline.loads.home import Council
from throughline.loads.receiving import receive

place, when, folder, files, worse = sys.argv[1:]
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
exec(worse)
receive(Council(Path(folder)), [Path(files)])
"""

HERE, SERVING, RAW = (f"throughline.loads.{name}" for name in ("receiving", "serving", "raw_files"))
NOT_YET = {
    "while the files are copied": (f"{RAW}:shutil:copyfile", "at the second"),
    "when the files are kept": (f"{HERE}:keep_raw", "after"),
    "when they are read": (f"{HERE}:read_return", "after"),
    "while a return is written": ("polars:DataFrame:write_parquet", "at the second"),
    "when a return is written": (f"{SERVING}:write_part", "after"),
    "while the snapshot is written": ("throughline.record.snapshots:Snapshot:manifest", "before"),
    "when the snapshot is written": ("throughline.record.snapshots:Snapshot:write", "after"),
    "while it is counted": ("throughline.counting.store:save_base", "at the second"),
    "when it is counted": (f"{SERVING}:count_snapshot", "after"),
    "while the pointer is written": ("throughline.loads.home:put", "before"),
}
ALREADY = {
    "when the pointer is moved": ("throughline.loads.home:Council:make_current", "after"),
    "while the log is written": ("throughline.loads.home:flush", "before"),
    "when all is done": ("throughline.loads.home:Council:log", "after"),
}
IN_RECOVERY = ("throughline.loads.resuming:log_what_is_served", "before")


def killed(council, files, place, when, worse=""):
    """Receive in a process of its own, killed there. `worse` spoils the protocol first: a harness must
    see what is broken, or it sees nothing."""
    words = [sys.executable, "-c", RECEIVE, place, when, str(council.folder), str(files), worse]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr


def check_whole(council):
    """Nothing is left half written, and all that is there can be read."""
    assert list(leftovers(council)) == []
    locks = {file.name for file in council.folder.glob("**/.*")}
    assert ".lock" in locks <= {".lock", ".memory.lock"}  # the second once there was a question
    for folder in council.snapshots.iterdir():
        Snapshot.open(folder)
    for folder in council.parts.iterdir():
        read_part(folder)
    assert {load_of(part) for part in council.current()["parts"]} == set(council.current()["loads"])


def looked_after_in(council, last):
    """Children looked after on a 31 March, as anybody is told now."""
    return answers_now(council).value(looked_after, as_at(date(last, 3, 31)))


class Reader(threading.Thread):
    """Somebody who goes on looking at one figure; `seen` is every answer, `wrong` every failure."""

    def __init__(self, council, last):
        super().__init__(daemon=True)
        self.council, self.last, self.over = council, last, threading.Event()
        self.seen, self.wrong = [], []

    def run(self):
        while not self.over.wait(0.05):
            try:
                self.seen.append(looked_after_in(self.council, self.last).value)
            except Exception as wrong:
                self.wrong.append(wrong)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.join()

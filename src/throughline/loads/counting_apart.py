"""An earlier record counted anew, by a process of its own: it is never the one that serves pages.

A count is kept under the names of its record, and of the catalogue and engine it was made by. Once either is
another (an upgrade, a measure put right) earlier records are counted anew when somebody asks for them, one at
a time: no page ever mixes what two versions say."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from throughline.counting.store import counted_name
from throughline.errors import Refused
from throughline.loads.counts import count_snapshot, is_counted
from throughline.loads.home import Council
from throughline.record.snapshots import Snapshot

LOCK = ".counting"
STEPS = ("Waiting for its turn", "Opening the record", "Counting every measure")
MOST_TRIES = 3  # a count that is killed (too little memory, say) is not begun again for ever
PATIENCE = 600.0  # seconds after which one that failed may be tried again
FAILED = Refused(
    "That record could not be counted anew.",
    do="Whoever runs the server can see why: throughline count --known-at, with the number of the load.",
)

_begun: list[subprocess.Popen[bytes]] = []


def counting(council: Council, snapshot: str) -> str:
    """How far the count of a record has come, in words; blank when it is there. It is begun, in a process of
    its own, if nobody counts it yet. Raises `Refused` where it cannot be counted."""
    if is_counted(council, snapshot):
        return ""
    step, tries, at = read_progress(council, snapshot)
    if not is_busy(council):
        if tries >= MOST_TRIES and time.time() - at < PATIENCE:
            raise FAILED
        if tries >= MOST_TRIES:
            place_of(council, snapshot).unlink(missing_ok=True)
        begin(council, snapshot)
    return f"{STEPS[step]} ({step + 1} of {len(STEPS)})."


def begin(council: Council, snapshot: str) -> None:
    """Count a record in a process of its own. Those that are done are seen off."""
    _begun[:] = [each for each in _begun if each.poll() is None]
    council.counts.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, "-m", __name__, str(council.folder), snapshot]
    _begun.append(subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL))


def is_busy(council: Council) -> bool:
    """Whether some process counts an earlier record of this council."""
    with alone(council) as mine:
        return not mine


@contextmanager
def alone(council: Council) -> Iterator[bool]:
    """Count within this if it says so: one record at a time, whichever process it is. The lock goes with
    the process."""
    council.counts.mkdir(parents=True, exist_ok=True)
    with (council.counts / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True


def place_of(council: Council, snapshot: str) -> Path:
    """Where it is kept how far the count of a record has come."""
    return council.counts / f".progress-{counted_name(snapshot)}.json"


def read_progress(council: Council, snapshot: str) -> tuple[int, int, float]:
    """Which step a count has come to, how often it was begun, and when that was written."""
    with suppress(OSError, ValueError):
        said = json.loads(place_of(council, snapshot).read_text())
        return min(int(said["step"]), len(STEPS) - 1), int(said["tries"]), float(said["at"])
    return 0, 0, 0.0


def write_progress(council: Council, snapshot: str, step: int, tries: int) -> None:
    """Keep it, in one step."""
    place = place_of(council, snapshot)
    waiting = place.with_suffix(".writing")
    waiting.write_text(json.dumps({"step": step, "tries": tries, "at": time.time()}))
    waiting.replace(place)


def count_one(council: Council, snapshot: str) -> int:
    """Count one record, unless another process is at it; the exit code."""
    with alone(council) as mine:
        if not mine or is_counted(council, snapshot):
            return 0
        tries = read_progress(council, snapshot)[1] + 1
        write_progress(council, snapshot, 1, tries)
        try:
            opened = Snapshot.open(council.snapshots / snapshot)
            write_progress(council, snapshot, 2, tries)
            count_snapshot(council, opened)
        except Refused as refused:
            write_progress(council, snapshot, 0, MOST_TRIES)
            print(refused.what, file=sys.stderr)
            return 1
        place_of(council, snapshot).unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    os.nice(10)
    sys.exit(count_one(Council(Path(sys.argv[1])), sys.argv[2]))

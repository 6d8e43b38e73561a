"""After a load that was stopped half way: what it left is cleared, and what it could not log is logged.

A load changes what is served in one step, the last but one. Stopped before it, by a kill, a full disk or a
power cut, the earlier record is served and the raw files are kept; stopped after it, the new record is served
and only its line in the log is wanting. Nothing else needs mending, and the next load does it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from throughline.loads.home import Council
from throughline.loads.load import line, load_made, load_of
from throughline.loads.parts import read_part

AN_HOUR = 3600.0  # no count takes so long: the site too may be making one, and it is not to be disturbed
STOPPED = "This load was stopped before its record was made. Its files are kept: receive them again."


def recover(council: Council) -> None:
    """Mend what an earlier load left. Only for one who holds `council.alone()`."""
    for left in leftovers(council):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    log_what_is_served(council)
    log_what_stopped(council)


def leftovers(council: Council) -> Iterator[Path]:
    """Files and folders that were being written: none of them was ever read."""
    yield from council.folder.glob(".current")
    for room in (council.received, council.parts, council.snapshots, council.changes):
        yield from room.glob(".*")
    for folder in council.counts.glob(".*"):
        if folder.stat().st_mtime < time.time() - AN_HOUR:
            yield folder


def log_what_is_served(council: Council) -> None:
    """The line of a load that came to be served, and was stopped before it was logged."""
    now = council.current() or {}
    name = now.get("load")
    if name is None or any(each["load"] == name and each["status"] == "in" for each in council.loads()):
        return
    parts = [read_part(council.parts / part) for part in now["parts"] if load_of(part) == name]
    load = load_made(name, "in", date.fromisoformat(now["as_at"]), now["snapshot"], parts)
    more = {"at": now["at"], "options": now["loads"].get(name), "before": now.get("before", "")}
    more["parts"] = now["parts"]
    council.log(line(load) | more)


def log_what_stopped(council: Council) -> None:
    """A line for every load whose files are here, and of which the log says nothing."""
    known = {each["load"] for each in council.loads()}
    here = {folder.name for room in (council.received, council.refused) for folder in room.glob("*")}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for name in sorted(here - known):
        council.log({"load": name, "at": at, "status": "stopped", "why": STOPPED, "files": []})

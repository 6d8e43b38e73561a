"""The home folder: where everything a council has sent is kept.

councils/<council>/parts/<name>/      one return as received: tables, faults, and the raw files
councils/<council>/snapshots/<name>/  the record composed of them
councils/<council>/counts/<name>/     every answer about one snapshot, of the last that were asked for
councils/<council>/changes/<name>/    what one snapshot has otherwise than the one before it
councils/<council>/current            which snapshot is served: replaced in one step
councils/<council>/loads.jsonl        what came, when, and what became of it; what went out, and by whom
councils/<council>/refused/<name>/    raw files that could not be read
councils/<council>/memory.json        what the council told us of its files, and what is still to be asked
"""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from throughline.errors import Refused
from throughline.record.on_disk import flush, put

FIRST_COUNCIL = "council"


class NotNow(Refused):
    """Refused for now: nothing is wrong with what came, and the same may be received later."""


@dataclass(frozen=True)
class Council:
    """One council's folder. Nothing of one council is ever read for another."""

    folder: Path

    @property
    def name(self) -> str:
        """The council, as the folder is called."""
        return self.folder.name

    @property
    def received(self) -> Path:
        """Raw files, load by load."""
        return self.folder / "received"

    @property
    def parts(self) -> Path:
        """Returns as read."""
        return self.folder / "parts"

    @property
    def snapshots(self) -> Path:
        """The record, load by load."""
        return self.folder / "snapshots"

    @property
    def counts(self) -> Path:
        """Answers about snapshots."""
        return self.folder / "counts"

    @property
    def changes(self) -> Path:
        """What loads changed, from one snapshot to the next."""
        return self.folder / "changes"

    @property
    def refused(self) -> Path:
        """Raw files that could not be read."""
        return self.folder / "refused"

    def current(self) -> dict[str, Any] | None:
        """What is served now: `snapshot` and `parts` by name, and the `load` that made it so."""
        file = self.folder / "current"
        return json.loads(file.read_text()) if file.exists() else None

    def make_current(self, said: dict[str, Any]) -> None:
        """Serve another snapshot from now on: one rename, so that no reader sees half of it."""
        waiting = self.folder / ".current"
        waiting.write_text(json.dumps(said))
        put(waiting, self.folder / "current")

    def log(self, line: dict[str, Any]) -> None:
        """Add a load or an export to the log, on a line of its own even after one that was broken off."""
        log = self.folder / "loads.jsonl"
        with log.open("a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                file.write(b"" if file.read(1) == b"\n" else b"\n")
            file.write(json.dumps(line, default=str).encode() + b"\n")
        flush(log)
        flush(self.folder)

    def loads(self) -> list[dict[str, Any]]:
        """Every load and export, newest first. A line broken off by a kill or a full disk is passed by."""
        file = self.folder / "loads.jsonl"
        lines = file.read_bytes().splitlines() if file.exists() else []
        return [said for line in reversed(lines) if (said := read_line(line)) is not None]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One load at a time; a second is told so at once. The lock goes with the process."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as busy:
                raise NotNow(
                    f"Another load for {self.name} is under way.", do="Wait until it is done, then try again."
                ) from busy
            yield


def read_line(line: bytes) -> dict[str, Any] | None:
    """A line of the log; None if it is not whole."""
    try:
        said = json.loads(line)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def home_folder() -> Path:
    """The home folder: THROUGHLINE_HOME, or `.throughline` in the user's own folder."""
    return Path(os.environ.get("THROUGHLINE_HOME") or Path.home() / ".throughline")


def councils(home: Path) -> list[Council]:
    """Every council that has a folder here, by name."""
    folder = home / "councils"
    return [Council(f) for f in sorted(folder.iterdir()) if f.is_dir()] if folder.exists() else []


def council(home: Path, name: str | None = None) -> Council:
    """The council of that name; with none named, the only one, or a first one.

    Raises `Refused` where there are several and none was named, or a name could not be a folder."""
    if name is not None:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}", name):
            raise Refused(
                f"“{name}” cannot name a council.", do="Use small letters, digits and hyphens: saltscar."
            )
        return Council(home / "councils" / name)
    known = councils(home)
    if len(known) > 1:
        names = ", ".join(c.name for c in known)
        raise Refused(f"There are several councils here: {names}.", do="Say which with --council NAME.")
    return known[0] if known else Council(home / "councils" / FIRST_COUNCIL)

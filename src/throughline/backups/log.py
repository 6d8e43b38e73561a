"""When this home was last backed up, and when a backup was last proven: a line each in its own log."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from throughline.loads.home import read_line

FILE = "backups.jsonl"
BACKED_UP, PROVEN, THINNED = "backed up", "proven", "thinned"
LATE = {
    BACKED_UP: timedelta(hours=36),
    PROVEN: timedelta(days=35),
}  # nightly, and half a day to spare; monthly
AHEAD = timedelta(days=1)  # as far as clocks of two machines may differ


@dataclass(frozen=True)
class Last:
    """When a thing was last done, if ever, and whether that is too long ago."""

    what: str
    at: datetime | None
    now: datetime

    @property
    def late(self) -> bool:
        """Never done is late too."""
        return self.at is None or self.now - self.at > LATE[self.what]

    def __str__(self) -> str:
        return f"{ago(self.now - self.at)} ago" if self.at else "never"


def last(home: Path, what: str) -> Last:
    """When the home was last backed up, or a backup of it last proven. A line of tomorrow was written while
    the clock was wrong, and does not say when: else nothing would be late until then."""
    now = datetime.now(UTC)
    told = [datetime.fromisoformat(line["at"]) for line in lines(home) if line["what"] == what]
    past = [at for at in told if at <= now + AHEAD]
    return Last(what, past[-1] if past else None, now)


def lines(home: Path) -> list[dict[str, Any]]:
    """Every line of the log, oldest first; one that was broken off is passed by."""
    file = home / FILE
    told = file.read_bytes().splitlines() if file.exists() else []
    return [line for each in told if (line := read_line(each)) is not None]


def add(home: Path, what: str, **said: Any) -> None:
    """Add a line, on a line of its own even after one that was broken off."""
    line = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "what": what, **said}
    with (home / FILE).open("ab") as file:
        file.write(b"\n" + json.dumps(line).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def ago(time: timedelta) -> str:
    """A time in words, in the largest unit that it is two of."""
    minutes = int(time.total_seconds() // 60)
    for long, unit in ((1440, "days"), (60, "hours"), (1, "minutes")):
        if minutes >= 2 * long:
            return f"{minutes // long} {unit}"
    return "a minute"

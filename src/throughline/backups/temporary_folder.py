"""A folder that is there for a moment: one process at a time, and what a stopped one left is cleared."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from throughline.errors import Refused


@contextmanager
def temporary_folder(place: Path) -> Iterator[Path]:
    """An empty folder at this place, for its owner alone, which is gone afterwards unless it was moved.
    Raises `Refused` where another process has it."""
    place.mkdir(mode=0o700, exist_ok=True)
    lock = os.open(place, os.O_RDONLY)
    try:
        taken(lock)
        try:
            for left in place.iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)
    finally:
        os.close(lock)


def taken(lock: int) -> None:
    """Take the lock of a folder; it goes with the process."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise Refused("Another backup or restore is under way.", do="Wait until it is done.") from None

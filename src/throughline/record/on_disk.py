"""What is written is on the disk before it has its name: a power cut leaves the whole of it, or nothing.

A file that was written and renamed may, after the power was cut, have its new name and none of its bytes: a
disk keeps no order among the two unless it is asked to."""

from __future__ import annotations

import os
from pathlib import Path


def put(waiting: Path, place: Path) -> None:
    """Give a file or folder that is all written its name, in one step, once all of it is on the disk."""
    settle(waiting)
    waiting.replace(place)
    flush(place.parent)


def settle(place: Path) -> None:
    """Have a file, or a folder and all below it, on the disk."""
    for folder, _, files in os.walk(place, topdown=False):
        for name in files:
            flush(Path(folder, name))
        flush(Path(folder))
    if place.is_file():
        flush(place)


def flush(place: Path) -> None:
    """Have what is in a file, or a folder's names, on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""A reader in a process of its own, with limits: a hostile file kills or hangs its reader, and must not take
the service with it. `run` starts one; the reader calls `limit` before it looks at the file."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from throughline.errors import Refused

MOST_MEMORY = 2 << 30  # bytes of address space
MOST_SECONDS = 60  # of computing
MOST_WRITTEN = 1 << 30  # bytes in one file
LONGEST_WAIT = 90  # seconds
ONE_THREAD = {"POLARS_MAX_THREADS": "1", "RAYON_NUM_THREADS": "1"}  # each thread takes address space


def limit() -> None:
    """Take from this process what reading a return never needs."""
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, MOST_WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def run(main: Callable[[], None], folder: Path, *more: str, named: str, do: str) -> int:
    """Run a reader's `main` on a folder, and give its exit code (one below nought: what killed it).
    Raises `Refused`, naming the file and what to `do`, where it takes too long."""
    command = [sys.executable, "-c", f"from {main.__module__} import main; main()", str(folder), *more]
    try:
        around = {**os.environ, **ONE_THREAD}
        done = subprocess.run(command, env=around, capture_output=True, timeout=LONGEST_WAIT, check=False)
    except subprocess.TimeoutExpired:
        raise Refused(f"{named} took too long to read.", do=do) from None
    return done.returncode

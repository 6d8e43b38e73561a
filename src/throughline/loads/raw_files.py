"""Files as they came: copied before anything reads them, and set aside where nothing can."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from throughline.errors import Refused
from throughline.loads.disk_space import FULL, files_of
from throughline.loads.home import Council, NotNow
from throughline.record.on_disk import flush, put


def keep_raw(council: Council, paths: Sequence[Path], options: tuple[object, ...]) -> tuple[str, Path]:
    """Copy what was given below `received/`, in folders as it was; the load is named by the bytes and
    by what was said of them, so that the same files twice are the same load."""
    waiting = council.received / ".waiting"
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    hashes: list[str] = []
    for number, path in enumerate(paths):
        for file, place in files_of(path):
            copy = waiting / f"{number}" / place
            copy.parent.mkdir(parents=True, exist_ok=True)
            copied(file, copy)
            with copy.open("rb") as opened:
                hashes.append(file_digest(opened, "sha256").hexdigest())
    if not hashes:
        raise Refused(f"There is no file in {said(paths)}.", do="Name a file, or a folder that holds files.")
    name = sha256("\n".join([*sorted(hashes), *map(str, options)]).encode()).hexdigest()[:32]
    kept = council.received / name
    if kept.exists():
        shutil.rmtree(waiting)
    else:
        put(waiting, kept)
    return name, kept


def copied(file: Path, copy: Path) -> None:
    """Copy a file. One that may not be read, or whose share is gone, may be read another time."""
    try:
        shutil.copyfile(file, copy)
    except OSError as wrong:
        if wrong.errno in FULL:
            raise
        do = "See that this user may read it, and that its folder can be reached."
        raise NotNow(f"{file.name} cannot be read: {wrong.strerror}.", do=do) from None


def set_aside(council: Council, name: str, kept: Path, refused: Refused, options: Mapping[str, Any]) -> None:
    """Keep what could not be read, for someone to look at, and log why."""
    place = council.refused / name
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)
    kept.rename(place)
    flush(place.parent)
    flush(kept.parent)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    told = {"load": name, "at": at, "status": "refused", "why": str(refused), "files": [], "options": options}
    council.log(told)


def said(paths: Sequence[Path]) -> str:
    """Paths as a person would name them."""
    return ", ".join(path.name or str(path) for path in paths)

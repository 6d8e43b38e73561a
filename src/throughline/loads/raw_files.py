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
from throughline.returns.finding import Found
from throughline.returns.ssda903_years import named_year


def keep_raw(council: Council, paths: Sequence[Path], options: tuple[object, ...]) -> tuple[str, Path]:
    """Copy what was given below `received/`, in folders as it was; the load is named by the bytes, by the
    days and years in the files' names, and by what was said of them: the same files twice are the same load,
    and a list that is sent again unchanged for another day is not."""
    waiting = council.received / ".waiting"
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    for number, path in enumerate(paths):
        for file, place in files_of(path):
            copy = waiting / f"{number}" / place
            copy.parent.mkdir(parents=True, exist_ok=True)
            copied(file, copy)
    if not any(file.is_file() for file in waiting.rglob("*")):
        raise Refused(f"There is no file in {said(paths)}.", do="Name a file, or a folder that holds files.")
    name = load_name(council, waiting, options)
    kept = council.received / name
    if kept.exists():
        shutil.rmtree(waiting)
    else:
        put(waiting, kept)
    return name, kept


def load_name(council: Council, waiting: Path, options: tuple[object, ...]) -> str:
    """The name of the load whose files these are. One that was named when the days in its files' names did
    not count keeps its name, if they are the same."""
    told = named(waiting)
    by_bytes = name_of(sorted(sha256 for sha256, _, _ in told), options)
    if (council.received / by_bytes).exists() and named(council.received / by_bytes) == told:
        return by_bytes
    return name_of([" ".join(filter(None, each)) for each in told], options)


def named(folder: Path) -> list[tuple[str, str, str]]:
    """Of each file that was copied below a folder: its hash, and the day and the year in its names."""
    told: list[tuple[str, str, str]] = []
    for file in filter(Path.is_file, folder.rglob("*")):
        with file.open("rb") as opened:
            hashed = file_digest(opened, "sha256").hexdigest()
        told.append((hashed, *said_by_names(file.relative_to(folder).parts[1:])))
    return sorted(told)


def said_by_names(names: Sequence[str]) -> tuple[str, str]:
    """The day and the year that are written in a file's name, the last of these, or else in its folders'."""
    file = Found(Path(*names), names[-1], tuple(reversed(names)))
    return str(file.day() or ""), "-".join(named_year(file) or ())


def name_of(lines: Sequence[str], options: tuple[object, ...]) -> str:
    """A name made of all that is said of a load."""
    return sha256("\n".join([*lines, *map(str, options)]).encode()).hexdigest()[:32]


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

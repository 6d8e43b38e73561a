"""What a backup is made of: which files of a home go in, and the list that says so, sealed as they are.

FROM/files/3f/3f9a…                     one file of the home, under a name made of its bytes and the key
FROM/backups/2026-11-22T031500.000000Z  one backup: the list of its files
"""

from __future__ import annotations

import gzip
import io
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

from throughline.backups.keys import Key
from throughline.backups.sealing import damaged, seal, unseal
from throughline.errors import Refused
from throughline.record.on_disk import flush

FORM = 1  # of the list; a later form has a higher number
SQLITE, DUMP = "throughline.sqlite3", "throughline.dump"
NEW_ONE = "secret_key"  # made anew: no session that was ended since comes to life again
FORMAT, NAME = "%Y-%m-%dT%H%M%S.%fZ", re.compile(r"\d{4}-\d\d-\d\dT\d{6}\.\d{6}Z")
COUNTED = "counts"  # made of the snapshots whenever they are wanted


@dataclass(frozen=True)
class Kept:
    """One file of the home: where it lies in it, how long it is, and its sha256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Backup:
    """One backup: its name, when it was made, and its files."""

    name: str
    at: datetime
    files: tuple[Kept, ...]

    @property
    def size(self) -> int:
        """Bytes, opened."""
        return sum(kept.size for kept in self.files)


def files_of_home(home: Path) -> Iterator[str]:
    """Every file that goes in, by its path in the home. What starts with a full stop is never whole, counts
    can be counted again, and the database is copied by its own means.

    Raises `Refused` at a link: what it points to would be missing, and nobody would know."""
    for folder, inner, files in os.walk(home):
        here = PurePosixPath(Path(folder).relative_to(home).as_posix())
        inner[:] = sorted(name for name in inner if not left_out(here / name))
        for name in (*inner, *sorted(files)):
            if Path(folder, name).is_symlink():
                raise Refused(
                    f"{here / name} in the home folder is a link, and a backup follows none.",
                    do="Put there what it points to, and back up again.",
                )
        yield from (str(here / name) for name in sorted(files) if not left_out(here / name))


def left_out(path: PurePosixPath) -> bool:
    """Whether a file or folder of the home does not go in."""
    parts = path.parts
    of_council = parts[0] == "councils" and len(parts) == 3
    return (
        path.name.startswith(".")
        or (len(parts) == 1 and (path.name == NEW_ONE or path.name.startswith(SQLITE)))
        or (of_council and path.name == COUNTED)
    )


def place_of(folder: Path, name: str) -> Path:
    """Where a sealed file lies in a backup."""
    return folder / "files" / name[:2] / name


def write_list(folder: Path, name: str, files: list[Kept], key: Key) -> None:
    """Write the list of a backup, last of all: without it there is no backup."""
    told = {"form": FORM, "name": name, "files": [asdict(kept) for kept in files]}
    source = io.BytesIO(gzip.compress(json.dumps(told).encode(), mtime=0))
    waiting = folder / "backups" / f".{name}"
    seal(source, waiting, f"list {name}", key)
    waiting.rename(folder / "backups" / name)
    flush(folder / "backups")


def read_list(folder: Path, name: str, key: Key) -> Backup:
    """The list of a backup. Raises `Refused` as `unseal` does, and for a form that is later than ours."""
    file = folder / "backups" / name
    told = json.loads(gzip.decompress(b"".join(unseal(file, f"list {name}", key))))
    if told["form"] != FORM:
        raise Refused(f"{name} was made by a later Throughline.", do="Restore it with that one, or a later.")
    files = tuple(Kept(**each) for each in told["files"])
    if any(PurePosixPath(kept.path).is_absolute() or ".." in kept.path.split("/") for kept in files):
        raise damaged(file)
    return Backup(name, time_of(name), files)


def names_in(folder: Path) -> list[str]:
    """The backups in a folder, oldest first. Anything else that lies there is none."""
    place = folder / "backups"
    found = (file.name for file in place.iterdir()) if place.is_dir() else ()
    return sorted(name for name in found if NAME.fullmatch(name))


def name_now() -> str:
    """A backup is named for the moment it is made, in UTC."""
    return datetime.now(UTC).strftime(FORMAT)


def later(name: str, names: Sequence[str]) -> str:
    """A name that comes after these, oldest first: the newest backup is the one whose name is last. Where the
    clock has gone back, that is the moment after the newest."""
    if not names or name > names[-1]:
        return name
    return (time_of(names[-1]) + timedelta(microseconds=1)).strftime(FORMAT)


def time_of(name: str) -> datetime:
    """When a backup was made."""
    return datetime.strptime(name, FORMAT).replace(tzinfo=UTC)

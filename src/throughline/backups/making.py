"""Back up the home folder: every file once, by what is in it, sealed; then the list of them, last of all.

Whoever loads files waits meanwhile, so that pointer, log, parts and snapshots are of one moment. The database
is copied by its own means, at one moment too. Stopped half way there is no backup, and the one before is as
good as it was; the next takes up what was sealed already."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import TypeVar

from throughline.backups import log as backup_log
from throughline.backups.contents import (
    Kept,
    files_of_home,
    later,
    name_now,
    names_in,
    place_of,
    read_list,
    write_list,
)
from throughline.backups.database import Settings, copy_database
from throughline.backups.keys import Key
from throughline.backups.sealing import seal, sealed_size
from throughline.backups.temporary_folder import temporary_folder
from throughline.errors import Refused
from throughline.loads.home import councils
from throughline.record.on_disk import flush
from throughline.record.snapshots import MANIFEST

Say = Callable[[str], None]
Thing = TypeVar("Thing")
PATIENCE = 1800.0  # seconds to wait for a load that is under way
OFTEN = 2.0  # seconds between two words on how far it is
A_DAY = 86400.0
DONE = "Backed up"
UNDER_WAY = ".backing-up"  # a folder of the home: whoever has it makes a backup, or thins them


@dataclass(frozen=True)
class Made:
    """A backup that was made: its name, its files, how many of them were new, and the snapshots of the home
    that are not what was written, which an earlier backup may have whole."""

    name: str
    files: list[Kept]
    new: int
    damaged: tuple[str, ...]


def back_up(home: Path, to: Path, key: Key, database: Settings, say: Say) -> Made:
    """Back up a home folder into `to`, which may hold earlier backups of it: what they have is not written
    again. Raises `Refused` where it cannot be, and then there is no new backup."""
    try:
        with alone(home, say), temporary_folder(home / UNDER_WAY) as copies:
            make_room(to, key)
            copy = copy_database(database, copies)
            places = {path: home / path for path in files_of_home(home)}
            places |= {copy.name: copy} if copy else {}
            kept = [keep(path, place, to, key) for path, place in telling([*places.items()], say, DONE)]
            for folder in to.glob("files/*"):
                flush(folder)
            name, files = later(name_now(), names_in(to)), [file for file, _ in kept]
            write_list(to, name, files, key)
    except OSError as wrong:
        raise Refused(
            f"The backup was not made: {wrong.strerror}.", do=f"Look at {to}, and try again."
        ) from None
    new = sum(sealed for _, sealed in kept)
    backup_log.add(home, backup_log.BACKED_UP, name=name, files=len(files), new=new, key=key.number.hex())
    return Made(name, files, new, tuple(damaged_snapshots(home, files)))


@contextmanager
def alone(home: Path, say: Say) -> Iterator[None]:
    """No load of any council is under way, nor begins. A home that is not there has nothing to back up."""
    if not home.is_dir():
        raise Refused(
            f"There is no home folder {home}.", do="Set THROUGHLINE_HOME to the one that is served."
        )
    with ExitStack() as locks:
        for council in councils(home):
            until = time.monotonic() + PATIENCE
            while not entered(locks, council.alone()):
                if time.monotonic() > until:
                    raise Refused(f"A load for {council.name} goes on and on.", do="Back up when it is done.")
                say(f"Waiting for a load of {council.name} to be done.")
                time.sleep(OFTEN)
        yield


def entered(locks: ExitStack, lock: AbstractContextManager[None]) -> bool:
    """Whether a lock could be taken."""
    try:
        locks.enter_context(lock)
    except Refused:
        return False
    return True


def make_room(to: Path, key: Key) -> None:
    """Make the folders of a backup. One that is there already must be of the same key: with two, half of it
    could not be opened by either."""
    for part in ("files", "backups"):
        (to / part).mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in to.glob("files/*/.*"):
        if left.stat().st_mtime < time.time() - A_DAY:  # of a backup that was stopped, and not of one beside
            left.unlink()
    if names := names_in(to):
        read_list(to, names[-1], key)


def keep(path: str, place: Path, to: Path, key: Key) -> tuple[Kept, bool]:
    """Seal one file, unless the backup has its bytes already; and whether it was sealed now. One that grows
    meanwhile (a line in the log) is sealed again."""
    while True:
        with place.open("rb") as source:
            digest, size = file_digest(source, "sha256").digest(), source.tell()
            kept, name = Kept(path, size, digest.hex()), key.name_of(digest)
            sealed = place_of(to, name)
            if sealed.exists() and sealed.stat().st_size == sealed_size(size):
                return kept, False
            sealed.parent.mkdir(exist_ok=True, mode=0o700)
            waiting = sealed.with_name(f".{name}")
            waiting.unlink(missing_ok=True)
            source.seek(0)
            if seal(source, waiting, name, key) == digest:
                waiting.replace(sealed)
                return kept, True


def telling(things: Sequence[Thing], say: Say, done: str) -> Iterator[Thing]:
    """Each of these, and every two seconds a word on how far it is."""
    told = time.monotonic()
    for number, thing in enumerate(things):
        if time.monotonic() - told > OFTEN:
            say(f"{done}: {number:,} of {len(things):,} files.")
            told = time.monotonic()
        yield thing


def damaged_snapshots(home: Path, files: Sequence[Kept]) -> Iterator[str]:
    """Snapshots, by their place in the home, of which a file is not what was written."""
    digests = {kept.path: kept.sha256 for kept in files}
    for path, digest in digests.items():
        place = PurePosixPath(path)
        if place.name == MANIFEST and place.parts[2] == "snapshots":
            told = json.loads((home / path).read_text())["files"] if digest == place.parts[3] else None
            if told is None or any(digests.get(f"{place.parent}/{file}") != told[file] for file in told):
                yield str(place.parent)

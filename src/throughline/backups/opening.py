"""A backup opened in a folder of its own: every file of it checked, all of it or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from throughline.backups.contents import Backup, Kept, names_in, place_of, read_list
from throughline.backups.keys import Key
from throughline.backups.making import Say, telling
from throughline.backups.sealing import damaged, unseal
from throughline.backups.temporary_folder import temporary_folder
from throughline.errors import Refused
from throughline.record.on_disk import flush


def chosen(source: Path, which: str | None, key: Key) -> Backup:
    """The newest backup in a folder, or the one that is named. Raises `Refused` where there is none."""
    names = names_in(source)
    if not names:
        raise Refused(
            f"There is no backup in {source}.", do="Name the folder that throughline backup wrote to."
        )
    if which is not None and which not in names:
        raise Refused(f"There is no backup {which} in {source}.", do=f"The newest is {names[-1]}.")
    return read_list(source, which or names[-1], key)


@contextmanager
def opened(source: Path, backup: Backup, place: Path, key: Key, say: Say) -> Iterator[Path]:
    """Open a backup in the folder `place`, which is gone afterwards unless it was moved. What a process that
    was stopped left there is cleared. Raises `Refused` where a file is not as it was written, the disk has
    not the room, or another process is at it."""
    with temporary_folder(place):
        if shutil.disk_usage(place).free < backup.size:
            raise Refused(
                f"This needs {backup.size // 2**20:,} MB, and the disk has less.", do="Make room first."
            )
        for kept in telling(backup.files, say, "Restored"):
            unpack(source, kept, place, key)
        for kept in backup.files:
            flush(place / kept.path)
        yield place


def unpack(source: Path, kept: Kept, place: Path, key: Key) -> None:
    """Write one file as it was, for its owner alone. Raises `Refused` where it is not what was kept."""
    name, digest = key.name_of(bytes.fromhex(kept.sha256)), sha256()
    file = place / kept.path
    for folder in reversed(file.relative_to(place).parents):
        (place / folder).mkdir(mode=0o700, exist_ok=True)
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
        for piece in unseal(place_of(source, name), name, key):
            digest.update(piece)
            written.write(piece)
    if digest.hexdigest() != kept.sha256:
        raise damaged(place_of(source, name))

"""Prove a backup: open it beside the home, look whether all in it is whole and counts to the same answers,
and keep nothing of it but a line that says when."""

from __future__ import annotations

import filecmp
from dataclasses import dataclass
from pathlib import Path

from throughline.backups import log as backup_log
from throughline.backups.contents import DUMP, SQLITE, Backup
from throughline.backups.database import Settings, check_dump, check_empty, check_sqlite, load_dump
from throughline.backups.keys import Key
from throughline.backups.making import Say, telling
from throughline.backups.opening import chosen, opened
from throughline.errors import Refused
from throughline.loads.counts import count_snapshot
from throughline.loads.home import Council, councils
from throughline.loads.parts import read_part
from throughline.record.snapshots import Snapshot


@dataclass(frozen=True)
class Proof:
    """A backup that can be restored: how many snapshots in it are whole, and for how many councils the
    answers were the same as this home's."""

    backup: Backup
    snapshots: int
    same: int


def prove(source: Path, home: Path, key: Key, scratch: Settings | None, which: str | None, say: Say) -> Proof:
    """Restore a backup for a moment, in a folder of the home that no backup has. A dump of PostgreSQL is
    loaded into the empty database `scratch`; without one, only its contents are listed.

    Raises `Refused` at the first thing that is not whole, or not the same."""
    backup = chosen(source, which, key)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with opened(source, backup, home / ".proving", key, say) as waiting:
        check_database(waiting, scratch)
        here = councils(waiting)
        snapshots = sum(whole(council, say) for council in here)
        same = sum(same_answers(council, home, say) for council in here)
    backup_log.add(home, backup_log.PROVEN, name=backup.name, snapshots=snapshots, same=same)
    return Proof(backup, snapshots, same)


def check_database(waiting: Path, scratch: Settings | None) -> None:
    """Raises `Refused` where the database in the backup is not whole."""
    if (waiting / SQLITE).exists():
        check_sqlite(waiting / SQLITE)
    if (waiting / DUMP).exists() and scratch is None:
        check_dump(waiting / DUMP)
    elif (waiting / DUMP).exists() and scratch is not None:
        check_empty(scratch)
        load_dump(scratch, waiting / DUMP)


def whole(council: Council, say: Say) -> int:
    """How many snapshots a council has. Raises `Refused` where one is not what was written, or a return that
    is in force cannot be read."""
    folders = sorted(council.snapshots.glob("*"))
    for folder in telling(folders, say, f"Opened snapshots of {council.name}"):
        try:
            Snapshot.open(folder)
        except Refused as wrong:
            raise Refused(f"{council.name}, snapshot {folder.name[:8]}: {wrong.what}", do=EARLIER) from None
    for part in (council.current() or {"parts": ()})["parts"]:
        read_part(council.parts / part)
    return len(folders)


EARLIER = "It was damaged before it was backed up. An earlier backup may have it whole: --which NAME"


def same_answers(council: Council, home: Path, say: Say) -> bool:
    """Whether this home has counted the same record, and so to the very same answers. Raises `Refused` where
    they are others."""
    now = council.current()
    if now is None:
        return False
    made = count_snapshot(council, Snapshot.open(council.snapshots / now["snapshot"]), say)
    here = home / "councils" / council.name / "counts" / made.name
    if not here.exists():
        return False
    files = [str(file.relative_to(made)) for file in made.rglob("*") if file.is_file()]
    _, others, absent = filecmp.cmpfiles(made, here, files, shallow=False)
    if others or absent:
        raise Refused(
            f"{council.name}: the restored record counts to other answers than this home has.",
            do=f"Take away {here}, and prove it again.",
        )
    return True

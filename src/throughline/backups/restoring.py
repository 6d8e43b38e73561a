"""Restore a backup: opened and checked beside the home, and put in its place in one step, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from throughline.backups.contents import DUMP, Backup
from throughline.backups.database import Settings, check_empty, is_postgresql, load_dump
from throughline.backups.keys import Key
from throughline.backups.making import Say, alone
from throughline.backups.opening import chosen, opened
from throughline.errors import Refused
from throughline.record.on_disk import flush

SettingsOf = Callable[[Path], Settings]
ANOTHER = "Set THROUGHLINE_HOME to a new folder; or keep this one aside and restore in its place: --over"


@dataclass(frozen=True)
class Restored:
    """What was restored, and where what was in its place is now, if anything was."""

    backup: Backup
    aside: Path | None


def restore(
    source: Path, home: Path, key: Key, settings_of: SettingsOf, which: str | None, over: bool, say: Say
) -> Restored:
    """Restore a backup, the newest unless another is named, as the home folder. `settings_of` reads from the
    restored folder which database it is to have.

    Raises `Refused` where the home is not empty (unless it is to be kept aside), or the backup is not whole:
    nothing is changed then."""
    backup = chosen(source, which, key)
    check_place(home, over)
    try:
        with opened(source, backup, home.with_name(f".{home.name}.restoring"), key, say) as waiting:
            fill_database(waiting, settings_of(waiting), say)
            return Restored(backup, put_in_place(waiting, home, say))
    except OSError as wrong:
        raise Refused(f"{home} cannot be written: {wrong.strerror}.", do="Nothing was changed.") from None


def check_place(home: Path, over: bool) -> None:
    """Raises `Refused` where a home cannot be put."""
    if home.is_symlink() or os.path.ismount(home):
        raise Refused(
            f"{home} is a link, or a disk of its own.", do="Set THROUGHLINE_HOME to a folder in it."
        )
    if home.exists() and not home.is_dir():
        raise Refused(f"{home} is no folder.", do="Set THROUGHLINE_HOME to one that is to be made.")
    if home.exists() and any(home.iterdir()) and not over:
        raise Refused(f"{home} is not empty: nothing is restored over it.", do=ANOTHER)
    home.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def fill_database(waiting: Path, database: Settings, say: Say) -> None:
    """Load a dump of PostgreSQL into the empty database that the settings name; an SQLite file lies in its
    place already."""
    dump = waiting / DUMP
    if dump.exists() != is_postgresql(database):
        kind = "PostgreSQL" if dump.exists() else "SQLite"
        raise Refused(f"The database in this backup is {kind}, and the settings name another.", do=SAME_KIND)
    if dump.exists():
        check_empty(database)
        say("Filling the database.")
        load_dump(database, dump)
        dump.unlink()


SAME_KIND = "Leave out --database for SQLite; for PostgreSQL give the address of an empty database."


def put_in_place(waiting: Path, home: Path, say: Say) -> Path | None:
    """Give the folder the home's name; where a home was, it is kept beside it."""
    if not home.exists() or not any(home.iterdir()):
        waiting.rename(home)
        flush(home.parent)
        return None
    aside = home.with_name(f"{home.name}.before-{datetime.now(UTC):%Y-%m-%dT%H%M%S}")
    with alone(home, say):
        home.rename(aside)
        waiting.rename(home)
    flush(home.parent)
    return aside

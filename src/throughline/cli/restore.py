"""Restore a backup as the home folder, or prove that it could be.

Into an empty home, or one that is not there yet; --over keeps a home that is there aside, under a name with
the day. A wrong key, and a file that is damaged, missing or another, are refused: then nothing is changed.
Stop the server first. --prove opens it beside the home, checks every file, snapshot and the database, counts
the record anew and compares the answers, and keeps nothing but a line in the log.

Examples:
  throughline restore /mnt/backups/throughline --key /media/safe/backup.key
  throughline restore /mnt/backups/throughline --key /etc/throughline/backup.key --prove
  throughline restore /mnt/backups/throughline --key backup.key --list
"""

from __future__ import annotations

import re
from pathlib import Path

from throughline.backups.contents import names_in, read_list
from throughline.backups.database import Settings
from throughline.backups.keys import Key
from throughline.backups.proving import prove
from throughline.backups.restoring import restore
from throughline.cli.backup import add_key, key_apart
from throughline.cli.options import Asked, Options, in_private, say
from throughline.errors import Refused
from throughline.loads.home import home_folder
from throughline.web import home
from throughline.web.databases import database


def options(command: Options) -> None:
    """What may be typed after `restore`."""
    command.add_argument("source", type=Path, metavar="FROM", help="the folder of the backups")
    add_key(command)
    command.add_argument("--which", metavar="NAME", help="an earlier backup; the newest where none is named")
    command.add_argument("--list", action="store_true", help="name the backups, and do nothing else")
    command.add_argument("--prove", action="store_true", help="see that it can be restored, and keep nothing")
    command.add_argument("--over", action="store_true", help="keep the home that is there aside")
    command.add_argument(
        "--database", default="", metavar="ADDRESS", help="an empty PostgreSQL database to fill instead"
    )


def run(asked: Asked) -> int:
    """0 when all is restored, or proven."""
    in_private()
    place = home_folder().absolute()
    key = key_apart(asked, place, asked.source)
    if asked.list:
        return listed(asked.source, key)
    if asked.prove:
        return proven(asked, place, key)

    def settings_of(folder: Path) -> Settings:
        if asked.database:
            name_database(folder, asked.database)
        return database(home.read(folder).database, folder)

    done = restore(asked.source, place, key, settings_of, asked.which, asked.over, say)
    print(f"{place} is as it was at {done.backup.name}: {len(done.backup.files):,} files.")
    print("Start the server: everybody signs in anew.")
    if done.aside:
        print(f"What was there is kept: {done.aside}. It holds rows of children: take it away when you can.")
    return 0


def listed(source: Path, key: Key) -> int:
    """Every backup by name, oldest first, with its files and size."""
    for name in names_in(source):
        backup = read_list(source, name, key)
        print(f"{name}: {len(backup.files):,} files, {backup.size / 2**20:,.1f} MB opened")
    return 0


def proven(asked: Asked, place: Path, key: Key) -> int:
    """Prove a backup, and say what was found."""
    scratch = database(asked.database, place) if asked.database else None
    proof = prove(asked.source, place, key, scratch, asked.which, say)
    print(f"{proof.backup.name} can be restored: {len(proof.backup.files):,} files as they were written, "
          f"{proof.snapshots:,} snapshot{'' if proof.snapshots == 1 else 's'} whole.")  # fmt: skip
    print(f"The same answers as here: {proof.same} of the councils.")
    return 0


def name_database(folder: Path, address: str) -> None:
    """Write another database into restored settings. Raises `Refused` where that cannot be done."""
    file = folder / home.FILE
    line = f"database = {home.quoted(address)}"
    text, many = re.subn(r"(?m)^\s*database\s*=.*$", lambda _: line, file.read_text(encoding="utf-8"))
    if many != 1:
        raise Refused(f"{home.FILE} in the backup names no database.", do="Leave out --database.")
    file.write_text(text, encoding="utf-8")

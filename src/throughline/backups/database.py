"""The database in a backup: a whole copy of an SQLite file, or a dump of PostgreSQL by its own tools."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from throughline.backups.contents import DUMP, SQLITE
from throughline.errors import Refused

Settings = Mapping[str, Any]  # of one database, in Django's words
NAMES = {"NAME": "PGDATABASE", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "HOST": "PGHOST", "PORT": "PGPORT"}
INSTALL = (
    "Install PostgreSQL's own client tools (Debian: postgresql-client), no older than the server; "
    "or back the database up with it, and say so in your plan."
)
TABLES = "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"


def copy_database(database: Settings, folder: Path) -> Path | None:
    """Copy the database into `folder` as it is at one moment, whoever writes to it; None where there is none
    yet. Raises `Refused` where it is damaged, or cannot be reached."""
    if is_postgresql(database):
        file = folder / DUMP
        run(database, ["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={file}"])
        return file
    source, file = Path(database["NAME"]), folder / SQLITE
    if not source.exists():
        return None
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(file)) as copy:
            live.backup(copy)
    except sqlite3.Error as wrong:
        raise Refused(f"{SQLITE} cannot be copied: {wrong}.", do=FROM_EARLIER) from None
    check_sqlite(file)
    return file


FROM_EARLIER = "Stop the server, and restore the database from an earlier backup."


def is_postgresql(database: Settings) -> bool:
    """Whether it is PostgreSQL; otherwise it is an SQLite file."""
    return bool(database["ENGINE"].endswith("postgresql"))


def check_sqlite(file: Path) -> None:
    """Raises `Refused` where a copy of the database is not whole."""
    try:
        with closing(sqlite3.connect(file)) as copy:
            said = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as wrong:
        said = str(wrong)
    if said != "ok":
        raise Refused(f"{SQLITE} is damaged: {said}", do=FROM_EARLIER)


def load_dump(database: Settings, dump: Path) -> None:
    """Fill an empty PostgreSQL database from a dump, in one transaction: all of it or nothing."""
    words = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    run(database, ["pg_restore", *words, f"--dbname={database['NAME']}", str(dump)])


def check_dump(dump: Path) -> None:
    """Raises `Refused` where a dump is not one that PostgreSQL's tools can read."""
    run({}, ["pg_restore", "--list", str(dump)])


def check_empty(database: Settings) -> None:
    """Raises `Refused` where a PostgreSQL database has tables: nothing is ever written over them."""
    many = run(database, ["psql", "--no-psqlrc", "--tuples-only", "--no-align", f"--command={TABLES}"])
    if int(many):
        raise Refused(
            "The PostgreSQL database that this would be restored to is not empty.",
            do="Make a new one, and name it: --database postgresql://user:password@host:5432/name",
        )


def run(database: Settings, words: Sequence[str]) -> str:
    """Run one of PostgreSQL's tools; its password is told in the environment, never in the command."""
    if shutil.which(words[0]) is None:
        raise Refused(f"The database is PostgreSQL, and there is no {words[0]} here.", do=INSTALL)
    told = {NAMES[name]: str(value) for name, value in database.items() if name in NAMES and value}
    done = subprocess.run(words, env={**os.environ, **told}, capture_output=True, text=True, check=False)
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["it did not say why"])[0]
        raise Refused(f"{words[0]} did not work: {why}", do="Put that right, and run the same command again.")
    return done.stdout

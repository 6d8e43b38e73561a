"""A new version brings the database up to date: killed at any migration, the next start does the rest."""

import os
import signal
import sqlite3
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
import pytest

from throughline.web.home import FILE, prepare

from .sizes import many, told

MIGRATE = """
import os, signal, sys
import django
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from throughline.loads.home import home_folder
from throughline.web import home
from throughline.web.serving import bring_up_to_date

home.prepare(home_folder())
django.setup()
when, at = sys.argv[1], int(sys.argv[2])
recording = when == "recording"
owner = MigrationRecorder if recording else MigrationExecutor
name = "record_applied" if recording else "apply_migration"
real, calls = getattr(owner, name), []

def killing(*given, **named):
    calls.append(1)
    if len(calls) == at and when != "after":
        os.kill(os.getpid(), signal.SIGKILL)
    done = real(*given, **named)
    if len(calls) == at:
        os.kill(os.getpid(), signal.SIGKILL)
    return done

setattr(owner, name, killing)
bring_up_to_date()
"""
PLACES = many(range(1, 40), (3,))  # which migration: there are fewer than forty
WHEN = ("before", "recording", "after")


def migrated(home, when, at):
    """Bring a home's database up to date in a process of its own, killed there; whether it came through."""
    around = {
        **os.environ,
        "THROUGHLINE_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "throughline.web.settings",
    }
    words = [sys.executable, "-c", MIGRATE, when, str(at)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, env=around)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode == 0


def tables(home):
    """Every table of a home's SQLite, as it was made, and the migrations that are noted."""
    with sqlite3.connect(home / "throughline.sqlite3") as made:
        return {*made.execute("select type, name, sql from sqlite_master")}, {
            *made.execute("select app, name from django_migrations")
        }


def columns(address):
    """Every column of a PostgreSQL database, and the migrations that are noted."""
    with psycopg.connect(address) as made:
        told = "select table_name, column_name, data_type from information_schema.columns"
        mine = made.execute(f"{told} where table_schema = 'public'").fetchall()
        return {*mine}, {*made.execute("select app, name from django_migrations").fetchall()}


@pytest.mark.parametrize("when", many(WHEN, ("recording",)))
def test_killed_at_a_migration(tmp_path, when):
    assert migrated(tmp_path / "whole", "never", 0)
    whole, kills = tables(tmp_path / "whole"), 0
    for at in PLACES:
        home = tmp_path / f"{at}"
        if migrated(home, when, at):
            break  # there are no more
        kills += 1
        assert migrated(home, "never", 0) and tables(home) == whole
    assert kills
    told(f"{kills} kills of a migration, {when}: the next start did the rest.")


def test_killed_at_a_migration_of_postgresql(tmp_path, postgresql):
    found, kills = [], 0
    for at in (0, *PLACES):
        with psycopg.connect(postgresql, autocommit=True) as server:
            server.execute(f"create database upgraded_{at}")
        address = urlsplit(postgresql)._replace(path=f"/upgraded_{at}").geturl()
        home = tmp_path / f"{at}"
        prepare(home)
        text = (home / FILE).read_text()
        (home / FILE).write_text(text.replace('# database = ""', f'database = "{address}"'))
        if at and migrated(home, "recording", at):
            break  # there are no more
        kills += bool(at)
        assert migrated(home, "never", 0)
        found.append(columns(address))
    assert kills and all(each == found[0] for each in found)
    told(f"{kills} kills of a migration of PostgreSQL: the next start did the rest.")

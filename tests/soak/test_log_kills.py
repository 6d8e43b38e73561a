"""The access log while its writer is killed: every opening that was acknowledged is kept, whole."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing

import psycopg

from .sizes import many, told

CHILDREN = 3  # opened by each request

WRITE = """
import django
django.setup()
from uuid import uuid4
from django.contrib.auth.models import User
from django.core.management import call_command
from throughline.people.adding import add
from throughline.people.models import Action
from throughline.people.opening import Why, log
from throughline.people.roles import DIRECTOR
call_command("migrate", verbosity=0)
add("director", DIRECTOR)
user = User.objects.get(username="director")
while True:
    why = Why(action=Action.LIST, page="care", says="Children in care", request=uuid4())
    log(user, ["a", "b", "c"], why)
    print(why.request.hex, flush=True)
"""


def written_until_killed(home, chance):
    """Open children one request after another until a kill; the requests that were acknowledged."""
    around = {
        **os.environ,
        "THROUGHLINE_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "throughline.web.settings",
    }
    with subprocess.Popen(
        [sys.executable, "-c", WRITE], env=around, stdout=subprocess.PIPE, text=True
    ) as writer:
        first = writer.stdout.readline()
        assert first
        time.sleep(chance.uniform(0, 0.3))
        os.kill(writer.pid, signal.SIGKILL)
        return [first, *writer.stdout.read().splitlines(keepends=True)]


def check(home, kept, chance):
    """Kill a writer so many times; `kept` gives the request of every row of the log."""
    home.mkdir(exist_ok=True)
    acknowledged = set()
    for _ in range(many(20, 1)):
        lines = written_until_killed(home, chance)
        acknowledged |= {line.strip() for line in lines if line.endswith("\n")}
        rows = Counter(kept())
        assert set(rows.values()) == {CHILDREN}  # all of a request, or none
        assert acknowledged <= rows.keys()
    return len(acknowledged)


def test_sqlite(tmp_path):
    def kept():
        with closing(sqlite3.connect(tmp_path / "home" / "throughline.sqlite3")) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return [request for (request,) in database.execute("SELECT request FROM people_opening")]

    many_kept = check(tmp_path / "home", kept, random.Random("sqlite"))
    told(f"SQLite: {many(20, 1)} kills while children were opened: 0 of {many_kept:,} lost or halved.")


def test_postgresql(tmp_path, postgresql):
    def kept():
        with psycopg.connect(postgresql) as database:
            return [request.hex for (request,) in database.execute("SELECT request FROM people_opening")]

    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text(f'database = "{postgresql}"\n')
    many_kept = check(tmp_path / "home", kept, random.Random("postgresql"))
    told(f"PostgreSQL: {many(20, 1)} kills while children were opened: 0 of {many_kept:,} lost or halved.")

"""The server: one process of threads, with nothing to install beside it."""

from __future__ import annotations

import os
import sys

from throughline.errors import Refused

THREADS = 8


def serve(host: str = "127.0.0.1", port: int = 8000, *, threads: int = THREADS) -> None:
    """Bring the database up to date, say where the site is, and serve it until stopped.

    In a demo home the sign-ins are made, if need be, and printed."""
    make_ready()
    from django.core.wsgi import get_wsgi_application
    from waitress import create_server

    open_the_record()
    server = create_server(get_wsgi_application(), host=host, port=port, threads=threads, ident="")
    announce(address_of(host, server.effective_port))
    try:
        server.run()
    finally:
        server.close()


def address_of(host: str, port: int) -> str:
    """An address that a browser on this machine can open."""
    return f"http://{'localhost' if host in ('127.0.0.1', '0.0.0.0') else host}:{port}/"


def make_ready() -> None:
    """Home folder, settings, database and the charts' script: made where they are not there yet."""
    from throughline.loads.home import home_folder
    from throughline.web import home

    os.umask(0o077)  # what is made from here on is for its owner only
    home.prepare(home_folder())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.web.settings")
    import django

    django.setup()
    bring_up_to_date()
    from throughline.web.bundle import make_if_absent

    make_if_absent()


def bring_up_to_date() -> None:
    """Have the database as this version has it: all of it or nothing, wherever it is stopped. (Django notes
    some steps only after they are done: stopped between the two, the next start would fail at that step.)

    Raises `Refused` as `check_no_later` does."""
    from django.core.management import call_command
    from django.db import connection, transaction

    check_no_later()
    connection.disable_constraint_checking()  # SQLite changes tables without, and within a transaction cannot
    try:
        with transaction.atomic():
            call_command("migrate", interactive=False, verbosity=0)
    finally:
        connection.enable_constraint_checking()


def check_no_later() -> None:
    """Raises `Refused` where a later version has changed the database: this one might spoil what it wrote."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection, ignore_no_migrations=True)
    later = sorted(set(loader.applied_migrations) - set(loader.disk_migrations))
    if unknown := [f"{app} {name}" for app, name in later if app in loader.migrated_apps]:
        raise Refused(
            f"The database was changed by a later Throughline ({', '.join(unknown)}).",
            do="Start that version; or restore the backup that was made before it: throughline restore.",
        )


def open_the_record() -> None:
    """Open what is served, so that the first reader does not wait for it."""
    from throughline.blocks import charts  # noqa: F401  (Altair takes its time to load)
    from throughline.web.current import current_answers

    current_answers()


def announce(address: str) -> None:
    """Where the site is and, in a demo home, who may sign in to it."""
    from django.conf import settings

    print(f"Throughline is at {address}  (Ctrl+C stops it)")
    if settings.DEMO:
        from throughline.people.demo import make_demo_users
        from throughline.web.current import current_snapshot

        snapshot = current_snapshot()
        for sign_in in make_demo_users(snapshot) if snapshot else ():
            print(f"  {sign_in.title:<16} {sign_in.username:<14} {sign_in.password:<22} {sign_in.who}")
    sys.stdout.flush()


if __name__ == "__main__":
    serve(port=int(os.environ.get("PORT", "8000")))

"""The address of a council's database, and the way into it: to read, and never to write. No sentence of
this module repeats what the driver said: that may hold a password, or a child's data."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from throughline.errors import Refused

PASSWORD = "THROUGHLINE_DATABASE_PASSWORD"  # the name of an environment variable
POSTGRESQL, SQL_SERVER, SQLITE = "postgresql", "mssql", "sqlite"
DRIVERS = {
    POSTGRESQL: "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    SQL_SERVER: "mssql+pyodbc",
    SQLITE: SQLITE,
}
SECRETS = ("password", "pwd", "sslpassword", "odbc_connect")  # words of an address that may hold one
PATIENCE = 15  # seconds to wait for a server to answer
WRITE_IT_SO = (
    "Write postgresql://user@host:5432/database, sqlite:////folder/file.db, "
    "or mssql://user@host/database?driver=ODBC+Driver+18+for+SQL+Server."
)
KEEP_IT_OUT = (
    f"Leave it out of the command, which others can see: set {PASSWORD}, or use ~/.pgpass or a service file."
)


def address(text: str) -> URL:
    """An address as typed, with the password from the environment if there is one. Raises `Refused` if it is
    none, or if it holds a password; what was typed is never repeated."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise Refused("This is not the address of a database.", do=WRITE_IT_SO) from None
    driver = DRIVERS.get(url.drivername.split("+")[0])
    if driver is None:
        raise Refused("This kind of database cannot be read.", do=WRITE_IT_SO)
    if url.password is not None or any(key.lower() in SECRETS for key in url.query):
        raise Refused("There is a password in the address of the database.", do=KEEP_IT_OUT)
    password = os.environ.get(PASSWORD) if driver != SQLITE else None
    return url.set(drivername=driver, password=password or None)


def called(url: URL) -> str:
    """What to call a database in a sentence."""
    name = Path(url.database or "").name or "without a name"
    return f"the database {name}" + (f" at {url.host}" if url.host else "")


def engine_of(url: URL) -> Engine:
    """What connects, and says nothing of what it reads. Raises `Refused` where its driver is not there."""
    if url.drivername == SQLITE:
        return sqlite(url)
    arguments: dict[str, Any] = {"timeout": PATIENCE}
    options: dict[str, Any] = {}
    if url.drivername == DRIVERS[POSTGRESQL]:
        arguments = {"connect_timeout": PATIENCE, "application_name": "throughline"}
        # One moment of the database for every table, and no right to write in it.
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    try:
        return create_engine(
            url, poolclass=NullPool, hide_parameters=True, connect_args=arguments, execution_options=options
        )
    except ImportError:
        extra = "postgresql" if POSTGRESQL in url.drivername else "sqlserver"
        what = f"What reads {called(url)} is not installed here."
        raise Refused(what, do=f"Install it: pip install 'throughline[{extra}]'.") from None


def sqlite(url: URL) -> Engine:
    """A file, opened so that it cannot be written, nor made where there is none."""
    file = Path(url.database or "")
    if not file.is_file():
        raise Refused(f"There is no file {file.name} to read.", do=WRITE_IT_SO)
    place = f"file:{quote(str(file.resolve()))}?mode=ro"
    return create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(place, uri=True),
        poolclass=NullPool,
        hide_parameters=True,
    )


@contextmanager
def opened(url: URL) -> Iterator[Connection]:
    """A connection to read by, which is closed without keeping anything. Raises `Refused` where there is no
    way in."""
    engine = engine_of(url)
    try:
        connection = engine.connect()
    except SQLAlchemyError:
        what = f"No way into {called(url)}: it does not answer, or does not know this login or its password."
        do = f"Look at the address, at whether it answers from here, and at {PASSWORD}."
        raise Refused(what, do=do) from None
    with connection:
        yield connection

"""Which database keeps sign-ins, work and the access log."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from throughline.errors import Refused

PATIENCE = 20  # seconds to wait for another writer


def database(address: str, folder: Path) -> dict[str, Any]:
    """Django's words for the database at this address; blank is the SQLite file of the home folder."""
    if not address:
        return sqlite(folder / "throughline.sqlite3")
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise Refused(
            "settings.toml, database: this is not the address of a PostgreSQL database.",
            do="Write postgresql://user:password@host:5432/name, or leave it blank for SQLite.",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(file: Path) -> dict[str, Any]:
    """SQLite set as measured: write-ahead log, write locks taken at the start, and patience."""
    options = {
        "timeout": PATIENCE,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options}

"""`throughline receive --database`: what is received is first written as files, like any other extract."""

from __future__ import annotations

import tempfile
from argparse import _ActionsContainer
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from throughline.cli.options import Asked, Options
from throughline.errors import Refused
from throughline.returns.ssd_database import read_database


def add_database(what: _ActionsContainer, command: Options) -> None:
    """--database in place of files, and --schema beside it."""
    what.add_argument("--database", metavar="ADDRESS", help="read the dataset from here (no password in it)")
    command.add_argument(
        "--schema", metavar="NAME", help="of the database; the login's usual one if not said"
    )


@contextmanager
def given(asked: Asked, say: Callable[[str], None]) -> Iterator[list[Path]]:
    """The files to receive: those named, or those that a database was written to, for as long as it takes."""
    if asked.schema and not asked.database:
        raise Refused("--schema is of a database, and none is named.", do="Name it with --database ADDRESS.")
    if not asked.database:
        yield asked.paths
        return
    with tempfile.TemporaryDirectory(prefix="throughline-") as name:
        folder = Path(name) / "database"
        folder.mkdir()
        read_database(asked.database, asked.schema, folder, say)
        yield [folder]

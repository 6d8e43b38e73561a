"""Export: the record written to a file or folder that the operator names, and a line in the log first.

Rows of children leave by it, as they do by `throughline sql`: it is for those who may read the home folder
itself. Files are readable by their owner alone, and appear whole or not at all."""

from __future__ import annotations

import os
import pwd
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.record.journey import TABLES
from throughline.record.rows import Table
from throughline.record.snapshots import Snapshot
from throughline.returns.annex_a import ANNEX_A
from throughline.returns.annex_a_out import annex_a_lists, write_annex_a
from throughline.returns.ssd_out import left_behind, ssd_tables, write_ssd
from throughline.returns.tables_out import check_suffix, plain_name, plain_table, write_plain

NAMED = {plain_name(table.__name__): table for table in TABLES}
ELSEWHERE = "Name another, or take that one away first."


@dataclass(frozen=True)
class Exported:
    """What was written and where: rows by table or file, and what of the record did not go out."""

    to: Path
    rows: dict[str, int]
    left: tuple[str, ...] = ()


def export_table(council: Council, name: str, file: Path) -> Exported:
    """Write one table of the record as CSV or Parquet. Raises `Refused` for a table that is none, a file
    that is there, or a record that holds nothing."""
    check_suffix(file)
    table = table_named(name)
    snapshot = served(council)
    if table in snapshot.missing and not snapshot.frames[table].height:
        raise Refused(f"No return that was received fills {name}.", do="Receive one that does.")
    rows = plain_table(snapshot, table)
    log(council, snapshot, {name: rows.height}, file)
    with made_whole(file) as waiting:
        write_plain(rows, waiting, file.suffix.lower())
    return Exported(file, {name: rows.height})


def export_ssd(council: Council, folder: Path) -> Exported:
    """Write the record as the Standard Safeguarding Dataset, in a folder of its day below `folder`: received
    again it is true of that day. Raises `Refused` as `export_table` does."""
    snapshot = served(council)
    place = folder / f"ssd_{snapshot.as_at.isoformat()}"
    lines = ssd_tables(snapshot)
    rows = {plain_name(table.__name__): frame.height for table, frame in lines.items()}
    log(council, snapshot, rows, place)
    with made_whole(place) as waiting:
        waiting.mkdir(mode=0o700)
        write_ssd(lines, waiting)
    return Exported(place, rows, tuple(left_behind(snapshot)))


def export_annex_a(council: Council, folder: Path) -> Exported:
    """Write the record as Annex A: one workbook, named for the record's day, in `folder`. What is left are
    the lists that the record cannot fill. Raises `Refused` as `export_table` does."""
    snapshot = served(council)
    file = folder / f"Annex A {snapshot.as_at.isoformat()}.xlsx"
    lists = annex_a_lists(snapshot)
    rows = {ANNEX_A.named(table): frame.height for table, frame in lists.items()}
    log(council, snapshot, rows, file)
    with made_whole(file) as waiting:
        write_annex_a(lists, waiting)
    return Exported(file, rows, tuple(name for name, table in ANNEX_A.files.items() if table not in lists))


def served(council: Council) -> Snapshot:
    """The record that is served now."""
    now = council.current()
    if now is None:
        raise Refused("Nothing has been received yet.", do="Receive a return: throughline receive FOLDER")
    return Snapshot.open(council.snapshots / now["snapshot"])


def table_named(name: str) -> type[Table]:
    """A table by the name an analyst types."""
    if name not in NAMED:
        raise Refused(f"There is no table {name}.", do=f"Tables: {', '.join(NAMED)}; or ssd, or annex_a.")
    return NAMED[name]


def log(council: Council, snapshot: Snapshot, rows: dict[str, int], to: Path) -> None:
    """One line: what, when, by whom and under what name. No row of a child."""
    if to.exists():
        raise Refused(f"{to} is there already.", do=ELSEWHERE)
    who = shell_user()
    council.log(
        {
            "load": "",
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "status": "exported",
            "as_at": snapshot.as_at,
            "snapshot": snapshot.name,
            "titles": [f"Export to {to.name} by {who}"],
            "by": who,
            "files": [to.name],
            "rows": rows,
            "faults": 0,
        }
    )


def shell_user() -> str:
    """Who runs the command: the user's name, or the number where it has none."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"user {os.getuid()}"


@contextmanager
def made_whole(place: Path) -> Iterator[Path]:
    """A place beside this one to write to, which takes its name when all is written; if that fails, nothing
    is left. What is written, its owner alone may read."""
    waiting = place.with_name(f".{place.name}.writing-{os.getpid()}")
    others = os.umask(0o077)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        yield waiting
        waiting.rename(place)
    except OSError as wrong:
        raise Refused(f"{place} cannot be written: {wrong.strerror}.", do="Name another place.") from None
    finally:
        os.umask(others)
        shutil.rmtree(waiting, ignore_errors=True)
        if waiting.is_file():
            waiting.unlink()

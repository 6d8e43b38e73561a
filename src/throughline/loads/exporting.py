"""Export: the record written to a file or folder that the operator names, and a line in the log first.

Rows of children leave by it, as they do by `throughline sql`: it is for those who may read the home folder
itself. Files are readable by their owner alone, and appear whole or not at all."""

from __future__ import annotations

import os
import pwd
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from throughline.errors import Refused
from throughline.loads.faults import faults_then
from throughline.loads.home import Council
from throughline.loads.known import Known
from throughline.record.journey import TABLES
from throughline.record.periods import said
from throughline.record.rows import Table
from throughline.record.snapshots import Snapshot
from throughline.returns.annex_a import ANNEX_A
from throughline.returns.annex_a_checks import write_checks
from throughline.returns.annex_a_out import annex_a_lists
from throughline.returns.annex_a_workbook import write_annex_a
from throughline.returns.earlier_days import check_day
from throughline.returns.send_lists_out import SHEET, SUPPORT, send_lists, write_send
from throughline.returns.ssd_out import left_behind, ssd_tables, write_ssd
from throughline.returns.tables_out import check_suffix, plain_name, plain_table, write_plain

NAMED = {plain_name(table.__name__): table for table in TABLES}
ELSEWHERE = "Name another, or take that one away first."


@dataclass(frozen=True)
class Exported:
    """What was written and where: rows by table or file, what of the record did not go out, and what was
    found in what did."""

    to: Path
    rows: dict[str, int]
    left: tuple[str, ...] = ()
    found: str = ""


def export_table(council: Council, name: str, file: Path, known: Known | None = None) -> Exported:
    """Write one table of the record as CSV or Parquet: of what is served, or of what was known at an earlier
    load. Raises `Refused` for a table that is none, a file that is there, or a record that holds nothing."""
    check_suffix(file)
    table = table_named(name)
    snapshot = record_of(council, known)
    if table in snapshot.missing and not snapshot.frames[table].height:
        raise Refused(f"No return that was received fills {name}.", do="Receive one that does.")
    rows = plain_table(snapshot, table)
    log(council, snapshot, {name: rows.height}, file)
    with made_whole(file) as waiting:
        write_plain(rows, waiting, file.suffix.lower())
    return Exported(file, {name: rows.height})


def export_ssd(
    council: Council, folder: Path, day: date | None = None, known: Known | None = None
) -> Exported:
    """Write the record as the Standard Safeguarding Dataset as at a day, its own where none is named, in a
    folder of that day below `folder`: received again it is true of it. Raises `Refused` as
    `export_table` does, and for a day that the record does not reach."""
    snapshot = record_of(council, known)
    on = day_of(snapshot, day)
    place = folder / f"ssd_{on.isoformat()}"
    lines = ssd_tables(snapshot, on)
    rows = {plain_name(table.__name__): frame.height for table, frame in lines.items()}
    log(council, snapshot, rows, place)
    with made_whole(place) as waiting:
        waiting.mkdir(mode=0o700)
        write_ssd(lines, waiting)
    return Exported(place, rows, tuple(left_behind(snapshot, on)))


def export_annex_a(
    council: Council, folder: Path, day: date | None = None, known: Known | None = None
) -> Exported:
    """Write the record as Annex A as at a day: one workbook, named for the day, in `folder`, and beside it
    what is to be looked at before it is given away. What is left are the lists that the record cannot fill.
    Raises `Refused` as `export_ssd` does."""
    snapshot = record_of(council, known)
    on = day_of(snapshot, day)
    lists = annex_a_lists(snapshot, on)
    if not lists:
        raise Refused(f"No return that is in answers for {said(on)}.", do="Receive one that does.")
    rows = {ANNEX_A.named(table): frame.height for table, frame in lists.items()}
    left = tuple(name for name, table in ANNEX_A.files.items() if table not in lists)
    file, beside = (folder / f"Annex A {on.isoformat()}{end}.xlsx" for end in ("", " checks"))
    log(council, snapshot, rows, file, beside)
    with made_whole(beside) as checks, made_whole(file) as waiting:
        write_annex_a(lists, waiting)
        about = about_lists(snapshot, on, rows, left)
        found = write_checks(lists, about, on, on < snapshot.as_at, faults_then(council, known), checks)
    return Exported(file, rows, left, f"{found:,} cells are to be looked at first: see {beside.name}.")


SEND_SHEETS = {SHEET: "EHC plans", SUPPORT: "SEN support"}


def export_send(
    council: Council, folder: Path, day: date | None = None, known: Known | None = None
) -> Exported:
    """Write Ofsted's lists of children with an EHC plan, and of those on SEN support, as at a day: one
    workbook, named for the day. The second is left where no such list of the day is in. Raises `Refused` as
    `export_ssd` does."""
    snapshot = record_of(council, known)
    on = day_of(snapshot, day)
    lists = send_lists(snapshot, on)
    rows = {name: lists[sheet].height for sheet, name in SEND_SHEETS.items() if sheet in lists}
    file = folder / f"SEND list {on.isoformat()}.xlsx"
    log(council, snapshot, rows, file)
    with made_whole(file) as waiting:
        write_send(lists, waiting)
    return Exported(file, rows, tuple(name for name in SEND_SHEETS.values() if name not in rows))


def day_of(snapshot: Snapshot, day: date | None) -> date:
    """The day that was asked for, or the record's own. Raises `Refused` for one that it does not reach."""
    if day is not None:
        check_day(snapshot, day)
    return day or snapshot.as_at


def about_lists(
    snapshot: Snapshot, day: date, rows: Mapping[str, int], left: Sequence[str]
) -> list[tuple[str, str]]:
    """What the workbook of checks says at its beginning."""
    told = [("As at", said(day)), ("The record is as at", said(snapshot.as_at)), ("Record", snapshot.name)]
    told += [(name, f"{many:,} rows") for name, many in rows.items()]
    return told + [(name, "Not there: no return that is in tells it on this day.") for name in left]


def served(council: Council) -> Snapshot:
    """The record that is served now."""
    now = council.current()
    if now is None:
        raise Refused("Nothing has been received yet.", do="Receive a return: throughline receive FOLDER")
    return Snapshot.open(council.snapshots / now["snapshot"])


def record_of(council: Council, known: Known | None) -> Snapshot:
    """The record that was known at an earlier load, or the one that is served now."""
    return Snapshot.open(council.snapshots / known.snapshot) if known else served(council)


def table_named(name: str) -> type[Table]:
    """A table by the name an analyst types."""
    if name not in NAMED:
        raise Refused(f"There is no table {name}.", do=f"Tables: {', '.join(NAMED)}; or ssd, annex_a, send.")
    return NAMED[name]


def log(council: Council, snapshot: Snapshot, rows: dict[str, int], to: Path, *beside: Path) -> None:
    """One line: what, when, by whom and under what name. No row of a child."""
    for file in (to, *beside):
        if file.exists():
            raise Refused(f"{file} is there already.", do=ELSEWHERE)
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
            "files": [to.name, *(file.name for file in beside)],
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

"""Reading a workbook as text, in a child process with limits."""

from __future__ import annotations

import json
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import polars as pl

from throughline.errors import Refused
from throughline.record.rows import SOURCE_LINE
from throughline.returns import child_process
from throughline.returns.finding import Found, hashed
from throughline.returns.reading import BLANKS, MOST_COLUMNS, Sheet
from throughline.returns.workbook_child import TOO_MANY, main

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
LARGEST = 200 << 20  # bytes of the file
MOST_MEMBERS = 500
LARGEST_UNPACKED = 1 << 30
MOST_RATIO = 200  # unpacked to packed: a real sheet comes to 10 or 20
HEADING_ROWS = 10  # in which the headings must stand; a title may be above them
FEWEST_HEADINGS = 3
SAVE_AGAIN = "Open it, save it as an Excel workbook (.xlsx), and send that."


def is_workbook(data: bytes) -> bool:
    """Whether these are the bytes of a workbook, of the new kind or the old."""
    return data.startswith((ZIP, OLD))


def read_workbook(data: bytes, found: Found) -> list[Sheet]:
    """Its sheets, as text. Raises `Refused`, in one sentence, for whatever its reader dies of."""
    if data.startswith(OLD):
        raise Refused(f"{found.name} is an old Excel file, or has a password.", do=SAVE_AGAIN)
    check_zip(data, found.name)
    with tempfile.TemporaryDirectory(prefix="throughline-") as name:
        folder = Path(name)
        (folder / "workbook").write_bytes(data)
        run(folder, found.name)
        told = json.loads((folder / "sheets.json").read_text())
        frames = [pl.read_ipc(BytesIO((folder / str(n)).read_bytes())) for n in range(len(told))]
    sha256 = hashed(data)
    read = [sheet_of(found, sha256, title, frame, hidden) for (title, hidden), frame in zip(told, frames)]
    sheets = [sheet for sheet in read if sheet]
    if not sheets:
        raise Refused(f"{found.name} has no sheet with headings.", do=SAVE_AGAIN)
    return sheets


def check_zip(data: bytes, named: str) -> None:
    """Refuse what would unpack to more than any workbook, before unpacking it."""
    try:
        members = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError):
        raise Refused(f"{named} is damaged or was cut short.", do=SAVE_AGAIN) from None
    if all(not member.filename.startswith("xl/") for member in members):
        raise Refused(f"{named} is packed, and is no workbook.", do="Unpack it, and send what is inside.")
    unpacked = sum(member.file_size for member in members)
    if (
        len(data) > LARGEST
        or len(members) > MOST_MEMBERS
        or unpacked > LARGEST_UNPACKED
        or unpacked > MOST_RATIO * len(data)
    ):
        raise Refused(f"{named} would unpack to far more than any workbook.", do=SAVE_AGAIN)


def run(folder: Path, named: str) -> None:
    """Read the workbook in a child process; refuse whatever kills it, stops it or makes it complain."""
    code = child_process.run(main, folder, named=named, do=SAVE_AGAIN)
    if code == TOO_MANY:
        raise Refused(f"{named} has far more cells than any return.", do=SAVE_AGAIN)
    if code:
        raise Refused(f"{named} is damaged, or too large to read.", do=SAVE_AGAIN)


def sheet_of(found: Found, sha256: str, title: str, frame: pl.DataFrame, hidden: bool) -> Sheet | None:
    """A sheet with its headings: the first row with several cells. None for one without."""
    frame = frame.rename({name: str(n) for n, name in enumerate(frame.columns)})
    top = frame.head(HEADING_ROWS).rows()
    filled = [sum(bool((cell or "").strip(BLANKS)) for cell in row) for row in top]
    at = next((n for n, cells in enumerate(filled) if cells >= FEWEST_HEADINGS), None)
    if at is None or frame.width > MOST_COLUMNS:
        return None
    headings = tuple(cell or "" for cell in top[at])
    numbered = frame.with_row_index(SOURCE_LINE, offset=1).with_columns(pl.col(SOURCE_LINE).cast(pl.Int32))
    below = numbered.slice(at + 1)
    blank = pl.all_horizontal(pl.col(frame.columns).str.strip_chars(BLANKS).fill_null("") == "")
    return Sheet(found, sha256, title, headings, below.filter(~blank), hidden=hidden)

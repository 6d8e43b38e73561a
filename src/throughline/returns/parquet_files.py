"""Reading a Parquet file as text, in a child process with limits."""

from __future__ import annotations

import json
import tempfile
from io import BytesIO
from pathlib import Path

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.rows import SOURCE_LINE
from throughline.returns import child_process
from throughline.returns.finding import Found, hashed
from throughline.returns.parquet_child import TOO_MANY, main
from throughline.returns.reading import BLANKS, EXPORT_AGAIN, Sheet

MARK, LOCKED = b"PAR1", b"PARE"
LARGEST = 512 << 20  # bytes of the file: the same lines as CSV are five times as large
FIRST_LINE = 2  # the headings count as line 1, as they would in a CSV file of the same table


def is_parquet(data: bytes) -> bool:
    """Whether these are the bytes of a Parquet file."""
    return data.startswith((MARK, LOCKED))


def read_parquet(data: bytes, found: Found) -> Sheet:
    """Its cells as text, as if it had been a CSV file. Raises `Refused`, in one sentence, for whatever its
    reader dies of."""
    named = found.name
    if data.startswith(LOCKED):
        raise Refused(f"{named} is locked with a key.", do="Export it again without encryption.")
    if not data.endswith(MARK):
        raise Refused(f"{named} is damaged or was cut short.", do=EXPORT_AGAIN)
    if len(data) > LARGEST:
        raise Refused(f"{named} is larger than {LARGEST >> 20} MB.", do="Send it in parts.")
    with tempfile.TemporaryDirectory(prefix="throughline-") as name:
        folder = Path(name)
        (folder / "file").write_bytes(data)
        run(folder, named)
        told = json.loads((folder / "read.json").read_text())
        cells = pl.read_ipc(BytesIO((folder / "cells").read_bytes()))
    if not told["headings"]:
        raise Refused(f"{named} has no columns that can be read.", do=EXPORT_AGAIN)
    return Sheet(
        found, hashed(data), "", tuple(told["headings"]), numbered(cells), passed(told["passed"], named)
    )


def run(folder: Path, named: str) -> None:
    """Read the file in a child process; refuse whatever kills it, stops it or makes it complain."""
    code = child_process.run(main, folder, named=named, do=EXPORT_AGAIN)
    if code == TOO_MANY:
        raise Refused(f"{named} holds far more than any return.", do="Look at what it is.")
    if code:
        raise Refused(f"{named} is damaged, or too large to read.", do=EXPORT_AGAIN)


def numbered(cells: pl.DataFrame) -> pl.DataFrame:
    """Rows with their line, without those that say nothing."""
    said = pl.any_horizontal(pl.all().str.strip_chars(BLANKS).fill_null("") != "")
    line = pl.int_range(FIRST_LINE, pl.len() + FIRST_LINE, dtype=pl.Int32).alias(SOURCE_LINE)
    return cells.with_columns(line, said.alias("@said")).filter("@said").drop("@said")


def passed(headings: list[str], named: str) -> tuple[Fault, ...]:
    """A fault for each column that could not be read as text."""
    says = "this column holds lists or bytes, and not text, numbers or days; it is not read."
    return tuple(Fault(named, None, heading, says, "Export it as text.") for heading in headings)

"""Reads a published file as text: bounded, whole, and refused in words where it is not what it should be.

What is published is hostile until it is parsed: a file may be of any size, packed to burst, or not text."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from pathlib import Path

import polars as pl

from throughline.errors import Refused

LARGEST = 256 << 20  # bytes, once unpacked: LAIT's whole is 22 MB for a fifth of its measures
MOST_ROWS, MOST_COLUMNS = 3_000_000, 200
GZIP = b"\x1f\x8b"
FETCH = "Fetch the file again from where it is published."


def bytes_of(file: Path) -> bytes:
    """A file's bytes, unpacked if it is packed by gzip. Raises `Refused` where they are too many, or the
    packing is broken."""
    try:
        with file.open("rb") as opened:
            packed = opened.read(2) == GZIP
            opened.seek(0)
            source = gzip.GzipFile(fileobj=opened) if packed else opened
            found = source.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as wrong:
        reason = wrong.strerror if isinstance(wrong, OSError) and wrong.strerror else "its packing is broken"
        raise Refused(f"{file.name} cannot be read: {reason}.", do=FETCH) from None
    if len(found) > LARGEST:
        raise Refused(f"{file.name} holds more than {LARGEST >> 20} MB.", do=FETCH)
    return found


def table_of(raw: bytes, name: str) -> pl.DataFrame:
    """A CSV file as columns of text under its headings, blanks as blank text.

    Raises `Refused` where it is not text in UTF-8, has no line beneath its headings, is larger than any
    published file is, or has lines of other lengths."""
    headings = headings_of(raw, name)
    try:
        frame = pl.read_csv(
            io.BytesIO(raw), has_header=False, skip_rows=1, infer_schema=False, encoding="utf8",
            n_rows=MOST_ROWS + 1,
        )  # fmt: skip
    except pl.exceptions.PolarsError:
        says = f"{name} has no lines, lines of other lengths, or a quotation mark out of place."
        raise Refused(says, do=FETCH) from None
    if frame.height > MOST_ROWS:
        raise Refused(f"{name} has more than {MOST_ROWS:,} lines.", do=FETCH)
    if frame.width != len(headings):
        raise Refused(f"{name} has {frame.width} columns of cells under {len(headings)} headings.", do=FETCH)
    return frame.rename(dict(zip(frame.columns, headings))).fill_null("")


def headings_of(raw: bytes, name: str) -> list[str]:
    """The headings of a CSV file. One that is blank, or there twice, is called by its place."""
    try:
        text = raw.decode("utf-8-sig")
        first = next(csv.reader(io.StringIO(text.split("\n", 1)[0].rstrip("\r")), strict=True), [])
    except (UnicodeDecodeError, csv.Error):
        raise Refused(f"{name} is not text in UTF-8 with a line of headings.", do=FETCH) from None
    if "\0" in text or not any(first) or len(first) > MOST_COLUMNS:
        raise Refused(f"{name} has no line of headings that can be read.", do=FETCH)
    cells = [cell.strip() for cell in first]
    return [
        cell if cell and cell not in cells[:place] else f"@{place + 1}" for place, cell in enumerate(cells)
    ]

"""Reading an XML file as text, in a child process with limits."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.rows import SOURCE_LINE
from throughline.returns import child_process
from throughline.returns.finding import Found, hashed
from throughline.returns.kinds import Xml
from throughline.returns.reading import BLANKS, EXPORT_AGAIN, Sheet
from throughline.returns.xml_child import DOCTYPE, NO_XML, TOO_MANY, main

MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # of an encoding, before the first letter
BEGINS = 200  # bytes in which an XML file shows itself, and says its encoding
LARGEST = 200 << 20  # bytes of the file: a census of 5,000 children is 7 MB
DECLARED = ["<!DOCTYPE".encode(way) for way in ("utf-8", "utf-16-le", "utf-16-be")]


def is_xml(data: bytes) -> bool:
    """Whether these are the bytes of an XML file, or of something that would pass for one."""
    start = data[:BEGINS]
    for mark in MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"").lstrip().startswith(b"<")


def read_xml(data: bytes, found: Found, kinds: Sequence[Xml]) -> list[Sheet]:
    """Its elements as tables of text. Raises `Refused`, in one sentence, for whatever its reader dies of,
    and for a file that is of none of these kinds."""
    check(data, found.name)
    encoding = wrong_letters(data)
    read = run(data, encoding, found.name)
    tables: dict[str, dict[str, list[Any]]] = read["tables"]
    here = around(tables)
    if not any(kind.elements[0] == read["root"] and here.issuperset(kind.elements) for kind in kinds):
        raise Refused(f"{found.name} is no return we know, though it is XML.", do="Look at what it is.")
    sha256 = hashed(data)
    sheets = [sheet_of(found, sha256, read["root"], name, columns) for name, columns in tables.items()]
    if encoding:
        says = f"its letters are not UTF-8, so they were read as Windows text ({encoding})."
        fault = Fault(found.name, None, None, says, "Look at names with accents, or export as UTF-8.")
        sheets = [
            replace(sheet, encoding=encoding, faults=(fault,) if sheet is sheets[0] else ())
            for sheet in sheets
        ]
    return sheets


def around(tables: dict[str, dict[str, list[Any]]]) -> set[str]:
    """The names of every element that holds others."""
    return {heading.removeprefix("@") for columns in tables.values() for heading in columns}


def check(data: bytes, named: str) -> None:
    """Refuse what no return has, before a parser sees it."""
    if data[:BEGINS].strip(BLANKS.encode()).lower().startswith((b"<html", b"<!doctype html")):
        raise Refused(f"{named} is a web page.", do="Export it again as CSV or XML.")
    if any(word in data for word in DECLARED):
        raise Refused(f"{named} declares a document type or entities, as no return does.", do=EXPORT_AGAIN)
    if len(data) > LARGEST:
        raise Refused(f"{named} is larger than {LARGEST >> 20} MB.", do="Look at what it is.")


def wrong_letters(data: bytes) -> str | None:
    """The encoding to read in, where the file says UTF-8 (or nothing) and is not: Windows text."""
    said = data[:BEGINS].lower()
    if data.startswith(MARKS[1:]) or (b"encoding" in said and b"utf-8" not in said):
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return None


def run(data: bytes, encoding: str | None, named: str) -> dict[str, Any]:
    """Read the file in a child process; refuse whatever kills it, stops it or makes it complain."""
    with tempfile.TemporaryDirectory(prefix="throughline-") as name:
        folder = Path(name)
        (folder / "file").write_bytes(data)
        more = [encoding] if encoding else []
        code = child_process.run(main, folder, *more, named=named, do=EXPORT_AGAIN)
        check_left(code, folder, named)
        told: dict[str, Any] = json.loads((folder / "read.json").read_bytes())
        return told


def check_left(code: int, folder: Path, named: str) -> None:
    """Refuse in words what the child process left by its exit code."""
    if code == NO_XML:
        line = json.loads((folder / "read.json").read_bytes())["line"]
        what = f"{named}, line {line}: from here on it is not XML; it is damaged, or was cut short."
        raise Refused(what, do=EXPORT_AGAIN)
    if code == TOO_MANY:
        raise Refused(f"{named} has far more elements than any return.", do=EXPORT_AGAIN)
    if code == DOCTYPE:
        raise Refused(f"{named} declares a document type, as no return does.", do=EXPORT_AGAIN)
    if code:
        raise Refused(f"{named} is damaged, or too large to read.", do=EXPORT_AGAIN)


def sheet_of(found: Found, sha256: str, root: str, name: str, columns: dict[str, list[Any]]) -> Sheet:
    """One element's rows. Its headings are its cells' names, and `@Name` for the number of each element
    round it."""
    headings = tuple(heading for heading in columns if heading != "@line")
    ready = {str(n): pl.Series(columns[h]).cast(pl.String) for n, h in enumerate(headings)}
    lines = pl.Series(SOURCE_LINE, columns.get("@line", []), dtype=pl.Int32)
    return Sheet(found, sha256, name, headings, pl.DataFrame(ready).with_columns(lines), (), root)

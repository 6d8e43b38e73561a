"""Reading a CSV file of millions of lines, as it is published for the whole country. It is never held whole:
a first pass takes its hash in blocks and looks whether it is text, a second keeps those columns alone that a
return knows. What is published is even; a file that is not was changed on its way, and is refused."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from io import StringIO

import polars as pl

from throughline.errors import Refused
from throughline.record.rows import SOURCE_LINE
from throughline.returns.finding import Found
from throughline.returns.headings import Known, check_doubled
from throughline.returns.kinds import LongCsv, Return
from throughline.returns.reading import LONGEST_LINE, MOST_COLUMNS, Sheet

LARGEST = 4 << 30  # bytes: the ONS postcode directory of 2.6 million lines is a third of it
BLOCK = LONGEST_LINE
FETCH_AGAIN = "Fetch it again from where it is published, and send it as it came."


@dataclass(frozen=True)
class Passed:
    """What a first pass over a file saw: its sha256, its lines, and the commas in them."""

    sha256: str
    lines: int
    commas: int


def read_long(found: Found, returns: Sequence[Return]) -> Sheet | None:
    """The columns of such a file that a return knows, under their headings; None for any other file. Raises
    `Refused` for one that is not as even as it was published: of codes and numbers, so without a comma in any
    cell."""
    known = known_by_its_headings(found, returns)
    if known is None:
        return None
    headings, match = known
    passed = passed_over(found)
    places = sorted(match.places.values())
    cells = cells_of(found, len(headings), places)
    if passed.commas != passed.lines * (len(headings) - 1) or cells.height != passed.lines - 1:
        says = f"{found.name} was changed or cut short: its lines have not all as many cells as its headings."
        raise Refused(says, do=FETCH_AGAIN)
    sheet = Sheet(found, passed.sha256, "", headings, cells, encoding="utf-8")
    check_doubled(sheet, match)
    return replace(sheet, headings=tuple(headings[place] for place in places))


def known_by_its_headings(found: Found, returns: Sequence[Return]) -> tuple[tuple[str, ...], Known] | None:
    """The headings of a file and the table they are of; None if it is not of a return that comes so."""
    headings = headings_of(found)
    tries = (
        Known.of(given, table, headings)
        for given in returns
        if isinstance(given.reads, LongCsv)
        for table in given.files.values()
    )
    match = next((known for known in tries if known.is_it), None)
    return (headings, match) if match else None


def headings_of(found: Found) -> tuple[str, ...]:
    """The cells of its first line; none for a file that is not text, or that may not be read, which is said
    where it is read whole."""
    try:
        with found.path.open("rb") as opened:
            first = opened.readline(BLOCK).decode("utf-8-sig")
        headings = tuple(next(csv.reader(StringIO(first), strict=True), ()))
    except (OSError, UnicodeDecodeError, csv.Error):
        return ()
    return headings if len(headings) <= MOST_COLUMNS else ()


def passed_over(found: Found) -> Passed:
    """Pass over the whole file once, a block at a time. Raises `Refused` for one far too large, or that is
    not text of lines."""
    if found.path.stat().st_size > LARGEST:
        raise Refused(f"{found.name} is larger than {LARGEST >> 20:,} MB.", do="Send it in parts.")
    digest, lines, commas, last = sha256(), 0, 0, b"\n"
    with found.path.open("rb") as opened:
        while block := opened.read(BLOCK):
            ends = block.count(b"\n")
            if b"\0" in block or (len(block) == BLOCK and not ends):
                raise Refused(f"{found.name} is not text in lines.", do=FETCH_AGAIN)
            digest.update(block)
            lines, commas, last = lines + ends, commas + block.count(b","), block[-1:]
    return Passed(digest.hexdigest(), lines + (last != b"\n"), commas)


def cells_of(found: Found, width: int, places: Sequence[int]) -> pl.DataFrame:
    """The columns at these places, as text, with each line's number."""
    try:
        lines = pl.scan_csv(
            found.path,
            has_header=False,
            skip_lines=1,
            schema={str(place): pl.String for place in range(width)},
            row_index_name=SOURCE_LINE,
            row_index_offset=2,
            glob=False,
        )
        kept = [pl.col(str(place)).alias(str(number)) for number, place in enumerate(places)]
        return lines.select(pl.col(SOURCE_LINE).cast(pl.Int32), *kept).collect(engine="streaming")
    except pl.exceptions.PolarsError:
        says = f"{found.name} has a quotation mark out of place, or letters that are not UTF-8."
        raise Refused(says, do=FETCH_AGAIN) from None

"""Reading a CSV file as text: its encoding, its lines, and what is wrong with either. Nothing is typed
here, and no line is lost: one that cannot be read is set aside with a fault that says where it is."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, StringIO

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.rows import SOURCE_LINE
from throughline.returns.encodings import as_text, doubts_of
from throughline.returns.finding import Found, hashed

LONGEST_LINE = 1 << 20  # characters
MOST_COLUMNS = 500
BLANKS = " \t\u00a0\u200b\ufeff"  # what may stand round a heading or a value and mean nothing
EXPORT_AGAIN = "Export it again from the case system."
WORDS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}


@dataclass(frozen=True)
class Form:
    """How a text file is written: what parts its cells, and how many lines stand above its headings."""

    separator: str
    above: int

    def __str__(self) -> str:
        parted = f"its cells are parted by {WORDS[self.separator]}"
        return f"{parted}, its headings stand in line {self.above + 1}"

    @property
    def well_quoted(self) -> str:
        """What a line looks like whose quotation marks open and close round whole cells."""
        mark = re.escape(self.separator)
        cell = f'(?:"(?:[^"]|"")*"|[^"{mark}]*)'
        return f"^{cell}(?:{mark}{cell})*$"


PLAIN = Form(",", 0)


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table as it was found. `cells` has a text column for each heading, named by its place
    (`"0"`, `"1"`, …), and `@source_line`, where the heading is line 1. `title` is the name of the sheet in
    its workbook, or of the element of an XML file whose outermost element is `root`; both are blank for a
    CSV file. `encoding` is the one its letters were read in; blank for a workbook, which says itself.
    `by_schema` is whether its lines were elements of an XML file, among which nobody writes by hand;
    `hidden` whether it is a sheet that a reader of its workbook does not see;
    `form` is how a text file is written."""

    found: Found
    sha256: str
    title: str
    headings: tuple[str, ...]
    cells: pl.DataFrame
    faults: tuple[Fault, ...] = ()
    root: str = ""
    encoding: str = ""
    by_schema: bool = False
    hidden: bool = False
    form: Form = PLAIN

    @property
    def name(self) -> str:
        """What to call it in a sentence: the file, and its sheet if it has one."""
        of_workbook = self.title and not self.root
        return f"{self.found.name}, sheet “{self.title}”" if of_workbook else self.found.name


def read_csv(data: bytes, found: Found, form_of: Callable[[str], Form] = lambda text: PLAIN) -> Sheet:
    """The cells of a text file, all as text; `form_of` finds in which form it is. Raises `Refused` if it
    cannot be read as lines at all."""
    named = found.name
    whole, encoding = as_text(data, named)
    lines = whole.count("\n")
    if not whole.strip(BLANKS + "\n,;|"):
        raise Refused(f"{named} is empty.", do=EXPORT_AGAIN)
    if len(whole) > LONGEST_LINE and max(map(len, whole.split("\n"))) > LONGEST_LINE:
        raise Refused(f"{named} has a line of more than {LONGEST_LINE:,} characters.", do=EXPORT_AGAIN)
    form = form_of(whole)
    text = whole.split("\n", form.above)[-1]
    headings = heading_row(text, named, form)
    cells = even_cells(text, len(headings), form)
    faults: list[Fault] = []
    if cells is None:
        cells, faults = careful_cells(text, len(headings), named, form)
    faults.extend(doubts_of(whole, encoding, named))
    if lines and not whole.endswith("\n") and faults and faults[-1].line == lines + 1:
        faults.append(Fault(named, None, None, "the file may have been cut short.", EXPORT_AGAIN))
    return Sheet(found, hashed(data), "", headings, cells, tuple(faults), encoding=encoding, form=form)


def heading_row(text: str, named: str, form: Form) -> tuple[str, ...]:
    """The first line's cells, as they are."""
    try:
        headings = tuple(
            next(csv.reader(StringIO(text[:LONGEST_LINE]), delimiter=form.separator, strict=True))
        )
    except (csv.Error, StopIteration):
        raise Refused(f"{named} has no line of headings.", do=EXPORT_AGAIN) from None
    if len(headings) > MOST_COLUMNS:
        raise Refused(f"{named} has more than {MOST_COLUMNS} columns.", do=EXPORT_AGAIN)
    return headings


def even_cells(text: str, width: int, form: Form = PLAIN) -> pl.DataFrame | None:
    """Cells of a file whose every line stands alone, with as many cells as the heading; else None. Ten
    times as fast as `careful_cells`, and the same cells."""
    lines = pl.Series(text.split("\n"), dtype=pl.String)
    bare = lines
    if '"' in text:
        if not lines.str.contains(form.well_quoted).all():
            return None
        bare = lines.str.replace_all('"[^"]*"', "")
    full = bare.str.strip_chars(BLANKS + form.separator) != ""
    full |= lines.str.contains('"', literal=True)
    parts = bare.str.count_matches(form.separator, literal=True).filter(full)
    if not full[0] or not (parts == width - 1).all():
        return None
    numbered = pl.DataFrame({"@line": lines, "@full": full}).with_row_index(
        SOURCE_LINE, offset=form.above + 1
    )
    kept = numbered.slice(1).filter("@full")
    cells = parted(kept.get_column("@line"), width, form)
    return cells.with_columns(kept.get_column(SOURCE_LINE).cast(pl.Int32))


def parted(lines: pl.Series, width: int, form: Form) -> pl.DataFrame:
    """Even lines as cells."""
    names = [str(place) for place in range(width)]
    if not len(lines):
        return pl.DataFrame(schema=dict.fromkeys(names, pl.String))
    return pl.read_csv(
        BytesIO("\n".join(lines).encode()),
        has_header=False,
        new_columns=names,
        infer_schema=False,
        quote_char='"' if lines.str.contains('"', literal=True).any() else None,
        separator=form.separator,
    )


def careful_cells(text: str, width: int, named: str, form: Form = PLAIN) -> tuple[pl.DataFrame, list[Fault]]:
    """Cells line by line: quotation marks heeded, and a line of another length set aside with a fault."""
    reader = csv.reader(StringIO(text), delimiter=form.separator, strict=True)
    rows: list[list[str]] = []
    numbers: list[int] = []
    faults: list[Fault] = []
    top = start = form.above + 1
    try:
        for row in reader:
            if any(cell.strip(BLANKS) for cell in row) and start > top:
                if len(row) == width:
                    rows.append(row)
                    numbers.append(start)
                else:
                    says = f"this line has {len(row)} cells where the heading has {width}; it is set aside."
                    faults.append(Fault(named, start, None, says, aside=1))
            start = reader.line_num + top
    except csv.Error as wrong:
        says = f"{named}, line {start}: a quotation mark is out of place ({wrong})."
        raise Refused(says, do=EXPORT_AGAIN) from None
    columns = list(zip(*rows)) if rows else [()] * width
    cells = pl.DataFrame({str(n): pl.Series(cell, dtype=pl.String) for n, cell in enumerate(columns)})
    return cells.with_columns(pl.Series(SOURCE_LINE, numbers, dtype=pl.Int32)), faults

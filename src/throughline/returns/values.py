"""Values, out of text: days, codes, yes and no, numbers. What cannot be read is blank and a fault;
names and numbers of people are never altered."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from throughline.errors import Fault
from throughline.record.codes import Codes
from throughline.record.columns import Code, Column, Date, Flag, Id, Number
from throughline.record.rows import SOURCE_LINE
from throughline.returns.code_words import as_told
from throughline.returns.dated import ANSWER_IT, Ways
from throughline.returns.days import EARLIEST, LATEST, any_days, has_slashes
from throughline.returns.dressing import undressed
from throughline.returns.fillers import days_left_blank, without, words_left_blank
from throughline.returns.headings import Known, heading_of
from throughline.returns.kinds import AGAIN, Csv, CsvOrWorkbook, LongCsv, Received, Xml
from throughline.returns.line_runs import runs
from throughline.returns.names_not_known import not_read
from throughline.returns.no_rows import without_no_rows
from throughline.returns.reading import BLANKS, Sheet
from throughline.returns.told import Told

ROW = "@row"  # the place of a line in its file
AS_WRITTEN = "@text"  # a day's column, as it was written, has this behind its name
YES = ("y", "yes", "true", "1", "t")
NO = ("n", "no", "false", "0", "f")
NEITHER = ("u", "unknown", "na", "n/a", "not known", "not recorded")
SPELLINGS = {  # how Annex A, the dataset's scripts and older returns write a code, beyond its label
    "Sex": {"1": "M", "2": "F", "0": "U", "9": "U", "not stated/recorded": "U", "not recorded": "U",
            "not stated": "U", "neither": "U", "indeterminate": "U", "unborn": "U"},
    "Category of abuse": {"multiple": "MUL", "multiple categories": "MUL", "mixed": "MUL"},
    "Missing or away": {"missing": "M", "away": "A", "absent": "A"},
    "Eligibility of a care leaver": {"relevant child": "Relevant", "former relevant child": "Former relevant",
                                     "eligible child": "Eligible", "qualifying care leaver": "Qualifying"},
}  # fmt: skip
PREFIX = r"^[a-zA-Z]\)\s*"  # Annex A's lists put a), b) before their labels
NEVER = f"it is before {EARLIEST.year} or after {LATEST.year}"
CORRECT = "Correct it in the case system and export again."
THOUSANDS = r"^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$"
SHORTENED = r"^\d(?:\.\d+)?E\+\d{2,}$"  # what a spreadsheet shows of a long number, and then saves of it
MOST_FAULTS = 1000  # of one column of one file; after that they are counted


@dataclass(frozen=True, eq=False)
class Reader:
    """One sheet being read, and what was found wrong with it."""

    sheet: Sheet
    known: Known
    faults: list[Fault]

    def text(self, name: str, reads: Csv) -> pl.Series:
        """A column's cells without the blanks round them, and without an export's dressing; blank where there
        is nothing, or a filler."""
        place = self.known.places.get(name)
        if place is None:
            return pl.Series([None] * self.sheet.cells.height, dtype=pl.String)
        column = self.known.table.columns[name]
        cell = self.sheet.cells.get_column(str(place)).str.strip_chars(BLANKS)
        bare, dressed = undressed(
            self.sheet.name, column, pl.select(pl.when(cell != "").then(cell)).to_series()
        )
        self.faults.extend(dressed)
        cells = pl.select(pl.when(~bare.is_in(reads.blanks)).then(bare).alias(name)).to_series()
        filled = words_left_blank(self.sheet.name, column, cells, reads.fillers)
        self.faults.extend(filled)
        return pl.select(without(pl.lit(cells), *reads.fillers)).to_series() if filled else cells

    def unread(self, column: Column, text: pl.Series, read: pl.Series, says: str, do: str = CORRECT) -> None:
        """A fault for each text that came to nothing."""
        wrong = pl.DataFrame({"line": self.sheet.cells[SOURCE_LINE], "text": text, "read": read})
        wrong = wrong.filter(pl.col("text").is_not_null() & pl.col("read").is_null())
        heading = heading_of(column)
        for line, cell in wrong.select("line", "text").head(MOST_FAULTS).iter_rows():
            self.faults.append(Fault(self.sheet.name, line, heading, f"“{cell}” {says}", do))
        if (more := wrong.slice(MOST_FAULTS)).height:
            lines = runs(more.get_column("line"))
            says = f"{more.height:,} more in this column cannot be read, and are blank: lines {lines}."
            self.faults.append(Fault(self.sheet.name, None, heading, says, do))


def typed(sheet: Sheet, known: Known, told: Told) -> Received:
    """The sheet's lines under full column names, each of its column's type, with `@source_line`, and
    each day as it was written under `<column>@text`."""
    sheet = without_no_rows(sheet, known)
    reader = Reader(sheet, known, list(sheet.faults))
    reads, columns = known.given.reads, known.table.columns
    texts = {name: reader.text(name, reads) for name in columns}
    ways = Ways.of(sheet.name, known, told, {n: texts[n] for n, c in columns.items() if isinstance(c, Date)})
    ready: dict[str, pl.Series] = {}
    turned = []
    for name, column in columns.items():
        if isinstance(column, Date):
            ready[column.name], day_first = day_column(reader, column, texts[name], ways)
            ready[column.name + AS_WRITTEN] = texts[name]
            turned += [] if day_first else [heading_of(column)]
        else:
            read = other_column(reader, column, texts[name])
            coded_as = as_told(sheet, known, told, column, read) if isinstance(column, Code) else read
            ready[column.name] = coded_as
    reader.faults.extend(of_the_whole(sheet, known, turned))
    lines = pl.DataFrame(ready, schema_overrides=known.table.schema())
    for column in (c for c in columns.values() if isinstance(c, Date)):
        reader.faults.extend(days_left_blank(sheet.name, column, lines[column.name], reads))
    lines = lines.with_columns(sheet.cells[SOURCE_LINE], said_before(sheet.cells, reads).alias(AGAIN))
    lines = without_fillers(lines, known, reads)
    return Received(sheet, known.table, lines, tuple(reader.faults), known.read_as(sheet))


def said_before(cells: pl.DataFrame, reads: Csv) -> pl.Series:
    """For each line the earlier one that is the same in every cell, blank where there is none. Of a long file
    not every cell is held, so nothing is known of it."""
    nothing = pl.Series([None] * cells.height, dtype=pl.Int32)
    columns = [name for name in cells.columns if name != SOURCE_LINE]
    if isinstance(reads, LongCsv) or not columns or not cells.height:
        return nothing
    doubled = cells.select(columns).hash_rows().is_duplicated()
    if not doubled.any():
        return nothing
    told = cells.with_row_index(ROW).filter(doubled)  # not by line: a whole XML file may be one
    first = pl.col(SOURCE_LINE).first().over(columns).alias(AGAIN)
    again = told.with_columns(first).filter(~pl.struct(columns).is_first_distinct()).select(ROW, AGAIN)
    return cells.with_row_index(ROW).join(again, on=ROW, how="left", maintain_order="left")[AGAIN]


def of_the_whole(sheet: Sheet, known: Known, turned: list[str]) -> list[Fault]:
    """What is wrong with the sheet and not with a line of it: columns that its guide asks for and it
    lacks, days written the other way (`turned`: the headings)."""
    faults = []
    if known.lacks and known.given.reads.day_first and not isinstance(known.given.reads, CsvOrWorkbook):
        says = f"it has no column headed {', '.join(known.lacks)}; what that would say is blank."
        faults.append(Fault(sheet.name, None, None, says))
    if isinstance(known.given.reads, Xml):
        faults.extend(not_read(sheet, sheet.title, known.strange(sheet.headings)))
    if turned:
        says = f"days of {', '.join(turned)} are written month first (such as 03/25/2020) and were read so."
        faults.append(Fault(sheet.name, None, None, says, "Make sure of it."))
    return faults


def without_fillers(lines: pl.DataFrame, known: Known, reads: Csv) -> pl.DataFrame:
    """Days that stand for *not recorded* are blank."""
    dated = [column.name for column in known.table.columns.values() if isinstance(column, Date)]
    if not reads.filler_days or not dated:
        return lines
    kept = [pl.when(~pl.col(name).is_in(reads.filler_days)).then(pl.col(name)).alias(name) for name in dated]
    return lines.with_columns(kept)


def day_column(reader: Reader, column: Date, text: pl.Series, ways: Ways) -> tuple[pl.Series, bool]:
    """A column of days, and whether it is as the custom is: day first. Where nothing shows which day a text
    is, it is blank, and the council is asked."""
    found = ways.read(column, text)
    doubtful, sure = (
        pl.select(pl.when(which).then(text)).to_series() for which in (found.doubtful, ~found.doubtful)
    )
    reader.unread(column, doubtful, found.days, found.doubt, ANSWER_IT)
    lost = pl.select(pl.when(found.days.is_null()).then(sure)).to_series()
    is_one = any_days(lost, found.order).is_not_null()
    never, no_day = (pl.select(pl.when(which).then(lost)).to_series() for which in (is_one, ~is_one))
    reader.unread(column, never, found.days, f"is a day that cannot be: {NEVER}.")
    reader.unread(column, no_day, found.days, "is not a date.")
    return found.days, found.order.day_first or not has_slashes(text)


def other_column(reader: Reader, column: Column, text: pl.Series) -> pl.Series:
    """A column of anything but days."""
    if isinstance(column, Flag):
        return flags(reader, column, text)
    if isinstance(column, Number):
        return numbers(reader, column, text)
    if isinstance(column, Code):
        whole = text.str.replace(r"^(-?\d+)\.0+$", "$1")  # a spreadsheet makes 1 into 1.0
        return coded(whole, column.codes) if column.codes else whole
    if isinstance(column, Id) and text.str.contains(SHORTENED).any():
        whole = pl.select(pl.when(~text.str.contains(SHORTENED)).then(text)).to_series()
        reader.unread(column, text, whole, "is a number shortened by a spreadsheet: whose it was is lost.")
        return whole
    return text


def numbers(reader: Reader, column: Column, text: pl.Series) -> pl.Series:
    """Numbers. Commas go where they part thousands (1,234.50); in 1.234,50 or 12,5 one is something else, and
    what is not sure is blank."""
    bare = text.str.replace(r"^([-+]?)\s*£\s*", "$1")
    whole = pl.select(pl.when(~bare.str.contains(",") | bare.str.contains(THOUSANDS)).then(bare)).to_series()
    read = whole.str.replace_all(",", "").cast(pl.Float64, strict=False)
    finite = pl.select(pl.when(read.is_finite()).then(read)).to_series()
    reader.unread(column, text, finite, "is not a number.")
    return finite


def flags(reader: Reader, column: Column, text: pl.Series) -> pl.Series:
    """Yes, no, or blank."""
    words = yes_or_no(text)
    reader.unread(column, text, words, "is neither yes nor no.")
    return words.replace_strict({"yes": True, "no": False}, default=None, return_dtype=pl.Boolean)


def yes_or_no(text: pl.Series) -> pl.Series:
    """Each word as “yes” or “no”, empty where it says neither, and blank where it is none of these."""
    plain = text.str.replace(PREFIX, "").str.to_lowercase()
    meant = {**dict.fromkeys(YES, "yes"), **dict.fromkeys(NO, "no"), **dict.fromkeys(NEITHER, "")}
    return plain.replace_strict(meant, default=None, return_dtype=pl.String)


def coded(text: pl.Series, codes: Codes) -> pl.Series:
    """The code, out of a code, a label, or either behind `a)`; anything else stays as it is."""
    known = {label.casefold(): code for code, label in codes.labels.items()}
    known |= SPELLINGS.get(codes.title, {}) | {code.casefold(): code for code in codes.labels}
    frame = text.to_frame("text").with_columns(whole=pl.col("text").str.to_lowercase())
    bare = pl.col("whole").str.replace(PREFIX, "")
    first = pl.col("whole").str.extract(r"^(?:[a-z]\)\s*)?([a-z0-9]+)\s*[:\-–]\s")  # "N1 - Abuse or neglect"
    tries = [
        part.replace_strict(known, default=None, return_dtype=pl.String)
        for part in (pl.col("whole"), bare, first)
    ]
    return frame.select(pl.coalesce(*tries, "text")).to_series()

"""Gather: every table in the files given, known by its headings and typed; the rest left aside, and said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from throughline.errors import Fault, Refused
from throughline.returns.finding import Found, found
from throughline.returns.headings import NOTHING, PassedOver, Unknown, recognised
from throughline.returns.kinds import Received, Return, Xml
from throughline.returns.long_files import read_long
from throughline.returns.parquet_files import is_parquet, read_parquet
from throughline.returns.questions import ask_headings, ask_what_lacks
from throughline.returns.reading import EXPORT_AGAIN, PLAIN, Sheet, read_csv
from throughline.returns.separators import form_for
from throughline.returns.told import Told
from throughline.returns.values import typed
from throughline.returns.workbooks import is_workbook, read_workbook
from throughline.returns.xml_files import is_xml, read_xml

Say = Callable[[str], None]
Known = list[tuple[Return, Received]]
ASIDES_SAID = 3  # of what was left aside, as many as one reads; the rest is listed with the faults


def in_silence(words: str) -> None:
    """Say nothing of progress."""


def gathered(
    paths: Sequence[Path], known: Sequence[Return], say: Say, told: Told = NOTHING
) -> tuple[Known, list[Fault]]:
    """Every table recognised, and a fault for everything left aside; what is not known of them is asked.
    Raises `Refused` if all was left aside."""
    received: Known = []
    refusals: list[tuple[str, Refused]] = []
    files = found(paths)
    for file in files:
        say(f"Reading {file.name}")
        try:
            sheets = sheets_of(file, known)
        except Refused as refused:
            refusals.append((file.name, refused))
            continue
        for sheet in sheets:
            if sheet.form != PLAIN:
                say(f"{sheet.name}: {sheet.form}")
            try:
                received.append(table_of(shown(sheet, known, told), known, told))
            except PassedOver as passed:
                say(str(passed))
            except Refused as refused:
                refusals.append((sheet.name, refused))
    if not received:
        raise nothing(paths, files, refusals)
    return received, [left_aside(name, refused) for name, refused in refusals]


def shown(sheet: Sheet, known: Sequence[Return], told: Told) -> Sheet:
    """A sheet that is not hidden. Nobody who looked at the workbook saw a hidden one: it is left aside, and
    said if it is a list that we know; lists of words for its cells are often hidden."""
    if not sheet.hidden:
        return sheet
    try:
        recognised(sheet, known, told)
    except Refused:
        raise PassedOver(f"{sheet.name} is hidden.") from None
    raise Refused(
        f"{sheet.name}: the sheet is hidden.", do="Show the sheet if it is meant; else take it out."
    )


def table_of(sheet: Sheet, known: Sequence[Return], told: Told) -> tuple[Return, Received]:
    """A sheet as the table it is. What is not known of its headings is asked, whether it is one or not."""
    try:
        match = recognised(sheet, known, told)
    except Unknown as unknown:
        ask_what_lacks(sheet, unknown.best, told)
        raise
    ask_headings(sheet, match, told)
    return match.given, typed(sheet, match, told)


def sheets_of(file: Found, known: Sequence[Return]) -> list[Sheet]:
    """The tables in one file, laid out as the return has them that comes in its form."""
    if (long := read_long(file, known)) is not None:
        return [long]
    data = file.read()
    if not data:
        raise Refused(f"{file.name} is empty.", do=EXPORT_AGAIN)
    sheets = sheets_read(data, file, known)
    laid_out = (shape.laid_out(sheets) for given in known for shape in given.also)
    return next((tables for tables in laid_out if tables is not None), sheets)


def sheets_read(data: bytes, file: Found, known: Sequence[Return]) -> list[Sheet]:
    """The tables of a file's bytes, as they stand in it."""
    if is_xml(data):
        kinds = [kind for given in known for kind in (given.reads, *(shape.xml for shape in given.also))]
        return read_xml(data, file, [kind for kind in kinds if isinstance(kind, Xml)])
    if is_parquet(data):
        return [read_parquet(data, file)]
    return read_workbook(data, file) if is_workbook(data) else [read_csv(data, file, form_for(known))]


def left_aside(name: str, refused: Refused) -> Fault:
    """A file or sheet that was not read, as a fault: the others were."""
    rest = refused.what.removeprefix(name)
    says = f"the file{rest}" if rest.startswith(" ") else rest.lstrip(",: ")
    return Fault(name, None, None, f"{says} It is left aside.", refused.do)


def nothing(paths: Sequence[Path], files: Sequence[Found], refusals: list[tuple[str, Refused]]) -> Refused:
    """There was no return at all: of one file, its own reason; of many, the first few."""
    if len(refusals) == 1 and len(files) == 1:
        return refusals[0][1]
    names = ", ".join(path.name or str(path) for path in paths)
    if not files:
        return Refused(f"{names} holds no files.", do="Name the file or folder that was exported.")
    asides = [left_aside(name, refused) for name, refused in refusals]
    return Refused(f"There is no return we know in {names}.", do=with_asides("", asides))


def with_asides(do: str, aside: Sequence[Fault]) -> str:
    """What to do next, and the first few files that were left aside."""
    said = [f"{fault.file}: {fault.says}" for fault in aside[:ASIDES_SAID]]
    more = len(aside) - ASIDES_SAID
    return "\n".join([*filter(None, [do]), *said, *([f"…and {more} more."] if more > 0 else [])])

"""A report as PDF/UA-1: tagged, with a language, a title and words for every picture.

Everything that came from data goes to Typst as data (`report.typ` reads it as JSON), never as source, so
that no name in it, however made, can be taken for a command. The font is the one the pages have, Public
Sans (SIL Open Font License, its text beside it in blocks/fonts); what it lacks is drawn with the fonts
that Typst carries. No font of the machine is used: the same report is the same bytes anywhere."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from throughline.blocks import charts
from throughline.reports.paper import Heading, Paper

TEMPLATE = Path(__file__).with_name("report.typ")
FONTS = Path(charts.__file__).with_name("fonts")
ALWAYS_DRAWN = ((0x20, 0x7E), (0xA0, 0x17F), (0x1E00, 0x1EFF), (0x2010, 0x2026), (0x2212, 0x2212))
UNKNOWN = "\ufffd"
LOWEST = 3  # the level of a heading over one chart


def to_pdf(paper: Paper, made: date) -> bytes:
    """The report as PDF. `made` is the day of its data, and the only date in the file.

    Raises `typst.TypstError` for a picture without words: it is ours to correct."""
    given = clean(as_data(paper))
    try:
        return printed(given, made)
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return printed(clean(given, narrow=True), made)


def printed(given: Any, made: date) -> bytes:
    """What Typst makes of it."""
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(),
        root=TEMPLATE.parent,
        font_paths=fonts(),
        sys_inputs={"report": json.dumps(given, ensure_ascii=False)},
    )
    noon = datetime(made.year, made.month, made.day, 12, tzinfo=UTC)
    pdf = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=noon)
    assert isinstance(pdf, bytes)
    return pdf


@cache
def fonts() -> typst.Fonts:
    """Our font and those that Typst carries."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


def as_data(paper: Paper) -> dict[str, Any]:
    """The report as plain data. Each part says its kind, and at which level it has its heading: never
    more than one below the heading it stands under, whatever the page declared."""
    parts, above = [], 0
    for part in paper.parts:
        level = min(part.level if isinstance(part, Heading) else LOWEST, above + 1)
        above = level if isinstance(part, Heading) else above
        parts.append({"kind": type(part).__name__, **asdict(part), "level": level})
    return {**asdict(paper), "parts": parts}


def clean(given: Any, *, narrow: bool = False) -> Any:
    """The same with nothing in its words that is not to be seen: controls, and marks that turn the order
    of letters round. `narrow` keeps only letters that our own font has, and marks where others were."""
    if isinstance(given, str):
        return "".join(seen(letter, narrow) for letter in given)
    if isinstance(given, dict):
        return {name: clean(value, narrow=narrow) for name, value in given.items()}
    return [clean(each, narrow=narrow) for each in given] if isinstance(given, list | tuple) else given


def seen(letter: str, narrow: bool) -> str:
    """One letter as it can be printed."""
    if letter == "\n" or unicodedata.category(letter)[0] == "C":
        return " "
    known = any(first <= ord(letter) <= last for first, last in ALWAYS_DRAWN)
    return letter if known or not narrow else UNKNOWN

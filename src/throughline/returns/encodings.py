"""The letters of a text file: in which encoding they were written, and whether they came whole. No letter is
altered: what is not surely text is refused, and what looks spoilt is said and kept."""

from __future__ import annotations

import re

from throughline.errors import Fault, Refused

MARKS = {  # what a file may begin with to say its encoding; the longer first
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
LOOKED_AT = 1 << 12  # bytes from the start: a heading, and some rows, are mostly plain letters
MOSTLY = 0.6  # of the bytes at odd (or even) places: in UTF-16 those of plain letters are nought
WORD = re.compile(r"[^\s,;\"]*[^\x00-\x7f][^\s,;\"]*")
# UTF-8 once read as Windows text, and written so: Ã©, â€™, Å‚; or given up for lost: the replacement mark.
SPOILT = re.compile(
    "[ÃÅÄÂ][\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â[\u0080\u20ac]|\ufffd"
)


def as_text(data: bytes, named: str) -> tuple[str, str]:
    """The file's text with plain line ends, and the encoding found: by its mark, by the noughts between
    plain letters (UTF-16), else UTF-8, else Windows. Raises `Refused` for bytes that are none of these, and
    for a nought among the letters, which no text has."""
    line = 0
    for encoding in encodings_of(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as wrong:
            line = data.count(b"\n", 0, wrong.start) + 1
            continue
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            says = f"{named} is not text: line {line} has an empty byte in it."
            raise Refused(says, do="Export it again as CSV (UTF-8).")
        return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
    says = f"{named} is not text: line {line} has a letter of no encoding that we know, or of another."
    raise Refused(says, do="Export it again as CSV (UTF-8).")


def encodings_of(data: bytes) -> tuple[str, ...]:
    """The encodings to try, in order."""
    marked = next((encoding for mark, encoding in MARKS.items() if data.startswith(mark)), None)
    if marked:
        return (marked,)
    start = data[:LOOKED_AT]
    if start[1::2].count(0) > MOSTLY * len(start[1::2]) and 0 not in start[::2]:
        return ("utf-16-le",)
    if start[::2].count(0) > MOSTLY * len(start[::2]) and 0 not in start[1::2]:
        return ("utf-16-be",)
    return ("utf-8", "cp1252")


def doubts_of(text: str, encoding: str, named: str) -> list[Fault]:
    """What to look at: letters read as Windows text for want of anything that says so, with the first word
    that has any; and words that look as if they were spoilt before they came to us."""
    if text.isascii():
        return []
    faults = []
    if encoding == "cp1252":
        read = f"so they were read as Windows text ({encoding})."
        says = f"its letters are not UTF-8{such_as(text, WORD)}, {read}"
        faults.append(Fault(named, None, None, says, "Look at names with accents, or export as UTF-8."))
    if spoilt := sum(1 for _ in SPOILT.finditer(text)):
        where = such_as(text, re.compile(rf"[^\s,;\"]*(?:{SPOILT.pattern})[^\s,;\"]*"))
        says = f"{spoilt:,} letters look spoilt before they came to us{where}; they are kept as they came."
        faults.append(Fault(named, None, None, says, "Find where accents are lost, and export it again."))
    return faults


def such_as(text: str, pattern: re.Pattern[str]) -> str:
    """The first word of such a kind, and its line."""
    found = pattern.search(text)
    assert found, "there is one"
    return f", such as “{found[0]}” in line {text.count(chr(10), 0, found.start()) + 1}"

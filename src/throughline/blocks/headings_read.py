"""How each file was read: what every heading was taken for, what was not read, and the letters it is in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from throughline.blocks.asking import Ask
from throughline.blocks.councils import council_of
from throughline.blocks.shown import Shown
from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.parts import read_headings
from throughline.record.snapshots import HeadingRead, Source

HOW = {
    "name": "its own name",
    "alias": "another spelling",
    "alike": "its key words",
    "told": "as somebody here said",
    "": "",
}
ENCODINGS = {"cp1252": "Windows letters", "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}


@dataclass(frozen=True, eq=False)
class HeadingsRead:
    """The files of the returns in force, those with a heading that was not read first."""

    def shown(self, ask: Ask) -> ShownHeadingsRead:
        """As things are now, whatever day the page is of."""
        council = council_of(ask)
        now = (council.current() or {}) if council else {}
        files = files_read(council, tuple(now.get("parts", ()))) if council else ()
        return ShownHeadingsRead(files=files, unread=sum(len(file.unread) for file in files))


@dataclass(frozen=True, kw_only=True)
class FileRead:
    """One file, or sheet: what it was read as, and its headings with what each was taken for and by what it
    was known; those that were not read; the letters it is written in."""

    file: str
    table: str
    encoding: str
    read: tuple[tuple[str, str, str], ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ShownHeadingsRead(Shown):
    """Files, and how many headings of all of them were not read."""

    files: tuple[FileRead, ...]
    unread: int


@lru_cache(maxsize=4)
def files_read(council: Council, parts: tuple[str, ...]) -> tuple[FileRead, ...]:
    """The files of these returns; none of one that is damaged, which is said elsewhere."""
    found: list[FileRead] = []
    for part in parts:
        try:
            sources, headings = read_headings(council.parts / part)
        except Refused:
            continue
        by_file: defaultdict[tuple[str, str], list[HeadingRead]] = defaultdict(list)
        for heading in headings:
            by_file[heading.file, heading.table].append(heading)
        written = {source.file: source for source in sources}
        found += [file_read(*key, several, written.get(key[0])) for key, several in by_file.items()]
    return tuple(sorted(found, key=lambda file: (not file.unread, file.file)))


def file_read(file: str, table: str, headings: list[HeadingRead], source: Source | None) -> FileRead:
    """One file in words."""
    return FileRead(
        file=file,
        table=table,
        encoding=ENCODINGS.get(source.encoding, source.encoding) if source else "",
        read=tuple((h.heading, h.column, HOW.get(h.how, h.how)) for h in headings if h.column is not None),
        unread=tuple(h.heading for h in headings if h.column is None),
    )

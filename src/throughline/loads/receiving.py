"""Receive: raw files kept, read, composed into a new snapshot, counted, and only then served, if it is
believable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from throughline.errors import Refused
from throughline.loads.disk_space import enough_room
from throughline.loads.home import Council
from throughline.loads.load import Load, load_of
from throughline.loads.memory import answers, answers_said, keep_questions
from throughline.loads.parts import read_part
from throughline.loads.raw_files import keep_raw, set_aside
from throughline.loads.resuming import recover
from throughline.loads.serving import Say, keep_parts, nothing_new, serve
from throughline.record.composing import Part
from throughline.returns.receiving import read_return
from throughline.returns.told import Question, Told

ANSWER = "There are questions about its headings or days: throughline questions."


def receive(
    council: Council,
    paths: Sequence[Path],
    *,
    as_at: date | None = None,
    year: int | None = None,
    say: Say = lambda text: None,
) -> Load:
    """Take in files or folders for a council. What was served goes on being served until all is done.

    Raises `Refused`, with the raw files kept aside, where nothing can be read; `NotNow` where another load is
    under way, or the disk too full."""
    with council.alone(), enough_room(council, paths):
        recover(council)
        say("Keeping the files as they came.")
        name, kept = keep_raw(council, paths, (as_at, year, *filter(None, [answers_said(council)])))
        now = council.current() or {"parts": [], "loads": {}}
        if name in now["loads"]:
            if are_whole(council, name, now["parts"]):
                return nothing_new(council, name, now)
            now["parts"] = [part for part in now["parts"] if load_of(part) != name]
        options = {"as_at": as_at.isoformat() if as_at else None, "year": year}
        try:
            parts = read_and_ask(council, name, kept, as_at, year, say)
            now["loads"] = {**now["loads"], name: options}
            return serve(council, name, keep_parts(council, name, parts), now, say, believe=False)
        except Refused as refused:
            set_aside(council, name, kept, refused, options)
            raise


def are_whole(council: Council, load: str, parts: Iterable[str]) -> bool:
    """Whether the returns that came by a load are as they were read; else they are read anew."""
    try:
        for part in parts:
            if load_of(part) == load:
                read_part(council.parts / part)
    except Refused:
        return False
    return True


def read_and_ask(
    council: Council, name: str, kept: Path, as_at: date | None, year: int | None, say: Say
) -> list[Part]:
    """Read a load by what the council has told us of its files, and keep what is to be asked of them; where
    they are refused, that may be why."""
    new: list[Question] = []
    parts: list[Part] = []
    try:
        told = Told(answers(council), new.append)
        parts = read_return(sorted(kept.glob("*/*")), as_at=as_at, year=year, say=say, told=told)
    except Refused as refused:
        if new:
            raise Refused(refused.what, do=f"{refused.do}\n{ANSWER}".strip()) from None
        raise
    finally:
        keep_questions(council, name, new, parts)
    return parts


def receive_again(council: Council, name: str, say: Say = lambda text: None) -> Load:
    """Receive the files of an earlier load again, named by its first letters, as they were kept: by what the
    council has answered since. Raises `Refused` where no load, or more than one, has such a name."""
    rooms = (council.received, council.refused)
    found = {folder.name: folder for room in rooms for folder in room.glob("[!.]*")}
    mine = [folder for each, folder in found.items() if name and each.startswith(name)]
    if len(mine) != 1:
        many = "More than one load has" if mine else "No load that is kept has"
        raise Refused(f"{many} the name “{name}”.", do="Say more of its letters; the loads page has them.")
    said_of = next(
        (line for line in council.loads() if line["load"] == mine[0].name and "options" in line), {}
    )
    options = said_of.get("options") or {"as_at": None, "year": None}
    as_at = date.fromisoformat(options["as_at"]) if options["as_at"] else None
    return receive(council, sorted(mine[0].glob("*/*")), as_at=as_at, year=options["year"], say=say)

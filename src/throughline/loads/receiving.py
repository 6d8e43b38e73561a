"""Receive: raw files kept, read, composed into a new snapshot, counted, and only then served, if it is
believable."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from throughline.errors import Refused
from throughline.loads.changes import keep_changes
from throughline.loads.counts import count_snapshot
from throughline.loads.disk_space import FULL, enough_room, files_of
from throughline.loads.home import Council, NotNow
from throughline.loads.load import Load, line, load_made, load_of
from throughline.loads.memory import answers, answers_said, keep_questions
from throughline.loads.merges import MERGES, merges_in
from throughline.loads.parts import outdates, read_part, replaces, write_part
from throughline.loads.plausibility import doubts
from throughline.loads.resuming import recover
from throughline.record.composing import Part, compose
from throughline.record.identities import Merge
from throughline.record.snapshots import Snapshot
from throughline.record.unknown_children import unknown_children
from throughline.returns.receiving import read_return
from throughline.returns.told import Question, Told

Say = Callable[[str], None]
SAME = "These very files are in already: nothing was changed."
OLDER = "A newer extract of the same return is in already: this one is kept, and changes nothing."
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


def keep_raw(council: Council, paths: Sequence[Path], options: tuple[object, ...]) -> tuple[str, Path]:
    """Copy what was given below `received/`, in folders as it was; the load is named by the bytes and
    by what was said of them, so that the same files twice are the same load."""
    waiting = council.received / ".waiting"
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    hashes: list[str] = []
    for number, path in enumerate(paths):
        for file, place in files_of(path):
            copy = waiting / f"{number}" / place
            copy.parent.mkdir(parents=True, exist_ok=True)
            copied(file, copy)
            with copy.open("rb") as opened:
                hashes.append(file_digest(opened, "sha256").hexdigest())
    if not hashes:
        raise Refused(f"There is no file in {said(paths)}.", do="Name a file, or a folder that holds files.")
    name = sha256("\n".join([*sorted(hashes), *map(str, options)]).encode()).hexdigest()[:32]
    kept = council.received / name
    if kept.exists():
        shutil.rmtree(waiting)
    else:
        waiting.rename(kept)
    return name, kept


def copied(file: Path, copy: Path) -> None:
    """Copy a file. One that may not be read, or whose share is gone, may be read another time."""
    try:
        shutil.copyfile(file, copy)
    except OSError as wrong:
        if wrong.errno in FULL:
            raise
        do = "See that this user may read it, and that its folder can be reached."
        raise NotNow(f"{file.name} cannot be read: {wrong.strerror}.", do=do) from None


def keep_parts(council: Council, name: str, parts: Sequence[Part]) -> dict[str, Part]:
    """Keep new returns as read, under names of their own, beside those in force."""
    added = {f"{name}-{number}": part for number, part in enumerate(parts)}
    for part_name, part in added.items():
        write_part(part, council.parts / part_name)
    return added


def put_together(
    council: Council,
    added: Mapping[str, Part],
    in_force: Mapping[str, Part],
    merges: Sequence[Merge],
    say: Say,
) -> tuple[list[str], Snapshot]:
    """The record that new returns make with those in force that they do not replace, written and counted;
    and the names of all that is in it. `merges` are the ids that somebody here has made one."""
    kept = {n: old for n, old in in_force.items() if not any(replaces(new, old) for new in added.values())}
    together = kept | dict(added)
    say("Putting the record together.")
    snapshot = compose(list(together.values()), council.name, merges).write(council.snapshots)
    count_snapshot(council, snapshot, say)
    return list(together), snapshot


def served_before(council: Council, now: Mapping[str, Any]) -> Snapshot | None:
    """The record that is served; None before the first, and where it is damaged: nothing is compared with
    it, and nothing held for it."""
    try:
        return Snapshot.open(council.snapshots / now["snapshot"]) if "snapshot" in now else None
    except Refused:
        return None


def compared(council: Council, snapshot: Snapshot, now: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """A new record beside the one that is served: the name of that, and why the new one is to be held. What
    changed is kept."""
    before = served_before(council, now)
    if before is None:
        return "", ()
    keep_changes(council, before, snapshot)
    return before.name, doubts(snapshot, before)


def serve(
    council: Council, name: str, added: Mapping[str, Part], now: Mapping[str, Any], say: Say, believe: bool
) -> Load:
    """Serve the record that new returns make with those in force, or hold it. `now["loads"]` has what was
    said of every load, this one too; `believe` serves it whatever it looks like."""
    in_force = {part: read_part(council.parts / part) for part in now["parts"]}
    news = {n: new for n, new in added.items() if not any(outdates(old, new) for old in in_force.values())}
    if not news:
        return nothing_new(council, name, now, (OLDER,), added.values())
    together, snapshot = put_together(council, news, in_force, merges_in(now), say)
    before, why = compared(council, snapshot, now)
    status = "held" if why and not believe else "in"
    load = load_made(name, status, snapshot.as_at, snapshot.name, added.values(), why)
    unknown = [fault for fault in unknown_children(snapshot) if fault.file in load.files]
    load = replace(load, faults=(*load.faults, *unknown))
    was = {"before": before}
    if status == "in":
        council.make_current(pointer(load, together, now) | was)
    council.log(line(load) | {"options": now["loads"][name], "parts": together} | was)
    return load


def pointer(load: Load, parts: Sequence[str], now: Mapping[str, Any]) -> dict[str, Any]:
    """What `current` says while this load is the newest in; what is merged goes on."""
    return {
        "snapshot": load.snapshot,
        "as_at": load.as_at.isoformat(),
        "parts": list(parts),
        "loads": {load_of(part): now["loads"][load_of(part)] for part in parts},
        "load": load.name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        MERGES: now.get(MERGES, []),
    }


def nothing_new(
    council: Council,
    name: str,
    now: Mapping[str, Any],
    why: tuple[str, ...] = (SAME,),
    parts: Iterable[Part] = (),
) -> Load:
    """A load that changes nothing, and the log says why."""
    day = date.fromisoformat(now["as_at"])
    load = load_made(name, "nothing new", day, now["snapshot"], parts, why)
    council.log(line(load))
    return load


def set_aside(council: Council, name: str, kept: Path, refused: Refused, options: Mapping[str, Any]) -> None:
    """Keep what could not be read, for someone to look at, and log why."""
    place = council.refused / name
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)
    kept.rename(place)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    told = {"load": name, "at": at, "status": "refused", "why": str(refused), "files": [], "options": options}
    council.log(told)


def said(paths: Sequence[Path]) -> str:
    """Paths as a person would name them."""
    return ", ".join(path.name or str(path) for path in paths)

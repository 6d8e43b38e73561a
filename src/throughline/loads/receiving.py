"""Receive: raw files kept, read, composed into a new snapshot, counted, and only then served, if it is
believable."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from throughline.errors import Refused
from throughline.loads.counts import count_snapshot
from throughline.loads.home import Council
from throughline.loads.load import Load, line, load_made, load_of
from throughline.loads.parts import read_part, replaces, write_part
from throughline.loads.plausibility import doubts
from throughline.loads.resuming import recover
from throughline.record.composing import Part, compose
from throughline.record.snapshots import Snapshot
from throughline.record.strangers import strangers
from throughline.returns.receiving import read_return

Say = Callable[[str], None]
LARGEST = 8 * 2**30  # bytes in one load: far more than any council sends, and less than fills a disk


def receive(
    council: Council,
    paths: Sequence[Path],
    *,
    as_at: date | None = None,
    year: int | None = None,
    say: Say = lambda text: None,
) -> Load:
    """Take in files or folders for a council. What was served goes on being served until all is done.

    Raises `Refused`, with the raw files kept aside, where nothing can be read."""
    with council.alone():
        recover(council)
        say("Keeping the files as they came.")
        name, kept = keep_raw(council, paths, (as_at, year))
        now = council.current() or {"parts": [], "loads": {}}
        if name in now["loads"]:
            return nothing_new(council, name, now)
        try:
            parts = read_return(sorted(kept.glob("*/*")), as_at=as_at, year=year, say=say)
            options = {"as_at": as_at.isoformat() if as_at else None, "year": year}
            now["loads"] = {**now["loads"], name: options}
            return serve(council, name, keep_parts(council, name, parts), now, say, believe=False)
        except Refused as refused:
            set_aside(council, name, kept, refused)
            raise


def keep_raw(council: Council, paths: Sequence[Path], options: tuple[object, ...]) -> tuple[str, Path]:
    """Copy what was given below `received/`, in folders as it was; the load is named by the bytes and
    by what was said of them, so that the same files twice are the same load."""
    waiting = council.received / ".waiting"
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    hashes: list[str] = []
    left = LARGEST
    for number, path in enumerate(paths):
        for file, place in files_of(path):
            left -= file.stat().st_size
            if left < 0:
                raise Refused("This is more than 8 GB in one load.", do="Receive it in several loads.")
            copy = waiting / f"{number}" / place
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
            hashes.append(sha256(copy.read_bytes()).hexdigest())
    if not hashes:
        raise Refused(f"There is no file in {said(paths)}.", do="Name a file, or a folder that holds files.")
    name = sha256("\n".join([*sorted(hashes), *map(str, options)]).encode()).hexdigest()[:32]
    kept = council.received / name
    if kept.exists():
        shutil.rmtree(waiting)
    else:
        waiting.rename(kept)
    return name, kept


def files_of(path: Path) -> Iterable[tuple[Path, Path]]:
    """Every file at or below a path, with the place it is kept at; hidden files and links are passed by."""
    if path.is_file():
        yield path, Path(path.resolve().parent.name, path.name)
    elif path.is_dir():
        root = path.resolve()
        for file in sorted(root.rglob("*")):
            inside = file.relative_to(root)
            if file.is_file() and not file.is_symlink() and not any(p.startswith(".") for p in inside.parts):
                yield file, Path(root.name, inside)
    else:
        raise Refused(f"There is no file or folder {path}.", do="Check the name and try again.")


def keep_parts(council: Council, name: str, parts: Sequence[Part]) -> dict[str, Part]:
    """Keep new returns as read, under names of their own, beside those in force."""
    added = {f"{name}-{number}": part for number, part in enumerate(parts)}
    for part_name, part in added.items():
        write_part(part, council.parts / part_name)
    return added


def put_together(
    council: Council, added: Mapping[str, Part], now: Mapping[str, Any], say: Say
) -> tuple[list[str], Snapshot]:
    """The record that new returns make with those in force that they do not replace, written and counted;
    and the names of all that is in it."""
    in_force = {part: read_part(council.parts / part) for part in now["parts"]}
    kept = {n: old for n, old in in_force.items() if not any(replaces(new, old) for new in added.values())}
    together = kept | dict(added)
    say("Putting the record together.")
    snapshot = compose(list(together.values()), council.name).write(council.snapshots)
    count_snapshot(council, snapshot, say)
    return list(together), snapshot


def doubts_about(council: Council, snapshot: Snapshot, now: Mapping[str, Any]) -> tuple[str, ...]:
    """Why a record is to be held. A first one never is, nor one that comes in place of a damaged one."""
    if "snapshot" not in now:
        return ()
    try:
        return doubts(snapshot, Snapshot.open(council.snapshots / now["snapshot"]))
    except Refused:
        return ()


def serve(
    council: Council, name: str, added: Mapping[str, Part], now: Mapping[str, Any], say: Say, believe: bool
) -> Load:
    """Serve the record that new returns make with those in force, or hold it. `now["loads"]` has what was
    said of every load, this one too; `believe` serves it whatever it looks like."""
    together, snapshot = put_together(council, added, now, say)
    why = doubts_about(council, snapshot, now)
    status = "held" if why and not believe else "in"
    load = load_made(name, status, snapshot.as_at, snapshot.name, added.values(), why)
    unknown = [fault for fault in strangers(snapshot) if fault.file in load.files]
    load = replace(load, faults=(*load.faults, *unknown))
    if status == "in":
        council.make_current(pointer(load, together, now["loads"]))
    council.log(line(load) | {"options": now["loads"][name]})
    return load


def pointer(load: Load, parts: Sequence[str], loads: Mapping[str, Any]) -> dict[str, Any]:
    """What `current` says while this load is the newest in."""
    return {
        "snapshot": load.snapshot,
        "as_at": load.as_at.isoformat(),
        "parts": list(parts),
        "loads": {load_of(part): loads[load_of(part)] for part in parts},
        "load": load.name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def nothing_new(council: Council, name: str, now: dict[str, Any]) -> Load:
    """The same bytes again change nothing, and the log says so."""
    load = Load(name, "nothing new", date.fromisoformat(now["as_at"]), now["snapshot"], {})
    council.log(line(load))
    return load


def set_aside(council: Council, name: str, kept: Path, refused: Refused) -> None:
    """Keep what could not be read, for someone to look at, and log why."""
    place = council.refused / name
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)
    kept.rename(place)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    council.log({"load": name, "at": at, "status": "refused", "why": str(refused), "files": []})


def said(paths: Sequence[Path]) -> str:
    """Paths as a person would name them."""
    return ", ".join(path.name or str(path) for path in paths)

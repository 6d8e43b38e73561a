"""A return as read, kept on disk: its tables and its faults, with the hash of each file."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from throughline.errors import Fault, Refused
from throughline.loads.load import load_of
from throughline.record.composing import Part
from throughline.record.journey import table_named
from throughline.record.on_disk import put
from throughline.record.snapshots import HeadingRead, Source, digest

ABOUT, SEAL = "part.json", "part.sha256"


def write_part(part: Part, folder: Path) -> None:
    """Write a return to `folder`, which appears whole or not at all."""
    waiting = folder.with_name(f".{folder.name}")
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    for table, frame in part.frames.items():
        frame.write_parquet(waiting / f"{table.__name__}.parquet", compression="zstd")
    about = {
        "title": part.title,
        "rank": part.rank,
        "as_at": part.as_at,
        "covers": {table.__name__: days for table, days in part.covers.items()},
        "sources": [asdict(source) for source in part.sources],
        "faults": [asdict(fault) for fault in part.faults],
        "headings": [asdict(heading) for heading in part.headings],
        "untold": sorted(part.untold),
        "in_part": sorted(part.in_part),
        "council": part.council,
        "files": {file.name: digest(file) for file in sorted(waiting.glob("*.parquet"))},
    }
    (waiting / ABOUT).write_text(json.dumps(about, default=str))
    (waiting / SEAL).write_text(digest(waiting / ABOUT))
    shutil.rmtree(folder, ignore_errors=True)
    put(waiting, folder)


def read_about(folder: Path) -> dict[str, Any]:
    """What a return that was written by `write_part` says of itself, without its rows. Raises `Refused` if
    it is not what was written."""
    text, seal = folder / ABOUT, folder / SEAL
    if not text.exists() or not seal.exists() or digest(text).encode() != seal.read_bytes():
        raise damaged(folder, ABOUT)
    told: dict[str, Any] = json.loads(text.read_bytes())
    return told


def read_faults(folder: Path) -> tuple[Fault, ...]:
    """The faults of such a return, without its rows."""
    return tuple(Fault(**fault) for fault in read_about(folder)["faults"])


def read_part(folder: Path) -> Part:
    """A return that was written by `write_part`, each file checked against its hash: Parquet does not notice
    a flipped bit. Raises `Refused` if one is gone, or is not what was written."""
    about = read_about(folder)
    for name, expected in about["files"].items():
        if not (folder / name).exists() or digest(folder / name) != expected:
            raise damaged(folder, name)
    covers = {
        table_named(name): (date.fromisoformat(first), date.fromisoformat(last))
        for name, (first, last) in about["covers"].items()
    }
    frames = {table_named(Path(name).stem): pl.read_parquet(folder / name) for name in about["files"]}
    return Part(
        title=about["title"],
        rank=about["rank"],
        as_at=date.fromisoformat(about["as_at"]) if about["as_at"] else None,
        frames=frames,
        covers=covers,
        sources=tuple(Source(**source) for source in about["sources"]),
        faults=tuple(Fault(**fault) for fault in about["faults"]),
        headings=tuple(HeadingRead(**heading) for heading in about["headings"]),
        untold=frozenset(about.get("untold", ())),
        in_part=frozenset(about.get("in_part", ())),
        council=about.get("council", ""),
    )


def damaged(folder: Path, file: str) -> Refused:
    """A return that is not what was written must not be put into a record."""
    load = load_of(folder.name)
    return Refused(
        f"{file} of load {load[:8]} is not the file that was written: it has been damaged or changed.",
        do=f"Read its files anew: throughline again {load[:8]}. Or restore a backup.",
    )


def read_headings(folder: Path) -> tuple[tuple[Source, ...], tuple[HeadingRead, ...]]:
    """The files of a return that was written by `write_part`, and what became of each of their headings:
    without its rows. Raises `Refused` as `read_about` does."""
    about = read_about(folder)
    sources = (Source(**source) for source in about["sources"])
    return tuple(sources), tuple(HeadingRead(**heading) for heading in about["headings"])


def replaces(new: Part, old: Part) -> bool:
    """Whether an older return is not read any more once this one is in: the same return, no older, and
    every day it answered for is answered for again. A local list sent again for the same day is a corrected
    one, and replaces it whatever is no longer in it. What it said of its own day alone (care leavers)
    does not keep it: or every night's extract would be kept in force for ever. Past snapshots have it."""
    if new.title != old.title or (new.as_at or date.max) < (old.as_at or date.min):
        return False
    if old.is_local and new.as_at == old.as_at:
        return True
    lasting = {table: days for table, days in old.covers.items() if days[0] < days[1]}
    return all(
        table in new.covers and new.covers[table][0] <= first and last <= new.covers[table][1]
        for table, (first, last) in lasting.items()
    )


def outdates(old: Part, new: Part) -> bool:
    """Whether a return that comes late says nothing that counts any more: one in force of a later day would
    have replaced it, had they come in their order. So the order they come in makes no difference."""
    return old.as_at is not None and new.as_at is not None and old.as_at > new.as_at and replaces(old, new)

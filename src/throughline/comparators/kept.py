"""Published files as a home keeps them: each sealed by what is in it, and never changed.

comparators/<name>/              one file: as it came, its figures as Parquet, and what it is in told.json
comparators/current              the files that are used, in the order in which they came

Of two files that hold the same series the one that came last is used; a file of which nothing is used any
more stays where it is."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from throughline.comparators.files import Published, files_in, read_published
from throughline.comparators.places import Model, Neighbour, Place
from throughline.errors import Refused
from throughline.record.on_disk import put

FOLDER, CURRENT, TOLD, FIGURES = "comparators", "current", "told.json", "figures.parquet"
AGAIN = "Receive the published file again: throughline comparators FILE"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A published file that is kept: where, when it came, and what it holds beside its figures."""

    folder: Path
    file: str
    title: str
    at: datetime
    codes: frozenset[str]
    figures: str
    model: Model | None
    neighbours: Mapping[str, tuple[Neighbour, ...]]
    places: tuple[Place, ...]
    notes: Mapping[str, str]

    def rows(self) -> pl.DataFrame:
        """Its figures. Raises `Refused` where they are not as they were written."""
        try:
            raw = (self.folder / FIGURES).read_bytes()
        except OSError:
            raw = b""
        if sha256(raw).hexdigest() != self.figures:
            raise Refused(f"The figures kept of {self.file} are damaged.", do=AGAIN)
        return pl.read_parquet(io.BytesIO(raw))


def keep(home: Path, path: Path) -> tuple[list[Kept], list[Refused]]:
    """Read a file, or every CSV file of a folder, and use it from now on: what is kept, and which files of a
    folder were passed over and why. Raises `Refused` where nothing could be kept."""
    kept, passed = [], []
    for file in files_in(path):
        try:
            kept.append(keep_one(home, file, read_published(file)))
        except Refused as refused:
            if not path.is_dir():
                raise
            passed.append(refused)
    if not kept:
        raise Refused(f"No published file that is known is in {path.name or path}.", do=str(passed[0]))
    make_current(home, [each.folder.name for each in kept])
    return kept, passed


def keep_one(home: Path, file: Path, read: Published) -> Kept:
    """Keep one file as it came, and what was read of it; the same bytes are kept once."""
    raw = file.read_bytes()
    name = sha256(raw).hexdigest()[:32]
    place, waiting = home / FOLDER / name, home / FOLDER / f".{name}"
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True, mode=0o700)
    (waiting / "raw").write_bytes(raw)
    figures = io.BytesIO()
    read.rows.write_parquet(figures, compression="zstd")
    (waiting / FIGURES).write_bytes(figures.getvalue())
    at = datetime.now(UTC).isoformat(timespec="seconds")
    (waiting / TOLD).write_text(json.dumps(told(read, at, sha256(figures.getvalue()).hexdigest())))
    shutil.rmtree(place, ignore_errors=True)
    put(waiting, place)
    return opened(place)


def told(read: Published, at: str, figures: str) -> dict[str, Any]:
    """What is written of a file beside its figures."""
    return {
        "file": read.file,
        "title": read.title,
        "at": at,
        "figures": figures,
        "codes": sorted(read.codes),
        "model": read.model,
        "neighbours": {number: [asdict(each) for each in near] for number, near in read.neighbours.items()},
        "places": [asdict(place) for place in read.places],
        "notes": dict(read.notes),
    }


def opened(folder: Path) -> Kept:
    """A file that is kept. Raises `Refused` where what is written of it cannot be read."""
    try:
        said = json.loads((folder / TOLD).read_text())
        return Kept(
            folder=folder,
            file=said["file"],
            title=said["title"],
            at=datetime.fromisoformat(said["at"]),
            codes=frozenset(said["codes"]),
            figures=said["figures"],
            model=said["model"],
            neighbours={number: near_of(near) for number, near in said["neighbours"].items()},
            places=tuple(place_of(place) for place in said["places"]),
            notes=said["notes"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused(f"What is kept of published figures in {folder.name} is damaged.", do=AGAIN) from None


def near_of(said: Sequence[Mapping[str, str]]) -> tuple[Neighbour, ...]:
    """Neighbours as they were written."""
    return tuple(Neighbour(**each) for each in said)


def place_of(said: Mapping[str, Any]) -> Place:
    """A council as it was written."""
    by_model = {model: near_of(near) for model, near in said["neighbours"].items()}
    return Place(**{**said, "neighbours": by_model})


def make_current(home: Path, names: Sequence[str]) -> None:
    """Use these files from now on, after those that are used already; one rename."""
    before = [name for name in current(home) if name not in names]
    waiting = home / FOLDER / f".{CURRENT}"
    waiting.write_text(json.dumps([*before, *names]))
    put(waiting, home / FOLDER / CURRENT)


def current(home: Path) -> tuple[str, ...]:
    """The names of the files that are used, in the order in which they came."""
    file = home / FOLDER / CURRENT
    return tuple(json.loads(file.read_text())) if file.exists() else ()


def in_use(home: Path) -> Iterator[Kept]:
    """The files that are used, the last to come first."""
    return (opened(home / FOLDER / name) for name in reversed(current(home)))

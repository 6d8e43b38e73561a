"""A snapshot: the record of one council as at one load. Rows in date order, children numbered, never
changed; named by the hash of what is in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.columns import Date
from throughline.record.journey import TABLE_NAMED, TABLES, table_named
from throughline.record.on_disk import put
from throughline.record.rows import LINE, ORIGIN, PART, SOURCE, SOURCE_LINE, WHO, Reference, Table

Frames = Mapping[type[Table], pl.DataFrame]
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Source:
    """A file that something came from: its name as received, the sha256 of its bytes, which of the
    snapshot's returns it belongs to, and the encoding its letters were read in (blank for a workbook)."""

    file: str
    sha256: str
    part: int = 0
    encoding: str = ""


@dataclass(frozen=True)
class HeadingRead:
    """What became of one heading of a file: the table it was read as (in the words of its return), and the
    heading of the column it was taken for, None where it fills nothing. `how` says by what it was known:
    its *name*, another spelling (*alias*), its key words (*alike*), or that the council *told* us; blank
    where it is not known."""

    file: str
    table: str
    heading: str
    column: str | None
    how: str


@dataclass(frozen=True)
class Covered:
    """The days, first and last included, on which one return answers for a table."""

    part: int
    first: date
    last: date


@dataclass(frozen=True)
class Gaps:
    """What one return cannot tell of the tables it fills: columns, by their full names, that it has no place
    for, and those that it tells of some children only."""

    untold: frozenset[str] = frozenset()
    in_part: frozenset[str] = frozenset()


ALWAYS = Covered(0, date(1800, 1, 1), date(2800, 1, 1))


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Every table of the record; one that was not supplied is in `missing`, and empty.

    `parts` are the titles of the returns, `sources` the files; a row's `@part` and `@source` number
    them, and `gaps` say what each return cannot tell. `covers` says on which days each table may be
    believed at all."""

    frames: Frames
    children: int
    covers: Mapping[type[Table], tuple[Covered, ...]]
    as_at: date
    council: str = ""
    parts: tuple[str, ...] = ("",)
    sources: tuple[Source, ...] = ()
    name: str = ""
    gaps: tuple[Gaps, ...] = ()

    @property
    def missing(self) -> frozenset[type[Table]]:
        """Tables that no return has filled."""
        return frozenset(table for table in TABLES if not self.covers.get(table))

    @classmethod
    def of(cls, given: Frames, *, as_at: date = ALWAYS.last) -> Snapshot:
        """A snapshot of these tables alone, believed on every day up to `as_at`: for little worlds."""
        covered = {table: (Covered(0, ALWAYS.first, as_at),) for table in given}
        return cls.arranged(given, covers=covered, as_at=as_at)

    @classmethod
    def arranged(
        cls,
        given: Frames,
        *,
        covers: Mapping[type[Table], tuple[Covered, ...]],
        as_at: date,
        bring_none: Set[type[Table]] = frozenset(),
    ) -> Snapshot:
        """Put rows in order and number the children: those of every table but the ones that `bring_none`,
        in which a child of no other table has no number. Ties are settled by the whole row, so that the
        order a file came in can never change a number."""
        bringing = {t: frame for t, frame in given.items() if t not in bring_none}
        ids = [frame.get_column(c).drop_nulls() for t, frame in bringing.items() if (c := child_of(t))]
        names = pl.concat(ids).unique().sort() if ids else pl.Series([], dtype=pl.String)
        kind = pl.Enum(names)
        frames = {
            table: in_order(table, given[table], kind) if table in given else nothing(table.__name__)
            for table in TABLES
        }
        people = pl.DataFrame({WHO: pl.int_range(len(names), eager=True, dtype=pl.Int64), "@child": names})
        first = frames[Child].unique(WHO, keep="first")
        child = people.join(first, on=WHO, how="left", maintain_order="left").sort(WHO)
        frames[Child] = child.with_columns(pl.col("@child").alias("Child.child")).drop("@child")
        return cls(frames, len(names), covers, as_at)

    def write(self, folder: Path) -> Snapshot:
        """Write below `folder`, under the name of what is in it; a snapshot already there is left as it
        is. The folder appears whole or not at all. A table without a row needs no file: most have none."""
        waiting = folder / f".writing-{id(self)}"
        waiting.mkdir(parents=True)
        for table, frame in self.frames.items():
            if frame.height:
                frame.write_parquet(waiting / f"{table.__name__}.parquet", compression="zstd")
        manifest = json.dumps(self.manifest(waiting), indent=1, sort_keys=True, default=str)
        (waiting / MANIFEST).write_text(manifest)
        name = sha256(manifest.encode()).hexdigest()
        if (folder / name).exists():
            for file in waiting.iterdir():
                file.unlink()
            waiting.rmdir()
        else:
            put(waiting, folder / name)
        return replace(self, name=name)

    def manifest(self, folder: Path) -> dict[str, Any]:
        """What a snapshot says of itself: files with their hashes, sources with theirs, and cover."""
        return {
            "council": self.council,
            "as_at": self.as_at.isoformat(),
            "parts": list(self.parts),
            "sources": [asdict(source) for source in self.sources],
            "gaps": [{name: sorted(columns) for name, columns in asdict(g).items()} for g in self.gaps],
            "covers": {t.__name__: [asdict(c) for c in cover] for t, cover in self.covers.items()},
            "files": {file.name: digest(file) for file in sorted(folder.glob("*.parquet"))},
        }

    @classmethod
    def open(cls, folder: Path) -> Snapshot:
        """Open one, checking every file against the manifest: Parquet does not notice a flipped bit.

        Raises `Refused` if a file is gone or is not what was written."""
        manifest = folder / MANIFEST
        if not manifest.exists() or digest(manifest) != folder.name:
            raise damaged(MANIFEST)
        said = json.loads(manifest.read_text())
        for name, expected in said["files"].items():
            table_named(Path(name).stem)
            if not (folder / name).exists() or digest(folder / name) != expected:
                raise damaged(name)
        rows = {table: kept(table, folder) for table in TABLES}
        later = {
            name for table, frame in rows.items() for name in table.schema() if name not in frame.columns
        }
        frames = {table: with_columns_since(table, frame) for table, frame in rows.items()}
        covers = {
            table_named(name): tuple(
                Covered(c["part"], date.fromisoformat(c["first"]), date.fromisoformat(c["last"]))
                for c in cover
            )
            for name, cover in said["covers"].items()
        }
        sources = tuple(Source(**source) for source in said["sources"])
        day = date.fromisoformat(said["as_at"])
        about = said["council"], tuple(said["parts"]), sources, folder.name, gaps_in(said, later)
        return cls(frames, frames[Child].height, covers, day, *about)

    def beside_child(self, table: type[Table], read: Set[str]) -> pl.LazyFrame:
        """The table's rows in order, each with those columns of its child beside it that are read."""
        frame = self.frames[table].with_row_index(LINE)
        if table is Child or issubclass(table, Reference):
            return frame.lazy()
        child = self.frames[Child].select(name for name in Child.schema() if name in read)
        if not child.height:  # nobody at all: what is read of them is blank
            return frame.lazy().with_columns(pl.lit(None, kind).alias(c) for c, kind in child.schema.items())
        known = frame.get_column(WHO).replace(-1, None)
        return pl.concat([frame, child[known]], how="horizontal").lazy()

    def covered(self, table: type[Table], first: date, last: date, but: frozenset[int] = frozenset()) -> bool:
        """Whether returns answer for every day from `first` to `last`, whichever returns they are (`but`
        not these)."""
        day = first
        for cover in sorted(self.covers.get(table, ()), key=lambda cover: cover.first):
            if cover.part not in but and cover.first <= day <= cover.last:
                day = cover.last + timedelta(days=1)
        return day > last


def kept(table: type[Table], folder: Path) -> pl.DataFrame:
    """A table as it was written. One without a file, as one that was declared later, is empty."""
    file = folder / f"{table.__name__}.parquet"
    if not file.exists():
        return nothing(table.__name__)
    return pl.read_parquet(file)


def gaps_in(said: Mapping[str, Any], later: Set[str]) -> tuple[Gaps, ...]:
    """What each return cannot tell, as a manifest says. Columns that were declared `later` had no place in
    any of them: what asks for those is not nought."""
    gaps = [Gaps(*map(frozenset, (g["untold"], g["in_part"]))) for g in said.get("gaps", ())]
    if later:
        gaps += [Gaps()] * (len(said["parts"]) - len(gaps))
    return tuple(replace(gap, untold=gap.untold | later) for gap in gaps)


def with_columns_since(table: type[Table], frame: pl.DataFrame) -> pl.DataFrame:
    """A table with the columns that were declared after it was written: they are blank."""
    later = {name: dtype for name, dtype in table.schema().items() if name not in frame.columns}
    return frame.with_columns(pl.lit(None, dtype).alias(name) for name, dtype in later.items())


def child_of(table: type[Table]) -> str | None:
    """The full name of a table's child column, if it has one."""
    return table.columns["child"].name if "child" in table.columns else None


def in_order(table: type[Table], frame: pl.DataFrame, kind: pl.Enum) -> pl.DataFrame:
    """Rows by return, child and date, each with its child's number (-1 for none, or none that is known)."""
    defaults = {PART: 0}
    origin = [
        pl.lit(defaults.get(name), dtype).alias(name)
        for name, dtype in ORIGIN.items()
        if name not in frame.columns
    ]
    frame = frame.with_columns(origin)
    child = child_of(table)
    who = pl.lit(-1, pl.Int64)
    if child:
        who = pl.col(child).cast(kind, strict=False).to_physical().cast(pl.Int64).fill_null(-1)
    dates = [column.name for column in table.columns.values() if isinstance(column, Date)]
    told = [PART, *([child] if child else []), *dates, *table.schema(), SOURCE, SOURCE_LINE]
    order = list(dict.fromkeys(told))
    return frame.with_columns(who.alias(WHO)).sort(order, nulls_last=True)


@cache
def nothing(table: str) -> pl.DataFrame:
    """A table without a row, by its name: in most records most of them are."""
    return in_order(TABLE_NAMED[table], pl.DataFrame(schema=TABLE_NAMED[table].schema()), pl.Enum([]))


def digest(file: Path) -> str:
    """The sha256 of a file's bytes."""
    return sha256(file.read_bytes()).hexdigest()


def damaged(file: str) -> Refused:
    """A snapshot that is not what was written must not be counted."""
    return Refused(
        f"{file} in this snapshot is not the file that was written: it has been damaged or changed.",
        do="Receive the same files again, or restore it from a backup; an earlier one is still good.",
    )

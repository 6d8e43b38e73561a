"""What a load changed: the record it made beside the one before, row by row and child by child.

It is worked out when the load comes, by comparing the two snapshots, and kept below `changes/` under the
names of both. Rows are alike when every column that the record has of them is; which return or line they came
by does not count."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from throughline.loads.home import Council
from throughline.record.child import Child
from throughline.record.columns import Date
from throughline.record.journey import TABLES
from throughline.record.on_disk import put
from throughline.record.rows import Person, Table
from throughline.record.snapshots import Snapshot, child_of

NEW, CHANGED, GONE = "new", "changed", "gone"
CHILDREN, BY_TABLE = "children.parquet", "tables.json"
SHORT = 16  # letters of a snapshot's name that are enough to tell it from every other of a council
NAME = re.compile(f"[0-9a-f]{{{SHORT}}}-[0-9a-f]{{{SHORT}}}")
A_DAY, OWN_DAY = timedelta(days=1), date.min
AS_KEPT: dict[str, pl.DataType | type[pl.DataType]] = {
    "child": pl.String,
    "what": pl.String,
    "tables": pl.List(pl.String),
}


@dataclass(frozen=True)
class TableChanged:
    """How many rows of one table are new, changed (of the same child and day as one that went), or gone."""

    table: str
    new: int
    changed: int
    gone: int


@dataclass(frozen=True, eq=False)
class Changes:
    """What one record has otherwise than another. `children` has a row for each child with anything
    changed: `child`, `what` (new, changed or gone) and `tables`, the tables whose rows of them differ."""

    tables: tuple[TableChanged, ...]
    children: pl.DataFrame

    def many(self, what: str) -> int:
        """How many children are new, changed or gone."""
        return int((self.children.get_column("what") == what).sum())


def changes_name(before: str, after: str) -> str:
    """The name under which the changes from one snapshot to another are kept."""
    return f"{before[:SHORT]}-{after[:SHORT]}"


def keep_changes(council: Council, before: Snapshot, after: Snapshot) -> None:
    """Work out what changed from one record to the next, and keep it; once done it is not done again."""
    folder = council.changes / changes_name(before.name, after.name)
    if before.name == after.name or folder.exists():
        return
    write_changes(folder, changes_between(before, after))


def write_changes(folder: Path, found: Changes) -> None:
    """Write changes to a folder, which appears whole or not at all."""
    waiting = folder.with_name(f".{folder.name}")
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    found.children.write_parquet(waiting / CHILDREN, compression="zstd")
    (waiting / BY_TABLE).write_text(json.dumps([asdict(each) for each in found.tables]))
    put(waiting, folder)


def kept_changes(council: Council, name: str) -> Changes | None:
    """The changes kept under this name; None where there are none, as for a load of before they were kept."""
    folder = council.changes / name
    if not NAME.fullmatch(name) or not folder.exists():
        return None
    return read_changes(folder)


def read_changes(folder: Path) -> Changes:
    """Changes as `keep_changes` wrote them."""
    tables = (TableChanged(**each) for each in json.loads((folder / BY_TABLE).read_text()))
    return Changes(tuple(tables), pl.read_parquet(folder / CHILDREN))


def changes_between(before: Snapshot, after: Snapshot) -> Changes:
    """Every table of the two, compared."""
    tables: list[TableChanged] = []
    touched: list[pl.DataFrame] = []
    for table in TABLES:
        come, went = differing(table, before, after)
        if come.height or went.height:
            tables.append(counted(table, come, went))
            if child := child_of(table):
                both = pl.concat([come, went]).select(pl.col(child).cast(pl.String).alias("child"))
                touched.append(both.unique().with_columns(pl.lit(table.__name__).alias("table")))
    return Changes(tuple(tables), children_changed(before, after, touched))


def differing(table: type[Table], before: Snapshot, after: Snapshot) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows that only the later record has, and rows that only the earlier one had."""
    names = list(table.schema())
    was, now = (
        snapshot.frames[table].select(names).unique(maintain_order=True) for snapshot in (before, after)
    )
    if was.equals(now):
        return now.clear(), was.clear()
    come, went = told_anew(without(now, was), after.as_at), told_anew(without(was, now), before.as_at)
    return without(come, went), without(went, come)


def without(rows: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """The rows that are not among the others."""
    return rows.join(others, on=rows.columns, how="anti", nulls_equal=True)


def told_anew(rows: pl.DataFrame, as_at: date) -> pl.DataFrame:
    """The rows with the record's own day in them only as such. What an extract dates with its own day (care
    leavers as they are now) is told anew every night: if nothing else differs, that is no change."""
    day = pl.selectors.date()
    own = pl.when(day.is_between(as_at, as_at + A_DAY)).then(pl.lit(OWN_DAY) + (day - as_at)).otherwise(day)
    return rows.with_columns(own.name.keep())


def counted(table: type[Table], come: pl.DataFrame, went: pl.DataFrame) -> TableChanged:
    """A row that came and one that went of the same child and day are one that changed."""
    key = key_of(table)
    many = [rows.group_by(key).len(name) for rows, name in ((come, "come"), (went, "went"))]
    both = many[0].join(many[1], on=key, nulls_equal=True)
    changed = int(both.select(pl.min_horizontal("come", "went").sum()).item())
    return TableChanged(table.__name__, come.height - changed, changed, went.height - changed)


def key_of(table: type[Table]) -> list[str]:
    """What makes a row the same row when the rest of it changes: its child, and the first day it has; of a
    table that is about no child, its first column."""
    child = child_of(table)
    if child is None:
        return [next(iter(table.schema()))]
    days = [column.name for column in table.columns.values() if isinstance(column, Date)]
    return [child] if issubclass(table, Person) else [child, *days[:1]]


def children_changed(before: Snapshot, after: Snapshot, touched: list[pl.DataFrame]) -> pl.DataFrame:
    """Every child with anything changed, by their ids; not those whom only a local list names."""
    if not touched:
        return pl.DataFrame(schema=AS_KEPT)
    rows = pl.concat(touched).drop_nulls().group_by("child").agg(pl.col("table").sort().alias("tables"))
    was, now = (pl.col("child").is_in(ids_in(snapshot).implode()) for snapshot in (before, after))
    what = pl.when(~was).then(pl.lit(NEW)).when(~now).then(pl.lit(GONE)).otherwise(pl.lit(CHANGED))
    return rows.filter(was | now).select("child", what.alias("what"), "tables").sort("child")


def ids_in(snapshot: Snapshot) -> pl.Series:
    """The ids of all children of a record."""
    return snapshot.frames[Child].get_column("Child.child").cast(pl.String)

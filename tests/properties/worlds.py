"""Small worlds: few names and few days, so that rows meet, tie and repeat. Each is of the tables that one
stage's measures read, so that a failure is small, and many can be tried."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl
from hypothesis import strategies as st

from throughline.catalogue import declared
from throughline.counting.answers import count
from throughline.measures.kinds import Measure, tables_of
from throughline.record.breakdowns import Beside
from throughline.record.child import Child
from throughline.record.journey import BREAKDOWNS, TABLES
from throughline.record.periods import Months
from throughline.record.rows import Reference, Table
from throughline.record.snapshots import ALWAYS, Snapshot

OVER = Months(2025, 4, 24)
BESIDE = {Child, *(by.among.table for by in BREAKDOWNS.values() if isinstance(by, Beside))}
CHILDREN = ("Ann", "Ben", "Cat")
DAYS = [
    date(2024, 6, 29),
    date(2025, 6, 30),
    date(2025, 12, 1),
    date(2026, 5, 31),
    date(2026, 6, 1),
    date(2026, 6, 30),
]
CELLS = {
    pl.Date: st.sampled_from(DAYS),
    pl.Boolean: st.booleans(),
}
WORDS = {  # values that some measure asks for, so that tests are met
    "Care.distance": [20.0, 20.1, 999.9],
    "Care.provider": ["PR1", "PR4"],
    "Care.legal_status": ["C2", "V4"],
    "Care.start_reason": ["S", "P"],
    "Care.end_reason": ["X1", "E45", "E11"],
    "Care.placement": ["U1", "K2"],
    "CareLeavers.in_touch": ["YES", "DIED"],
    "CareLeavers.suitable": ["1", "2"],
    "CareLeavers.accommodation": ["G", "U"],
    "CareLeavers.activity": ["F2", "G5"],
    "Missing.kind": ["M", "A"],
    "Involvements.role": ["CW", "FSW"],
}


@dataclass(frozen=True)
class Stage:
    """The measures of one module, by name, and the tables that they and the breakdowns read."""

    name: str
    measures: dict[str, Measure]
    tables: tuple[type[Table], ...]


def stages():
    """Every stage that has measures."""
    found = defaultdict(dict)
    for module, name, measure in declared(Measure, "throughline.measures"):
        found[module.rsplit(".", 1)[1]][name] = measure
    for name, measures in found.items():
        read = BESIDE.union(*map(tables_of, measures.values()))
        yield Stage(name, measures, tuple(t for t in TABLES if t in read and not issubclass(t, Reference)))


def any_rows(table):
    """A few rows of a table, in no order, any cell that may be blank sometimes blank. What is no child (a
    post, a complaint) has a child's name, so that one child's world is theirs too."""
    row = {}
    for name, column in table.columns.items():
        words = WORDS.get(column.name, [1.0, 2.0] if column.dtype == pl.Float64 else ["A", "B"])
        cell = (
            st.sampled_from(CHILDREN)
            if name in ("child", table.subject)
            else CELLS.get(column.dtype, st.sampled_from(words))
        )
        row[column.name] = cell if column.required else st.none() | cell
    unique = (lambda r: r["Child.child"]) if table is Child else None
    return st.lists(st.fixed_dictionaries(row), max_size=5, unique_by=unique)


def worlds_of(stage):
    """Worlds of a stage's tables."""
    return st.fixed_dictionaries({table: any_rows(table) for table in stage.tables})


def snapshot_of(world, as_at=ALWAYS.last):
    """The world as a snapshot."""
    frames = {table: pl.DataFrame(rows, schema=table.schema()) for table, rows in world.items()}
    return Snapshot.of(frames, as_at=as_at)


def count_world(stage, world, as_at=ALWAYS.last):
    """Every answer that a stage's measures give about a world."""
    return count(stage.measures.values(), snapshot_of(world, as_at), OVER)


def cells(stage, answers, but=()):
    """Every cell of the cube that is not empty: four numbers by measure, breakdown, group and month."""
    found = {}
    for name, measure in stage.measures.items():
        if name in but:
            continue
        cube = answers.cube.counts[measure]
        groups = answers.facts[measure].axis.groups
        for place, month in np.argwhere(cube.any(axis=0)).tolist():
            by, group = groups[place]
            found[name, by.title, group, month] = tuple(cube[:, place, month].tolist())
    return found

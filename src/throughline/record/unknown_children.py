"""Children whom a local list names and no return knows: their rows are kept, listed, and counted nowhere."""

from __future__ import annotations

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import SOURCE, SOURCE_LINE, WHO, Own, Table
from throughline.record.snapshots import Snapshot, child_of

MOST = 1000  # of one list; after that they are counted
DO = "Look at the child’s number in the list. If it is right, receive the return that has the child."


def unknown_children(snapshot: Snapshot) -> list[Fault]:
    """A fault for each row of the record's own tables about a child that no return knows."""
    return [fault for table in snapshot.frames if issubclass(table, Own) for fault in of_one(snapshot, table)]


def of_one(snapshot: Snapshot, table: type[Table]) -> list[Fault]:
    """Those of one table, in the order of files and lines."""
    child = child_of(table)
    if child is None:
        return []
    rows = snapshot.frames[table].filter(pl.col(child).is_not_null(), pl.col(WHO) < 0)
    told = rows.select(SOURCE, SOURCE_LINE, child).sort(SOURCE, SOURCE_LINE)
    faults = [
        Fault(
            snapshot.sources[source].file,
            line,
            table.columns["child"].about,
            f"“{name}” is no child that a return knows; the line is kept, and counted nowhere.",
            DO,
        )
        for source, line, name in told.head(MOST).iter_rows()
    ]
    if (more := told.height - MOST) > 0:
        file = snapshot.sources[told[SOURCE][-1]].file
        faults.append(Fault(file, None, None, f"{more:,} more lines are of children no return knows.", DO))
    return faults

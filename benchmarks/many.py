"""A snapshot with every child ten times over, under new names."""

import polars as pl

from throughline.record.rows import WHO
from throughline.record.snapshots import Snapshot, child_of

TIMES = 10


def ten_times(folder, into):
    """Write it below `into`; the folder it is in."""
    once = Snapshot.open(folder)
    frames = {table: repeated(frame.drop(WHO), child_of(table)) for table, frame in once.frames.items()}
    many = Snapshot.arranged(frames, covers=once.covers, as_at=once.as_at)
    return into / many.write(into).name


def repeated(frame, child):
    """Rows about children ten times, each with another child; rows about no child once."""
    if child is None:
        return frame
    return pl.concat([frame.with_columns(pl.col(child) + f"-{number}") for number in range(TIMES)])

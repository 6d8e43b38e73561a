"""A snapshot, or a workbook, with every child several times over, under new names."""

import fastexcel
import polars as pl
import xlsxwriter

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


def large_workbook(path, into, cells):
    """An Annex A workbook like this one, of about so many cells; how many it has."""
    book = fastexcel.read_excel(path)
    sheets = {name: book.load_sheet(name).to_polars() for name in book.sheet_names}
    times = round(cells / sum(frame.height * frame.width for frame in sheets.values()))
    with xlsxwriter.Workbook(into) as larger:
        for name, frame in sheets.items():
            child = frame.columns[0]
            again = [frame.with_columns(pl.col(child).cast(str) + f"-{n}") for n in range(times)]
            pl.concat(again).write_excel(larger, name, table_style=None, autofilter=False)
    return times * sum(frame.height * frame.width for frame in sheets.values())

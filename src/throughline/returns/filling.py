"""From a return's tables to rows of the record: every row whole, or set aside and said so."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from throughline.errors import Fault
from throughline.record.columns import Code, Column
from throughline.record.rows import SOURCE, SOURCE_LINE, Table
from throughline.returns.headings import heading_of
from throughline.returns.kinds import AS_AT, CAME_BY, YEAR, Fill, Frames, Return
from throughline.returns.line_runs import runs
from throughline.returns.values import MOST_FAULTS

Filled = dict[type[Table], pl.DataFrame]


def filled(given: Return, sent: Frames, names: Sequence[str]) -> tuple[Filled, list[Fault]]:
    """The tables of the record that these tables fill, and what is wrong with their rows. `names` are
    what to call each source."""
    whole = {
        table: sent.get(table, pl.DataFrame(schema={**table.schema(), **CAME_BY}))
        for table in given.files.values()
    }
    made: dict[type[Table], list[pl.DataFrame]] = {}
    faults: list[Fault] = []
    for fill in given.fills:
        if all(table in sent for table in fill.rows.needs):
            rows = rows_of(fill, whole)
            if not fill.rows.needs and not rows.height:
                continue  # lines out of any of several tables: of those sent, none has any
            kept, wrong = checked(given, fill, rows, names)
            made.setdefault(fill.table, []).append(kept)
            faults.extend(wrong)
    return {table: pl.concat(frames) for table, frames in made.items()}, faults


def rows_of(fill: Fill, frames: Frames) -> pl.DataFrame:
    """One row a line, with every column of the table of the record and where it came from."""
    lines = fill.rows.made_by(frames)
    columns = [
        fill.columns.get(short, pl.lit(None)).cast(column.dtype).alias(column.name)
        for short, column in fill.table.columns.items()
    ]
    came = [
        (pl.col(name) if name in lines.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in CAME_BY.items()
    ]
    return lines.select(*columns, *came)


def checked(
    given: Return, fill: Fill, rows: pl.DataFrame, names: Sequence[str]
) -> tuple[pl.DataFrame, list[Fault]]:
    """The rows that can be used, and the faults: a blank where none may be, a code not in its set."""
    faults: list[Fault] = []
    for short, column in fill.table.columns.items():
        if column.required:
            wrong = rows.filter(pl.col(column.name).is_null())
            says = f"it does not give “{column.about}”, so this line is set aside."
            faults.extend(faults_of(wrong, names, heading(given, fill, short), says, aside=True))
            rows = rows.filter(pl.col(column.name).is_not_null())
        if isinstance(column, Code) and column.codes and short in fill.columns:
            faults.extend(unknown_codes(given, fill, column, rows, names))
    return rows.drop(YEAR, AS_AT), faults


def unknown_codes(
    given: Return, fill: Fill, column: Column, rows: pl.DataFrame, names: Sequence[str]
) -> list[Fault]:
    """Codes that are not in their set, or not in it in the year of their return."""
    codes = column.codes
    assert codes is not None
    seen = rows.select(pl.col(column.name).alias("code"), YEAR).unique().drop_nulls("code")
    bad = [(code, year) for code, year in seen.sort("code", YEAR).iter_rows() if not codes.holds(code, year)]
    faults = []
    for code, year in bad:
        wrong = rows.filter((pl.col(column.name) == code) & pl.col(YEAR).eq_missing(year))
        when = f" in the year to March {year}" if year and codes.holds(code) else ""
        says = f"“{code}” is not a code for it{when}; it is kept as it came."
        faults.extend(faults_of(wrong, names, heading(given, fill, column.short), says))
    return faults


def faults_of(
    rows: pl.DataFrame, names: Sequence[str], column: str | None, says: str, *, aside: bool = False
) -> list[Fault]:
    """A fault for each row, by the file and line it came from; past a thousand, one for all the rest of a
    file, which says their lines. `aside`: the rows are set aside for it."""
    wrong = rows.select(SOURCE, SOURCE_LINE).unique().sort(SOURCE, SOURCE_LINE)
    faults = [
        Fault(names[source], line, column, says, aside=int(aside))
        for source, line in wrong.head(MOST_FAULTS).iter_rows()
    ]
    return [*faults, *the_rest(wrong.slice(MOST_FAULTS), names, column, says, aside=aside)]


def the_rest(
    rows: pl.DataFrame, names: Sequence[str], column: str | None, says: str, *, aside: bool
) -> list[Fault]:
    """One fault for all these rows of a file, which says their lines."""
    faults = []
    for (source,), more in rows.group_by(SOURCE, maintain_order=True):
        lines = runs(more.get_column(SOURCE_LINE).drop_nulls())
        told = f"{says} {more.height:,} more lines are so{f': {lines}' if lines else ''}."
        faults.append(Fault(names[int(str(source))], None, column, told, aside=aside * more.height))
    return faults


def heading(given: Return, fill: Fill, short: str) -> str:
    """The heading that a column of the record is filled from; where several make it, the first."""
    known = {c.name: heading_of(c) for table in given.files.values() for c in table.columns.values()}
    expression = fill.columns.get(short)
    roots = expression.meta.root_names() if expression is not None else []
    return next((known[root] for root in roots if root in known), fill.table.columns[short].about)

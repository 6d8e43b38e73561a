"""Lines that say again what another says: an export that joins two tables writes them, and each would be
counted. None is dropped without a word, and which is kept does not hang on the order of the lines."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from throughline.errors import Fault
from throughline.record.rows import SOURCE, SOURCE_LINE, Table
from throughline.returns.filling import the_rest
from throughline.returns.headings import heading_of
from throughline.returns.kinds import AGAIN, Return
from throughline.returns.line_runs import runs
from throughline.returns.together import Tables
from throughline.returns.values import MOST_FAULTS

ROW, FULL, LIKE_SOURCE, LIKE_LINE, SAME = "@row", "@full", "@like_source", "@like_line", "@same"
ONCE = "the two say the same, and it is counted once."
FULLER = "the fuller line is kept, and of two as full the last in order of their cells."
LOOK = "Look whether the export wrote them twice."


def once_each(given: Return, tables: Tables, names: Sequence[str]) -> tuple[Tables, list[Fault]]:
    """The tables with each thing once that can be there but once: what is known by a key (`once` of the
    return), and a line that is the same as another in every cell, unless that could happen twice."""
    kept: Tables = {}
    faults: list[Fault] = []
    for table, lines in tables.items():
        lines, doubled = once_by_key(given, table, lines, names)
        kept[table], again = once_in_full(given, table, lines, names)
        faults += [*doubled, *again]
    return kept, faults


def once_by_key(
    given: Return, table: type[Table], lines: pl.DataFrame, names: Sequence[str]
) -> tuple[pl.DataFrame, list[Fault]]:
    """One line for each key, and a fault for every other line. A line without its whole key is kept."""
    keys = [table.columns[short] for short in given.once.get(table, ())]
    columns = [column.name for column in keys]
    whole = pl.all_horizontal(pl.col(columns).is_not_null())
    if not keys or not lines.select((whole & pl.struct(columns).is_duplicated()).any()).item():
        return lines, []
    ordered = in_order(lines.with_row_index(ROW).filter(whole), table, columns)
    again = ordered.filter(~pl.struct(columns).is_first_distinct())
    what = " and ".join(map(heading_of, keys))
    says = f"the same {what} stands in “{given.named(table)}” already"
    faults = [
        fault
        for same, ending in ((True, ONCE), (False, FULLER))
        for fault in beside(
            again.filter(pl.col(SAME) == same), names, heading_of(keys[0]), says + "{}: " + ending
        )
    ]
    return lines.with_row_index(ROW).filter(~pl.col(ROW).is_in(again[ROW].implode())).drop(ROW), faults


def in_order(lines: pl.DataFrame, table: type[Table], columns: Sequence[str]) -> pl.DataFrame:
    """The lines whose key another has too, the one to be kept first; each with where that one stands, and
    whether it says the same."""
    said = list(table.schema())
    full = pl.sum_horizontal(pl.col(said).is_not_null()).alias(FULL)
    doubled = lines.filter(pl.struct(columns).is_duplicated()).with_columns(full)
    last_first = [True, *[True] * len(said), False]
    ordered = doubled.sort(FULL, *said, ROW, descending=last_first, nulls_last=True)
    first = [
        pl.col(SOURCE).first().over(columns).alias(LIKE_SOURCE),
        pl.col(SOURCE_LINE).first().over(columns).alias(LIKE_LINE),
        pl.struct(said).eq(pl.struct(said).first().over(columns)).alias(SAME),
    ]
    return ordered.with_columns(first)


def once_in_full(
    given: Return, table: type[Table], lines: pl.DataFrame, names: Sequence[str]
) -> tuple[pl.DataFrame, list[Fault]]:
    """The lines, each once that is the same as an earlier one of its file in every cell, also in those that
    are not read. What could happen twice (two contacts of a child on one day) is kept, and said."""
    again = lines.filter(pl.col(AGAIN).is_not_null())
    if not again.height:
        return lines, []
    if table in given.could_happen_twice:
        return lines, [kept_twice(names[int(str(n))], more) for (n,), more in again.group_by(SOURCE)]
    says = "this line is the same{} in every cell; it is set aside."
    like = again.with_columns(pl.col(SOURCE).alias(LIKE_SOURCE), pl.col(AGAIN).alias(LIKE_LINE))
    return lines.filter(pl.col(AGAIN).is_null()), beside(like, names, None, says, link=" as")


def kept_twice(name: str, again: pl.DataFrame) -> Fault:
    """What is said of lines of a file that are the same, and are all counted."""
    where = runs(again.get_column(SOURCE_LINE).sort())
    says = (
        f"“{again.height:,}” lines are the same as an earlier one in every cell (“{where}”). Two may have"
        " happened on one day, so all are counted."
    )
    return Fault(name, None, None, says, LOOK)


def beside(
    rows: pl.DataFrame, names: Sequence[str], column: str | None, says: str, *, link: str = ", in"
) -> list[Fault]:
    """A fault for each of these lines, that names the line which is kept instead; past a thousand, one for
    the rest of a file."""
    rows = rows.sort(SOURCE, SOURCE_LINE)
    faults = []
    there = (SOURCE, SOURCE_LINE, LIKE_SOURCE, LIKE_LINE)
    for source, line, like_source, like_line in rows.head(MOST_FAULTS).select(there).iter_rows():
        other = "" if like_source == source else f" of “{names[like_source]}”"
        told = says.format(f"{link} line “{like_line}”{other}")
        faults.append(Fault(names[source], line, column, told, aside=1))
    return [*faults, *the_rest(rows.slice(MOST_FAULTS), names, column, says.format(""), aside=True)]

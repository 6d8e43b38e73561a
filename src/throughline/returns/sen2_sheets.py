"""The SEN2 return as tables of cells: the CSV files that COLLECT exports, and the data entry template, a
sheet with tables below one another, each under its title.

The facts do not say how the tables of the template name one another. They are read by the headings that the
CSV files have for it (`persontableid`); a line that names none is set aside, and said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from throughline.record.rows import SOURCE_LINE, Table
from throughline.returns.kinds import Shape
from throughline.returns.reading import Sheet
from throughline.returns.sen2_layout import (
    NAMED,
    cells_of,
    column_at,
    folded,
    own,
    places_of,
    sheet_of,
    strange_in,
)
from throughline.returns.sen2_tables import (
    ABOVE,
    ABOVE_IT,
    MINE,
    SEN2,
    TABLES,
    ActivePlans,
    Assessment,
    NamedPlan,
    Person,
    PlacementDetail,
    PlanDetail,
    Requests,
    SENneed,
)

NUMBER, ORDER = "tableid", "orderseqcolumn"  # behind the name of a table
LINKS = (NUMBER, ORDER, "nativeid", "sourceid")
TITLES: dict[str, type[Table]] = {
    "headerrecord": SEN2,
    "personrecord": Person,
    "requestsrecords": Requests,
    "assessmentsrecords": Assessment,
    "namedplanrecords": NamedPlan,
    "plandetailrecords": PlanDetail,
    "activeplanrecords": ActivePlans,
    "placementdetailrecords": PlacementDetail,
    "senneedrecords": SENneed,
}
FEWEST = 2  # titles, by which a sheet is known for the template


def exported(sheets: Sequence[Sheet]) -> list[Sheet] | None:
    """A CSV file as the table it is; None for another."""
    (sheet, *more) = sheets
    names = set(places_of(sheet))
    table = next((table for name, table in NAMED.items() if f"{name}{ORDER}" in names), None)
    return None if more or sheet.root or sheet.title or table is None else [table_of(sheet, table)]


def table_of(sheet: Sheet, table: type[Table]) -> Sheet:
    """Cells under a table's headings as that table."""
    places, above = places_of(sheet), ABOVE_IT.get(table)
    over = places.get(f"{folded(above.__name__)}{NUMBER}") if above else None
    mine = places.get(f"{folded(table.__name__)}{NUMBER}")
    lines = cells_of(sheet, table, {MINE: column_at(mine), ABOVE: column_at(over)})
    return sheet_of(sheet, table, lines, (*sheet.faults, *strange_in(sheet, table, LINKS)))


def entered(sheets: Sequence[Sheet]) -> list[Sheet] | None:
    """The tables of a data entry template, and the other sheets of its workbook as they are; None for another
    workbook."""
    titles = {sheet.title: titles_of(sheet) for sheet in sheets if sheet.title and not sheet.root}
    if all(titles_there.height < FEWEST for titles_there in titles.values()):
        return None
    laid = []
    for sheet in sheets:
        laid += tables_of(sheet, titles[sheet.title]) if titles[sheet.title].height >= FEWEST else [sheet]
    return laid


def titles_of(sheet: Sheet) -> pl.DataFrame:
    """The rows that hold nothing but a table's title: where they stand (`at`), and the title."""
    texts = [name for name in sheet.cells.columns if name != SOURCE_LINE]
    filled = pl.sum_horizontal(pl.col(name).is_not_null() for name in texts)
    alone = sheet.cells.with_row_index("at").filter(filled == 1).select("at", title=pl.coalesce(texts))
    known = [folded(title) in TITLES for title in alone.get_column("title")]
    return alone.filter(pl.Series(known, dtype=pl.Boolean))


def tables_of(sheet: Sheet, titles: pl.DataFrame) -> list[Sheet]:
    """The tables below one another on a sheet. The title of the first may stand above its headings, where the
    reader of workbooks left it."""
    cells = sheet.cells.with_columns(pl.exclude(SOURCE_LINE).str.replace(r"^(-?\d+)\.0+$", "$1"))
    starts = titles.get_column("at").to_list()
    tables = [TITLES[folded(title)] for title in titles.get_column("title")]
    first = replace(sheet, cells=cells.head(starts[0]))
    laid = [table_of(first, likest(first))]
    for table, start, end in zip(tables, starts, [*starts[1:], cells.height]):
        rows = cells.slice(start + 1, end - start - 1)
        headings = tuple(text or "" for text in rows.drop(SOURCE_LINE).row(0)) if rows.height else ()
        below = replace(sheet, headings=headings, cells=rows.slice(1), faults=())
        laid.append(table_of(below, table))
    return laid


def likest(sheet: Sheet) -> type[Table]:
    """The table that has most of a sheet's headings."""
    names = places_of(sheet).keys()
    return max(TABLES, key=lambda table: len(names & {folded(column.short) for column in own(table)}))


AS_CSV, AS_TEMPLATE = Shape(laid_out=exported), Shape(laid_out=entered)

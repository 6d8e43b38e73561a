"""How a return is declared: its files' tables in the Department's words, and how each fills the record.

A file is known by its headings, never by its name. `throughline.catalogue.declared(Return, …)` finds
every return of this room; nothing is registered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

import polars as pl

from throughline.errors import Fault
from throughline.record.composing import Part
from throughline.record.rows import ORIGIN, SINCE, SOURCE, SOURCE_LINE, UNTIL, Table
from throughline.record.snapshots import HeadingRead
from throughline.returns.reading import Sheet

Frames: TypeAlias = Mapping[type[Table], pl.DataFrame]
YEAR = "@year"  # the year end of the return a line came in, where a return is of one year
AS_AT = "@as_at"  # the day a line was true of, where a return is of one day
AGAIN = "@again"  # the earlier line of its file that a line is the same as, in every cell
CAME_BY: dict[str, type[pl.DataType]] = {
    **{name: ORIGIN[name] for name in (SOURCE, SOURCE_LINE, SINCE, UNTIL)},
    YEAR: pl.Int32,
    AS_AT: pl.Date,
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Csv:
    """How a return's files are written. `day_first`: its guide says dd/mm/yyyy, so 01/02 needs no proof.
    `blanks` are words that are written for an empty cell; `fillers` and `filler_days` are what a script fills
    such a cell with. All stand for *not recorded*; fillers are counted."""

    day_first: bool = False
    blanks: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    filler_days: tuple[date, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Workbook(Csv):
    """As `Csv`, but a sheet of a workbook for each table."""


@dataclass(frozen=True, kw_only=True, eq=False)
class CsvOrWorkbook(Csv):
    """As `Csv`, but either: a file, or a sheet of a workbook, for each table. What it has no column for is
    not in the council's list, and is no fault."""


@dataclass(frozen=True, kw_only=True, eq=False)
class LongCsv(Csv):
    """As `Csv`, but of millions of lines, as it is published for the whole country: only the columns that the
    return knows are ever held (see `returns.long_files`)."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Xml(Csv):
    """As `Csv`, but an XML file, and each table is the element of its name. `elements` are those round the
    tables that a file must have to be this return, the outermost first; what stands in one of `passed` is
    passed over."""

    elements: tuple[str, ...]
    passed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Shape:
    """Another form that a return comes in. `laid_out` gives the sheets of a file of this form as the return's
    own tables, and None for any other file; `xml` says which XML files may be of it."""

    laid_out: Callable[[Sequence[Sheet]], list[Sheet] | None]
    xml: Xml | None = None


@dataclass(frozen=True, eq=False)
class Lines:
    """Lines out of a return's tables: a recipe. Without every table in `needs` there are none, and what
    they would fill is not available. `made_by` gets every table of the return, those not sent empty.
    `reads` are the columns that decide whether a line is one at all, by their full names."""

    needs: tuple[type[Table], ...]
    made_by: Callable[[Frames], pl.DataFrame]
    reads: tuple[str, ...] = ()


def lines_of(*needs: type[Table]) -> Callable[[Callable[[Frames], pl.DataFrame]], Lines]:
    """Name the tables that a recipe for lines cannot do without."""
    return lambda made_by: Lines(needs, made_by)


def every(table: type[Table], *, where: pl.Expr | None = None) -> Lines:
    """The lines of one table that pass a test, or all."""
    test = pl.lit(True) if where is None else where
    return Lines((table,), lambda frames: frames[table].filter(test), tuple(test.meta.root_names()))


class Fill:
    """How lines of a return become rows of a table of the record: for each of its columns, an
    expression on the lines. A column that is not said is blank: not recorded."""

    def __init__(self, table: type[Table], *, rows: Lines | type[Table], **columns: pl.Expr) -> None:
        self.table, self.columns = table, columns
        self.rows = rows if isinstance(rows, Lines) else every(rows)
        if unknown := set(columns) - set(table.columns):
            raise TypeError(f"{table.__name__} has no column {', '.join(sorted(unknown))}")


@dataclass(frozen=True, eq=False)
class Received:
    """A file or sheet that a return knows: which of its tables it is, and its lines, typed. `text` has
    the days as they were written, under `<column>@text`; `headings` says what became of each heading."""

    sheet: Sheet
    table: type[Table]
    lines: pl.DataFrame
    faults: tuple[Fault, ...]
    headings: tuple[HeadingRead, ...]


@dataclass(frozen=True, eq=False)
class Asked:
    """What the reader was told: the day the files are true of, the year end of a file that does not say,
    and today (what is dated later has not happened)."""

    as_at: date | None
    year: int | None
    today: date
    say: Callable[[str], None]


@dataclass(frozen=True, kw_only=True, eq=False)
class Return:
    """A return: what it is called, what it holds, how it is written, and what it fills.

    `rank` settles who answers where returns overlap (1 first). `files` names its tables as a sentence
    would; `once` gives the columns of a table that no two of its lines may share, and `could_happen_twice`
    names those of which two lines may be the same and both be true. A file is one of them if it has every
    required column and at least the share `enough` of all; one with a heading like `passes_over` is a table
    of the return that fills nothing yet, and `unread` are headings of its guide, of which no more than some
    are read: nobody is asked what they are. `leaves_out` says of a table of the record which children the
    return does not tell of, by its guide; `in_part` are columns of the record that it tells for some rows
    only, so that nothing can be counted by them. `made_by` puts files together: which belong to one year, or
    to one day. `also` are other forms that its files come in."""

    title: str
    holds: str
    rank: int
    files: Mapping[str, type[Table]]
    must_have: tuple[type[Table], ...] = ()
    once: Mapping[type[Table], tuple[str, ...]] = field(default_factory=dict)
    could_happen_twice: frozenset[type[Table]] = frozenset()
    enough: float = 0.0
    passes_over: str = ""
    unread: Mapping[type[Table], tuple[str, ...]] = field(default_factory=dict)
    leaves_out: Mapping[type[Table], str] = field(default_factory=dict)
    in_part: tuple[pl.Expr, ...] = ()
    reads: Csv
    fills: tuple[Fill, ...]
    made_by: Callable[[Return, Sequence[Received], Asked], list[Part]]
    also: tuple[Shape, ...] = ()

    def named(self, table: type[Table]) -> str:
        """What a sentence calls this table."""
        return next(name for name, known in self.files.items() if known is table)

"""The columns of a table: typed, described, and named in the Standard Safeguarding Dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import polars as pl

from throughline.record.codes import Codes

if TYPE_CHECKING:
    from throughline.record.rows import Table


class Column:
    """Read on its table, a column is a Polars expression, named for its table.

    >>> from throughline.record.protection import CpPlans
    >>> str(CpPlans.started)
    'col("CpPlans.started")'

    So rows of two tables may lie side by side, and no name is ever said twice.
    `ssd` is the field's name in the Standard Safeguarding Dataset; blank where the dataset has none.
    """

    dtype: ClassVar[type[pl.DataType]] = pl.String

    def __init__(
        self, about: str, *, ssd: str = "", required: bool = False, codes: Codes | None = None
    ) -> None:
        self.about, self.ssd, self.required, self.codes = about, ssd, required, codes

    def __set_name__(self, table: type[Table], name: str) -> None:
        self.short = name
        self.name = f"{table.__name__}.{name}"

    def __get__(self, row: None, table: type[Table]) -> pl.Expr:
        return pl.col(self.name)


class Date(Column):
    """A day."""

    dtype = pl.Date


class Text(Column):
    """Words, as they came."""


class Id(Column):
    """What something is known by. Kept as text, never altered."""


class Code(Column):
    """One of a set of codes; see `codes` for what they mean."""


class Flag(Column):
    """Yes, no, or blank: not recorded."""

    dtype = pl.Boolean


class Number(Column):
    """A number; blank is not nought."""

    dtype = pl.Float64

"""Which day files are of that are true of one day: as asked, else as their names say, else the newest day in
them, which is then said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import polars as pl

from throughline.errors import Fault
from throughline.record.periods import said
from throughline.record.rows import Table
from throughline.returns.kinds import Asked, Received
from throughline.returns.together import Tables

SAY_IT = "Put the day in its name, such as 2026-11-21, or say it: --as-at 2026-11-21."


def day_said(mine: Sequence[Received], asked: Asked) -> date | None:
    """The day that somebody said, or that the names say: the latest of several."""
    return asked.as_at or max((day for one in mine if (day := one.sheet.found.day())), default=None)


def newest_day(tables: Tables, columns: Iterable[tuple[type[Table], str]], asked: Asked) -> date | None:
    """The newest day in these columns that has come, by table and full name; None where there is none."""
    dated = (
        tables[table].filter(pl.col(name) <= asked.today).get_column(name).max()
        for table, name in columns
        if table in tables
    )
    return max((day for day in dated if isinstance(day, date)), default=None)


def day_unsaid(file: str, mine: Sequence[Received], day: date | None, asked: Asked) -> list[Fault]:
    """A fault where a day was taken from what is within."""
    if day is None or day_said(mine, asked):
        return []
    says = f"its name has no day that we can read; it is taken to be as at {said(day)}, the newest day in it."
    return [Fault(file, None, None, says, SAY_IT)]

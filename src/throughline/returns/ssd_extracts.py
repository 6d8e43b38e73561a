"""One extract of the dataset: which files belong to it, and what day it is true of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.care import Care
from throughline.record.columns import Date
from throughline.record.composing import Part
from throughline.record.homes import Placements
from throughline.record.leaving_care import CareLeavers
from throughline.record.rows import Spell, Table
from throughline.returns.filling import Filled, filled
from throughline.returns.kinds import AS_AT, Asked, Received, Return
from throughline.returns.repeated import once_each
from throughline.returns.ssd_care_tables import (
    SsdClaEpisodes,
    SsdClaPlacement,
    SsdLegalStatus,
)
from throughline.returns.ssd_send import SEND_FILLS
from throughline.returns.ssd_tables import (
    SsdDisability,
    SsdPerson,
)
from throughline.returns.strangers import strangers
from throughline.returns.together import Tables, together
from throughline.returns.which_day import day_said, day_unsaid, newest_day

TO_COME = ("due", "target", "expected", "death")  # words in the names of days that are no event's
# A council's education, health and care plans are in a system of their own, and the dataset's tables for them
# are mostly made without rows: that says nothing of plans, and must not hide a return that does.
KEPT_ELSEWHERE = frozenset(fill.table for fill in SEND_FILLS)
BESIDE = {  # tables that only add to another: what is blank without them
    SsdClaPlacement: "placements of children looked after",
    SsdLegalStatus: "legal statuses of children looked after",
    SsdDisability: "disabilities",
}


def parts_by_day(given: Return, received: Sequence[Received], asked: Asked) -> list[Part]:
    """A part for each extract: a folder with its own list of persons."""
    folders = {one.sheet.found.path.parent for one in received if one.table is SsdPerson}
    groups: dict[Path | None, list[Received]] = {}
    for one in received:
        folder = one.sheet.found.path.parent
        groups.setdefault(folder if len(folders) > 1 else None, []).append(one)
    return [part_of(given, mine, asked) for mine in groups.values()]


def part_of(given: Return, mine: list[Received], asked: Asked) -> Part:
    """One extract. Raises `Refused` if it has no list of persons."""
    for needed in given.must_have:
        if all(one.table is not needed for one in mine):
            files = ", ".join(sorted(one.sheet.name for one in mine)[:3])
            what = f"The dataset has no {given.named(needed)} ({files})."
            raise Refused(what, do="Send every table of the extract together, in one folder.")
    tables, sources, faults = together(mine)
    names = [source.file for source in sources]
    tables, doubled = once_each(given, tables, names)
    as_at = day_of(mine, tables, asked)
    told = {table: lines.with_columns(pl.lit(as_at).alias(AS_AT)) for table, lines in tables.items()}
    frames, wrong = filled(given, told, names)
    frames = {table: rows for table, rows in frames.items() if rows.height or table not in KEPT_ELSEWHERE}
    unsaid = day_unsaid("The dataset", mine, as_at, asked)
    wrong = [*faults, *doubled, *wrong, *strangers(given, tables, names), *absent(tables), *unsaid]
    covers = covered(frames, as_at)
    return Part(given.title, given.rank, as_at, frames, covers, tuple(sources), tuple(wrong))


def day_of(mine: Sequence[Received], tables: Tables, asked: Asked) -> date:
    """The day an extract is true of: as asked, else in a name, else that of its latest event."""
    columns = [
        (table, column.name)
        for table in tables
        for name, column in table.columns.items()
        if isinstance(column, Date) and not any(word in name for word in TO_COME)
    ]
    latest = day_said(mine, asked) or newest_day(tables, columns, asked)
    if latest is None:
        raise Refused(
            "Nothing in the dataset is dated, so what day is it true of?", do="Say it: --as-at 2026-06-30."
        )
    return latest


def covered(frames: Filled, as_at: date) -> dict[type[Table], tuple[date, date]]:
    """From the first month with a contact (or a referral, or anything that ended) to the as-at day. What
    is kept only as it stands today answers for today."""
    ends = [table.columns["ended"].name for table in frames if issubclass(table, Spell)]
    tries = (["Contacts.received"], ["Referrals.started"], ends)
    first = next((day for names in tries if (day := earliest(frames, names))), None)
    covers = dict.fromkeys(frames, (min(first.replace(day=1), as_at) if first else as_at, as_at))
    if Care in covers:
        covers[Placements] = covers[Care]
    return {t: (as_at, as_at) if t is CareLeavers else days for t, days in covers.items()}


def earliest(frames: Filled, names: Sequence[str]) -> date | None:
    """The earliest day under these columns."""
    days = [f.get_column(n).min() for f in frames.values() for n in names if n in f.columns]
    return min((day for day in days if isinstance(day, date)), default=None)


def absent(tables: Tables) -> list[Fault]:
    """A fault for each table that only adds to another, and was not sent."""
    do = "Send it with the others."
    return [
        Fault("The dataset", None, None, f"it has no {what}; they are blank.", do)
        for table, what in BESIDE.items()
        if table not in tables and (SsdClaEpisodes in tables or table is SsdDisability)
    ]

"""What two returns say otherwise of one child: each difference once, with what is used.

A child’s own facts (born, sex …) are of no day: the best return that has one is used, and every other return
that says another is listed. What is true on a day is asked of two returns on the last day that both tell of:
the one that answers for that day is used. What only one of them says is no difference, but for being looked
after or having a plan at all: there, silence is an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.columns import Date
from throughline.record.front_door import Referrals
from throughline.record.protection import CpPlans
from throughline.record.pupil_numbers import (
    ID,
    OTHER,
    OTHER_PART,
    QUESTION,
    USED,
    USED_PART,
    WHAT,
)
from throughline.record.rows import ORIGIN, PART, SINCE, SOURCE, SOURCE_LINE, UNTIL, Spell, Table
from throughline.record.send import EhcPlans
from throughline.record.snapshots import Covered

Told = Mapping[type[Table], pl.DataFrame]
DAY = "day"
YES, NO = "Yes", "No"
SHORT_BREAKS = ("V3", "V4")
NO_ANSWER = {"sex": "^U$", "ethnicity": "^NOBT$", "upn": r"^UN\d$"}  # codes for not knowing: no other answer
OF_A_CHILD = {
    "born": "Date of birth",
    "died": "Date of death",
    "sex": "Sex",
    "ethnicity": "Ethnic group",
    "upn": "Pupil number",
}


@dataclass(frozen=True, kw_only=True, eq=False)
class OnADay:
    """What of a table two returns are asked on a day: whether the child has such a spell (`has`; blank where
    not having one says nothing), these columns of it, and the day it ended, if both tell of that time."""

    table: type[Spell]
    has: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    ended: str = ""
    where: pl.Expr = field(default_factory=lambda: pl.lit(True))


COMPARED = (
    OnADay(
        table=Care,
        has="Looked after",
        columns={"legal_status": "Legal status", "entered_care": "Day the child came into care"},
        where=~Care.legal_status.is_in(SHORT_BREAKS).fill_null(False),
    ),
    OnADay(
        table=CpPlans,
        has="Child protection plan",
        columns={"started": "Start of the child protection plan", "category": "Category of the plan"},
        ended="End of the child protection plan",
    ),
    # Annex A does not say when a time in need ended for every child in it: its end is not asked.
    OnADay(table=Referrals, columns={"started": "Start of the time in need"}),
    OnADay(table=EhcPlans, columns={"started": "Start of the EHC plan"}, ended="End of the EHC plan"),
)


def conflicts(
    told: Sequence[Told],
    covers: Mapping[type[Table], Sequence[Covered]],
    windows: Sequence[Mapping[type[Table], tuple[date, date]]],
    asked: pl.DataFrame,
    titles: Sequence[str],
) -> pl.DataFrame:
    """`Conflicts` of returns told best first: `covers` says which is used on which days, `windows` which
    days each tells of, `asked` are the questions about ids (see `pupil_numbers.QUESTION`)."""
    found = [asked.with_columns(pl.lit(None, pl.Date).alias(DAY)), *of_children(told)]
    for compared in COMPARED:
        for part, tables in enumerate(told):
            both = day_of_both(part, compared.table, covers, windows)
            if both and compared.table in tables:
                used, day = both
                found += on_a_day(
                    compared, told[used][compared.table], tables[compared.table], used, part, day
                )
    return as_rows(pl.concat(found), titles)


def as_rows(found: pl.DataFrame, titles: Sequence[str]) -> pl.DataFrame:
    """Differences as rows of the record, the returns by their titles."""
    named = dict(enumerate(titles))
    parts = [
        pl.col(p).replace_strict(named, default=None, return_dtype=pl.String) for p in (USED_PART, OTHER_PART)
    ]
    return found.select(
        pl.col(ID).alias("Conflicts.child"),
        pl.col(WHAT).alias("Conflicts.what"),
        pl.col(DAY).alias("Conflicts.day"),
        pl.col(USED).alias("Conflicts.used"),
        parts[0].alias("Conflicts.used_from"),
        pl.col(OTHER).alias("Conflicts.other"),
        parts[1].alias("Conflicts.other_from"),
        pl.col(OTHER_PART).cast(ORIGIN[PART]).alias(PART),
        pl.col(SOURCE).cast(ORIGIN[SOURCE]),
        pl.col(SOURCE_LINE).cast(ORIGIN[SOURCE_LINE]),
        *(pl.lit(None, ORIGIN[name]).alias(name) for name in (SINCE, UNTIL)),
    )


def of_children(told: Sequence[Told]) -> Iterator[pl.DataFrame]:
    """What returns say otherwise of a child, of no day."""
    children = [tables[Child] for tables in told if Child in tables]
    for short, words in OF_A_CHILD.items():
        answers = ~pl.col(f"Child.{short}").cast(pl.String).str.contains(NO_ANSWER.get(short, "^$"))
        said = [
            frame.filter(answers).select(
                Child.child.alias(ID), value(Child, short).alias(OTHER), PART, SOURCE, SOURCE_LINE
            )
            for frame in children
        ]
        if not said:
            return
        every = pl.concat(said).drop_nulls([ID, OTHER])
        first = every.unique(ID, keep="first", maintain_order=True)
        used = first.select(ID, pl.col(OTHER).alias(USED), pl.col(PART).alias(USED_PART))
        others = every.join(used, on=ID).filter(pl.col(OTHER) != pl.col(USED))
        yield listed(others.unique([ID, OTHER, PART], keep="first"), words, None)


def day_of_both(
    part: int,
    table: type[Table],
    covers: Mapping[type[Table], Sequence[Covered]],
    windows: Sequence[Mapping[type[Table], tuple[date, date]]],
) -> tuple[int, date] | None:
    """The last day of which a return tells, and another answers: which, and the day."""
    if table not in windows[part]:
        return None
    first, last = windows[part][table]
    days = [
        (min(cover.last, last), cover.part)
        for cover in covers.get(table, ())
        if cover.part != part and max(cover.first, first) <= min(cover.last, last)
    ]
    day, used = max(days, default=(None, -1))
    return None if day is None else (used, day)


def on_a_day(
    asked: OnADay, ours: pl.DataFrame, theirs: pl.DataFrame, used: int, part: int, day: date
) -> Iterator[pl.DataFrame]:
    """What two returns say otherwise of a day."""
    both = (pl.lit(used).alias(USED_PART), pl.lit(part, pl.Int32).alias(PART))
    mine, other = (open_on(asked, frame, day) for frame in (ours, theirs))
    if asked.has:
        for said, rows in (
            (NO, other.join(mine, on=ID, how="anti")),
            (YES, mine.join(other, on=ID, how="anti")),
        ):
            answer = pl.lit(YES if said == NO else NO).alias(OTHER)
            yield listed(rows.with_columns(pl.lit(said).alias(USED), answer, *both), asked.has, day)
    beside = other.join(mine, on=ID, suffix="_used")
    for short, words in asked.columns.items():
        rows = beside.with_columns(pl.col(short).alias(OTHER), pl.col(f"{short}_used").alias(USED), *both)
        yield listed(rows.filter(pl.col(OTHER) != pl.col(USED)), words, day)
    if asked.ended:
        mine, other = (ended_by(asked, frame, day) for frame in (ours, theirs))
        rows = other.join(mine, on=[ID, "started"], suffix="_used").filter(
            pl.col("ended") != pl.col("ended_used")
        )
        told = rows.with_columns(pl.col("ended").alias(OTHER), pl.col("ended_used").alias(USED), *both)
        yield listed(told, asked.ended, day)


def open_on(asked: OnADay, frame: pl.DataFrame, day: date) -> pl.DataFrame:
    """Each child with such a spell open on the day, once: what is asked of it, and where it stands."""
    table = asked.table
    since, until = pl.col(SINCE) <= day, pl.col(UNTIL) > day
    rows = frame.filter(
        asked.where,
        table.started <= day,
        (table.ended > day).fill_null(True),
        since.fill_null(True) & until.fill_null(True),
    )
    columns = [value(table, short).alias(short) for short in asked.columns]
    last = rows.sort(table.started, SOURCE, SOURCE_LINE).unique(
        child(table), keep="last", maintain_order=True
    )
    return last.select(pl.col(child(table)).alias(ID), *columns, SOURCE, SOURCE_LINE)


def ended_by(asked: OnADay, frame: pl.DataFrame, day: date) -> pl.DataFrame:
    """Spells that ended by the day: child, start, end, and where each stands."""
    table = asked.table
    rows = frame.filter(asked.where, table.ended <= day).select(
        pl.col(child(table)).alias(ID),
        value(table, "started").alias("started"),
        value(table, "ended").alias("ended"),
        SOURCE,
        SOURCE_LINE,
    )
    return rows.sort("ended", SOURCE, SOURCE_LINE).unique([ID, "started"], keep="last", maintain_order=True)


def value(table: type[Table], short: str) -> pl.Expr:
    """A column as words: a day as 2026-06-30, a code by what it means."""
    column = table.columns[short]
    told = pl.col(column.name)
    if isinstance(column, Date):
        return told.dt.to_string("%Y-%m-%d")
    return told.replace(column.codes.labels) if column.codes else told


def child(table: type[Table]) -> str:
    """The full name of a table's child column."""
    return table.columns["child"].name


def listed(rows: pl.DataFrame, what: str, day: date | None) -> pl.DataFrame:
    """Differences as the list has them."""
    told = rows.with_columns(
        pl.lit(what).alias(WHAT), pl.col(PART).alias(OTHER_PART), pl.col(USED_PART).cast(pl.Int32)
    )
    return told.select(*QUESTION, pl.lit(day, pl.Date).alias(DAY))

"""Is a new record believable beside the one that is served? What is not is held until somebody approves it.

Whole files can be wrong though every row of them is right: an extract that stopped half way, a filter left
on, ids that lost their noughts, a job that closed every plan. No row of these is a fault. So a new record is
compared with the one in force, and each thing that is out of all proportion is said in one sentence.

The limits, and why they are what they are. Councils' extracts were not to be had when they were set: they
come from what ordinary nights of the invented borough do (under 1 in 100 of anything) and are to be set
again from real ones.

- FEWER, MORE: a list of the same return, telling about as long a time, may shrink by a fifth or double.
- HALF: a column may be filled in half as many rows as before.
- GONE: 1 child in 20, in the record or in its list of children. In one load children leave by growing up
  or by being merged: a few in a thousand.
  The same of children whose date of birth became another: a few are corrected in a night.
- CLOSED: 1 open spell in 4 ended on one and the same day, or no longer told of at all. A whole team's cases
  closed on one day is real and rare: worth one look.
- HALF, MORE: what is open on the last day may halve or double: an end column that came blank opens every
  spell there ever was, one that was filled with something else closes them.
- Another council's number in the header of a census is always a reason: two councils never mix. (After two
  councils have become one, it is approved once.)
- FEW: below so many, nothing is out of proportion: small councils and short lists move by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import polars as pl

from throughline.record.child import Child
from throughline.record.composing import Part
from throughline.record.periods import said
from throughline.record.rows import PART, Person, Reference, Spell, Table
from throughline.record.snapshots import Covered, Snapshot, child_of

FEWER, MORE = 0.8, 2.0  # rows of a list, as a share of those before
LIKE = 0.75  # lists are compared if the shorter of their times is at least so much of the longer
GONE = 0.05  # children no longer in the record, as a share of those before
CLOSED = 0.25  # open spells ended on one day, or told of no more, as a share of those open before
HALF = 0.5  # open spells, and filled cells of a column, as a share of those before
FEW = 20


def doubts(new: Snapshot, old: Snapshot) -> tuple[str, ...]:
    """Why a new record should not be served in place of the old before somebody has looked, in sentences
    without any child's data; none if it is believable. A kind of return that was not there before is
    compared with nothing."""
    return (
        *children_gone(new, old),
        *born_otherwise(new, old),
        *rows_changed(new, old),
        *spells_changed(new, old),
    )


def of_others(new: Iterable[Part], in_force: Iterable[Part]) -> Iterator[str]:
    """New returns that say they are another council's than those in force, or than one another. (A census
    says whose it is; an extract does not.)"""
    known = {part.council: part.title for part in in_force if part.council}
    for part in new:
        if part.council and known and part.council not in known:
            number, title = next(iter(known.items()))
            yield f"{part.title} says that it is of council {part.council}, and {title} of council {number}."
        elif part.council:
            known[part.council] = part.title


def children_gone(new: Snapshot, old: Snapshot) -> Iterator[str]:
    """Children of the old record that are not in the new one."""
    before = old.frames[Child].get_column(Child.child.meta.output_name())
    after = new.frames[Child].get_column(Child.child.meta.output_name())
    gone = before.len() - before.is_in(after.implode()).sum()
    if gone >= FEW and gone > GONE * before.len():
        yield f"{gone:,} of {before.len():,} children are in it no more."


def born_otherwise(new: Snapshot, old: Snapshot) -> Iterator[str]:
    """Children with other dates of birth under the same ids: these slipped by a row, or were given anew."""
    was, now = (
        s.frames[Child].select(Child.child.cast(pl.String), Child.born).drop_nulls() for s in (old, new)
    )
    both = was.join(now, on="Child.child")
    others = both.filter(Child.born != pl.col("Child.born_right")).height
    if others >= FEW and others > GONE * both.height:
        yield f"{others:,} of {both.height:,} children have another date of birth under the same id."


def rows_changed(new: Snapshot, old: Snapshot) -> Iterator[str]:
    """Lists of a return that came again far shorter, far longer, or not at all."""
    for now, was in came_again(new, old):
        for table in old.covers:
            before, after = cover_of(old, table, was), cover_of(new, table, now)
            if issubclass(table, Reference) or before is None:
                continue
            if after is None:
                day = max(last_day(new, now), last_day(old, was))
                if before.last == last_day(old, was) and not new.covered(table, day, day):
                    yield f"{new.parts[now]}: {table.__name__} did not come; it did before."
            elif alike(before, after):
                yield from list_changed(new.parts[now], table, rows(new, table, now), rows(old, table, was))


def came_again(new: Snapshot, old: Snapshot) -> Iterator[tuple[int, int]]:
    """Each return that is new in the record, beside the newest of the same kind that was there: by number."""
    known = {files_of(old, part) for part in range(len(old.parts))}
    for part, title in enumerate(new.parts):
        if title in old.parts and files_of(new, part) not in known:
            yield part, old.parts.index(title)


def files_of(snapshot: Snapshot, part: int) -> tuple[str, frozenset[str]]:
    """What makes a return the same one: its kind, and the bytes it came from."""
    return snapshot.parts[part], frozenset(s.sha256 for s in snapshot.sources if s.part == part)


def cover_of(snapshot: Snapshot, table: type[Table], part: int) -> Covered | None:
    """The last days on which a return answers for a table, if it does."""
    mine = [cover for cover in snapshot.covers.get(table, ()) if cover.part == part]
    return max(mine, key=lambda cover: cover.last, default=None)


def last_day(snapshot: Snapshot, part: int) -> date:
    """The last day that a return answers for anything."""
    every = [cover.last for covers in snapshot.covers.values() for cover in covers if cover.part == part]
    return max(every, default=snapshot.as_at)


def alike(one: Covered, other: Covered) -> bool:
    """Whether two lists tell of about as long a time: a quarter is not compared with a year."""
    short, long = sorted((cover.last - cover.first).days + 1 for cover in (one, other))
    return short >= LIKE * long


def rows(snapshot: Snapshot, table: type[Table], part: int) -> pl.DataFrame:
    """The rows of a table that came by a return."""
    return snapshot.frames[table].filter(pl.col(PART) == part)


def list_changed(title: str, table: type[Table], now: pl.DataFrame, was: pl.DataFrame) -> Iterator[str]:
    """A list that is far shorter or far longer than the one before, or has columns that came blank."""
    if was.height < FEW:
        return
    fewer = 1 - GONE if issubclass(table, Person) else FEWER
    if abs(now.height - was.height) >= FEW and not fewer * was.height <= now.height <= MORE * was.height:
        yield f"{title}: {table.__name__} has {now.height:,} rows; there were {was.height:,}."
    elif now.height >= FEW:
        for name in table.schema():
            filled, before = (frame.get_column(name).count() / frame.height for frame in (now, was))
            if before * was.height >= FEW and filled < HALF * before:
                yield f"{title}: {name} is filled in {filled:.0%} of rows; it was in {before:.0%}."


def spells_changed(new: Snapshot, old: Snapshot) -> Iterator[str]:
    """Tables in which far more or far fewer spells are open, or many of the open ones ended on one day or
    are told of no more. A table that another kind of return answers for now may tell them otherwise, and is
    passed by."""
    for table in old.covers:
        child, title = child_of(table), title_on(old, table)
        if not issubclass(table, Spell) or child is None or title is None or title != title_on(new, table):
            continue
        key = [child, f"{table.__name__}.started"]
        open_before = open_then(old, table)
        before = open_before.select(key).drop_nulls().unique()
        was, now = before.height, open_then(new, table).select(key).drop_nulls().unique().height
        if was >= FEW and abs(now - was) >= FEW and not HALF * was <= now <= MORE * was:
            yield f"{table.__name__}: {now:,} are open; there were {was:,}."
        no_end = pl.col(f"{table.__name__}.ended").is_null()  # an end that was told before is no news
        unended = open_before.filter(no_end).select(key).drop_nulls().unique()
        found = unended.join(latest(new, table, key), on=key, how="left", coalesce=False)
        yield from ended_at_once(table, found)


def latest(snapshot: Snapshot, table: type[Table], key: Sequence[str]) -> pl.DataFrame:
    """When each spell ended by what the snapshot says; one that any row leaves open is open."""
    end = pl.col(f"{table.__name__}.ended").alias("end")
    return snapshot.frames[table].select(*key, end).sort("end", nulls_last=True).unique(key, keep="last")


def ended_at_once(table: type[Table], found: pl.DataFrame) -> Iterator[str]:
    """Of the spells that were open, those ended on one day since, and those not found again."""
    most = max(FEW, CLOSED * found.height)
    gone = found.filter(pl.col(f"{table.__name__}.started_right").is_null()).height
    if gone >= most:
        yield f"{table.__name__}: {gone:,} of {found.height:,} that were open are told of no more."
    days = found.drop_nulls("end").group_by("end").len().filter(pl.col("len") >= most).sort("end")
    for day, many in days.iter_rows():
        yield f"{table.__name__}: {many:,} of {found.height:,} that were open ended on {said(day)}."


def open_then(snapshot: Snapshot, table: type[Table]) -> pl.DataFrame:
    """The spells open at the end of a snapshot, by the return that answers for that day."""
    ended = pl.col(f"{table.__name__}.ended")
    part = part_on(snapshot, table)
    return snapshot.frames[table].filter(
        (pl.col(PART) == part) & (ended.is_null() | (ended > snapshot.as_at))
    )


def part_on(snapshot: Snapshot, table: type[Table]) -> int | None:
    """The return that answers for a table on the snapshot's own day, and on days before it: a list that is
    of its day alone (care leavers) has no spells that could be found again in the next."""
    day = snapshot.as_at
    lasting = (cover for cover in snapshot.covers.get(table, ()) if cover.first < day <= cover.last)
    return next((cover.part for cover in lasting), None)


def title_on(snapshot: Snapshot, table: type[Table]) -> str | None:
    """The kind of that return."""
    part = part_on(snapshot, table)
    return None if part is None else snapshot.parts[part]

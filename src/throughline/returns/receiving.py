"""Receive: from files, known by their headings, to returns as the record takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from throughline.catalogue import declared
from throughline.errors import Fault, Refused
from throughline.record.composing import Part
from throughline.record.periods import said
from throughline.returns.gathering import Say, gathered, in_silence, with_asides
from throughline.returns.headings import NOTHING
from throughline.returns.impossible_days import with_impossible_days
from throughline.returns.kinds import Asked, Received, Return
from throughline.returns.told import Told

A_DAY = timedelta(days=1)
OF_BOOK = ", sheet “"  # what follows in a sheet's name on that of its workbook


def read_return(
    paths: Sequence[Path],
    *,
    as_at: date | None = None,
    year: int | None = None,
    today: date | None = None,
    say: Say = in_silence,
    told: Told = NOTHING,
) -> list[Part]:
    """The returns in these files and folders, best source first.

    `as_at` is the day they are true of, where they do not say; `year` the year end of files that do not
    say theirs; `say` is told of progress; `told` is what the council has answered of its files, and whom to
    ask the rest. Raises `Refused` when there is no return in them, when one lacks what it cannot do without,
    or is of a day to come; all lesser faults are listed on the parts."""
    asked = Asked(as_at, year, today or date.today(), say)
    check_asked(asked)
    received, aside = gathered(paths, returns(), say, replace(told, today=asked.today))
    parts: list[Part] = []
    for given in returns():
        mine = [one for known, one in received if known is given]
        if mine:
            say(f"{given.title}: {len(mine)} tables")
            parts += made(given, mine, asked, aside)
    check_days(parts, asked)
    parts[0] = replace(parts[0], faults=(*parts[0].faults, *aside))
    return parts


def check_asked(asked: Asked) -> None:
    """Raises `Refused` for a day to come that somebody said."""
    if asked.as_at and is_to_come(asked.as_at, asked.today):
        what = f"--as-at {asked.as_at} is a day to come: it is {said(asked.today)}."
        raise Refused(what, do="Say the day that the files are true of.")


def check_days(parts: Sequence[Part], asked: Asked) -> None:
    """Raises `Refused` for a return of a day to come: nothing that is true of an earlier day would be
    believed after it, and nothing would be late, until that day."""
    for part in parts:
        if part.as_at and is_to_come(part.as_at, asked.today):
            first, *more = dict.fromkeys(source.file.split(OF_BOOK)[0] for source in part.sources)
            files = f"{first} (and {len(more)} more of its files)" if more else first
            what = f"{files} says it is of {said(part.as_at)}, a day to come: it is {said(asked.today)}."
            raise Refused(what, do="Correct the day in the name of the file or folder, and receive it again.")


def is_to_come(day: date, today: date) -> bool:
    """Whether a day is after tomorrow: clocks and time zones may be a day apart."""
    return day > today + A_DAY


def returns() -> list[Return]:
    """Every return declared, the best source first."""
    found = (given for _, _, given in declared(Return, "throughline.returns"))
    return sorted(found, key=lambda given: given.rank)


def made(given: Return, mine: list[Received], asked: Asked, aside: Sequence[Fault]) -> list[Part]:
    """The parts of one return. If it is refused, what was left aside may be why."""
    try:
        parts = given.made_by(given, mine, asked)
    except Refused as refused:
        raise Refused(refused.what, do=with_asides(refused.do, aside)) from None
    told = (with_impossible_days(given, part, asked.today) for part in parts)
    return [with_gaps(given, with_headings(part, mine)) for part in told]


def with_headings(part: Part, mine: Sequence[Received]) -> Part:
    """A part that says what became of each heading of its files, and each fault once: a line that fills three
    tables is one line, and wrong once."""
    files = {source.file for source in part.sources}
    read = [heading for one in mine if one.sheet.name in files for heading in one.headings]
    return replace(part, headings=tuple(dict.fromkeys(read)), faults=tuple(dict.fromkeys(part.faults)))


def with_gaps(given: Return, part: Part) -> Part:
    """A part that says which columns of its tables its return has no place for, or tells in part."""
    told = {fill.table.columns[short].name for fill in given.fills for short in fill.columns}
    every = {column.name for fill in given.fills for column in fill.table.columns.values()}
    in_part = frozenset(column.meta.output_name() for column in given.in_part)
    return replace(part, untold=frozenset(every - told), in_part=in_part)

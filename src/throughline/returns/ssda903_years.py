"""Which year each file of an SSDA903 is of: its episodes say; the files beside them follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from throughline.errors import Fault, Refused
from throughline.record.rows import SINCE, UNTIL, Table
from throughline.record.snapshots import Source
from throughline.returns.finding import Found
from throughline.returns.kinds import YEAR, Asked, Received, Return
from throughline.returns.ssda903_tables import Episodes
from throughline.returns.together import together, twice

YEAR_NAMED = re.compile(r"(?<!\d)(20\d\d)(?:[-_/ ]?(?:20)?(\d\d))?(?!\d)")
BY_FAR = 1.25  # how many times the children of the next best year a file must share with the best


@dataclass(frozen=True, eq=False)
class Year:
    """One year's return: its tables as read, each line with its `@source` (a number in `sources`), its
    year, and the days it may be believed for."""

    end: int
    tables: dict[type[Table], pl.DataFrame]
    sources: list[Source]
    faults: list[Fault]

    @property
    def since(self) -> date:
        """1 April."""
        return date(self.end - 1, 4, 1)

    @property
    def until(self) -> date:
        """1 April after: the first day that is no longer of the year."""
        return date(self.end, 4, 1)


def year_end(day: date) -> int:
    """The year end, 31 March, of the year that holds a day."""
    return day.year + (day.month > 3)


def years_of(given: Return, received: Sequence[Received], asked: Asked) -> list[Year]:
    """The files put together by year, oldest first. Raises `Refused`, with the question to answer, if
    one cannot be placed, or if a year has no header or no episodes."""
    episodes = [(one, year_of_episodes(one, asked)) for one in received if one.table is Episodes]
    placed: dict[int, list[Received]] = {}
    for one, end in episodes:
        placed.setdefault(end, []).append(one)
    for one in received:
        if one.table is not Episodes:
            placed.setdefault(year_of_others(one, episodes, asked), []).append(one)
    for end, mine in sorted(placed.items()):
        for needed in given.must_have:
            if all(one.table is not needed for one in mine):
                files = ", ".join(one.sheet.name for one in mine[:3])
                says = (
                    f"The SSDA903 for the year to 31 March {end} has no {given.named(needed)} file ({files})."
                )
                raise Refused(says, do="Send the year's files together.")
    not_met = asked.year if asked.year not in placed else None
    return [one_year(end, mine, not_met) for end, mine in sorted(placed.items())]


def year_of_episodes(one: Received, asked: Asked) -> int:
    """The year that holds the latest start of an episode; a start still to come is a slip, not a year."""
    starts = one.lines.filter(pl.col(Episodes.columns["DECOM"].name) <= asked.today)
    latest = starts.get_column("Episodes.DECOM").max()
    if isinstance(latest, date):
        return year_end(latest)
    return asked_year(one, asked)


def year_of_others(one: Received, episodes: list[tuple[Received, int]], asked: Asked) -> int:
    """The year of a file without such dates: that of the episodes in the same file (of XML), or with its year
    in their names, or in its folder, or with its children."""
    found, named = one.sheet.found, named_year(one.sheet.found)
    tries = (
        {end for other, end in episodes if other.sheet.sha256 == one.sheet.sha256},
        {end for other, end in episodes if named and named_year(other.sheet.found) == named},
        {end for _, end in episodes if named and named[1] and end == 2000 + int(named[1])},
        {end for other, end in episodes if other.sheet.found.path.parent == found.path.parent},
        sharing(one, episodes),
    )
    sure = next((ends for ends in tries if len(ends) == 1), None)
    return sure.pop() if sure else asked_year(one, asked)


def named_year(found: Found) -> tuple[str, str] | None:
    """The year written in a file's name, or else its folder's: `2021-22` is ("2021", "22")."""
    for hint in found.hints:
        if said := YEAR_NAMED.search(hint):
            first, second = said[1], said[2] or ""
            follows = second and int(second) == (int(first) + 1) % 100
            return (first, second) if follows else (first, "")
    return None


def sharing(one: Received, episodes: list[tuple[Received, int]]) -> set[int]:
    """The year whose children these are, by far; none if no year stands out."""
    children = one.lines.get_column(one.table.columns["CHILD"].name).drop_nulls().unique()
    by_year: dict[int, int] = {}
    for other, end in episodes:
        shared = int(children.is_in(other.lines.get_column("Episodes.CHILD").drop_nulls().implode()).sum())
        by_year[end] = by_year.get(end, 0) + shared
    best = sorted(by_year, key=lambda end: by_year[end], reverse=True)
    if len(best) == 1:
        return set(best)
    if not best or by_year[best[0]] == 0 or by_year[best[0]] < BY_FAR * by_year[best[1]]:
        return set()
    return {best[0]}


def asked_year(one: Received, asked: Asked) -> int:
    """The year the user said. Raises the question if none was."""
    if asked.year:
        return asked.year
    raise Refused(
        f"Which year is {one.sheet.name} of? Neither its dates, its name nor its children say.",
        do="Put each year's files in a folder named for it (such as 2021-22), or say --year 2022 for the"
        " year to 31 March 2022.",
    )


def said_otherwise(one: Received, end: int, not_met: int | None) -> Iterator[Fault]:
    """A fault where the dates of a file of episodes say another year than its name or its folder, or than the
    user did (`not_met`: of no file here)."""
    first, second = named_year(one.sheet.found) or ("", "")
    ends = {int(first) + 1} if second else {int(first), int(first) + 1} if first else {end}
    told = "" if end in ends else f"its name says {'-'.join(filter(None, (first, second)))}"
    told = f"--year says {not_met}" if not_met else told
    if told:
        says = f"{told}, and its newest episode began in the year to 31 March {end}: it is read as that year."
        yield Fault(one.sheet.name, None, "DECOM", says, "Look which is right; if it is not, send it again.")


def one_year(end: int, mine: list[Received], not_met: int | None) -> Year:
    """A year's tables, each line with the days it may be believed for."""
    tables, sources, faults = together(mine)
    faults += [fault for one in mine if one.table is Episodes for fault in said_otherwise(one, end, not_met)]
    year = Year(end, tables, sources, faults)
    came = pl.lit(year.since).alias(SINCE), pl.lit(year.until).alias(UNTIL), pl.lit(end, pl.Int32).alias(YEAR)
    for table, lines in tables.items():
        tables[table] = lines.with_columns(*came)
    for one in twice(mine):
        says = f"the year to March {end} has another file of this table; the lines of both are read."
        faults.append(Fault(one.sheet.name, None, None, says, "Send one file of each table."))
    return year

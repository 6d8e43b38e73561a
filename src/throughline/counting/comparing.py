"""A list of ids from elsewhere beside the children that a measure counts: in both, ours only, theirs only,
each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

import polars as pl

from throughline.counting.answers import Answers
from throughline.counting.facts import ALL, EVERYONE, Which
from throughline.counting.reading import of_children
from throughline.counting.why_not import CHILD, about, reasons
from throughline.errors import Refused
from throughline.measures.kinds import Measure, columns_of
from throughline.record.breakdowns import Breakdown
from throughline.record.child import Child
from throughline.record.identity import MergedIds
from throughline.record.journey import COLUMNS
from throughline.record.periods import Period, said
from throughline.record.rows import SOURCE, SOURCE_LINE, Spells
from throughline.record.snapshots import Snapshot

BOTH, OURS, THEIRS = "in both", "ours only", "theirs only"
WHERE, WHY, GIVEN = "@where", "@why", "@given"
MOST, LONGEST = 10_000, 60  # ids in a list, and letters in one
IN_OTHER_LISTS: dict[Which, str] = {
    "too early": "too early to say",
    "passes": "it counts, and passes",
    "fails": "it counts, and does not pass",
}
NOT_HERE = "not in the record at all"
SCHEMA = {GIVEN: pl.String, CHILD: pl.String, WHERE: pl.String, WHY: pl.String}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which children are compared: those of a measure, for some dates, a group, and a list (all who count,
    those who pass …). `tells` are the columns whose values may be told in a reason."""

    measure: Measure
    period: Period
    by: Breakdown = ALL
    group: str = EVERYONE
    which: Which = "counts"
    tells: Set[str] = frozenset(COLUMNS)


def read_ids(text: str) -> list[str]:
    """The ids of a list as it was pasted, each once: one a line (the first cell of it), or all in one line. A
    heading, a word without a digit over ids that have some, is passed by.

    Raises `Refused` for an empty list, one of more than 10,000 ids, or a word too long to be one."""
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    cells = (
        re.split(r"[\s,;]+", lines[0])
        if len(lines) == 1
        else [re.split(r"[\t,;]", line)[0] for line in lines]
    )
    found = list(dict.fromkeys(cell.strip().strip("\"'").strip() for cell in cells))
    found = [each for each in found if each]
    if len(found) > 1 and not re.search(r"\d", found[0]) and re.search(r"\d", found[1]):
        del found[0]
    if not found:
        raise Refused("There is no id in that list.", do="Paste the ids, one a line.")
    if len(found) > MOST:
        raise Refused(f"That list has {len(found):,} ids; {MOST:,} are as many as can be.", do="Part it.")
    if any(len(each) > LONGEST for each in found):
        raise Refused("That is not a list of ids: a line is too long.", do="Paste the column of ids alone.")
    return found


def compared(answers: Answers, asked: Asked, ids: Sequence[str]) -> pl.DataFrame:
    """A row for each id that they give and for each child that is ours only: @given (blank: ours), @child
    (the id of the record; blank: there is none), @where and @why.

    Raises `Refused` for a measure that is not of children, or where no return answers for the dates."""
    if not of_children(asked.measure.of.table):
        raise Refused("That measure is not of children.", do="Choose one that is.")
    if not answers.available(asked.measure, asked.period, asked.by):
        raise Refused("No return answers for these dates.", do="Choose others.")
    known = resolved(answers.snapshot, ids)
    rows = ours_with_reasons(answers, asked)
    whys = whys_not(answers, asked, {child for child in known.values() if child and child not in rows})
    theirs = [(each, child, *placed(each, child, rows, whys)) for each, child in known.items()]
    both = set(known.values())
    ours = [("", child, OURS, why) for child, why in rows.items() if child not in both]
    return pl.DataFrame([*theirs, *ours], schema=SCHEMA, orient="row")


def placed(given: str, child: str, ours: dict[str, str], whys: dict[str, str]) -> tuple[str, str]:
    """Where an id that they give belongs, and why."""
    if not child:
        return THEIRS, NOT_HERE
    other = "" if given == child else f"known here as {child}: "
    return (BOTH, f"{other}{ours[child]}") if child in ours else (THEIRS, f"{other}{whys[child]}")


def resolved(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, str]:
    """The child each id is of: by the id itself, by one that was merged into it, or by one that differs in
    capitals and noughts at its beginning alone, if it is one child's only. Blank where there is none."""
    now = snapshot.frames[Child].get_column("Child.child").cast(pl.String).to_list()
    merged = dict(snapshot.frames[MergedIds].select(MergedIds.former, MergedIds.child.cast(pl.String)).rows())
    loose: dict[str, str] = {}
    for child in now:
        loose[loosely(child)] = "" if loosely(child) in loose else child
    exact = dict(zip(now, now)) | {former: child for former, child in merged.items() if former not in now}
    return {each: exact.get(each) or loose.get(loosely(each), "") for each in ids}


def loosely(child: str) -> str:
    """An id as a spreadsheet may have changed it."""
    return child.casefold().lstrip("0")


def ours_with_reasons(answers: Answers, asked: Asked) -> dict[str, str]:
    """The children who are in our list, and since when, by the row that says so."""
    of = asked.measure.of
    rows = answers.children(asked.measure, asked.period, asked.by, asked.group, asked.which)
    end = of.end if isinstance(of, Spells) else pl.lit(None, pl.Date)
    child = pl.col(of.table.columns["child"].name).cast(pl.String)
    found = rows.select(
        child.alias(CHILD), start=of.start, end=end, file=pl.col(SOURCE), line=pl.col(SOURCE_LINE)
    )
    told = {}
    for row in found.iter_rows(named=True):
        begun = f"since {said(row['start'])}" if isinstance(of, Spells) else f"on {said(row['start'])}"
        ended = f", ended on {said(row['end'])}" if row["end"] else ""
        told[row[CHILD]] = f"{begun}{ended}{came_from(answers.snapshot, row['file'], row['line'])}"
    return told


def came_from(snapshot: Snapshot, file: int | None, line: int | None) -> str:
    """The file and line of a row, where it came from one."""
    if file is None or file >= len(snapshot.sources):
        return ""
    name = snapshot.sources[file].file.rsplit("/", 1)[-1]
    return f" ({name}{f', line {line}' if line else ''})"


def whys_not(answers: Answers, asked: Asked, children: set[str]) -> dict[str, str]:
    """Why each of these children of the record is not in our list."""
    measure, snapshot = asked.measure, answers.snapshot
    table = measure.of.table.__name__
    told = dict.fromkeys(children, f"in the record, with nothing in {table}")
    told |= {
        child: f"left out: {why}"
        for child, why in reasons(snapshot, measure, asked.period, children, asked.tells).items()
    }
    told |= {child: why for child, why in blanks(answers, asked).items() if child in children}
    for which, why in IN_OTHER_LISTS.items():
        if which != asked.which:
            told |= dict.fromkeys(ids_of(answers, asked, which) & children, why)
    return told | elsewhere(answers, asked, children)


def blanks(answers: Answers, asked: Asked) -> dict[str, str]:
    """The children who are left out because something is not recorded, and what it is."""
    measure = asked.measure
    rows = answers.children(measure, asked.period, which="left out")
    name = measure.of.table.columns["child"].name
    told = {}
    for row in rows.iter_rows(named=True):
        blank = [about(each) for each in sorted(columns_of(measure)) if each in row and row[each] is None]
        told[str(row[name])] = f"left out, because not recorded: {', '.join(blank)}"
    return told


def ids_of(answers: Answers, asked: Asked, which: Which, group: str | None = None) -> set[str]:
    """The children of one list, of everyone or of a group."""
    by, of = (ALL, EVERYONE) if group is None else (asked.by, group)
    rows = answers.children(asked.measure, asked.period, by, of, which)
    name = asked.measure.of.table.columns["child"].name
    return set(rows.get_column(name).cast(pl.String).drop_nulls())


def elsewhere(answers: Answers, asked: Asked, children: set[str]) -> dict[str, str]:
    """Those who are in such a list, of another group than the one that was asked for."""
    told: dict[str, str] = {}
    if asked.by is not ALL:
        for group in answers.groups(asked.measure, asked.by):
            here = ids_of(answers, asked, asked.which, group) & children if group != asked.group else set()
            told |= dict.fromkeys(here, f"it counts, under {asked.by.title} {group}")
    return told

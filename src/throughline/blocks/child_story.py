"""One child's whole record, opened once for all the blocks of their page. Here, and only here, the access
log is told that the page was opened; a child who is none, or not this reader's, is *not found*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

import polars as pl
from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.persons import AGE, age_said, team_said, worker_said
from throughline.blocks.telling import FLAGS, TOLD, Told
from throughline.counting.stories import OF, TABLE, story
from throughline.people.keys import child_of
from throughline.people.models import Action
from throughline.record.journey import COLUMNS
from throughline.record.periods import said
from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.record.snapshots import Snapshot

Row = Mapping[str, Any]
STARTS = {
    "S": "Came into care",
    "L": "Legal status changed",
    "P": "Placement changed",
    "T": "Placement changed",
    "B": "Placement and legal status changed",
    "U": "Placement and legal status changed",
}
ROLES_SAID = {"CW": "holds the case"}

_opened: WeakKeyDictionary[Ask, pl.DataFrame] = WeakKeyDictionary()


@dataclass(frozen=True)
class Happening:
    """One dated line of the record: what happened, the rest of what is recorded, and where it came from."""

    day: date
    title: str
    words: str
    sources: tuple[str, ...]


def opened(ask: Ask) -> pl.DataFrame:
    """Every row about the page's child up to its day, as this reader may see them, once the log says so.

    Raises Http404 if the address is of no child, or of one that is not theirs to open."""
    if ask not in _opened:
        child = child_of(ask.about.get("child", ""), ask.snapshot)
        if child is None or not ask.may_open_children:
            raise Http404
        rows = story(ask.snapshot, child, ask.day)
        who = rows.filter(pl.col(TABLE) == "Child").row(0, named=True)
        rows = rows.with_columns(pl.lit(age_said(who, ask.day)).alias(AGE))
        found = ask.open(rows, "The child’s page", Action.VIEW, child=OF)
        if found.hidden:
            raise Http404
        _opened[ask] = found.rows
    return _opened[ask]


def rows_of(ask: Ask, table: str) -> list[Row]:
    """The child's rows of one table."""
    return list(opened(ask).filter(pl.col(TABLE) == table).iter_rows(named=True))


def happenings(ask: Ask) -> list[Happening]:
    """Everything that happened, newest first. What two files say alike is said once, with both named."""
    found: dict[tuple[date, str, str], list[str]] = {}
    for told in TOLD:
        for row in rows_of(ask, told.table):
            day = row.get(told.day)
            if day is None or day > ask.day or leaves_out(told, row):
                continue
            key = (day, title(told, row), words(ask.snapshot, told, row))
            found.setdefault(key, []).append(source(ask.snapshot, row))
    lines = [Happening(*key, tuple(dict.fromkeys(sources))) for key, sources in together(found).items()]
    lines.reverse()  # of one day, what came last is told first
    return sorted(lines, key=lambda line: line.day, reverse=True)


def together(found: Mapping[tuple[date, str, str], list[str]]) -> dict[tuple[date, str, str], list[str]]:
    """The factors of one day as one line; all else as it is."""
    joined: dict[tuple[date, str, str], list[str]] = {}
    factors: dict[date, tuple[list[str], list[str]]] = {}
    for (day, what, words_), sources in found.items():
        if what != "Factors found":
            joined[(day, what, words_)] = sources
            continue
        kept = factors.setdefault(day, ([], []))
        kept[0].append(words_)
        kept[1].extend(sources[:1])
    for day, (several, sources) in factors.items():
        joined[(day, "Factors found", "; ".join(several))] = first_and_last(sources)
    return joined


def first_and_last(sources: list[str]) -> list[str]:
    """Where several rows came from, without naming every line between."""
    return sources if len(sources) < 3 else [sources[0], f"and {len(sources) - 1} more lines"]


def leaves_out(told: Told, row: Row) -> bool:
    """An episode of care that ends because the next begins is told by the next; what was due and has been
    held, by the day it was held."""
    if told.day.endswith(".due"):
        return row[f"{told.table}.held"] is not None
    return told.day == "Care.ended" and row.get("Care.end_reason") == "X1"


def title(told: Told, row: Row) -> str:
    """What happened. An episode of care says why it began."""
    if told.day == "Care.started":
        return STARTS.get(str(row.get("Care.start_reason")), "Episode of care began")
    return told.title


def words(snapshot: Snapshot, told: Told, row: Row) -> str:
    """The rest of what is recorded of a day; a column this reader may not see is not in the row."""
    found = [one(snapshot, name, row.get(name)) for name in told.tells if name in row]
    if told.day == "Care.started" and row.get("Care.end_not_recorded"):
        found.append("end not recorded")
    return "; ".join(dict.fromkeys(each for each in found if each))


def one(snapshot: Snapshot, name: str, value: object) -> str:
    """One value in words; blank where nothing is to be said."""
    if name in FLAGS:
        yes, no, blank = FLAGS[name]
        return blank if value is None else (yes if value else no)
    if value is None:
        return ""
    if name.endswith(".team"):
        return team_said(snapshot, str(value))
    if name.endswith(".worker"):
        return worker_said(snapshot, str(value))
    if name == "Involvements.role":
        return ROLES_SAID.get(str(value), str(value))
    codes = COLUMNS[name].codes
    if isinstance(value, date):
        return said(value)
    return codes.label(str(value)) if codes else str(value)


def source(snapshot: Snapshot, row: Row) -> str:
    """The file and line a row came from."""
    number, line = row.get(SOURCE), row.get(SOURCE_LINE)
    if number is None or number >= len(snapshot.sources):
        return "source not recorded"
    file = snapshot.sources[number].file
    return f"{file}, line {line}" if line is not None else file

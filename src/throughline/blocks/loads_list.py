"""What was received: each load, which days each return answers for, and what was found wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from throughline.blocks.asking import Ask
from throughline.blocks.charts import Cell
from throughline.blocks.named import MEASURES
from throughline.blocks.shown import Shown
from throughline.errors import Fault
from throughline.loads.faults import faults_of
from throughline.loads.home import Council, councils
from throughline.people.roles import ANALYST, DIRECTOR, Role
from throughline.record.periods import said
from throughline.record.rows import Person, Reference, Table

MOST_LOADS, MOST_PLACES, MOST_MEASURES = 20, 3, 6
LOOKS = {"in": "ok", "nothing new": "", "exported": "", "held": "bad", "refused": "bad", "stopped": "bad"}


@dataclass(frozen=True, eq=False)
class LoadsList:
    """Loads, newest first; what is answered for; and faults, gathered by what is wrong."""

    def shown(self, ask: Ask) -> ShownLoadsList:
        """As things are now, whatever day the page is of."""
        council = council_of(ask)
        faults = list(ask.faults())
        loads = council.loads() if council else []
        return ShownLoadsList(
            late=(datetime.now(ZONE).date() - ask.snapshot.as_at).days > settings.EXPECTED.days,
            loads=tuple(shown_load(load) for load in loads[:MOST_LOADS]),
            older=max(0, len(loads) - MOST_LOADS),
            cover=tuple(cover(ask)),
            faults=tuple(gathered(ask, faults, may_see_faults(ask.role))),
            many=len(faults),
            downloads=may_see_faults(ask.role) and bool(faults),
        )


ZONE = ZoneInfo(settings.TIME_ZONE)


def may_see_faults(role: Role | None) -> bool:
    """Whether faults may be seen line by line, and downloaded: a fault may repeat what is wrong."""
    return role in (ANALYST, DIRECTOR)


def council_of(ask: Ask) -> Council | None:
    """The folder of the council whose record this is."""
    for council in councils(Path(settings.HOME)):
        now = council.current()
        if now and now["snapshot"] == ask.snapshot.name:
            return council
    return None


@dataclass(frozen=True, kw_only=True)
class ShownLoad:
    """One load: when, what became of it, from which files, and how many rows of each table."""

    at: datetime
    status: str
    look: str
    as_at: str
    titles: str
    why: str
    files: tuple[str, ...]
    rows: tuple[tuple[str, int], ...]
    faults: int


@dataclass(frozen=True, kw_only=True)
class ShownFault:
    """One kind of fault: what is wrong, how often, the first places, and the measures it touches."""

    says: str
    do: str
    many: int
    places: tuple[str, ...]
    measures: tuple[Cell, ...]
    more: int


@dataclass(frozen=True, kw_only=True)
class ShownLoadsList(Shown):
    """Loads, cover and faults. `older` is how many loads are not shown."""

    late: bool
    loads: tuple[ShownLoad, ...]
    older: int
    cover: tuple[tuple[str, str, str, str], ...]
    faults: tuple[ShownFault, ...]
    many: int
    downloads: bool


def shown_load(load: Mapping[str, Any]) -> ShownLoad:
    """One line of the log in words. A load that was refused, held or stopped says why."""
    return ShownLoad(
        at=datetime.fromisoformat(load["at"]),
        status=load["status"],
        look=LOOKS.get(load["status"], ""),
        as_at=said(datetime.fromisoformat(load["as_at"]).date()) if load.get("as_at") else "",
        titles=", ".join(dict.fromkeys(load.get("titles", ()))),
        why=load.get("why", ""),
        files=tuple(load.get("files", ())),
        rows=tuple(load.get("rows", {}).items()),
        faults=load.get("faults", 0),
    )


def cover(ask: Ask) -> list[tuple[str, str, str, str]]:
    """Which tables each return answers for, and from when to when: return, tables, first day, last day."""
    found: defaultdict[tuple[int, str, str], list[str]] = defaultdict(list)
    for table, covers in ask.snapshot.covers.items():
        for each in covers:
            always = issubclass(table, Person | Reference)
            first = "always" if always else said(each.first)
            found[(each.part, first, said(each.last))].append(table_words(table))
    parts = ask.snapshot.parts
    return [
        (parts[part], ", ".join(tables), first, last) for (part, first, last), tables in sorted(found.items())
    ]


def gathered(ask: Ask, faults: Sequence[Fault], in_full: bool) -> list[ShownFault]:
    """Faults that say the same of a column together, most first; what is wrong in each, and where, only
    for those who may see it."""
    found: defaultdict[tuple[str, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        found[(without_values(fault.says), fault.column or "")].append(fault)
    touched = measures_of(ask, faults)
    several = sorted(found.items(), key=lambda item: -len(item[1]))
    return [shown_fault(ask, says, column, all_, touched, in_full) for (says, column), all_ in several]


def without_values(says: str) -> str:
    """A fault's sentence with every value that it repeats left out."""
    return re.sub("“[^”]*”", "“…”", says)


def measures_of(ask: Ask, faults: Sequence[Fault]) -> dict[str, list[str]]:
    """The names of the measures that each file with a fault touches."""
    one_each = list({fault.file: fault for fault in faults}.values())
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, measure in MEASURES.items():
        if measure in ask.answers.facts:
            for fault in faults_of(ask.answers, measure, one_each):
                found[fault.file].append(name)
    return found


def shown_fault(
    ask: Ask, says: str, column: str, several: list[Fault], touched: Mapping[str, list[str]], in_full: bool
) -> ShownFault:
    """One kind of fault in words."""
    names = list(dict.fromkeys(name for fault in several for name in touched.get(fault.file, [])))
    links = [Cell(MEASURES[name].title, ask.measure_link(MEASURES[name])) for name in names[:MOST_MEASURES]]
    return ShownFault(
        says=f"{column}: {says}" if column else f"{says[:1].upper()}{says[1:]}",
        do=several[0].do,
        many=len(several),
        places=tuple(place(fault, in_full) for fault in several[:MOST_PLACES]),
        measures=tuple(links),
        more=max(0, len(names) - MOST_MEASURES),
    )


def place(fault: Fault, in_full: bool) -> str:
    """Where a fault is; with the value that is wrong only for those who may see it."""
    where = fault.file + (f", line {fault.line}" if fault.line else "")
    values = re.findall("“[^”]*”", fault.says) if in_full else []
    return f"{where}: {', '.join(values)}" if values else where


def table_words(table: type[Table]) -> str:
    """A table's name in words: CpPlans is CP plans."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", table.__name__).lower()
    return words.replace("cp ", "CP ")

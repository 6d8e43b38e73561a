"""What was received: each load and what it changed, which days each return answers for, and what was found
wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from throughline.blocks.asking import Ask
from throughline.blocks.charts import Cell
from throughline.blocks.councils import council_of, may_see_faults
from throughline.blocks.labels import table_words
from throughline.blocks.load_next import reason
from throughline.blocks.named import MEASURES
from throughline.blocks.shown import Shown
from throughline.errors import Fault, together, without_values
from throughline.loads.changes import CHANGED, GONE, NEW, changes_name, kept_changes
from throughline.loads.faults import faults_of
from throughline.loads.gaps import nights_missing
from throughline.loads.home import Council
from throughline.record.periods import said
from throughline.record.rows import Person, Reference
from throughline.returns.own_parts import LOCAL_LIST

MOST_LOADS, MOST_PLACES, MOST_MEASURES, MOST_LISTS = 20, 3, 4, 6
Kind = tuple[str, str, bool]  # the file and column of a fault, and whether lines are set aside for it
LOOKS = {"in": "ok", "nothing new": "", "exported": "", "held": "bad", "refused": "bad", "stopped": "bad"}


@dataclass(frozen=True, eq=False)
class LoadsList:
    """Loads, newest first; what is answered for; and faults, gathered by what is wrong."""

    def shown(self, ask: Ask) -> ShownLoadsList:
        """As things are now, whatever day the page is of."""
        council, in_full = council_of(ask), may_see_faults(ask.role)
        faults = list(ask.faults())
        loads = council.loads() if council else []
        missing = nights_missing(loads, settings.EXPECTED.weekends)
        return ShownLoadsList(
            loads=tuple(shown_load(ask, council, load) for load in loads[:MOST_LOADS] if council),
            older=max(0, len(loads) - MOST_LOADS),
            missing=", ".join(map(said, missing)),
            cover=tuple(cover(ask)),
            faults=tuple(gathered(ask, faults, in_full)),
            many=len(faults),
            aside=sum(fault.aside for fault in faults),
            downloads=in_full and bool(faults),
        )


@dataclass(frozen=True, kw_only=True)
class ShownLoad:
    """One load: when, what became of it, from which files, how many rows of each table, and how many lines
    were set aside (blank: it was not counted then). `changes` lead to what it changed."""

    at: datetime
    status: str
    look: str
    as_at: str
    titles: str
    why: str
    files: tuple[str, ...]
    rows: tuple[tuple[str, int], ...]
    many_rows: str
    faults: int
    aside: int | None
    changes: Cell | None


@dataclass(frozen=True, kw_only=True)
class ShownFault:
    """One kind of fault: what is wrong, how often, the first places, and the measures it touches."""

    says: str
    do: str
    many: int
    places: tuple[str, ...]
    measures: tuple[Cell, ...]
    more: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class ShownLoadsList(Shown):
    """Loads, cover and faults. `older` is how many loads are not shown; `missing` are nights of which none
    came; `aside` is how many lines are set aside."""

    loads: tuple[ShownLoad, ...]
    older: int
    missing: str
    cover: tuple[tuple[str, str, str, str], ...]
    faults: tuple[ShownFault, ...]
    many: int
    aside: int
    downloads: bool


def shown_load(ask: Ask, council: Council, load: Mapping[str, Any]) -> ShownLoad:
    """One line of the log in words. A load that was refused, held or stopped says why."""
    rows = tuple(load.get("rows", {}).items())
    return ShownLoad(
        at=datetime.fromisoformat(load["at"]),
        status=load["status"],
        look=LOOKS.get(load["status"], ""),
        as_at=said(datetime.fromisoformat(load["as_at"]).date()) if load.get("as_at") else "",
        titles=titles_said(load.get("titles", ())),
        why=reason(load, may_see_faults(ask.role)),
        files=tuple(load.get("files", ())),
        rows=rows,
        many_rows=f"{sum(many for _, many in rows):,}" if rows else "",
        faults=load.get("faults", 0),
        aside=load.get("aside"),
        changes=changes_said(ask, council, load),
    )


def titles_said(titles: Sequence[str]) -> str:
    """The returns of a load, each once; local lists together, by name where they are few."""
    several = list(dict.fromkeys(titles))
    lists = [title.removeprefix(LOCAL_LIST) for title in several if title.startswith(LOCAL_LIST)]
    if len(lists) < 2:
        return ", ".join(several)
    others = [title for title in several if not title.startswith(LOCAL_LIST)]
    named = f": {', '.join(lists)}" if len(lists) <= MOST_LISTS else ""
    return ", ".join([*others, f"{len(lists)} local lists{named}"])


def changes_said(ask: Ask, council: Council, load: Mapping[str, Any]) -> Cell | None:
    """How many children a load changed, leading to them; None for a load with nothing before it, or from
    before changes were kept."""
    if not load.get("before") or load["status"] not in ("in", "held"):
        return None
    name = changes_name(load["before"], load["snapshot"])
    found = kept_changes(council, name)
    if found is None:
        return Cell("Nothing changed") if load["before"] == load["snapshot"] else None
    many = {what: found.many(what) for what in (NEW, CHANGED, GONE)}
    words = ", ".join(f"{number:,} {what}" for what, number in many.items())
    return Cell(f"Children: {words}", ask.link(f"/loads/{name}/"))


def cover(ask: Ask) -> list[tuple[str, str, str, str]]:
    """Which tables each return answers for, and from when to when: return, tables, first day, last day."""
    found: defaultdict[tuple[int, str, str], list[str]] = defaultdict(list)
    for table, covers in ask.snapshot.covers.items():
        for each in covers:
            always = issubclass(table, Person | Reference)
            first = "always" if always else said(each.first)
            found[(each.part, first, said(each.last))].append(table_words(table.__name__))
    parts = ask.snapshot.parts
    return [
        (parts[part], ", ".join(tables), first, last) for (part, first, last), tables in sorted(found.items())
    ]


def gathered(ask: Ask, faults: Sequence[Fault], in_full: bool) -> list[ShownFault]:
    """Faults that say the same of a column together, most first; what is wrong in each, and where, only
    for those who may see it."""
    touched = measures_of(ask, faults)
    return [shown_fault(ask, several, touched, in_full) for several in together(faults)]


def measures_of(ask: Ask, faults: Sequence[Fault]) -> dict[Kind, list[str]]:
    """The names of the measures that faults touch, by file and column."""
    one_each = {kind(fault): fault for fault in faults}
    found: defaultdict[Kind, list[str]] = defaultdict(list)
    for name, measure in MEASURES.items():
        if measure in ask.answers.facts:
            for fault in faults_of(ask.answers, measure, list(one_each.values())):
                found[kind(fault)].append(name)
    return found


def kind(fault: Fault) -> Kind:
    """What makes two faults touch the same measures."""
    return fault.file, fault.column or "", bool(fault.aside)


def shown_fault(
    ask: Ask, several: list[Fault], touched: Mapping[Kind, list[str]], in_full: bool
) -> ShownFault:
    """Faults that say the same, in words."""
    says, column = without_values(several[0].says), several[0].column
    names = list(dict.fromkeys(name for fault in several for name in touched.get(kind(fault), [])))
    links = [Cell(MEASURES[name].title, ask.measure_link(MEASURES[name])) for name in names]
    return ShownFault(
        says=f"{column}: {says}" if column else f"{says[:1].upper()}{says[1:]}",
        do=several[0].do,
        many=len(several),
        places=tuple(place(fault, in_full) for fault in several[:MOST_PLACES]),
        measures=tuple(links[:MOST_MEASURES]),
        more=tuple(links[MOST_MEASURES:]),
    )


def place(fault: Fault, in_full: bool) -> str:
    """Where a fault is; with the value that is wrong only for those who may see it."""
    where = fault.file + (f", line {fault.line}" if fault.line else "")
    values = re.findall("“[^”]*”", fault.says) if in_full else []
    return f"{where}: {', '.join(values)}" if values else where

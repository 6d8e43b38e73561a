"""What a search found: measures by their titles, and children by id, number or name, as far as a reader
may open them. What was typed is repeated nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_

import polars as pl

from throughline.blocks.asking import Ask
from throughline.blocks.charts import Cell
from throughline.blocks.named import MEASURES
from throughline.blocks.persons import (
    NOBODY,
    child_link,
    child_said,
    holding,
    opened,
    team_said,
    with_child,
    within,
)
from throughline.blocks.shown import Shown
from throughline.counting.lists import CHILD
from throughline.people.models import Action
from throughline.record.child import Child
from throughline.record.identity import MergedIds

MOST, SHORTEST = 20, 2  # rows shown at most; letters without which a name finds half the borough


@dataclass(frozen=True, kw_only=True)
class FoundChild:
    """A child found: who, and whose case."""

    child: Cell
    id: str
    holder: str


@dataclass(frozen=True, kw_only=True)
class ShownFound(Shown):
    """Measures and children found. `exact` is the address of the one child whose id was typed; `more`
    says that there were more than are shown."""

    asked: bool
    says: str
    measures: tuple[Cell, ...]
    children: tuple[FoundChild, ...]
    more: bool
    exact: str


def found(ask: Ask, words: str) -> ShownFound:
    """Everything that answers to these words, for this reader."""
    asked = [word.casefold() for word in words.split()]
    measures = found_measures(ask, asked)
    rows = found_children(ask, asked)
    children = [found_child(ask, row) for row in opened(ask, rows.head(MOST), "A search", Action.SEARCH)]
    only = len(children) == 1 and children[0].id.casefold() == words.strip().casefold()
    return ShownFound(
        asked=bool(asked),
        says=says(ask, bool(asked), len(measures), rows.height),
        measures=tuple(measures),
        children=tuple(children),
        more=rows.height > MOST,
        exact=children[0].child.address if only else "",
    )


def found_child(ask: Ask, row: Mapping[str, object]) -> FoundChild:
    """One child in words."""
    child = str(row[CHILD])
    return FoundChild(child=Cell(child_said(row), child_link(ask, row)), id=child, holder=holder(ask, child))


def found_measures(ask: Ask, asked: list[str]) -> list[Cell]:
    """Measures with every one of these words in their titles."""
    here = [m for m in MEASURES.values() if m in ask.answers.facts]
    return [
        Cell(measure.title, ask.measure_link(measure))
        for measure in here
        if asked and all(word in measure.title.casefold() for word in asked)
    ][:MOST]


def found_children(ask: Ask, asked: list[str]) -> pl.DataFrame:
    """Children this reader may open whose id or number this is; or, to those who see names, whose names
    begin with these words. They are not yet opened."""
    every = ask.snapshot.frames[Child].filter(Child.child.is_not_null())
    nobody = not asked or not ask.may_open_children
    mine = within(ask, with_child(ask.snapshot, every.head(0) if nobody else every, "Child.child"))
    tests = [pl.col(CHILD).str.to_lowercase() == " ".join(asked)]
    if ask.role.names:
        tests.append(pl.col(CHILD).is_in(now_known_as(ask, asked)))
        tests.append(Child.upn.str.to_lowercase() == "".join(asked))
        if asked and max(map(len, asked)) >= SHORTEST:
            tests.append(reduce(and_, (begins(word) for word in asked)))
    hits = mine.filter(pl.any_horizontal(test.fill_null(False) for test in tests))
    return hits.sort(tests[0].not_(), Child.surname, Child.forename, CHILD)


def now_known_as(ask: Ask, asked: list[str]) -> list[str]:
    """The ids of children who had this id, or this number for one, before."""
    merged = ask.snapshot.frames[MergedIds].filter(MergedIds.former.str.to_lowercase() == " ".join(asked))
    return [str(child) for child in merged.get_column("MergedIds.child")]


def begins(word: str) -> pl.Expr:
    """Whether any part of a child's name begins with a word."""
    name = pl.concat_str(pl.lit(" "), Child.forename.fill_null(""), pl.lit(" "), Child.surname.fill_null(""))
    return name.str.to_lowercase().str.replace_all("-", " ").str.contains(f" {word}", literal=True)


def holder(ask: Ask, child: str) -> str:
    """Whose case a child is."""
    found = holding(ask).get(child)
    return f"{found.words}, {team_said(ask.snapshot, found.team)}" if found else NOBODY


def says(ask: Ask, asked: bool, measures: int, children: int) -> str:
    """How much was found."""
    by_name = "a child’s id, number or name, or " if ask.role.names else "a child’s id, or "
    if not asked:
        return f"Type {by_name if ask.may_open_children else ''}words of a measure’s title."
    most = f"the first {MOST} of " if children > MOST else ""
    parts = [f"{most}{children:,} child{'' if children == 1 else 'ren'} you may open"] if children else []
    if measures:
        parts.append(f"{measures} measure{'' if measures == 1 else 's'}")
    return f"{' and '.join(parts)}.".capitalize() if parts else "Nothing that you may open answers to that."

"""What one load changed: rows by table, and the children they are of. Children leave here only by
`Ask.open`, which checks the right and writes the log first; the address names two records and no child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import polars as pl
from django.conf import settings
from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.behind import outside
from throughline.blocks.charts import Cell
from throughline.blocks.chosen import Choice, chosen_page
from throughline.blocks.councils import council_of
from throughline.blocks.labels import table_words
from throughline.blocks.persons import child_link, child_said, opened, within
from throughline.blocks.shown import Shown
from throughline.counting.lists import CHILD
from throughline.loads.changes import CHANGED, GONE, NEW, Changes, changes_name, kept_changes
from throughline.loads.home import Council
from throughline.record.child import Child
from throughline.record.periods import said

A_PAGE = 20
TITLES = {NEW: "New", CHANGED: "Changed", GONE: "Gone"}


@dataclass(frozen=True, eq=False)
class LoadChanges:
    """The changes that the page's address names, and the children of one kind, a page at a time."""

    def shown(self, ask: Ask) -> ShownLoadChanges:
        """Raises Http404 for changes that are not kept here, and for those who may open no child."""
        council, name = council_of(ask), ask.about["changes"]
        changes = kept_changes(council, name) if council and ask.may_open_children else None
        if council is None or changes is None:
            raise Http404
        what, page = chosen_what(ask), chosen_page(ask)
        rows = children_of(ask, changes, what)
        mine = within(ask, rows)
        last = max(1, -(-mine.height // A_PAGE))
        if page > last:
            raise Http404
        says = f"Children {TITLES[what].lower()} in a load"
        here = opened(ask, mine.slice((page - 1) * A_PAGE, A_PAGE), says)
        return ShownLoadChanges(
            of=load_said(council, name),
            tables=tuple((table_words(t.table), t.new, t.changed, t.gone) for t in changes.tables),
            tabs=tabs(ask, changes, what),
            says=says,
            lines=tuple((child(ask, row, what), words(row["tables"])) for row in here),
            outside=outside(ask, rows.height - mine.height),
            pages=pages(ask, what, page, last),
        )


@dataclass(frozen=True, kw_only=True)
class ShownLoadChanges(Shown):
    """One load's changes. `outside` says how many of the children this reader may not open."""

    of: str
    tables: tuple[tuple[str, int, int, int], ...]
    tabs: tuple[Choice, ...]
    says: str
    lines: tuple[tuple[Cell, str], ...]
    outside: str
    pages: tuple[Choice, ...]


def chosen_what(ask: Ask) -> str:
    """Which children were chosen: changed, if nothing was said."""
    asked = ask.chosen.get("which", CHANGED)
    if asked not in TITLES:
        raise Http404
    return asked


def children_of(ask: Ask, changes: Changes, what: str) -> pl.DataFrame:
    """The children of one kind, with their own columns beside them where the record still has them."""
    rows = changes.children.filter(pl.col("what") == what).select(
        pl.col("child").alias(CHILD), pl.col("tables").list.join(",")
    )
    frame = ask.snapshot.frames[Child]
    beside = frame.select(
        pl.col("Child.child").cast(pl.String).alias(CHILD),
        *(name for name in Child.schema() if name != "Child.child"),
    )
    return rows.join(beside.unique(CHILD, keep="first"), on=CHILD, how="left", maintain_order="left")


def child(ask: Ask, row: dict[str, object], what: str) -> Cell:
    """A child, leading to their page; one who is gone has none."""
    return Cell(child_said(row), "" if what == GONE else child_link(ask, row))


def words(tables: object) -> str:
    """Tables in words."""
    return ", ".join(map(table_words, str(tables).split(",")))


def tabs(ask: Ask, changes: Changes, chosen: str) -> tuple[Choice, ...]:
    """The three kinds, each with how many children it has."""
    return tuple(
        Choice(f"{title} ({changes.many(what):,})", address(ask, what), what == chosen)
        for what, title in TITLES.items()
    )


def address(ask: Ask, what: str, page: int = 1) -> str:
    """The same page with other children."""
    chosen = {"which": what if what != CHANGED else None, "page": str(page) if page > 1 else None}
    return f"{ask.link(ask.page, **chosen)}#children"


def pages(ask: Ask, what: str, page: int, last: int) -> tuple[Choice, ...]:
    """The page before and the page after, where there are such."""
    near = (number for number in (page - 1, page + 1) if 1 <= number <= last)
    return tuple(Choice(f"Page {number} of {last}", address(ask, what, number)) for number in near)


def load_said(council: Council, name: str) -> str:
    """When the load came that made these changes, and what the record is as at."""
    for line in council.loads():
        if line.get("before") and changes_name(line["before"], line["snapshot"]) == name:
            at = datetime.fromisoformat(line["at"]).astimezone(ZoneInfo(settings.TIME_ZONE))
            day = datetime.fromisoformat(str(line["as_at"])).date()
            return f"Received {said(at.date())}, {at:%H:%M}; as at {said(day)}."
    return ""

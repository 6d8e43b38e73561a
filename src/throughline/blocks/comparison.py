"""A list of ids that somebody pasted, beside the children behind a measure. What was pasted is in no address
and no log; of a child whom the reader may not open, nothing is told but what they brought themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from throughline.blocks.asking import Ask
from throughline.blocks.behind import TITLES, outside
from throughline.blocks.charts import Cell
from throughline.blocks.chosen import chosen_part, chosen_period, chosen_which
from throughline.blocks.figures import dates_of
from throughline.blocks.labels import label
from throughline.blocks.persons import child_link, child_said, opened, within
from throughline.blocks.shown import Shown
from throughline.counting.comparing import BOTH, GIVEN, OURS, THEIRS, WHERE, WHY, Asked, compared
from throughline.counting.facts import ALL
from throughline.counting.reading import of_children
from throughline.counting.why_not import CHILD
from throughline.people.models import Action
from throughline.people.rights import shown_columns
from throughline.people.roles import Reach
from throughline.record.child import Child
from throughline.record.journey import COLUMNS

MOST_SHOWN = 200  # children in one part of the page; the file has all
NOT_TOLD = "not in the record, or not yours to open"
ORDER = (THEIRS, OURS, BOTH)
ABOUT = {
    THEIRS: "In their list, and not in ours",
    OURS: "In our list, and not in theirs",
    BOTH: "In both",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One id: the child where the reader may open one, the id as it was given, and why it is where it is."""

    child: Cell
    given: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """One of the three parts: `many` is how many are in it, of which the first are shown."""

    title: str
    id: str
    many: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class ShownComparison(Shown):
    """The three parts; `outside` says how many of ours the reader may not open."""

    parts: tuple[Part, ...]
    outside: str


def what(ask: Ask) -> str:
    """What is compared, in words: measure, dates, group, list."""
    measure = ask.measure()
    by, group = chosen_part(ask, measure)
    part = "" if by is ALL else f", {by.title} {label(ask.snapshot, by, group)}"
    which = TITLES[chosen_which(ask)].lower()
    return f"{measure.title}: {which}, {dates_of(measure, chosen_period(ask, measure))}{part}"


def may_compare(ask: Ask) -> bool:
    """Whether there is anything here for this reader: children, and such as they may open."""
    return ask.may_open_children and of_children(ask.measure().of.table)


def comparison(ask: Ask, ids: Sequence[str]) -> ShownComparison:
    """The list beside ours, on a page. Raises `Refused` as `compared` does."""
    rows, hidden = of_mine(ask, ids)
    here = {where: rows.filter(pl.col(WHERE) == where) for where in ORDER}
    shown = pl.concat([part.head(MOST_SHOWN) for part in here.values()])
    lines = told(ask, shown, Action.LIST)
    parts = tuple(
        Part(
            title=ABOUT[where],
            id=where.replace(" ", "-"),
            many=part.height,
            lines=tuple(
                line for line, its in zip(lines, shown.get_column(WHERE), strict=True) if its == where
            ),
        )
        for where, part in here.items()
    )
    return ShownComparison(parts=parts, outside=outside(ask, hidden))


def comparison_rows(ask: Ask, ids: Sequence[str]) -> Iterator[Sequence[object]]:
    """The same, whole, as rows of a file."""
    rows = of_mine(ask, ids)[0]
    yield "Where", "Id as given", "Child", "Why"
    for where, line in zip(rows.get_column(WHERE), told(ask, rows, Action.DOWNLOAD), strict=True):
        yield where, line.given, line.child.text, line.why


def of_mine(ask: Ask, ids: Sequence[str]) -> tuple[pl.DataFrame, int]:
    """What may be told, theirs first, and how many of ours may not. Whether an id that the reader brought is
    of a child they may not open, or of none, is not said: to those who may open all children it is."""
    measure = ask.measure()
    by, group = chosen_part(ask, measure)
    period, which = chosen_period(ask, measure), chosen_which(ask)
    tells = frozenset(shown_columns(ask.user, list(COLUMNS)))
    asked = Asked(measure=measure, period=period, by=by, group=group, which=which, tells=tells)
    rows = beside_names(ask, compared(ask.answers, asked, ids)).with_row_index("@place")
    mine = within(ask, rows)
    rest = rows.join(mine, on="@place", how="anti")
    if ask.role.scope is not Reach.ALL:
        unknown = rest.filter(pl.col(GIVEN) != "").with_columns(
            pl.lit("").alias(CHILD), pl.lit(THEIRS).alias(WHERE), pl.lit(NOT_TOLD).alias(WHY)
        )
        mine = pl.concat([mine, unknown])
    place = pl.col(WHERE).replace_strict(ORDER, range(len(ORDER)), return_dtype=pl.Int64)
    return mine.sort(place, "@place"), rest.filter(pl.col(GIVEN) == "").height


def beside_names(ask: Ask, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with the columns of their child beside them."""
    child = ask.snapshot.frames[Child].select(
        pl.col("Child.child").cast(pl.String).alias(CHILD),
        *(name for name in Child.schema() if name != "Child.child"),
    )
    return rows.join(child.unique(CHILD, keep="first"), on=CHILD, how="left", maintain_order="left")


def told(ask: Ask, rows: pl.DataFrame, action: Action) -> list[Line]:
    """Rows as lines, in their order: those of children once the log says that they were seen."""
    of_children_ = rows.filter(pl.col(CHILD) != "")
    seen = {row["@place"]: row for row in opened(ask, of_children_, f"A list compared. {what(ask)}", action)}
    lines = []
    for place, given, why in rows.select("@place", GIVEN, WHY).iter_rows():
        row = seen.get(place)
        child = Cell(child_said(row), child_link(ask, row)) if row else Cell("")
        lines.append(Line(child=child, given=given, why=f"{why[:1].upper()}{why[1:]}"))
    return lines

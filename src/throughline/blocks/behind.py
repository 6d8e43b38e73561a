"""The children behind a number, or whatever else its rows are of: who counts, who passes, who does not, who
is left out and why, and the file and line each came from. Rows of children leave here only through
`open_children`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl
from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.behind_whom import (
    counted_in,
    heading_of,
    how_many,
    list_title,
    may_list,
    opened_rows,
    subject_of,
    theirs,
)
from throughline.blocks.charts import Cell
from throughline.blocks.chosen import (
    Choice,
    chosen_page,
    chosen_part,
    chosen_period,
    chosen_which,
    in_address,
)
from throughline.blocks.figures import asked, dates_of, day
from throughline.blocks.labels import column_title, label
from throughline.blocks.named import NAME_OF_BREAKDOWN, NAMES
from throughline.blocks.shown import Shown
from throughline.counting.facts import ALL, Which
from throughline.counting.reading import of_children
from throughline.measures.in_words import row_said
from throughline.measures.kinds import Cohort, Measure, Share, columns_of, value_of
from throughline.people.models import Action
from throughline.people.opening import KEY
from throughline.people.roles import Reach
from throughline.record.child import Child
from throughline.record.journey import COLUMNS
from throughline.record.rows import SOURCE, SOURCE_LINE, WHO
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import TEAM

A_PAGE = 20
NAME = ("Child.forename", "Child.surname", "Child.born")
TITLES: dict[Which, str] = {
    "counts": "All who count",
    "passes": "Pass",
    "fails": "Do not pass",
    "left out": "Left out: not recorded",
    "too early": "Too early to say",
}


@dataclass(frozen=True, eq=False)
class Behind:
    """The children behind the page's measure, or whatever else its rows are of, for the dates and group
    chosen, a page at a time."""

    def shown(self, ask: Ask) -> ShownBehind:
        """One page of rows; nothing at all for those who may open none of them."""
        measure = ask.measure()
        if not may_list(ask, measure):
            return ShownBehind()
        which = chosen_which(ask)
        rows = behind(ask, measure, which)
        mine = theirs(ask, measure, rows)
        page, last = page_of(ask, mine.height)
        says = f"{measure.title}: {TITLES[which].lower()}, {dates_of(measure, chosen_period(ask, measure))}"
        opened = opened_rows(ask, measure, mine.slice((page - 1) * A_PAGE, A_PAGE), says, Action.LIST)
        return ShownBehind(
            heading=list_title(measure),
            tabs=tabs(ask, measure, which),
            title=TITLES[which],
            says=says,
            columns=headings(measure, opened, which),
            rows=tuple(cells(ask, measure, row, which) for row in opened.iter_rows(named=True)),
            outside=outside(ask, counted_in(measure, rows) - counted_in(measure, mine)),
            pages=pages(ask, measure, which, page, last),
            many=mine.height,
            in_rows=in_rows(measure, mine),
            download=download(ask, measure, which) if mine.height else (),
            compare=compare(ask, measure, which),
            measure=NAMES[measure],
        )


@dataclass(frozen=True, kw_only=True)
class ShownBehind(Shown):
    """One page of a list of children. `outside` says how many are in the figure whom this reader may not
    open; `in_rows` how many are in the list, where it has more rows than that; `pages` lead to the rest;
    `download` is what a form for the whole list must say. With no tabs there is no list for this reader."""

    heading: str = ""
    tabs: tuple[Choice, ...] = ()
    title: str = ""
    says: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    outside: str = ""
    pages: tuple[Choice, ...] = ()
    many: int = 0
    in_rows: str = ""
    download: tuple[tuple[str, str], ...] = ()
    compare: str = ""
    measure: str = ""

    @property
    def lines(self) -> list[list[tuple[str, Cell]]]:
        """Each row with its columns' headings, for a screen too narrow for a table."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


def in_rows(measure: Measure, rows: pl.DataFrame) -> str:
    """Of a list with more rows than it counts, both numbers, and what a row is."""
    many = how_many(measure, rows)
    return f"{many}. A row is: {row_said(measure.of)}." if many else ""


def page_of(ask: Ask, many: int) -> tuple[int, int]:
    """Which page of so many rows was chosen, and which is the last. Raises Http404 for one after it."""
    page, last = chosen_page(ask), max(1, -(-many // A_PAGE))
    if page > last:
        raise Http404
    return page, last


def behind(ask: Ask, measure: Measure, which: Which) -> pl.DataFrame:
    """Every row behind the figure that was chosen, whoever may open it."""
    by, group = chosen_part(ask, measure)
    rows = ask.answers.children(measure, chosen_period(ask, measure), by, group, which)
    return beside_names(ask.snapshot, rows, measure)


def beside_names(snapshot: Snapshot, rows: pl.DataFrame, measure: Measure) -> pl.DataFrame:
    """The rows with their child's columns beside them, if they are of children; newest first."""
    if measure.of.table is not Child and of_children(measure.of.table):
        child = snapshot.frames[Child]
        beside = child.select(
            WHO, *(c for c in child.columns if c.startswith("Child.") and c != "Child.child")
        )
        rows = rows.join(beside, on=WHO, how="left", maintain_order="left")
    return rows.sort(measure.of.start, descending=True, nulls_last=True, maintain_order=True)


def tabs(ask: Ask, measure: Measure, chosen: Which) -> tuple[Choice, ...]:
    """The lists there are of this kind of measure, each with how many are in it."""
    whole = asked(ask.answers, measure, chosen_period(ask, measure), *chosen_part(ask, measure))
    many: dict[Which, int] = {
        "counts": int(whole.denominator or 0) if isinstance(measure, Share) else whole.many
    }
    if isinstance(measure, Share):
        many |= {"passes": whole.many, "fails": many["counts"] - whole.many}
    if isinstance(measure, Share) or value_of(measure) is not None:
        many["left out"] = whole.left_out
    if isinstance(measure, Cohort) or (isinstance(measure, Share) and measure.settles is not None):
        many["too early"] = whole.too_early
    return tuple(
        Choice(f"{TITLES[which]} ({number:,})", link(ask, measure, which), which == chosen)
        for which, number in many.items()
    )


def link(ask: Ask, measure: Measure, which: Which, page: int = 1) -> str:
    """The same page, with another list or another page of it."""
    by, group = chosen_part(ask, measure)
    chosen = {
        "which": in_address(which) if which != "counts" else None,
        "page": str(page) if page > 1 else None,
    }
    return f"{ask.measure_link(measure, chosen_period(ask, measure), by, group, **chosen)}#children"


def pages(ask: Ask, measure: Measure, which: Which, page: int, last: int) -> tuple[Choice, ...]:
    """The page before and the page after, where there are such."""
    found = []
    if page > 1:
        found.append(Choice(f"Page {page - 1} of {last:,}", link(ask, measure, which, page - 1)))
    if page < last:
        found.append(Choice(f"Page {page + 1:,} of {last:,}", link(ask, measure, which, page + 1)))
    return tuple(found)


def download(ask: Ask, measure: Measure, which: Which) -> tuple[tuple[str, str], ...]:
    """What names this list, whole: the same as in the page's address, and no child."""
    by, group = chosen_part(ask, measure)
    period = chosen_period(ask, measure)
    parted = (("by", NAME_OF_BREAKDOWN[by]), ("group", group)) if by is not ALL else ()
    dates = (("from", period.start.isoformat()), ("to", period.end.isoformat()))
    return (("which", in_address(which)), *dates, *parted, *ask.pinned.items())


def compare(ask: Ask, measure: Measure, which: Which) -> str:
    """Where this very list is held against another; blank for what is not of children."""
    if not of_children(measure.of.table):
        return ""
    by, group = chosen_part(ask, measure)
    chosen = in_address(which) if which != "counts" else None
    here = ask.measure_link(measure, chosen_period(ask, measure), by, group, which=chosen)
    return here.replace("/measures/", "/compare/", 1)  # it is asked with the same words


def outside(ask: Ask, many: int) -> str:
    """How many rows are of children that this reader may not open."""
    if not many:
        return ""
    reach = ask.role.scope
    rest = "that you may not open" if reach is Reach.ALL else f"outside yours: you may open {reach.value}"
    return f"{many:,} more {'is' if many == 1 else 'are'} in the figure and {rest}."


def shown_names(measure: Measure) -> list[str]:
    """The columns that make the answer, in the order of their table."""
    here = columns_of(measure)
    team = f"{measure.of.table.__name__}.team"
    return [name for name in COLUMNS if (name in here or name == team) and not name.endswith(".child")]


def visible(measure: Measure, columns: list[str]) -> list[str]:
    """Those of them that are in the rows, but whom a row is about."""
    first = (*NAME, subject_of(measure))
    return [name for name in shown_names(measure) if name in columns and name not in first]


def headings(measure: Measure, rows: pl.DataFrame, which: Which) -> tuple[str, ...]:
    """Whom a row is about, the columns that make the answer, why a row is left out, and its file and line."""
    why = ["Why"] if which == "left out" else []
    return (
        heading_of(measure),
        *(column_title(c) for c in visible(measure, rows.columns)),
        *why,
        "Came from",
    )


def cells(ask: Ask, measure: Measure, row: dict[str, object], which: Which) -> tuple[Cell, ...]:
    """One row; a child leads to their page."""
    key = row.get(KEY)
    child = Cell(who(ask, measure, row), ask.link(f"/children/{key}/") if key else "")
    names = visible(measure, list(row))
    why = [Cell(blanks(measure, row))] if which == "left out" else []
    return (
        child,
        *(Cell(value(ask, name, row[name])) for name in names),
        *why,
        Cell(source(ask.snapshot, row)),
    )


def who(ask: Ask, measure: Measure, row: dict[str, object]) -> str:
    """The child's name and age, or their id for a reader who sees no names; of no child, its number."""
    name = " ".join(str(row[part]) for part in NAME[:2] if row.get(part))
    if not name:
        return str(row[subject_of(measure)])
    born = row.get("Child.born")
    if not isinstance(born, date):
        return name
    if born > ask.day:
        return f"{name}, unborn"
    years = ask.day.year - born.year - ((ask.day.month, ask.day.day) < (born.month, born.day))
    return f"{name}, {years or 'under 1'}"


def value(ask: Ask, name: str, found: object) -> str:
    """What a cell holds, in words."""
    if found is None:
        return "–"
    if isinstance(found, date):
        return day(found)
    if isinstance(found, bool):
        return "yes" if found else "no"
    if name.endswith(".team"):
        return label(ask.snapshot, TEAM, str(found))
    codes = COLUMNS[name].codes
    return codes.label(str(found)) if codes else str(found)


def blanks(measure: Measure, row: dict[str, object]) -> str:
    """Which columns that the test needs are blank."""
    needs: list[str] = []
    for test in (getattr(measure, "that", None), value_of(measure)):
        if isinstance(test, pl.Expr):
            needs += [name for name in test.meta.root_names() if name in row and row[name] is None]
    told = [column_title(name) for name in dict.fromkeys(needs) if name in COLUMNS]
    return f"Blank: {', '.join(told)}" if told else "It cannot be told from the record"


def source(snapshot: Snapshot, row: dict[str, object]) -> str:
    """The file and line a row came from."""
    number, line = row.get(SOURCE), row.get(SOURCE_LINE)
    if not isinstance(number, int) or number >= len(snapshot.sources):
        return "made from other rows"
    file = snapshot.sources[number].file.rsplit("/", 1)[-1]
    return f"{file}, line {line}" if isinstance(line, int) else file

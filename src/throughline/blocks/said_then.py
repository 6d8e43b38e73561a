"""The two clocks of a measure: what we said of each month at the time, what we say of it now, and the rows
that came late. For those who see the council's totals only there is none of it: two figures of one month
would tell how many a single child makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import polars as pl

from throughline.blocks.asking import Ask
from throughline.blocks.behind import beside_names, cells, headings
from throughline.blocks.behind_whom import may_list, opened_rows, theirs
from throughline.blocks.chart_theme import INK, MUTED, Spec, finished, given
from throughline.blocks.charts import Cell, Chart
from throughline.blocks.councils import council_of
from throughline.blocks.figures import asked, month_of, number, state_of
from throughline.blocks.named import NAMES
from throughline.blocks.shown import Shown
from throughline.blocks.trend import form
from throughline.counting.answers import Answer
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.trends import steps_to
from throughline.errors import Refused
from throughline.loads.changes import key_of
from throughline.loads.counting_apart import counting
from throughline.loads.counts import answers_about, is_counted
from throughline.loads.home import Council
from throughline.loads.known import Known, first_to_say, known_loads
from throughline.loads.said import is_said, said_then
from throughline.measures.kinds import Measure
from throughline.people.models import Action
from throughline.record.periods import Period

MONTHS, MOST_ROWS = 24, 50
THEN, NOW = "What we said at the time", "What we say now"


@dataclass(frozen=True, kw_only=True)
class Month:
    """A month: the load that first reached its end, what that said, and what is said now."""

    period: Period
    load: Known
    then: Answer
    now: Answer

    @property
    def moved(self) -> bool:
        """Whether the two differ."""
        return self.then.value != self.now.value


@dataclass(frozen=True, kw_only=True)
class Late:
    """The rows of a month that came after we had first said its figure, as this reader may see them;
    `rest` are those they may not or that are too many, and `gone` how many were there and are no more;
    `counting` where the record of then is being counted again, and nothing can be told yet."""

    month: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    rest: int = 0
    gone: int = 0
    counting: bool = False


@dataclass(frozen=True, kw_only=True)
class ShownSaidThen(Shown):
    """Both lines; `waiting` is how many months are still being counted. No chart: nothing to show."""

    chart: Chart | None = None
    waiting: int = 0
    late: Late | None = None


@dataclass(frozen=True, eq=False)
class SaidThen:
    """The page's measure by both clocks, over the last 24 months."""

    def shown(self, ask: Ask) -> ShownSaidThen:
        """Nothing where there is one load only, or none came at the time of any month."""
        council, measure = council_of(ask), ask.measure()
        if council is None or ask.hides_small:
            return ShownSaidThen()
        loads = [each for each in known_loads(council) if not ask.known or each.number <= ask.known.number]
        found = [
            (period, load)
            for period in steps_to(ask.day, MONTHS, "month")
            if ask.answers.available(measure, period)
            and (load := first_to_say(loads, period.end))
            and load.snapshot != loads[-1].snapshot
        ]
        ready = [pair for pair in found if is_said(council, pair[1].snapshot)]
        waiting = [load for _, load in found if not is_said(council, load.snapshot)]
        begin(council, waiting)
        told = [month(ask, council, measure, period, load) for period, load in ready]
        chart = drawn(ask, measure, told) if told else None
        return ShownSaidThen(chart=chart, waiting=len(waiting), late=late(ask, council, measure, told))


def begin(council: Council, waiting: Sequence[Known]) -> None:
    """See that the first that is not counted yet will be, elsewhere. One that cannot be stays as it is."""
    for load in waiting:
        try:
            counting(council, load.snapshot)
        except Refused:
            continue
        return


def month(ask: Ask, council: Council, measure: Measure, period: Period, load: Known) -> Month:
    """One month by both clocks."""
    then = said_then(council, load.snapshot, NAMES[measure], period.end)
    return Month(period=period, load=load, then=then, now=asked(ask.answers, measure, period, ALL, EVERYONE))


def drawn(ask: Ask, measure: Measure, told: Sequence[Month]) -> Chart:
    """Both lines, and the months as a table, newest first."""
    moved = [each for each in told if each.moved]
    finding = (
        f"{len(moved)} of {len(told)} months have moved" if moved else "Late recording has moved no month"
    )
    what = f"{THEN} and {NOW.lower()}, {month_of(told[0].period.end)} to {month_of(told[-1].period.end)}"
    return Chart(
        id="said-then-chart",
        finding=finding,
        what=what,
        described=f"{finding}. The table has both figures of each month.",
        spec=lines(measure, told),
        columns=("Month", "Said then", "Said now", "Moved by", "As known on"),
        rows=tuple(row(ask, measure, each) for each in reversed(told)),
    )


def row(ask: Ask, measure: Measure, each: Month) -> tuple[Cell, ...]:
    """One month: both figures and the difference, which leads to the rows that came late."""
    then, now = (words(measure, answer) for answer in (each.then, each.now))
    late_here = ask.link(f"/measures/{NAMES[measure]}/", late=each.period.end.isoformat())
    then_page = ask.link(f"/measures/{NAMES[measure]}/").split("?")[0] + f"?known-at={each.load.number}"
    moved = Cell(difference(each), f"{late_here}#came-late") if each.moved else Cell("–")
    return (Cell(month_of(each.period.end)), Cell(then), Cell(now), moved, Cell(each.load.said, then_page))


def words(measure: Measure, answer: Answer) -> str:
    """A figure in words."""
    state = state_of(measure, answer, False)
    return number(measure, answer) if state == "shown" else state


def difference(each: Month) -> str:
    """By how many rows or children the figure moved; where those are as many, by what they are said to be."""
    by = each.now.many - each.then.many
    return f"{by:+,}" if by else "changed"


def lines(measure: Measure, told: Sequence[Month]) -> Spec:
    """What was said then, dashed, and what is said now."""
    rows = [
        {"when": each.period.end.isoformat(), "value": answer.value, "clock": clock}
        for each in told
        for clock, answer in ((THEN, each.then), (NOW, each.now))
        if answer.value is not None
    ]
    ends = [each.period.end.isoformat() for each in told]
    x = alt.X("when:T", scale=alt.Scale(type="utc")).axis(format="%b %y", values=ends, labelOverlap=True)
    y = alt.Y("value:Q", scale=alt.Scale(zero=False)).axis(format=form(measure), tickCount=4)
    shades = alt.Scale(domain=[THEN, NOW], range=[MUTED, INK])
    dashes = alt.Scale(domain=[THEN, NOW], range=[[6, 4], [1, 0]])
    line = alt.Chart(given(rows)).mark_line(point=True).encode(
        x=x, y=y, color=alt.Color("clock:N", scale=shades).title(None),
        strokeDash=alt.StrokeDash("clock:N", scale=dashes).title(None),
    )  # fmt: skip
    return finished([line], height=220)


def late(ask: Ask, council: Council, measure: Measure, told: Sequence[Month]) -> Late | None:
    """The rows that came late of the month that was chosen; None where none was."""
    chosen = next((m for m in told if m.period.end.isoformat() == ask.chosen.get("late")), None)
    if chosen is None or not may_list(ask, measure):
        return None
    if not is_counted(council, chosen.load.snapshot):
        begin(council, [chosen.load])
        return Late(month=month_of(chosen.period.end), counting=True)
    then = answers_about(council, chosen.load.snapshot).children(measure, chosen.period)
    now = ask.answers.children(measure, chosen.period)
    key = key_of(measure.of.table)
    came, gone = apart(now, then, key), apart(then, now, key)
    mine = theirs(ask, measure, beside_names(ask.snapshot, came, measure)).head(MOST_ROWS)
    says = f"{measure.title}: came late, of {month_of(chosen.period.end)}"
    rows = opened_rows(ask, measure, mine, says, Action.LIST)
    return Late(
        month=month_of(chosen.period.end),
        columns=headings(measure, rows, "counts"),
        rows=tuple(cells(ask, measure, each, "counts") for each in rows.iter_rows(named=True)),
        rest=came.height - rows.height,
        gone=gone.height,
    )


def apart(rows: pl.DataFrame, others: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """Rows of which no other has the same child and day; ids are compared as they are written."""
    told, known = (
        frame.with_columns(pl.col(name).cast(pl.String).alias(f"@key {name}") for name in key)
        for frame in (rows, others)
    )
    names = [f"@key {name}" for name in key]
    found = told.join(known.select(names), on=names, how="anti", nulls_equal=True, maintain_order="left")
    return found.drop(names)

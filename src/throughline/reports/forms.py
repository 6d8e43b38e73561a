"""What a block shows, as it is on paper. A block without a form here is in no report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from itertools import groupby

from throughline.blocks.charts import Cell, to_svg
from throughline.blocks.figures import Figure
from throughline.blocks.heading import ShownHeading
from throughline.blocks.headlines import ShownHeadlines
from throughline.blocks.icons import variation_icon
from throughline.blocks.journey import ShownJourney
from throughline.blocks.late_recording import ShownLateRecording
from throughline.blocks.scorecard import ShownScorecard
from throughline.blocks.shown import Shown
from throughline.blocks.split import ShownBar, ShownSplit
from throughline.blocks.teams_changed import ShownTeamsChanged, TeamChange
from throughline.blocks.trend import ShownTrend
from throughline.blocks.what_changed import Change as Changed
from throughline.blocks.what_changed import ShownWhatChanged
from throughline.reports.paper import (
    Bar,
    Bars,
    Change,
    Changes,
    Heading,
    Number,
    Numbers,
    Part,
    Picture,
    Table,
    Words,
)

DRAWN_WIDTH = 850  # a chart's own width: so wide, its words are as small on paper as the table's
NONE_TO_DRAW = "There is nothing to show for these dates."
ACROSS = 3  # how many parts of a chart's table stand side by side


@singledispatch
def on_paper(shown: Shown) -> Sequence[Part]:
    """A block's parts on paper. Raises LookupError for a block that has no form on paper."""
    raise LookupError(f"A {shown.kind} has no form on paper: write one here, or let the report leave it out.")


@on_paper.register
def headlines(shown: ShownHeadlines) -> Sequence[Part]:
    """Figures in a row."""
    return [Numbers(numbers=tuple(number(each) for each in shown.figures)), *quiet(shown.note)]


@on_paper.register
def heading(shown: ShownHeading) -> Sequence[Part]:
    """A heading within a page; none where nothing would follow it."""
    return [Heading(text=shown.words, level=2)] if shown.words else []


@on_paper.register
def what_changed(shown: ShownWhatChanged) -> Sequence[Part]:
    """The sentence that sums up, then each change with its mark."""
    parts: list[Part] = [
        Words(text=shown.lede, looks="lede"),
        Heading(text="What changed", level=1, runs_on=True),
    ]
    if not shown.changes:
        return [*parts, Words(text="No measure has a new signal."), *quiet(shown.note)]
    parts.append(Changes(changes=tuple(change(each, each.title) for each in shown.changes)))
    more = f"{shown.more} more changed. " if shown.more else ""
    return [*parts, *quiet(f"{more}{shown.note}")]


@on_paper.register
def teams_changed(shown: ShownTeamsChanged) -> Sequence[Part]:
    """Each change with its mark and its team; nothing for a reader who sees the council's totals only."""
    if not shown.note:
        return []
    told = tuple(change(each, f"{each.team}. {each.title}") for each in shown.changes)
    parts = [Changes(changes=told)] if told else []
    return [Heading(text="What changed in one team", level=2), *parts, *quiet(shown.note)]


@on_paper.register
def late_recording(shown: ShownLateRecording) -> Sequence[Part]:
    """What was said at the time and is said now, a row a figure; nothing where there is nothing to tell."""
    if not shown.lede:
        return []
    rows = tuple((each.title, each.says) for each in shown.figures)
    says = "What came late"
    table = [Table(says=says, columns=("Figure", "What came after"), rows=rows)] if rows else []
    return [Heading(text=says, level=2), Words(text=shown.lede), *table]


@on_paper.register
def trend(shown: ShownTrend) -> Sequence[Part]:
    """The chart, drawn from the very specification that the site draws, and its figures."""
    chart = shown.chart
    columns = tuple(chart.columns[:-1])
    rows = [tuple(cell.text for cell in row) for row in chart.rows]
    filled = [place for place, _ in enumerate(columns) if place < 2 or any(row[place] for row in rows)]
    table = Table(
        says=chart.what,
        columns=tuple(columns[place] for place in filled),
        rows=tuple(tuple(row[place] for place in filled) for row in rows),
        beside=ACROSS,
    )
    picture = Picture(
        finding=chart.finding,
        what=chart.what,
        svg=to_svg(chart.spec, width=DRAWN_WIDTH) if shown.drawn else "",
        described=chart.described,
        says=shown.says if shown.drawn else NONE_TO_DRAW,
        table=table,
        notes=notes(chart.rows),
    )
    return [picture]


@on_paper.register
def split(shown: ShownSplit) -> Sequence[Part]:
    """Bars; nothing for a reader who sees the council's totals only."""
    if not shown.finding:
        return []
    bars = tuple(bar(each) for each in shown.bars)
    return [Bars(finding=shown.finding, what=shown.what, columns=("Group", "Figure"), bars=bars)]


@on_paper.register
def journey(shown: ShownJourney) -> Sequence[Part]:
    """The steps' figures in a row."""
    steps = tuple(
        Number(
            title=step.scored.figure.title,
            words=step.scored.figure.words,
            says=step.context,
            wordy=step.scored.figure.state != "shown",
        )
        for step in shown.steps
    )
    return [Heading(text="The child’s journey", level=2), Numbers(numbers=steps), *quiet(shown.note)]


@on_paper.register
def scorecard(shown: ShownScorecard) -> Sequence[Part]:
    """A table for each group, variation in words."""
    parts: list[Part] = [Heading(text="Key measures", level=2), *quiet(shown.dates)]
    for group in shown.groups:
        rows = tuple(
            (
                line.figure.title,
                line.figure.words,
                line.target or "none set",
                line.variation.value,
                line.assurance.value if line.assurance else "–",
            )
            for line in group.lines
        )
        columns = ("Measure", "Now", "Target", "Variation", "Assurance")
        parts.append(Heading(text=group.title, level=3))
        parts.append(Table(says=group.title, columns=columns, rows=rows))
    return [*parts, *quiet(shown.note)]


def quiet(text: str) -> list[Part]:
    """A note, where there is one."""
    return [Words(text=text, looks="quiet")] if text else []


def number(figure: Figure) -> Number:
    """A headline figure: when it is of, what it rests on, and what must be known beside it."""
    rests = ", ".join(filter(None, (figure.dates, figure.of)))
    says = " ".join([f"{rests[:1].upper()}{rests[1:]}.", *figure.notes])
    return Number(title=figure.title, words=figure.words, says=says, wordy=figure.state != "shown")


def change(found: Changed | TeamChange, title: str) -> Change:
    """One change with its mark, as a picture that stands on its own."""
    mark = str(variation_icon(found.variation, high=found.high))
    svg = mark.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    said = found.variation.value
    says = f"{found.says} Owner: {found.owner}."
    return Change(svg=svg, described=f"{said[:1].upper()}{said[1:]}", title=title, says=says)


def bar(shown: ShownBar) -> Bar:
    """One bar, with its part of the whole or what its share is of."""
    beside = " ".join(filter(None, (shown.of_all or shown.figure.of, *shown.figure.notes)))
    return Bar(name=shown.name, words=shown.figure.words, says=beside, long=shown.long)


def notes(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """What is said of the figures, each sentence once, with the dates it is said of; oldest first."""
    told = []
    for says, same in groupby(reversed(rows), key=lambda row: row[-1].text):
        dates = [row[0].text for row in same]
        if says:
            when = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
            told.append(f"{when}: {says}{'' if says.endswith('.') else '.'}")
    return tuple(told)

"""From a report and who it is for to what is on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from throughline.blocks.asking import Ask
from throughline.blocks.kinds import Block
from throughline.blocks.what_changed import ShownWhatChanged
from throughline.pages.kinds import Page
from throughline.record.periods import said
from throughline.reports.definitions import definitions
from throughline.reports.forms import on_paper
from throughline.reports.kinds import Report
from throughline.reports.paper import Contents, Heading, Paper, Part, Words
from throughline.returns.own_parts import LOCAL_LIST

HIDES = (
    "Small numbers are hidden: c is a number from 1 to 5, or one that rests on so few, or from which one "
    "could be found."
)
MEANS = "What each measure means"
HOW_TO_READ = (
    "Each trend shows 24 months. The shaded band is where a figure usually falls, worked out from its own "
    "months: inside it, ups and downs are chance. A triangle marks a month that is out of the ordinary, "
    "blue where that is better, orange where it is worse, violet where it is only news. How many children "
    "there are on a day, and a share of them that moves slowly, is judged by its change from month to month, "
    "and has no band."
)
NOT_A_NUMBER = (
    "“Not available” means that no return answers for those dates; “not recorded” that the record is blank; "
    "“too early to say” that an answer is not due yet. None of them is nought."
)
SHOWS = "Small numbers are shown: not for publication."


def compose(report: Report, ask: Ask, council: str) -> Paper:
    """The whole report, as the role that asks may see it."""
    opening = report.opens_with.shown(ask)
    pages = [part for page in report.pages for part in of_page(report, page, ask)]
    blocks = [report.opens_with, *(block for page in report.pages for block in shown_blocks(report, page))]
    changed = [each.measure for each in opening.changes] if isinstance(opening, ShownWhatChanged) else []
    return Paper(
        council=council,
        title=report.title,
        dates=f"as at {said(ask.day)}{f', as known on {ask.known.said}' if ask.known else ''}",
        facts=facts(ask),
        foot=f"For the role {ask.role.title}. {HIDES if ask.hides_small else SHOWS}",
        parts=(
            *on_paper(opening),
            *contents(report, ask),
            *pages,
            Heading(text=MEANS, level=1),
            definitions(ask, [*blocks, *changed]),
        ),
    )


def contents(report: Report, ask: Ask) -> tuple[Part, ...]:
    """What is in the report, and how its charts are read."""
    sections = tuple((page.title, page.question) for page in report.pages)
    return (
        Heading(text="In this report", level=1, runs_on=True),
        Contents(sections=(*sections, (MEANS, "Definitions, targets and sources."))),
        Heading(text="How to read it", level=1, runs_on=True),
        Words(text=HOW_TO_READ),
        Words(text=NOT_A_NUMBER + (f" {HIDES}" if ask.hides_small else "")),
    )


def facts(ask: Ask) -> tuple[tuple[str, str], ...]:
    """As at when, of which data, and for whom."""
    snapshot = ask.snapshot
    came_from = parts_said(snapshot.parts)
    return (
        ("As at", said(ask.day)),
        ("Data as at", f"{said(snapshot.as_at)}{f': {came_from}' if came_from else ''}"),
        *((("As known on", ask.known.said),) if ask.known else ()),
        ("For", ask.role.title),
        ("Small numbers", "hidden, shown as c" if ask.hides_small else "shown; not for publication"),
    )


def parts_said(parts: Sequence[str]) -> str:
    """The returns of a snapshot; of local lists only how many."""
    others = [part for part in parts if part and not part.startswith(LOCAL_LIST)]
    lists = sum(part.startswith(LOCAL_LIST) for part in parts)
    several = "1 local list" if lists == 1 else f"{lists} local lists"
    return ", ".join([*others, *([several] if lists else [])])


def of_page(report: Report, page: Page, ask: Ask) -> Iterator[Part]:
    """A page's heading, its question, and its blocks."""
    yield Heading(text=page.title, level=1)
    yield Words(text=page.question, looks="lede")
    for block in shown_blocks(report, page):
        yield from on_paper(block.shown(ask))


def shown_blocks(report: Report, page: Page) -> list[Block]:
    """A page's blocks, but for the kinds that the report leaves out: those are not even asked."""
    return [block for block in page.shows if not isinstance(block, report.leaves_out)]

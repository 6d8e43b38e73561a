"""A report as plain text: for a reader of differences, and for a test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from throughline.reports.paper import (
    Bars,
    Changes,
    Contents,
    Heading,
    Numbers,
    Paper,
    Part,
    Picture,
    Table,
    Terms,
    Words,
)


def to_text(paper: Paper) -> str:
    """Everything that is on paper in words, in the order in which it is read."""
    lines = [f"{paper.title}, {paper.dates}", f"{paper.council}, children and families", ""]
    lines += [f"{title}: {words}" for title, words in paper.facts]
    lines += ["", paper.foot]
    for part in paper.parts:
        lines += ["", *told(part)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def told(part: Part) -> Iterator[str]:
    """One part in words."""
    match part:
        case Heading():
            yield f"{'#' * part.level} {part.text}"
        case Words():
            yield part.text
        case Contents():
            yield from (f"{title}: {says}" for title, says in part.sections)
        case Numbers():
            yield from (f"{each.title}: {each.words}. {each.says}" for each in part.numbers)
        case Changes():
            for change in part.changes:
                yield from (f"[{change.described}] {change.title}", f"  {change.says}")
        case Table():
            yield from table(part.columns, part.rows)
        case Picture():
            yield from picture(part)
        case Bars():
            yield from (f"### {part.finding}", part.what)
            yield from table(part.columns, [(each.name, f"{each.words}  {each.says}") for each in part.bars])
        case Terms():
            for term in part.terms:
                yield from (f"{term.title}: {term.says}", *(f"  {name}: {says}" for name, says in term.facts))


def picture(part: Picture) -> Iterator[str]:
    """A chart: what it finds, the words in its place, its figures and what is said of them."""
    yield from (f"### {part.finding}", part.what)
    yield f"[Chart: {part.described}]" if part.svg else "[No chart]"
    yield part.says
    yield from table(part.table.columns, part.table.rows)
    yield from part.notes


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their columns in line."""
    wide = [max(len(row[place]) for row in (columns, *rows)) for place in range(len(columns))]
    for row in (columns, *rows):
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True))

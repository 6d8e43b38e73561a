"""From a heading of a return to the columns of the record that are filled from it: what a fault distorts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from throughline.returns.headings import heading_of
from throughline.returns.kinds import Fill, Return


@cache
def fills_of(given: Return) -> Mapping[str, frozenset[str]]:
    """For each heading of a return, the full names of the columns of the record that it fills, or helps to
    fill. What decides whether a line becomes a row at all helps to fill every column of the row."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for fill in given.fills:
        for heading, column in pairs(given, fill):
            found[heading].add(column)
    return {heading: frozenset(columns) for heading, columns in found.items()}


@cache
def of_one_table(given: Return) -> frozenset[str]:
    """The headings that stand in one table of a return alone: they say which it is."""
    tables = given.files.values()
    many = Counter(heading_of(column) for table in tables for column in table.columns.values())
    return frozenset(heading for heading, times in many.items() if times == 1)


def pairs(given: Return, fill: Fill) -> Iterator[tuple[str, str]]:
    """Each heading and a column that comes of it, by one fill. A column that a recipe made itself may come
    of any column of the tables that the recipe reads."""
    known = {c.name: heading_of(c) for table in given.files.values() for c in table.columns.values()}
    read = fill.rows.needs or tuple(given.files.values())
    made = [heading_of(column) for table in read for column in table.columns.values()]
    whole = [fill.table.columns[short].name for short in fill.columns]
    for short, expression in fill.columns.items():
        for root in expression.meta.root_names():
            headings = [known[root]] if root in known else made
            yield from ((heading, fill.table.columns[short].name) for heading in headings)
    for root in fill.rows.reads:
        yield from ((known[root], column) for column in whole if root in known)

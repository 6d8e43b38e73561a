"""What a plain definition is asked, and what it finds."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .plain_days import A_DAY, is_working
from .plain_files import Files


@dataclass(frozen=True)
class Asked:
    """A question: of these files, from the first day to the last, both inside."""

    files: Files
    first: date
    last: date
    tables: set = field(default_factory=set)  # that it has been answered from


@dataclass
class Found:
    """Lines that count, those of them that pass, those that cannot be told and those too early to say.

    Each is a pair: the line, and the day on which its team or ward or age is looked up. `kind` is count,
    share, rate, mean or middle; a `stock` counts children, not lines, unless it says what it counts `each` of
    once; of what is no stock each is counted once on a day. `per` is what a rate is for so many of; `among`
    is what it is among, as found itself, or None for the children who live here. What is among events of
    its own time is not `yearly`."""

    kind: str
    stock: bool
    counts: list
    passes: list = field(default_factory=list)
    left_out: list = field(default_factory=list)
    too_early: list = field(default_factory=list)
    values: dict = field(default_factory=dict)
    per: int = 10_000
    among: Any = None
    only_on: date | None = None
    looks_back: int = 0
    each: Any = None
    yearly: bool = True


def events(asked, table, heading):
    """Lines whose day is in the period."""
    asked.tables.add(table)
    found = []
    for line in asked.files.lines(table):
        day = line.day(heading)
        if day and asked.first <= day <= asked.last:
            found.append((line, day))
    return found


def is_open(line, start, end, day):
    """Begun by the end of the day, and not ended by then."""
    began, ended = line.day(start), line.day(end)
    return began is not None and began <= day and (ended is None or ended > day)


def open_on(asked, table, start, end):
    """Lines open on the last day."""
    asked.tables.add(table)
    day = asked.last
    return [(line, day) for line in asked.files.lines(table) if is_open(line, start, end, day)]


def count(rows, **said):
    return Found("count", False, rows, **said)


def stock(rows, **said):
    return Found("count", True, rows, **said)


def rate(rows, **said):
    return Found("rate", said.pop("stock", False), rows, **said)


def share(rows, that, ready=lambda line: True, **said):
    """Rows told apart by a test that says yes, no, or None: not recorded."""
    found = Found("share", said.pop("stock", False), [], **said)
    for line, day in rows:
        answer = that(line)
        if not ready(line):
            found.too_early.append((line, day))
        elif answer is None:
            found.left_out.append((line, day))
        else:
            found.counts.append((line, day))
            if answer:
                found.passes.append((line, day))
    return found


def middle(rows, measured, kind="middle", **said):
    """Rows with what is measured of each; where it is blank the row is left out."""
    found = Found(kind, said.pop("stock", False), [], **said)
    for line, day in rows:
        value = measured(line)
        (found.left_out if value is None else found.counts).append((line, day))
        found.values[line.cite] = value
    return found


def added(rows, measured, **said):
    """Rows with what each adds; where it is blank the row is left out."""
    return middle(rows, measured, kind="total", **said)


def average(rows, measured, **said):
    """Rows that are added up, for their average."""
    return middle(rows, measured, kind="mean", **said)


def ratio(found, among, per, yearly=False):
    """What rows add up to, for so much of what others do, or for so many of them."""
    found.kind, found.among, found.per, found.yearly = "ratio", among, per, yearly
    return found


def working_days_on(day, many):
    """The day that is so many working days after."""
    while many:
        day += A_DAY
        many -= is_working(day)
    return day

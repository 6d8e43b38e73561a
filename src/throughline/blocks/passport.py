"""What stands behind a measure: its definition, the columns it reads, the example that is its
specification, and what is wrong in the files it was made from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from throughline.blocks.asking import Ask
from throughline.blocks.figures import target_words
from throughline.blocks.shown import Shown
from throughline.comparators.series import every_series
from throughline.errors import Fault
from throughline.examples import blocks, cells
from throughline.loads.faults import faults_of
from throughline.measures.kinds import (
    Cohort,
    Count,
    Mean,
    Measure,
    Rate,
    Ratio,
    Share,
    Stock,
    Total,
    Typical,
    columns_of,
    tables_of,
)
from throughline.people.roles import Reach
from throughline.record.journey import COLUMNS, TABLE_NAMED
from throughline.record.periods import said

KINDS: dict[type[Measure], str] = {
    Count: "A count of what happened in a period.",
    Stock: "How many there are on a day.",
    Share: "A share: of those who count, how many pass.",
    Rate: "A rate: how many for so many.",
    Typical: "The middle value: half took less, half took more.",
    Total: "A sum: what they add up to.",
    Mean: "An average.",
    Ratio: "A ratio: how much of these for so much of those.",
    Cohort: "Followed from entry: what share came to it within so many days.",
}
MOST_FAULTS = 20


@dataclass(frozen=True, eq=False)
class Passport:
    """The definition of the page's measure, in full."""

    def shown(self, ask: Ask) -> ShownPassport:
        """Everything that was declared of it, and the faults that touch it."""
        measure = ask.measure()
        found = faults_of(ask.answers, measure, list(ask.faults())) if ask.may_split else []
        return ShownPassport(
            facts=facts(measure, ask.day),
            reads=reads(measure),
            examples=tuple(example(lines) for lines in blocks(measure.examples)),
            files=files(found),
            faults=tuple(str(fault) for fault in listed(ask, found)),
            tells_faults=ask.may_split,
        )


@dataclass(frozen=True, kw_only=True)
class Reads:
    """A column that a measure reads: where it is, what it holds, its name in the national dataset."""

    table: str
    column: str
    about: str
    ssd: str


@dataclass(frozen=True, kw_only=True)
class ExampleTable:
    """One little table of an example: what it is of, and the number that comes of it."""

    heading: str
    answer: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class ShownPassport(Shown):
    """`files` says how many faults each file's column has; `faults` are some of them in full, for those
    who may open every child (a fault repeats the value that is wrong)."""

    facts: tuple[tuple[str, str], ...]
    reads: tuple[Reads, ...]
    examples: tuple[ExampleTable, ...]
    files: tuple[tuple[str, int], ...]
    faults: tuple[str, ...]
    tells_faults: bool


def facts(measure: Measure, day: date) -> tuple[tuple[str, str], ...]:
    """What a measure says of itself on a day, each under its heading; what it does not say is left out."""
    back = f"{measure.looks_back} months before must be known" if measure.looks_back else ""
    every = (
        ("What kind", KINDS[type(measure)]),
        ("Defined by", measure.defined_by),
        ("Published twin", twin(measure)),
        ("Better", measure.better.value.capitalize()),
        ("Target", target_words(measure, day) or "None set"),
        ("Looks back", back),
        ("Note", measure.note),
        ("Owned by", f"{measure.owned_by}; to be looked at again by {said(measure.review_by)}"),
    )
    return tuple((title, words) for title, words in every if words)


def twin(measure: Measure) -> str:
    """The published series that is the twin of a measure, and where its definition differs; blank if none."""
    series = every_series().get(measure.compare)
    return f"{series.title}. {series.differs}".strip() if series else ""


def reads(measure: Measure) -> tuple[Reads, ...]:
    """The columns it reads, in the order of their tables; a table of which it reads the rows alone is
    named once."""
    here = columns_of(measure)
    found = [
        Reads(table=name.split(".")[0], column=name.split(".")[1], about=column.about, ssd=column.ssd)
        for name, column in COLUMNS.items()
        if name in here
    ]
    told = {each.table for each in found}
    rest = sorted(table.__name__ for table in tables_of(measure) if table.__name__ not in told)
    return (*found, *(Reads(table=t, column="", about=about_table(t), ssd="") for t in rest))


def about_table(name: str) -> str:
    """What a table holds, in its own first line."""
    return (TABLE_NAMED[name].__doc__ or "").strip().splitlines()[0]


def example(lines: list[str]) -> ExampleTable:
    """A little table as it is written, for a page."""
    heading, _, answer = lines[0].strip().partition(": ")
    table, names = heading.split(" ")[0], cells(lines[1])
    titles = tuple(heading_of(table, name) for name in names)
    rows = tuple(tuple((cells(line) + [""] * len(names))[: len(names)]) for line in lines[3:])
    return ExampleTable(heading=heading, answer=answer, columns=titles, rows=rows)


def heading_of(table: str, name: str) -> str:
    """A column of an example in words."""
    column = COLUMNS.get(f"{table}.{name}")
    if column is not None and name != "child":
        return column.about.split(";")[0]
    return (name or "Why").capitalize()


def files(found: list[Fault]) -> tuple[tuple[str, int], ...]:
    """How many faults there are, by file and column, the most first."""
    many = Counter(f"{fault.file}{f', {fault.column}' if fault.column else ''}" for fault in found)
    return tuple(many.most_common())


def listed(ask: Ask, found: list[Fault]) -> list[Fault]:
    """Some faults in full, for a reader to whom every child is open."""
    return found[:MOST_FAULTS] if ask.role.scope is Reach.ALL else []

"""Faults of what is served now, and which measures they touch."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from throughline.counting.answers import Answers
from throughline.errors import Fault, Refused
from throughline.loads.home import Council
from throughline.loads.known import Known
from throughline.loads.parts import read_faults
from throughline.measures.kinds import Measure, columns_of, tables_of
from throughline.record.child import Population
from throughline.record.following import MADE_FROM
from throughline.record.rows import SOURCE
from throughline.record.snapshots import Snapshot
from throughline.record.unknown_children import unknown_children
from throughline.returns.kinds import Return
from throughline.returns.receiving import returns
from throughline.returns.tracing import fills_of, of_one_table


def faults_now(council: Council) -> list[Fault]:
    """Every fault of the returns in force, and of their local lists beside the children of the record."""
    now = council.current()
    return faults_in(council, now["parts"], now["snapshot"]) if now else []


def faults_then(council: Council, known: Known | None) -> list[Fault]:
    """Every fault of the returns that were in force from an earlier load on; of those in force, for none."""
    return faults_in(council, known.parts, known.snapshot) if known else faults_now(council)


def faults_in(council: Council, parts: Iterable[str], snapshot: str) -> list[Fault]:
    """Every fault of these returns, and of the local lists in the record that they made."""
    told = [fault for name in parts for fault in read_faults(council.parts / name)]
    return [*told, *unknown_in(council, snapshot)]


def unknown_in(council: Council, snapshot: str) -> list[Fault]:
    """Children whom a local list names and no return knows; none can be told of a damaged record, which is
    said elsewhere."""
    try:
        return unknown_children(Snapshot.open(council.snapshots / snapshot))
    except Refused:
        return []


def faults_of(answers: Answers, measure: Measure, faults: list[Fault]) -> list[Fault]:
    """Those that touch a measure: in a file that its tables were filled from, and in a column that fills
    one it reads. A line that was set aside, and a fault of a whole file, touch all that the file fills.
    Those too in a file of the same return that only adds to the rows: in a column that no other table has."""
    files = files_behind(answers.snapshot, measure)
    beside = files_beside(answers.snapshot, files)
    kinds = {fault.file: kind_of(answers.snapshot, fault.file) for fault in faults if fault.file in beside}
    return [
        fault
        for fault in faults
        if fault.file in beside
        and (distorts if fault.file in files else adds_to)(fault, kinds[fault.file], measure)
    ]


def files_beside(snapshot: Snapshot, files: set[str]) -> set[str]:
    """Files, and the others of the returns that they came in."""
    parts = {source.part for source in snapshot.sources if source.file in files}
    return {source.file for source in snapshot.sources if source.part in parts}


def adds_to(fault: Fault, given: Return | None, measure: Measure) -> bool:
    """Whether a fault is in a column that the measure reads, and that one table of its return has alone: it
    fills what it fills wherever the rows came from."""
    if given is None or fault.column is None or fault.column not in of_one_table(given):
        return False
    return bool(with_made(fills_of(given).get(fault.column, ())) & read_by(measure))


def files_behind(snapshot: Snapshot, measure: Measure) -> set[str]:
    """The files that a measure's tables were filled from."""
    numbers = {
        number
        for table in tables_of(measure)
        for number in snapshot.frames[table].get_column(SOURCE).drop_nulls().unique()
    }
    return {snapshot.sources[number].file for number in numbers if number < len(snapshot.sources)}


def kind_of(snapshot: Snapshot, file: str) -> Return | None:
    """The kind of return a file came in; None for one that is known no more."""
    title = next((snapshot.parts[source.part] for source in snapshot.sources if source.file == file), "")
    return titled().get(title)


@cache
def titled() -> dict[str, Return]:
    """Every return by its title."""
    return {given.title: given for given in returns()}


def distorts(fault: Fault, given: Return | None, measure: Measure) -> bool:
    """Whether a fault in a file behind a measure is in a column that the measure reads."""
    headings = fills_of(given) if given else {}
    if fault.aside or fault.column is None or fault.column not in headings:
        return True
    return bool(with_made(headings[fault.column]) & read_by(measure))


@cache
def read_by(measure: Measure) -> frozenset[str]:
    """The columns a measure reads: those of its tests, whose row each is, and the population's."""
    tables = tables_of(measure)
    whose = {table.columns["child"].name for table in tables if "child" in table.columns}
    population = set(Population.schema()) if Population in tables else set()
    return frozenset(columns_of(measure) | whose | population)


def with_made(columns: Iterable[str]) -> set[str]:
    """Columns, and those of the tables that are made from theirs: any of these may move any of those."""
    named = set(columns)
    tables = {name.split(".")[0] for name in named}
    for table, source in MADE_FROM.items():
        if source.__name__ in tables:
            named |= set(table.schema())
    return named

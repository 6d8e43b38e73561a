"""Faults of what is served now, and which measures they touch."""

from __future__ import annotations

from throughline.counting.answers import Answers
from throughline.errors import Fault, Refused
from throughline.loads.home import Council
from throughline.loads.parts import read_part
from throughline.measures.kinds import Measure, tables_of
from throughline.record.rows import SOURCE
from throughline.record.snapshots import Snapshot
from throughline.record.strangers import strangers


def faults_now(council: Council) -> list[Fault]:
    """Every fault of the returns in force, and of their local lists beside the children of the record."""
    now = council.current()
    if now is None:
        return []
    told = [fault for name in now["parts"] for fault in read_part(council.parts / name).faults]
    return [*told, *unknown_children(council, now["snapshot"])]


def unknown_children(council: Council, snapshot: str) -> list[Fault]:
    """Children whom a local list names and no return knows; none can be told of a damaged record, which is
    said elsewhere."""
    try:
        return strangers(Snapshot.open(council.snapshots / snapshot))
    except Refused:
        return []


def faults_of(answers: Answers, measure: Measure, faults: list[Fault]) -> list[Fault]:
    """Those in files that a measure's tables were filled from."""
    snapshot = answers.snapshot
    numbers = {
        number
        for table in tables_of(measure)
        for number in snapshot.frames[table].get_column(SOURCE).drop_nulls().unique()
    }
    files = {snapshot.sources[number].file for number in numbers if number < len(snapshot.sources)}
    return [fault for fault in faults if fault.file in files]

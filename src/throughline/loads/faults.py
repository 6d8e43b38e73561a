"""Faults of what is served now, and which measures they touch."""

from __future__ import annotations

from throughline.counting.answers import Answers
from throughline.errors import Fault
from throughline.loads.home import Council
from throughline.loads.parts import read_part
from throughline.measures.kinds import Measure, tables_of
from throughline.record.rows import SOURCE


def faults_now(council: Council) -> list[Fault]:
    """Every fault of the returns in force."""
    now = council.current() or {"parts": []}
    return [fault for name in now["parts"] for fault in read_part(council.parts / name).faults]


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

"""What each load said of the newest months, kept beside its count and longer than that: so that what we said
at the time of each month can be read without opening two years of records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

import polars as pl

from throughline.counting.answers import NOT_AVAILABLE, Answer, Answers
from throughline.counting.store import counted_name
from throughline.counting.trends import steps_to
from throughline.loads.home import Council
from throughline.measures.kinds import Measure
from throughline.record.on_disk import put

MONTHS = 3  # of each load: a month is said by the first load that reaches its end
AS_KEPT = {
    "measure": pl.String,
    "end": pl.Date,
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "value": pl.Float64,
    "many": pl.Int64,
    "too_early": pl.Int64,
}
Said = Mapping[tuple[str, date], Answer]


def said_file(council: Council, snapshot: str) -> Path:
    """Where it is kept, beside the count of the record."""
    return council.counts / f"{counted_name(snapshot)}.said.parquet"


def is_said(council: Council, snapshot: str) -> bool:
    """Whether what a record says is kept, as this very catalogue and engine have it."""
    return said_file(council, snapshot).exists()


def keep_said(council: Council, answers: Answers, names: Mapping[str, Measure]) -> None:
    """Keep what a record says of each measure, for its newest whole months. The file appears whole."""
    periods = steps_to(answers.snapshot.as_at, MONTHS, "month")
    rows = [
        (name, period.end, answer.numerator, answer.denominator, answer.value, answer.many, answer.too_early)
        for name, measure in names.items()
        for period in periods
        if (answer := answers.value(measure, period)).available
    ]
    file = said_file(council, answers.snapshot.name)
    waiting = file.with_name(f".{file.name}")
    pl.DataFrame(rows, schema=AS_KEPT, orient="row").write_parquet(waiting)
    put(waiting, file)


@lru_cache(maxsize=64)
def read_said(file: Path) -> Said:
    """What was kept, by measure and the last day of the month."""
    return {
        (name, end): Answer(numerator, whole, 0, too_early, value, rows=many)
        for name, end, numerator, whole, value, many, too_early in pl.read_parquet(file).iter_rows()
    }


def said_then(council: Council, snapshot: str, measure: str, end: date) -> Answer:
    """What a record said of a month. Not available where no return answered for it then."""
    return read_said(said_file(council, snapshot)).get((measure, end), NOT_AVAILABLE)

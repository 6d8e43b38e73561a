"""Headline measures asked twice: of the product, and in SQL written from the definitions alone."""

import os
from dataclasses import replace
from datetime import date

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.worlds import CHILDREN, DAYS, OVER, snapshot_of, stages, worlds_of
from throughline.counting.answers import count
from throughline.counting.store import catalogue
from throughline.measures.kinds import tables_of
from throughline.record.child import Child
from throughline.record.homes import Placements
from throughline.record.periods import Period, as_at, financial_year, months
from throughline.record.snapshots import nothing

from .plain_days import A_DAY, is_working
from .sql_measures import BEFORE, MEASURES

TABLES = set().union(
    *(tables_of(measure) for name, measure in catalogue().items() if name in MEASURES), {Child}
)
CALENDAR = date(2000, 1, 1), date(2031, 1, 1)
STAGES = {
    stage.name: replace(stage, measures=ours, tables=tuple(sorted(read, key=lambda table: table.__name__)))
    for stage in stages()
    if (ours := {name: measure for name, measure in stage.measures.items() if name in MEASURES})
    and (read := {Child, *(table for measure in ours.values() for table in tables_of(measure))})
}
WHOLE = 5000 // len(STAGES) + 1 if os.environ.get("SOAK") == "1" else 60 // len(STAGES) + 1
PERIODS = [months(2026, 6), months(2025, 12), financial_year(2025), *(as_at(day) for day in DAYS)]


def calendar():
    """Every day, with how many working days had gone by at its end."""
    days = pl.date_range(*CALENDAR, eager=True)
    works = pl.Series([is_working(day) for day in days])
    return pl.DataFrame({"day": days, "many": works.cast(pl.Int64).cum_sum()})


class Sql:
    """A database of a snapshot's tables, under the record's names."""

    def __init__(self, folder):
        self.folder, self.database = folder, duckdb.connect()
        # A file is written anew for each world: none may be remembered.
        self.database.execute("SET enable_external_file_cache = false; SET threads = 1")
        self.put("working", calendar())
        self.put("asked", pl.DataFrame({"first_day": DAYS, "last_day": DAYS, "today": DAYS}).head(1))
        self.hold({table: nothing(table.__name__) for table in TABLES})
        self.database.execute(BEFORE)

    def put(self, name, frame):
        file = self.folder / f"{name}.parquet"
        frame.write_parquet(file)
        self.database.execute(f"CREATE OR REPLACE TABLE {name} AS FROM read_parquet('{file}')")

    def hold(self, frames):
        """These tables, in place of what was there."""
        for table, frame in frames.items():
            short = [pl.col(column.name).alias(name) for name, column in table.columns.items()]
            self.put(table.__name__, frame.select(short))

    def ask(self, names, period, today):
        """The numerator and the denominator of each measure."""
        self.database.execute(
            "UPDATE asked SET first_day = ?, last_day = ?, today = ?", [period.start, period.end, today]
        )
        asked = " UNION ALL ".join(f"SELECT '{name}', * FROM ({MEASURES[name]})" for name in names)
        return {name: (top, bottom) for name, top, bottom in self.database.execute(asked).fetchall()}


@pytest.fixture(scope="module")
def sql(tmp_path_factory):
    return Sql(tmp_path_factory.mktemp("sql"))


def told(answers, measures, period):
    """What the product says of each measure that it can say anything of."""
    found = {name: answers.value(measure, period) for name, measure in measures.items()}
    return {name: (a.numerator, a.denominator) for name, a in found.items() if a.available}


def in_turn(stays):
    """Placements as the record makes them: a child has one carer at a time."""
    for child in CHILDREN:
        mine = {row["Placements.started"]: row for row in stays if row["Placements.child"] == child}
        starts = sorted(mine)
        for start, after in zip(starts, [*starts[1:], None]):
            ended = min((day for day in (mine[start]["Placements.ended"], after) if day), default=None)
            yield {**mine[start], "Placements.ended": after if ended and ended <= start else ended}


@pytest.mark.parametrize("name", STAGES)
@settings(max_examples=WHOLE)
@given(data=st.data(), period=st.sampled_from(PERIODS), later=st.sampled_from([0, 1, 22, 400]))
def test_sql_finds_the_same_of_small_worlds(name, sql, data, period, later):
    stage = STAGES[name]
    world, today = data.draw(worlds_of(stage)), period.end + later * A_DAY
    if Placements in world:
        world[Placements] = list(in_turn(world[Placements]))
    snapshot = snapshot_of(world, today)
    answers = count(stage.measures.values(), snapshot, OVER, [])
    sql.hold({table: snapshot.frames[table] for table in stage.tables})
    ours = told(answers, stage.measures, period)
    assert not ours or sql.ask(ours, period, today) == ours


@pytest.mark.parametrize("period", [financial_year(2025), Period(date(2026, 8, 17), date(2026, 10, 4)), None])
def test_sql_finds_the_same_of_the_sample_borough(period, sql, saltscar):
    answers = saltscar.answers
    measures = {name: measure for name, measure in catalogue().items() if name in MEASURES}
    period = period or as_at(saltscar.day)
    ours = told(answers, measures, period)
    sql.hold({table: answers.snapshot.frames[table] for table in TABLES})
    assert sql.ask(ours, period, answers.snapshot.as_at) == ours
    assert len(ours) >= 30 and any(bottom for _, bottom in ours.values())

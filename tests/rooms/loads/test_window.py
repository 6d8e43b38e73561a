"""The window on the record for those who read SQL: what it shows, and that nothing goes the other way."""

from datetime import date

import polars as pl
import pytest

from throughline.errors import Refused
from throughline.loads.window import ask
from throughline.record.protection import CpPlans
from throughline.record.snapshots import Snapshot

DAY = date(2026, 6, 30)


@pytest.fixture
def folder(tmp_path):
    """A snapshot of one plan."""
    said = {"CpPlans.child": ["Ann"], "CpPlans.started": [DAY]}
    plans = pl.DataFrame({name: said.get(name, [None]) for name in CpPlans.schema()}, schema=CpPlans.schema())
    return tmp_path / Snapshot.of({CpPlans: plans}, as_at=DAY).write(tmp_path).name


def files(folder):
    return {file: file.read_bytes() for file in folder.parent.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT child FROM cp_plans",
        "FROM (SELECT child FROM cp_plans);",
        "WITH plans AS (SELECT * FROM cp_plans) SELECT child FROM plans -- of all",
    ],
)
def test_a_query_is_answered(folder, query):
    assert ask(folder, query) == (["child"], [("Ann",)])


@pytest.mark.parametrize("query", ["SHOW TABLES", "DESCRIBE cp_plans", "SUMMARIZE cp_plans"])
def test_so_is_what_tells_of_tables(folder, query):
    assert len(ask(folder, query)[1]) > 5


@pytest.mark.parametrize(
    "query",
    [
        "COPY (SELECT 1) TO '{folder}/CpPlans.parquet'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{folder}/CpPlans.parquet'",
        "SELECT * FROM query('COPY (SELECT 1) TO ''{folder}/CpPlans.parquet''')",
        "SELECT 1; COPY (SELECT 1) TO '{folder}/CpPlans.parquet'",
        "PREPARE it AS COPY (SELECT 1) TO '{folder}/CpPlans.parquet'",
        "ATTACH '{folder}/new.db'",
        "EXPORT DATABASE '{folder}/new'",
        "CREATE TABLE new AS SELECT 1",
        "SET temp_directory = '{folder}'",
        "INSTALL httpfs",
        "",
        "-- nothing",
    ],
)
def test_nothing_but_a_query_is_run(folder, query):
    before = files(folder)
    with pytest.raises(Refused):
        ask(folder, query.format(folder=folder))
    assert files(folder) == before


@pytest.mark.parametrize("place", ["/etc/passwd", "{folder}/../beside.csv", "/proc/self/environ"])
def test_nothing_but_this_snapshot_is_read(folder, place):
    (folder.parent / "beside.csv").write_text("a\n1\n")
    with pytest.raises(Refused, match="did not work"):
        ask(folder, f"SELECT * FROM read_text('{place.format(folder=folder)}')")


def test_what_does_not_fit_in_memory_is_not_written_elsewhere(folder):
    assert ask(folder, "SELECT current_setting('temp_directory')")[1] == [("",)]

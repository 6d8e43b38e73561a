"""From a heading to the columns of the record, and every line that is set aside by its number."""

import polars as pl
import pytest

from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.returns import filling
from throughline.returns.annex_a import ANNEX_A
from throughline.returns.filling import faults_of
from throughline.returns.headings import heading_of
from throughline.returns.line_runs import runs
from throughline.returns.receiving import returns
from throughline.returns.ssd import SSD
from throughline.returns.ssda903 import SSDA903
from throughline.returns.tracing import fills_of, of_one_table


def test_a_heading_fills_what_is_filled_from_it_alone():
    assert "Child.sex" in fills_of(SSD)["pers_sex"] and "Child.born" not in fills_of(SSD)["pers_sex"]
    assert "Care.started" in fills_of(SSDA903)["DECOM"] and "Child.born" not in fills_of(SSDA903)["DECOM"]


def test_what_decides_whether_a_line_is_a_row_helps_to_fill_all_of_it():
    fills = [(given, fill) for given in returns() for fill in given.fills if fill.rows.reads]
    assert fills
    for given, fill in fills:
        known = {c.name: heading_of(c) for table in given.files.values() for c in table.columns.values()}
        for heading in (known[root] for root in fill.rows.reads):
            assert {fill.table.columns[short].name for short in fill.columns} <= fills_of(given)[heading]


def test_what_a_recipe_made_may_come_of_any_column_it_read():
    assert "Care.entered_care" in fills_of(SSDA903)["RNE"] & fills_of(SSDA903)["DEC"]
    assert any("Child.sex" in columns for columns in fills_of(ANNEX_A).values())


def test_a_heading_that_several_tables_have_is_of_none_of_them():
    assert "clap_cla_placement_type" in of_one_table(SSD) and "DECOM" in of_one_table(SSDA903)
    assert "CHILD" not in of_one_table(SSDA903) and "clap_cla_episode_id" not in of_one_table(SSDA903)


@pytest.mark.parametrize("given", returns(), ids=lambda given: given.title)
def test_every_column_that_is_filled_comes_of_some_heading(given):
    filled = {
        fill.table.columns[short].name
        for fill in given.fills
        for short, expression in fill.columns.items()
        if expression.meta.root_names()
    }
    assert set().union(*fills_of(given).values()) == filled


@pytest.mark.parametrize(
    ("lines", "said"),
    [([], ""), ([3], "3"), ([3, 4, 5, 9], "3 to 5, 9"), ([2, 4, 6], "2, 4, 6")],
)
def test_lines_that_follow_one_another_are_said_together(lines, said):
    assert runs(pl.Series(lines, dtype=pl.Int32)) == said


def test_every_line_that_is_set_aside_is_there_with_its_number(monkeypatch):
    monkeypatch.setattr(filling, "MOST_FAULTS", 2)
    rows = pl.DataFrame({SOURCE: [0, 0, 0, 0, 1, 1], SOURCE_LINE: [7, 2, 3, 4, 5, None]})
    found = faults_of(rows, ["a.csv", "b.csv"], "born", "it is blank.", aside=True)
    assert [(f.file, f.line, f.aside, f.says) for f in found] == [
        ("a.csv", 2, 1, "it is blank."),
        ("a.csv", 3, 1, "it is blank."),
        ("a.csv", None, 2, "it is blank. 2 more lines are so: 4, 7."),
        ("b.csv", None, 2, "it is blank. 2 more lines are so: 5."),
    ]
    without = faults_of(rows.with_columns(pl.lit(None, pl.Int32).alias(SOURCE_LINE)), ["a", "b"], "x", "y.")
    assert sum(fault.aside for fault in without) == 0 and without[-1].says == "y."

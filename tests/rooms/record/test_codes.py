"""Code sets: what a code means, and the years it may be used in; every column's codes are sets."""

import polars as pl
import pytest

from throughline.record.codes import Codes
from throughline.record.columns import Code
from throughline.record.journey import COLUMNS, TABLE_NAMED, TABLES
from throughline.record.rows import Own, Person, Reference, Spell

COLOURS = Codes("Colour", {"R": "Red", "G": "Green"}, since={"G": 2020}, until={"R": 2021})


def test_a_code_that_is_not_known_is_shown_as_it_is():
    assert COLOURS.label("R") == "Red"
    assert COLOURS.label("X") == "X"
    assert COLOURS.label(None) == "Not recorded"


@pytest.mark.parametrize(
    ("code", "year", "holds"),
    [
        ("R", None, True), ("X", None, False), ("X", 2020, False),
        ("R", 2021, True), ("R", 2022, False), ("G", 2019, False), ("G", 2020, True),
    ],
)  # fmt: skip
def test_a_code_may_be_used_in_its_years(code, year, holds):
    assert COLOURS.holds(code, year) == holds


@pytest.mark.parametrize("column", [c for c in COLUMNS.values() if isinstance(c, Code)], ids=lambda c: c.name)
def test_every_code_column_says_what_its_codes_mean(column):
    assert column.codes is not None and column.codes.labels and column.codes.title
    assert all(label.strip() for label in column.codes.labels.values())
    years = {*column.codes.since, *column.codes.until}
    assert years <= set(column.codes.labels)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_table_says_what_it_holds(table):
    assert table.__doc__ and TABLE_NAMED[table.__name__] is table
    assert all(column.about for column in table.columns.values())
    assert list(table.schema()) == [f"{table.__name__}.{name}" for name in table.columns]
    if not issubclass(table, Reference):
        assert table.columns[table.subject].required
    assert table.subject == "child" or issubclass(table, Own)
    if issubclass(table, Spell):
        assert {"started", "ended"} <= set(table.columns)
        assert table.open().table is table
    assert issubclass(table, Person) == (table.__name__ == "Child")


def test_a_column_read_on_its_table_is_an_expression():
    expression = TABLE_NAMED["Care"].started
    assert isinstance(expression, pl.Expr) and expression.meta.root_names() == ["Care.started"]

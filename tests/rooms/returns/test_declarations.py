"""Every return as it is declared: found, whole, and true to the record."""

import polars as pl
import pytest

from throughline.record.child import Child
from throughline.returns.headings import heading_of
from throughline.returns.kinds import Fill, Return, Xml
from throughline.returns.receiving import returns
from throughline.returns.ssda903 import SSDA903
from throughline.returns.ssda903_tables import TABLES, Header

ALL = returns()


def test_every_return_is_found_best_first():
    assert [(given.rank, given.title) for given in ALL] == [
        (1, "Standard Safeguarding Dataset"),
        (2, "Annex A"),
        (3, "Children looked after (SSDA903)"),
        (4, "Children in need census (CIN)"),
        (5, "SEN2"),
        (6, "Ofsted’s SEND lists"),
        (8, "Local lists"),
        (9, "Wards"),
        (9, "ONS postcode directory"),
        (9, "Names of wards"),
        (9, "Ofsted’s providers"),
        (10, "Index of Multiple Deprivation"),
        (11, "Population, as published"),
    ]


def test_the_ssda903_has_its_twelve_tables():
    assert set(SSDA903.files.values()) == set(TABLES)


def test_a_column_the_record_does_not_have_is_refused():
    with pytest.raises(TypeError, match="Child has no column shoe_size"):
        Fill(Child, rows=Header, shoe_size=pl.lit(1))


@pytest.mark.parametrize("given", ALL, ids=lambda given: given.title)
def test_each_fill_says_all_that_its_table_requires(given: Return):
    for fill in given.fills:
        required = {short for short, column in fill.table.columns.items() if column.required}
        assert required <= set(fill.columns), fill.table.__name__


@pytest.mark.parametrize("given", ALL, ids=lambda given: given.title)
def test_no_two_tables_of_a_return_have_the_same_headings(given: Return):
    seen = [frozenset(heading_of(c) for c in table.columns.values()) for table in given.files.values()]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("given", ALL, ids=lambda given: given.title)
def test_every_file_can_be_known(given: Return):
    """A table is known by something: columns it must have, a share of them, or its element’s name."""
    if isinstance(given.reads, Xml):
        return
    for table in given.files.values():
        assert given.enough or any(column.required for column in table.columns.values())

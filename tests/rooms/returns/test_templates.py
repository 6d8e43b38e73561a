"""The template of a local list: filled in and received, it is what was filled in."""

from datetime import date, datetime

import openpyxl
import polars as pl
import pytest

from throughline.record.columns import Date, Flag, Number
from throughline.record.education import Exclusions
from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.returns.headings import heading_of
from throughline.returns.own_examples import EXAMPLE, example_of, without_example
from throughline.returns.own_lists import LISTS
from throughline.returns.receiving import read_return
from throughline.returns.templates import ABOUT, ABOUT_HEADINGS, MADE, templates, write_template

TODAY = date(2026, 6, 30)
ALL = templates()


@pytest.fixture
def made(tmp_path):
    """Write a template; give its file."""

    def write(table):
        file = tmp_path / "list-2026-06-30.xlsx"
        write_template(table, file)
        return file

    return write


def received(file):
    said = []
    (part,) = read_return([file], today=TODAY, say=said.append)
    return part, said


def filled(column, line):
    """What somebody writes in a cell, as a spreadsheet holds it, and what it means."""
    if isinstance(column, Date):
        return datetime(2026, 2, line), date(2026, 2, line)
    if isinstance(column, Flag):
        return ("Yes", True) if line % 2 else ("No", False)
    if isinstance(column, Number):
        return line + 0.5, line + 0.5
    if column.codes:
        code, label = list(column.codes.labels.items())[line % len(column.codes.labels)]
        return label, code
    return f"00{line}", f"00{line}"


@pytest.mark.parametrize("name", ALL)
def test_a_template_has_the_headings_of_its_list_and_its_example(name, made):
    columns = LISTS[ALL[name]].columns.values()
    headings, example = list(
        openpyxl.load_workbook(made(ALL[name])).worksheets[0].iter_rows(values_only=True)
    )
    assert list(headings) == [heading_of(column) for column in columns]
    assert all(example) and EXAMPLE in example


# A workbook is read in a process of its own, which takes a while: a few, with every kind of column.
@pytest.mark.parametrize("name", ["court_cases", "exclusions", "posts", "spending", "strategy_attendance"])
def test_a_template_filled_in_over_its_example_is_received_as_it_is(name, made):
    """Line 2 is the example, written over; line 3 is new; line 4 is nothing."""
    table = ALL[name]
    file = made(table)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames[1:] == [ABOUT]
    sheet = book.worksheets[0]
    expected = []
    for line in (2, 3):
        cells = {short: filled(column, line) for short, column in table.columns.items()}
        for across, (written, _) in enumerate(cells.values(), 1):
            sheet.cell(line, across).value = written
        expected.append({short: meant for short, (_, meant) in cells.items()})
    book.save(file)
    part, said = received(file)
    columns = [pl.col(column.name).alias(short) for short, column in table.columns.items()]
    assert part.frames[table].sort(SOURCE_LINE).select(columns).rows(named=True) == expected
    assert part.faults == () and any(ABOUT in words for words in said)


def test_an_example_left_in_is_read_as_nobody(made):
    part, _ = received(made(Exclusions))
    assert part.frames[Exclusions].height == 0 and part.faults == ()


@pytest.mark.parametrize("name", ALL)
def test_every_list_knows_its_own_example(name):
    table, local = ALL[name], LISTS[ALL[name]]
    cells = {local.columns[short].name: [value] for short, value in example_of(table).items()}
    lines = pl.DataFrame(cells, schema=local.schema()).with_columns(
        pl.lit(0).alias(SOURCE), pl.lit(2).alias(SOURCE_LINE)
    )
    kept, faults = without_example(table, local, lines, ["list.xlsx"])
    assert kept.height == 0 and faults == []


def test_the_example_shows_each_cell_as_it_is_to_be_filled(made):
    sheet = openpyxl.load_workbook(made(Exclusions)).worksheets[0]
    headings, example = list(sheet.iter_rows(values_only=True))
    assert headings == tuple(heading_of(column) for column in LISTS[Exclusions].columns.values())
    assert example == (EXAMPLE, datetime(2026, 4, 1), "Suspension", 1, "Words", "Words", "Yes")


def test_what_may_stand_in_a_cell_is_offered_to_the_hand_that_fills_it(made):
    book = openpyxl.load_workbook(made(Exclusions))
    rules = {
        str(rule.sqref).split(":")[0]: rule for rule in book.worksheets[0].data_validations.dataValidation
    }
    kind, day, days, overturned = rules["C2"], rules["B2"], rules["D2"], rules["G2"]
    assert (kind.type, kind.formula1) == ("list", "'About the columns'!$F$2:$F$3")
    assert [book[ABOUT][f"F{n}"].value for n in (1, 2, 3)] == [
        "Kind of exclusion: one of",
        "Suspension",
        "Permanent exclusion",
    ]
    assert (day.type, days.type, overturned.formula1) == ("date", "decimal", '"Yes,No"')
    assert rules["A2"].prompt == "The child."


def test_every_column_is_explained(made):
    about = openpyxl.load_workbook(made(Exclusions))[ABOUT]
    lines = list(about.iter_rows(max_col=len(ABOUT_HEADINGS), values_only=True))
    assert lines[0] == ABOUT_HEADINGS
    told = {line[0]: line[1:] for line in lines[1:] if line[0]}
    assert told["Child"][2] == "Yes: a line without it is set aside"
    assert told["Kind of exclusion"][1:] == (
        "One of: Suspension; Permanent exclusion",
        "No, but the column must be there: the list is known by it",
    )
    assert told["Days"][1:] == ("A number", "No: the whole column may be left out")
    assert len(told) == len(Exclusions.columns)


def test_the_same_template_is_the_same_bytes_whenever_it_is_made(made):
    first = made(Exclusions).read_bytes()
    properties = openpyxl.load_workbook(made(Exclusions)).properties
    assert (properties.created, properties.modified) == (MADE, MADE)  # and not the moment it was written
    assert made(Exclusions).read_bytes() == first

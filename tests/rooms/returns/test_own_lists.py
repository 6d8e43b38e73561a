"""Local lists: each of the record's own tables read out of a list headed as the table says."""

from datetime import date

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from throughline.record.columns import Date, Flag, Id, Number
from throughline.record.composing import OWN
from throughline.record.court import CourtCases
from throughline.record.education import Exclusions, Peps
from throughline.record.front_door import AgencyChecks
from throughline.record.money import BudgetLines
from throughline.record.rows import Spell
from throughline.record.workforce import Posts
from throughline.returns.finding import Found
from throughline.returns.headings import heading_of, recognised
from throughline.returns.impossible_days import BEFORE
from throughline.returns.own_lists import LISTS, LOCAL_LISTS
from throughline.returns.own_parts import a_part_each
from throughline.returns.reading import read_csv
from throughline.returns.receiving import read_return, returns

OURS = list(LISTS)
NAMES = [table.__name__ for table in OURS]
TODAY = date(2026, 6, 30)
PEPS = "child,completed,term\n"


@pytest.mark.parametrize("table", OURS, ids=NAMES)
def test_a_list_is_known_by_its_headings_in_every_form(table, tmp_path):
    """By its template's headings, by the record's own names, by the sentences about them, and by those it
    must have alone."""
    local = LISTS[table]
    forms = [
        [heading_of(column) for column in local.columns.values()],
        list(table.columns),
        [column.about for column in table.columns.values()],
        [heading_of(column) for column in local.columns.values() if column.required],
    ]
    for headings in forms:
        quoted = ",".join(f'"{heading}"' for heading in headings)
        sheet = read_csv(f"{quoted}\n".encode(), Found(tmp_path, "list.csv", ()))
        assert recognised(sheet, returns()).table is local


def cells(column):
    """What may stand in a column, as it is written, and as it is read."""
    if isinstance(column, Date):
        days = st.dates(date(2020, 1, 1), date(2026, 6, 30))
        return days.map(lambda day: (f"{day:%d/%m/%Y}", day))
    if isinstance(column, Flag):
        return st.sampled_from([("Yes", True), ("no", False)])
    if isinstance(column, Number):
        return st.sampled_from([("£1,250.50", 1250.5), ("-3", -3.0), ("0", 0.0)])
    if column.codes:
        known = column.codes.labels.items()
        return st.sampled_from([*((label, code) for code, label in known), *((c, c) for c, _ in known)])
    words = ["A1", "0012", "Zoë O’Hara"] if isinstance(column, Id) else ["a, b", "x “y”", "Nuneaton"]
    return st.sampled_from([(word, word) for word in words])


def rows_of(table):
    """A few rows, no two the same: each cell that may be blank sometimes is."""
    row = {
        short: cells(column) if column.required else st.just(("", None)) | cells(column)
        for short, column in table.columns.items()
    }
    drawn = st.fixed_dictionaries(row).filter(is_a_row)
    return st.lists(drawn, min_size=1, max_size=4, unique_by=lambda row: repr(sorted(row.items())))


def is_a_row(row):
    """Whether a line says more than one thing, or a number: a word alone is a note (`returns.no_rows`)."""
    written = [written for written, _ in row.values() if written]
    return len(written) > 1 or any(letter.isdigit() for letter in "".join(written))


@pytest.mark.parametrize("table", OURS, ids=NAMES)
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_written_under_the_headings_comes_back(table, data, read):
    rows = data.draw(rows_of(table))
    columns = LISTS[table].columns.values()
    lines = [",".join(f'"{heading_of(column)}"' for column in columns)]
    lines += [",".join(f'"{row[c.short][0]}"' for c in columns) for row in rows]
    part = read({"list.csv": "\n".join(lines) + "\n"}, as_at=TODAY)
    back = part.frames[table].select(pl.col(c.name).alias(short) for short, c in table.columns.items())
    assert back.rows(named=True) == [{short: cell for short, (_, cell) in row.items()} for row in rows]
    assert part.title.startswith("Local list: ")
    drawn = [(row["started"][1], row["ended"][1]) for row in rows if issubclass(table, Spell)]
    backwards = [line for line, (start, end) in enumerate(drawn, 2) if start and end and end < start]
    assert [(fault.line, fault.says) for fault in part.faults] == [(line, BEFORE) for line in backwards]


def test_a_value_that_is_not_allowed_is_a_fault_and_the_rest_of_the_row_is_kept(read, rows, says):
    text = "Child,Excluded,Kind of exclusion,Days\nAnn,03/02/2026,Sent home,2\nBen,04/02/2026,suspension,x\n"
    part = read({"given.csv": text}, as_at=TODAY)
    assert rows(part, Exclusions, "child", "kind_of_exclusion", "days") == [
        ("Ann", "Sent home", 2.0),
        ("Ben", "SUSP", None),
    ]
    assert (
        "line 2, Kind of exclusion: “Sent home” is not a code for it; it is kept as it came. "
        "Write one of: Suspension; Permanent exclusion. Correct it in the list, and receive the list again."
    ) in says(part)
    assert "line 3, Days: “x” is not a number. Correct it in the list" in says(part)


def test_a_row_without_its_child_is_set_aside(read, rows, says):
    part = read({"peps.csv": PEPS + "Ann,01/02/2026,Spring\n,01/02/2026,Spring\n"}, as_at=TODAY)
    assert rows(part, Peps, "child") == [("Ann",)]
    assert "line 3, Child: it does not give “The child”, so this line is set aside. Correct" in says(part)


def test_a_list_is_believed_from_its_first_month_to_the_day_it_says(read):
    part = read({"peps-2026-05-31.csv": PEPS + "Ann,14/02/2026,Spring\nBen,,\n"})
    assert part.covers == {Peps: (date(2026, 2, 1), date(2026, 5, 31))} and part.as_at == date(2026, 5, 31)
    assert not any("what day it is true of" in fault.says for fault in part.faults)


def test_a_list_that_says_no_day_is_believed_to_its_latest(read, says):
    text = PEPS + "Ann,14/02/2026,Spring\nBen,03/03/2026,Spring\nCat,03/09/2026,Autumn\n"
    part = read({"peps.csv": text})
    assert part.covers == {Peps: (date(2026, 2, 1), date(2026, 3, 3))}
    assert "peps.csv: it does not say what day it is true of; it is believed to 3 March 2026" in says(part)


def test_a_list_with_nothing_dated_answers_for_no_day(read, says):
    part = read({"peps.csv": PEPS + "Ann,,Spring\n"})
    assert part.covers == {} and part.as_at is None and "it answers for no day" in says(part)


def test_an_empty_list_that_says_its_day_says_that_there_is_none_on_it(read):
    part = read({"peps-2026-05-31.csv": PEPS})
    assert part.covers == {Peps: (date(2026, 5, 31), date(2026, 5, 31))}


def test_a_list_of_what_stands_is_true_until_it_is_replaced(read):
    text = "post,started,job,full_time\nP1,01/04/2020,Social worker,1\n"
    part = read({"posts.csv": text})
    assert part.covers == {Posts: (date(2020, 4, 1), date.max)} and part.as_at == TODAY
    assert not any("what day" in fault.says for fault in part.faults)
    part = read({"posts-2026-05-31.csv": text}, folder="other")
    assert part.covers == {Posts: (date(2020, 4, 1), date.max)} and part.as_at == date(2026, 5, 31)
    assert {table for table in OWN if table.stands} > {BudgetLines, Posts}


def test_the_same_list_of_two_days_is_two_returns(write):
    folder = write({
        "a-2026-04-30.csv": PEPS + "Ann,14/02/2026,Spring\n",
        "a-2026-05-31.csv": PEPS + "Ann,14/02/2026,Spring\nAnn,14/05/2026,Summer\n",
        "checks-2026-05-31.csv": "child,asked,agency\nAnn,01/05/2026,Police\n",
    })  # fmt: skip
    parts = read_return([folder], today=TODAY)
    assert sorted((part.title, str(part.as_at)) for part in parts) == [
        ("Local list: agency checks", "2026-05-31"),
        ("Local list: peps", "2026-04-30"),
        ("Local list: peps", "2026-05-31"),
    ]
    assert {table for part in parts for table in part.frames} == {AgencyChecks, Peps}


def test_the_example_row_is_passed_over_and_one_begun_is_a_fault(read, rows, says):
    headings = "case,child,started,ended,court\n"
    example = "EXAMPLE,EXAMPLE,01/04/2026,01/04/2026,Words\n"
    part = read({"c.csv": headings + example + "C1,Ann,01/05/2026,,\n"}, as_at=TODAY)
    assert rows(part, CourtCases, "case", "child") == [("C1", "Ann")]
    assert "example" not in says(part)
    part = read({"c.csv": headings + "C1,example,01/05/2026,,\nC2,Ben,01/05/2026,,\n"}, as_at=TODAY)
    assert rows(part, CourtCases, "child") == [("Ben",)]
    assert "line 2, Child: this is the template’s example, with other cells changed" in says(part)


def test_the_lists_are_one_return_which_says_nothing_by_itself():
    assert set(LISTS) == OWN and LOCAL_LISTS.made_by is a_part_each


def test_a_fault_that_says_what_to_do_keeps_it(read, says):
    part = read({"peps-2026-05-31.csv": (PEPS + "Zoë,14/02/2026,Spring\n").encode("cp1252")})
    assert "read as Windows text (cp1252). Look at names with accents, or export as UTF-8." in says(part)

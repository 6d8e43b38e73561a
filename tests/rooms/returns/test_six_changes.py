"""Every heading of every return, changed in six ways: the same lines, or a question, or a plain refusal."""

from pathlib import Path

import polars as pl
import pytest

from throughline.record.columns import Code, Date, Flag, Number
from throughline.record.rows import SOURCE_LINE
from throughline.returns.finding import Found
from throughline.returns.headings import Unknown, folded, heading_of, recognised
from throughline.returns.kinds import LongCsv, Workbook, Xml
from throughline.returns.questions import ask_headings, ask_what_lacks
from throughline.returns.reading import Sheet, read_csv
from throughline.returns.receiving import returns
from throughline.returns.told import Told
from throughline.returns.values import typed

TABLES = [
    pytest.param(given, table, id=f"{given.title}: {name}")
    for given in returns()
    if not isinstance(given.reads, Xml | LongCsv)  # published files, of whose many headings we read a few
    for name, table in given.files.items()
]
FEW = 4  # headings: of so few, one that is like nothing leaves no return to be seen
FILE = Found(Path("a.csv"), "a.csv", ("a.csv",))


def value(column):
    """What could stand in a column."""
    if isinstance(column, Code) and column.codes:
        return next(iter(column.codes.labels))
    kinds = {Date: "25/02/2020", Flag: "Y", Number: "7"}
    return next((text for kind, text in kinds.items() if isinstance(column, kind)), "abc")


def sheet_of(given, headings, cells, mark=""):
    """A sheet with two lines, as the return would come."""
    if not isinstance(given.reads, Workbook):
        lines = [",".join(f'"{cell}"' for cell in line) for line in (headings, cells, cells)]
        return read_csv((mark + "\n".join(lines) + "\n").encode(), FILE)
    frame = pl.DataFrame({str(n): [cell, cell] for n, cell in enumerate(cells)})
    numbered = frame.with_columns(pl.Series(SOURCE_LINE, [2, 3], dtype=pl.Int32))
    return Sheet(FILE, "", "A sheet", tuple(headings), numbered)


def known_of(given, table, sheet, answers=None):
    """Which heading each column of the table is read from, what is asked, and why it is refused, if it is."""
    asked = []
    told = Told(answers or {}, asked.append)
    try:
        known = recognised(sheet, [given], told)
    except Unknown as unknown:
        ask_what_lacks(sheet, unknown.best, told)
        return None, asked, str(unknown)
    if known.table is not table:
        return None, asked, f"It was taken for {known.table.__name__}"
    ask_headings(sheet, known, told)
    return {name: sheet.headings[place] for name, place in known.places.items()}, asked, ""


def lines_of(given, sheet):
    """The lines as the return reads them."""
    told = Told()
    return typed(sheet, recognised(sheet, [given], told), told).lines


def plain(given, table):
    """Its headings and a line of it."""
    columns = list(table.columns.values())
    return [heading_of(column) for column in columns], [value(column) for column in columns]


def changed_by(change, number, headings, cells):
    """The headings, cells and mark of a file in which one heading is changed."""
    changed, values = list(headings), list(cells)
    if change == "case":
        changed[number] = headings[number].swapcase()
    elif change == "blanks":
        changed[number] = f"  {headings[number].replace(' ', '  ')}\u00a0"
    elif change == "reordered":
        changed.insert(0, changed.pop(number))
        values.insert(0, values.pop(number))
    elif change == "extra":
        changed.insert(number, "Our own notes")
        values.insert(number, "anything")
    return changed, values, "\ufeff" if change == "byte order mark" else ""


@pytest.mark.parametrize(("given", "table"), TABLES)
@pytest.mark.parametrize("change", ["case", "blanks", "reordered", "extra", "byte order mark"])
def test_what_changes_nothing(given, table, change):
    headings, cells = plain(given, table)
    right = lines_of(given, sheet_of(given, headings, cells))
    blank = right.select(column.name for column in table.columns.values()).null_count()
    assert right.height == 2 and blank.sum_horizontal()[0] == 0
    for number, _ in enumerate(headings):
        changed, values, mark = changed_by(change, number, headings, cells)
        sheet = sheet_of(given, changed, values, mark)
        known, asked, says = known_of(given, table, sheet)
        assert known is not None, says
        wanted = {name: folded(heading_of(column)) for name, column in table.columns.items()}
        assert {name: folded(heading) for name, heading in known.items()} == wanted, headings[number]
        assert asked == [], "nothing is lacking, so nothing is asked"
    assert lines_of(given, sheet).equals(right)


@pytest.mark.parametrize(("given", "table"), TABLES)
def test_a_missing_heading_is_blank_or_said(given, table):
    headings, cells = plain(given, table)
    for number, (name, column) in enumerate(table.columns.items()):
        changed = headings[:number] + headings[number + 1 :]
        if not changed:
            continue
        sheet = sheet_of(given, changed, cells[:number] + cells[number + 1 :])
        known, asked, says = known_of(given, table, sheet)
        assert asked == [], "no heading is there that could be it"
        if known is not None:
            assert name not in known and not column.required
            assert lines_of(given, sheet).get_column(column.name).null_count() == 2
        else:
            assert column.required and (headings[number] in says or "taken for" in says or "is no" in says)


@pytest.mark.parametrize(("given", "table"), TABLES)
@pytest.mark.parametrize("new", ["{}s", "Zzyzx"])
def test_a_renamed_heading_is_asked_about_and_then_known(given, table, new):
    headings, cells = plain(given, table)
    unasked = []
    for number, name in enumerate(table.columns):
        changed = list(headings)
        changed[number] = new.format(headings[number])
        sheet = sheet_of(given, changed, cells)
        known, asked, says = known_of(given, table, sheet)
        if known is not None and known.get(name) == changed[number]:
            continue  # known by its key words
        if not asked:
            unasked.append((headings[number], says))
            continue
        (one,) = asked
        assert one.choices[0].answer == name, (changed[number], one.choices)
        assert one.likely or new == "Zzyzx", (changed[number], one.choices[:3])
        known, asked, says = known_of(given, table, sheet, {one.subject: name})
        assert known is not None and known[name] == changed[number] and asked == [], says
        _, asked, _ = known_of(given, table, sheet, {one.subject: ""})
        assert asked == [], "it is asked once"
    assert unasked == [] or (new == "Zzyzx" and len(headings) < FEW), unasked

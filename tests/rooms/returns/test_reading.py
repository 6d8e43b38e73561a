"""A CSV file as text: nothing altered, nothing lost, and every trouble in words."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.errors import Refused
from throughline.returns import reading
from throughline.returns.finding import Found
from throughline.returns.reading import careful_cells, even_cells, read_csv

FILE = Found(Path("a.csv"), "a.csv", ("a.csv",))


def cells_of(data: bytes) -> list[tuple[object, ...]]:
    return read_csv(data, FILE).cells.rows()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_are_never_altered(encoding):
    data = "id,name\n1,Zoë O’Brien\n2,Siân\n".encode(encoding)
    assert cells_of(data) == [("1", "Zoë O’Brien", 2), ("2", "Siân", 3)]


def test_windows_letters_are_said():
    assert "Windows text" in str(read_csv("id\nZoë\n".encode("cp1252"), FILE).faults[0])
    assert read_csv("id\nZoë\n".encode(), FILE).faults == ()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b",,,\n", "is empty"),
        (b"a,b\x00\n", "is not text"),
        (b"a,\x81\n", "is not text"),
        (b'a,"b\n1,2\n', "no line of headings"),
        (b'a,b\n1,"2\n3,4\n', "line 2: a quotation mark is out of place"),
        (("x" * (reading.LONGEST_LINE + 1)).encode(), "a line of more than"),
        (",".join(f"c{n}" for n in range(501)).encode(), "more than 500 columns"),
    ],
)
def test_refused_in_words(data, says):
    with pytest.raises(Refused, match=says) as refused:
        read_csv(data, FILE)
    assert "a.csv" in str(refused.value)


def test_a_line_of_another_length_is_set_aside_and_said():
    sheet = read_csv(b"a,b\n1,2\n3\n4,5,6\n7,8\n", FILE)
    assert sheet.cells.rows() == [("1", "2", 2), ("7", "8", 5)]
    assert [fault.line for fault in sheet.faults] == [3, 4]
    assert "1 cells where the heading has 2" in sheet.faults[0].says


def test_a_file_cut_short_is_suspected():
    assert "cut short" in str(read_csv(b"a,b\n1,2\n3", FILE).faults[-1])


def test_blank_lines_are_nothing_and_lines_keep_their_numbers():
    assert cells_of(b"a,b\r\n\r\n1,2\r\n,\r\n3,4") == [("1", "2", 3), ("3", "4", 5)]
    assert cells_of(b'a,b\n\n"1","x\ny"\n\n3,4\n') == [("1", "x\ny", 3), ("3", "4", 6)]


def test_headings_alone_are_a_table_without_rows():
    assert cells_of(b"a,b\n") == []
    assert read_csv(b"a,b\n", FILE).headings == ("a", "b")


def test_quotation_marks_hold_commas_and_themselves():
    assert cells_of(b'a,b\n"1,5","say ""so"""\n') == [("1,5", 'say "so"', 2)]


@given(st.lists(st.lists(st.text('a1", ;', max_size=4), min_size=2, max_size=2), max_size=5))
def test_the_fast_way_reads_what_the_careful_way_does(lines):
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([["a", "b"], *lines])
    fast = even_cells(file.getvalue(), 2)
    slow, faults = careful_cells(file.getvalue(), 2, "a.csv")
    assert not faults
    assert fast is not None and fast.fill_null("").rows() == slow.rows()
    told = [tuple(line) for line in lines if any(cell.strip() for cell in line)]
    assert [row[:2] for row in slow.rows()] == told

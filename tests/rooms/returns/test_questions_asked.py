"""Which headings are asked about, and which first."""

import io
from contextlib import suppress

import openpyxl
import pytest

from throughline.errors import Refused
from throughline.returns.annex_a import ANNEX_A
from throughline.returns.annex_a_headings import HEADINGS
from throughline.returns.receiving import read_return
from throughline.returns.told import Told

ROWS = {
    "Child Unique ID": "1001",
    "Date of Birth": "01/05/2012",
    "Gender": "M",
    "Date of Contact": "01/06/2026",
}


@pytest.fixture
def asked(write):
    """The headings that are asked about, of a list of Ofsted's under other headings."""

    def headings(number, **renamed):
        made = openpyxl.Workbook()
        made.active.append([renamed.get(heading, heading) for heading in HEADINGS[number]])
        made.active.append([ROWS.get(heading, "") for heading in HEADINGS[number]])
        made.save(data := io.BytesIO())
        found = []
        with suppress(Refused):
            read_return([write({"Annex A 2026-06-30.xlsx": data.getvalue()})], told=Told(ask=found.append))
        return [question.subject.name for question in found]

    return headings


def test_what_ofsted_asks_for_and_we_do_not_read_is_no_question(asked):
    assert asked(8) == []
    assert asked(8, Gender="M/F") == ["m/f"]


def test_two_renamed_headings_that_a_list_must_have_are_asked_about(asked):
    renamed = {"Date of Contact": "When they rang", "Contact Source": "Who rang"}
    assert sorted(asked(1, **renamed)) == ["when they rang", "who rang"]


def test_what_a_list_must_have_is_asked_first(asked):
    assert asked(1, **{"Gender": "Sort", "Date of Contact": "When they rang"}) == [
        "when they rang",
        "sort",
    ]


def test_every_list_knows_its_guides_headings():
    assert set(ANNEX_A.unread) == set(ANNEX_A.files.values())

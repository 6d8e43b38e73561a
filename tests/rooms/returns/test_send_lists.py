"""Ofsted's two lists of children with special educational needs, received."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.send import EhcPlans, EhcReviews, SendListings, SendPupils, SenNeeds
from throughline.returns.receiving import read_return
from throughline.returns.send_lists import PlanList, SupportList

ANN = {
    "Unique ID": "Ann", "UPN": "A1", "ULN": "77", "Date of birth": "01/05/2012", "Gender": "b) Female",
    "Ethnicity": "WBRI", "SEN primary need": "ASD", "Main education establishment – URN": "100001",
    "Main education establishment – phase": "Primary", "Suspensions": 2, "Permanent exclusions": 0,
    "Absence": "8%", "Pupil Premium": "Yes", "Known to children's social care?": "No",
    "Does the child or young person have a disability?": "Yes",
}  # fmt: skip
PLAN = {
    "Date initial EHC plan issued": "02/06/2024", "Date updated EHC plan issued": "03/06/2025",
    "Date EHC plan last reviewed": "04/06/2026", "Elective home education": "No",
}  # fmt: skip


def book(**sheets):
    """A workbook with Ofsted's headings; each line a dictionary of those it has."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, lines in sheets.items():
        table = SupportList if title == "List_2" else PlanList
        headings = [column.about for column in table.columns.values()]
        sheet = made.create_sheet(title)
        for row in (headings, *([line.get(name) for name in headings] for line in lines)):
            sheet.append(row)
    made.save(file := BytesIO())
    return file.getvalue()


def test_both_lists(read, rows):
    ben = {**ANN, "Unique ID": "Ben", "UPN": "B1", "SEN primary need": "Dyslexia"}
    part = read({"send.xlsx": book(List_1=[{**ANN, **PLAN}], List_2=[ANN, ben])})
    day = date(2026, 6, 4)
    assert part.as_at == day and set(part.covers.values()) == {(day, day)}
    assert rows(part, Child, "child", "born", "sex", "ethnicity", "upn", "disabled") == [
        ("Ann", date(2012, 5, 1), "F", "WBRI", "A1", True),
        ("Ben", date(2012, 5, 1), "F", "WBRI", "B1", True),
    ]
    assert rows(part, SendPupils, "child", "upn", "uln") == [("Ann", "A1", "77"), ("Ben", "B1", "77")]
    assert rows(part, EhcPlans, "child", "started", "ended", "updated") == [
        ("Ann", date(2024, 6, 2), None, date(2025, 6, 3))
    ]
    assert rows(part, EhcReviews, "child", "told") == [("Ann", day)]
    assert rows(part, SenNeeds, "child", "need") == [("Ann", "ASD"), ("Ann", "ASD"), ("Ben", "Dyslexia")]
    names = ["child", "listed", "kind", "urn", "phase", "home_educated", "suspensions", "absence", "known"]
    assert rows(part, SendListings, *names) == [
        ("Ann", day, "P", "100001", "Primary", False, 2.0, "8%", False),
        ("Ann", day, "S", "100001", "Primary", None, 2.0, "8%", False),
        ("Ben", day, "S", "100001", "Primary", None, 2.0, "8%", False),
    ]


def test_what_is_wrong_is_said_and_where(read, says):
    wrong = {**ANN, **PLAN, "Pupil Premium": "hmm", "SEN primary need": "H5"}
    told = says(read({"send.xlsx": book(List_1=[wrong, {**ANN, **PLAN, "UPN": ""}])}))
    assert "sheet “List_1”, line 2, Pupil Premium: “hmm” is neither yes nor no." in told
    assert "line 2, SEN primary need: “H5” is not a code for it" in told
    assert "line 3, Unique ID: the same Unique ID stands in “children with an EHC plan” already" in told


def test_the_day(write, read):
    assert read({"send-2026-06-30.xlsx": book(List_2=[ANN])}, "named").as_at == date(2026, 6, 30)
    asked = read({"send.xlsx": book(List_2=[ANN])}, "asked", as_at=date(2026, 5, 1))
    assert asked.as_at == date(2026, 5, 1) and EhcPlans not in asked.covers
    with pytest.raises(Refused, match=r"What day is unsaid/send\.xlsx true of"):
        read_return([write({"send.xlsx": book(List_2=[ANN])}, "unsaid")])


def test_empty_lists_say_that_there_is_nobody(read):
    part = read({"send-2026-06-30.xlsx": book(List_1=[], List_2=[])})
    assert SendListings in part.covers and not part.frames[SendListings].height


def test_the_published_lists_are_received(shared):
    (part,) = read_return([shared / "samples/send_annex_a/fake_sen.xlsx"])
    assert part.frames[Child].height == 3 and part.frames[EhcPlans].height == 2

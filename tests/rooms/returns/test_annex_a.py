"""What Annex A fills, on which days it answers, and what is said of its faults."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from throughline.errors import Refused
from throughline.record.assessment import Assessments
from throughline.record.care import Care, CareReviews, CareVisits
from throughline.record.child import Child
from throughline.record.early_help import EarlyHelp
from throughline.record.front_door import Contacts, Referrals
from throughline.record.homes import Placements
from throughline.record.leaving_care import CareLeavers
from throughline.record.permanence import Adopters, Adoptions
from throughline.record.protection import Conferences, CpPlans, CpReviews, CpVisits, Section47
from throughline.record.workforce import Teams, Workers
from throughline.returns.receiving import read_return

ABOUT = {
    "Child Unique ID": "Ann",
    "Gender": "b) Female",
    "Ethnicity": "a) WBRI",
    "Date of Birth": "01/05/2012",
}
HELD = {"Allocated Team": "North", "Allocated Worker": "Wendy Wu"}
CONTACT = {**ABOUT, "Date of Contact": datetime(2026, 6, 1), "Contact Source": "6"}
HELP = {**ABOUT, "Assessment start date": "02/06/2026", "Assessment completion date": None,
        "Organisation completing assessment": "School"}  # fmt: skip
REFERRAL = {
    **ABOUT,
    "Date of referral": "02/06/2026",
    "Referral Source": "6",
    "Referral NFA?": "b) No",
    **HELD,
}
SUPPORT = "Was the child assessed as requiring LA children’s  social care support"
ASSESSMENT = {**ABOUT, "Does the Child have a Disability": "a) Yes",
              "Continuous Assessment Start Date": "03/06/2026",
              "Child Seen During Continuous Assessment": "Y",
              "Continuous Assessment Date of Authorisation": "01/01/1900",
              SUPPORT: "No",
              **HELD}  # fmt: skip
ENQUIRY = {**ABOUT, "Does the Child have a Disability": "b) No",
           "Strategy discussion initiating Section 47 Enquiry Start Date": "04/06/2026",
           "Was an Initial Child Protection Conference deemed unnecessary?": "b) No",
           "Date of Initial Child Protection Conference": "20/06/2026",
           "Did the Initial Child Protection Conference Result in a Child Protection Plan": "a) Yes",
           **HELD}  # fmt: skip
YES = {**ABOUT, "Does the Child have a Disability": "a) Yes"}
NEED = {**YES, "CIN Start Date": "02/06/2026", "Primary Need Code": "a) N1", "CIN Closure Date": None,
        "Reason for Closure": None} | HELD  # fmt: skip
PLAN = {**YES, "Child Protection Plan Start Date": "20/06/2026", "Initial Category of Abuse": "e) Multiple",
        "Latest Category of Abuse": "Neglect", "Date of the Last Statutory Visit": "25/06/2026",
        "Number of Previous Child Protection Plans": 1,
        "Was the Child Seen Alone?": "a) Yes", "Date of latest review conference": "26/06/2026",
        "Child Protection Plan End Date": None} | HELD  # fmt: skip
CARE = {**YES, "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))": "N",
        "Date Started to be Looked After": "01/02/2026", "Child's Category of Need": "N1",
        "Start date of current legal status": "01/03/2026", "Child's Legal Status": "C2",
        "Date of Latest Statutory Review": "01/05/2026", "Date of Last Social Work Visit": "02/05/2026",
        "Date Ceased to be Looked After": None, "Reason Ceased to be Looked After": None,
        "Start Date of Most Recent Placement": "01/04/2026", "Placement Type": "U6 - fostering",
        "Placement Provider": "PR1", "Placement postcode": "AB1 2CD", "URN of Placement": "SC1",
        **HELD}  # fmt: skip
LEAVER = {**YES,
          "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": "a) Yes",
          "Eligibity Category": "b) Former relevant child", "LA in Touch": "YES",
          "Latest Pathway Plan Review Date": "01/06/2026", "Latest Date of Contact": "02/06/2026",
          "Type of Accommodation": "U", "Suitability of Accomodation": "1",
          "Activity Status": "F1", **HELD}  # fmt: skip
ADOPTION = {**YES, "Date the Child Entered Care": "01/02/2025",
            "Date of Decision that Child Should be Placed for Adoption": "01/06/2025",
            "Date of Placement Order": "01/07/2025",
            "Date of Matching Child and Prospective Adopters": "01/08/2025",
            "Date Placed for Adoption": "01/09/2025", "Date of Adoption Order": "01/03/2026",
            "Date of Decision that Child Should No Longer be Placed for Adoption": None,
            "Reason Why Child No Longer Placed for Adoption": None,
            "Date the child was placed for fostering in FFA or concurrent planning placement": "01/07/2025",
            }  # fmt: skip
ADOPTER = {"Individual adopter identifier": "P1", "Family identifier": "F1",
           "Date enquiry received": "01/01/2026", "Date application approved": None,
           "Date adopter matched with child(ren)": None, "Date of leaving adoption process": "01/06/2026",
           "Reason for leaving adoption process": "1"}  # fmt: skip
LISTS = {1: [CONTACT], 2: [HELP], 3: [REFERRAL], 4: [ASSESSMENT], 5: [ENQUIRY], 6: [NEED], 7: [PLAN],
         8: [CARE], 9: [LEAVER], 10: [ADOPTION], 11: [ADOPTER]}  # fmt: skip
AS_AT = date(2026, 6, 30)


def book(lists):
    made = openpyxl.Workbook()
    made.active.title = "Cover"
    for number, lines in lists.items():
        sheet = made.create_sheet(f"List_{number}")
        sheet.append(list(lines[0]))
        for line in lines:
            sheet.append(list(line.values()))
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


@pytest.fixture
def workbook(read):
    """The part that these lists make; those not said are as usual."""

    def part(change=None, without=(), name="Annex A 2026-06-30.xlsx", **asked):
        lists = {n: lines for n, lines in {**LISTS, **(change or {})}.items() if n not in without}
        return read({name: book(lists)}, **asked)

    return part


def test_every_list_fills_its_tables(workbook, rows, says):
    part = workbook()
    (filler,) = part.faults
    assert filler.column == "Continuous Assessment Date of Authorisation"
    assert filler.says == "1 is “1 January 1900”, a filler; left blank: not recorded."
    assert (part.title, part.rank, part.as_at) == ("Annex A", 2, AS_AT)
    assert rows(part, Child, "child", "sex", "ethnicity", "born", "disabled", "asylum") == [
        ("Ann", "F", "WBRI", date(2012, 5, 1), True, True)
    ]
    assert rows(part, Contacts, "received", "source", "referred", "@source_line") == [
        (date(2026, 6, 1), "6", True, 2)
    ]
    assert rows(part, EarlyHelp, "started", "ended", "organisation") == [(date(2026, 6, 2), None, "School")]
    assert rows(part, Assessments, "started", "ended", "seen", "no_action", "team", "worker") == [
        (date(2026, 6, 3), None, True, True, "North", "Wendy Wu")
    ]
    held = date(2026, 6, 20)
    assert rows(part, Section47, "started", "ended", "conference", "no_conference") == [
        (date(2026, 6, 4), held, held, False)
    ]
    assert rows(part, Conferences, "held", "discussed", "plan") == [(held, date(2026, 6, 4), True)]
    assert rows(part, CpPlans, "started", "ended", "category", "first_category", "team", "before") == [
        (held, None, "NEG", "MUL", "North", 1)
    ]
    assert rows(part, CpVisits, "made", "seen_alone") == [(date(2026, 6, 25), True)]
    assert rows(part, CpReviews, "held") == [(date(2026, 6, 26),)]
    assert rows(part, CareReviews, "held") == [(date(2026, 5, 1),)]
    assert rows(part, CareVisits, "made") == [(date(2026, 5, 2),)]
    assert rows(part, Workers, "worker", "name") == [("Wendy Wu", "Wendy Wu")]
    assert rows(part, Teams, "team", "name") == [("North", "North")]
    assert rows(part, Adopters, "adopter", "family", "enquired", "left", "left_because") == [
        ("P1", "F1", date(2026, 1, 1), date(2026, 6, 1), "1")
    ]


def test_care_leavers_and_adoption(workbook, rows):
    part = workbook()
    names = (
        "started",
        "ended",
        "eligibility",
        "in_touch",
        "accommodation",
        "suitable",
        "activity",
        "contact",
    )
    assert rows(part, CareLeavers, *names) == [
        (AS_AT, date(2026, 7, 1), "Former relevant", "YES", "U", "1", "F1", date(2026, 6, 2))
    ]
    names = ("started", "placement_order", "matched", "placed", "ended", "order", "entered_care", "reversed",
             "reversed_because", "fostered_first")  # fmt: skip
    assert rows(part, Adoptions, *names) == [
        (date(2025, 6, 1), date(2025, 7, 1), date(2025, 8, 1), date(2025, 9, 1), date(2026, 3, 1), "Adoption",
         date(2025, 2, 1), None, None, date(2025, 7, 1))
    ]  # fmt: skip


def test_care_is_cut_where_the_list_begins_to_know(workbook, rows):
    told = rows(
        workbook(), Care, "started", "ended", "start_reason", "legal_status", "placement", "end_reason"
    )
    assert told == [
        (date(2026, 2, 1), date(2026, 3, 1), "S", None, None, "X1"),
        (date(2026, 3, 1), date(2026, 4, 1), "L", "C2", None, "X1"),
        (date(2026, 4, 1), None, "P", "C2", "U6", None),
    ]


@pytest.mark.parametrize(
    ("legal", "placed", "ended", "expected"),
    [
        ("01/02/2026", "01/02/2026", None, [("S", "C2", "U6", None)]),
        ("01/01/2026", None, None, [("S", "C2", "U6", None)]),
        (None, "01/03/2026", None, [("S", "C2", None, "X1"), ("P", "C2", "U6", None)]),
        ("01/03/2026", "01/03/2026", "01/04/2026", [("S", None, None, "X1"), ("B", "C2", "U6", "E4A")]),
        ("01/05/2026", "01/05/2026", "01/04/2026", [("S", None, None, "E4A")]),
    ],
)
def test_other_cuts(workbook, rows, legal, placed, ended, expected):
    began = {"Start date of current legal status": legal, "Start Date of Most Recent Placement": placed}
    over = {"Date Ceased to be Looked After": ended, "Reason Ceased to be Looked After": ended and "E4A"}
    line = CARE | began | over
    told = rows(
        workbook({8: [line]}), Care, "started", "start_reason", "legal_status", "placement", "end_reason"
    )
    assert [row[1:] for row in told] == expected


def test_covers_are_the_windows(workbook):
    covers = workbook().covers
    assert covers[Contacts] == covers[Care] == covers[Referrals] == (date(2025, 12, 31), AS_AT)
    assert covers[Adoptions] == covers[Adopters] == (date(2025, 7, 1), AS_AT)
    for table in (CareLeavers, CpVisits, CpReviews, CareVisits, CareReviews):
        assert covers[table] == (AS_AT, AS_AT)
    assert Placements not in covers, "the list has the latest placement alone"


def test_a_referral_is_joined_with_the_child_in_need(workbook, rows):
    needs = [NEED, {**NEED, "CIN Start Date": "01/01/2024", "CIN Closure Date": "05/06/2026",
                    "Reason for Closure": "RC7"}]  # fmt: skip
    referrals = [REFERRAL, {**REFERRAL, "Date of referral": "08/06/2026", "Referral NFA?": "a) Yes"}]
    part = workbook({3: referrals, 6: needs})
    names = ("started", "ended", "source", "no_action", "need", "end_reason", "team", "@source_line")
    assert rows(part, Referrals, *names) == [
        (date(2024, 1, 1), date(2026, 6, 5), None, None, "N1", "RC7", "North", 3),
        (date(2026, 6, 2), None, "6", False, "N1", None, "North", 2),
        (date(2026, 6, 8), date(2026, 6, 8), "6", True, None, None, "North", 3),
    ]


@pytest.mark.parametrize(
    ("found", "ended"),
    [
        ({}, date(2026, 6, 20)),
        ({"Continuous Assessment Start Date": "01/06/2026"}, date(2026, 6, 2)),
        ({"Continuous Assessment Date of Authorisation": None}, date(2026, 6, 2)),
        ({SUPPORT: "Yes"}, date(2026, 6, 2)),
        ({"Child Unique ID": "Ben"}, date(2026, 6, 2)),
    ],
    ids=["no need", "an earlier assessment", "open", "there is need", "of another child"],
)
def test_a_case_closes_when_its_assessment_finds_no_need(workbook, rows, found, ended):
    """Of one that is not in the list of children in need; else on its own day."""
    assessment = {**ASSESSMENT, "Continuous Assessment Date of Authorisation": "20/06/2026", **found}
    other = {**NEED, "Child Unique ID": "Cat"}
    part = workbook({4: [assessment], 6: [other]})
    assert rows(part, Referrals, "child", "ended")[0] == ("Ann", ended)


def test_what_the_lists_tell_in_part_or_not_at_all(workbook):
    part = workbook()
    assert part.in_part == {
        "EarlyHelp.ended", "Referrals.ended", "Referrals.end_reason", "CpReviews.plan_started",
    }  # fmt: skip
    assert {"Child.expected", "Care.distance", "CpVisits.seen"} <= part.untold
    assert not {"Child.born", "CpPlans.before", "Referrals.ended"} & part.untold


@pytest.mark.parametrize(
    ("day", "led"), [("29/05/2026", True), ("28/05/2026", False), ("02/06/2026", True), ("03/06/2026", False)]
)
def test_a_contact_led_to_a_referral_by_the_next_working_day(workbook, rows, day, led):
    contact = {**CONTACT, "Date of Contact": day}
    referral = {**REFERRAL, "Date of referral": "01/06/2026" if day[3:5] == "05" else "02/06/2026"}
    assert rows(workbook({1: [contact], 3: [referral]}), Contacts, "referred") == [(led,)]


def test_a_missing_list_is_said_and_the_others_are_read(workbook, rows, says):
    part = workbook(without=(3, 6))
    assert "List 6 (Children in need) is not in the workbook; what it would fill is not available" in says(
        part
    )
    assert Referrals not in part.covers and Referrals not in part.frames
    assert rows(part, Contacts, "referred") == [(None,)]
    assert Referrals not in workbook(without=(6,)).covers, "open cases are not known without it"


def test_no_list_of_children_fills_no_child(workbook):
    part = workbook(without=range(1, 11))
    assert Child not in part.covers and Adopters in part.covers


def test_no_list_at_all_is_refused(write):
    cells = {"A": 1, "B": 2, "C": 3}
    with pytest.raises(Refused, match="is no return we know"):
        read_return([write({"book.xlsx": book({1: [cells]})})])


def test_a_workbook_with_nothing_in_it_is_refused(write):
    data = io.BytesIO()
    openpyxl.Workbook().save(data)
    with pytest.raises(Refused, match=r"book\.xlsx has no sheet with headings"):
        read_return([write({"book.xlsx": data.getvalue()})])


def test_faults_name_sheet_row_and_heading(workbook, says):
    contact = {**CONTACT, "Date of Contact": "31/02/2026", "Contact Source": "99", "Gender": "x"}
    told = says(workbook({1: [CONTACT, contact, {**contact, "Date of Contact": "01/06/2026"}]}))
    named = "given/Annex A 2026-06-30.xlsx, sheet “List_1”"
    assert f"{named}, line 3, Date of Contact: “31/02/2026” is not a date." in told
    assert f"{named}, line 4, Contact Source: “99” is not a code for it" in told


def test_a_line_that_fills_three_tables_is_wrong_once(workbook):
    nobody = {**LISTS[8][0], "Child Unique ID": None}
    part = workbook({8: [*LISTS[8], nobody]})
    said = [fault for fault in part.faults if "“List_8”" in fault.file and "set aside" in fault.says]
    assert [(fault.column, fault.aside) for fault in said] == [("Child Unique ID", 1)]


def test_a_column_that_is_not_there_is_said(workbook, says):
    short = {name: value for name, value in NEED.items() if name != "Reason for Closure"}
    assert "it has no column headed Does the Child have a Disability" not in says(workbook())
    assert "it has no column headed Reason for Closure" in says(workbook({6: [short]}))


def test_the_day_of_the_workbook(workbook):
    undated = workbook(name="book.xlsx")
    assert undated.as_at == date(2026, 6, 26), "the latest event"
    (fault,) = (fault for fault in undated.faults if "no day" in fault.says)
    assert (fault.file, fault.says) == (
        "given/book.xlsx",
        "its name has no day that we can read; it is taken to be as at 26 June 2026, the newest day in it.",
    )
    assert workbook(name="book 2.xlsx", folder="b", as_at=date(2026, 7, 1)).as_at == date(2026, 7, 1)


def test_a_workbook_without_a_day_asks(write):
    line = {**HELP, "Assessment start date": None, "Date of Birth": None}
    with pytest.raises(Refused, match="what day is it true of") as refused:
        read_return([write({"book.xlsx": book({2: [line]})})])
    assert "--as-at" in refused.value.do


def test_an_enquiry_with_its_decision_is_over(workbook, rows):
    line = {**ENQUIRY, "Date of Initial Child Protection Conference": None}
    open_still = {**line, "Was an Initial Child Protection Conference deemed unnecessary?": None}
    part = workbook(
        {5: [{**line, "Was an Initial Child Protection Conference deemed unnecessary?": "Yes"}, open_still]}
    )
    assert rows(part, Section47, "ended", "no_conference") == [(None, None), (AS_AT, True)]
    assert rows(part, Conferences, "held") == []


def test_a_child_twice(workbook, rows, says):
    part = workbook({9: [LEAVER, {**LEAVER, "LA in Touch": "NO"}], 7: [PLAN, PLAN]})
    assert rows(part, CareLeavers, "child", "in_touch") == [("Ann", "YES")]
    assert part.frames[CpPlans].height == 1
    assert "“List_9”, line 3, Child Unique ID: the same Child Unique ID stands in “List 9" in says(part)
    assert "the same Child Unique ID and Child Protection Plan Start Date stands in “List 7" in says(part)

"""Totals, notes and headings among the rows are no children."""

from datetime import date

import pytest

from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.education import Peps
from throughline.record.front_door import Contacts
from throughline.record.homes import PlacementCosts

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
ONE = "1001,2,01/05/2012,WBRI,,,\n"
CARE = "1001,01/05/2025,S,C2,N1,U6,PR1,,,,,,\n"
AGAIN = "it is set aside. Leave it out of the export."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n", "the headings again"),
        (" child: ,,,,,,\n", "the headings again"),
        ("Total: 60,,,,,,\n", "a total or a note, and no row"),
        ("GRAND TOTAL,60,,,,,\n", "a total or a note, and no row"),
        ("Sub-total,60,,,,,\n", "a total or a note, and no row"),
        ("* Note: as at noon,,,,,,\n", "a total or a note, and no row"),
        ("94 records,,,,,,\n", "says one thing alone, and is no row"),
        ("END,,,,,,\n", "says one thing alone, and is no row"),
    ],
)
def test_what_is_no_row_is_set_aside(line, why, read, rows, says):
    part = read({"header.csv": HEADER + ONE + line, "episodes.csv": EPISODES + CARE})
    assert rows(part, Child, "child") == [("1001",)]
    assert f"header.csv, line 3, CHILD: this line {'is ' if 'one thing' not in why else ''}{why}" in says(
        part
    )
    assert AGAIN in says(part) and sum(fault.aside for fault in part.faults) == 1


@pytest.mark.parametrize("child", ["1002", "Totality", "Notely", "T-1", "Ann"])
def test_a_number_that_only_looks_like_it_is_kept(child, read, rows):
    part = read(
        {"header.csv": HEADER + ONE + f"{child},2,01/05/2012,WBRI,,,\n", "episodes.csv": EPISODES + CARE}
    )
    assert rows(part, Child, "child") == [("1001",), (child,)]


def test_a_child_of_whom_nothing_else_is_said_is_kept(read, rows):
    part = read({"header.csv": HEADER + ONE + "1002,,,,,,\n", "episodes.csv": EPISODES + CARE})
    assert rows(part, Child, "child") == [("1001",), ("1002",)]


def test_of_two_columns_a_line_with_one_is_nothing_strange(read, rows):
    part = read({"peps.csv": "Child,Completed\nAnn,\n"}, as_at=date(2026, 6, 30))
    assert rows(part, Peps, "child") == [("Ann",)]


def test_a_list_of_no_persons_has_no_such_lines(read, rows):
    text = "postcode,ward,mid_year,children_0_17,locality\nTotal,A,2012,109,\n"
    assert read({"wards.csv": text}).faults == ()


@pytest.mark.parametrize("dressed", ['"=""{}"""', "'{}", "{}.0", '="{}"'])
def test_a_number_in_an_exports_dressing_is_the_same_child(dressed, read, rows, says):
    header = HEADER + ONE.replace("1001", dressed.format("1001"))
    part = read({"header.csv": header, "episodes.csv": EPISODES + CARE})
    assert rows(part, Child, "child") == rows(part, Care, "child") == [("1001",)]
    assert "header.csv, CHILD: 1 cells are written as “" in says(part)
    assert "they were read as “12”, without the rest. Make sure of it." in says(part)


def test_a_point_is_part_of_a_number_where_not_all_have_one(read, rows, says):
    header = HEADER + ONE + "1002.0,2,01/05/2012,WBRI,,,\n"
    part = read({"header.csv": header, "episodes.csv": EPISODES + CARE})
    assert rows(part, Child, "child") == [("1001",), ("1002.0",)]
    assert "without the rest" not in says(part)


def test_an_empty_dressing_is_an_empty_cell(read, rows):
    header = HEADER + ONE.replace("2,01", '"=""""",01')
    part = read({"header.csv": header, "episodes.csv": EPISODES + CARE})
    assert rows(part, Child, "child", "sex") == [("1001", None)]


def test_words_may_begin_with_an_apostrophe(read, rows):
    text = "Child,Completed,Term\n1001,01/05/2026,'26 spring\n"
    assert rows(read({"peps.csv": text}, as_at=date(2026, 6, 30)), Peps, "term") == [("'26 spring",)]


def test_children_who_are_in_no_other_file_are_said(read, says):
    header = HEADER + ONE.replace("1001", "A-1001")
    part = read({"header.csv": header, "episodes.csv": EPISODES + CARE})
    assert (
        "header.csv: none of its children is in any other file of the return. "
        "Look whether their numbers are written in the same way in all files."
    ) in says(part)


def test_nothing_is_said_of_a_list_beside_empty_ones(read, says):
    part = read({"header.csv": HEADER + ONE, "episodes.csv": EPISODES}, year=2026)
    assert "in any other file" not in says(part)
    part = read(
        {"p.csv": "pers_person_id,pers_dob\nAnn,2012-05-01\n"}, folder="other", as_at=date(2026, 6, 30)
    )
    assert "in any other file" not in says(part)


def test_children_of_the_dataset_who_are_in_no_other_file_are_said(read, rows, says):
    files = {
        "p.csv": "pers_person_id,pers_dob\n1,2012-05-01\n",
        "c.csv": "cont_person_id,cont_contact_date\nP0001,2026-06-01\n",
    }
    part = read(files)
    assert "p.csv: none of its children is in any other file" in says(part)
    assert rows(part, Contacts, "child") == [("P0001",)]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("1,234", 1234.0),
        ("£1,234.50", 1234.5),
        ("-1,234,567", -1234567.0),
        ("£ 950", 950.0),
        ("-£3", -3.0),
        ("0.5", 0.5),
        ("1.234,50", None),
        ("0,5", None),
        ("12,34,5", None),
        ("1,2345", None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_a_comma_goes_only_where_it_parts_thousands(text, read_as, read, rows, says):
    part = read(
        {"costs.csv": f'Child,Started,Weekly cost\nAnn,01/05/2026,"{text}"\n'}, as_at=date(2026, 6, 30)
    )
    assert rows(part, PlacementCosts, "weekly_cost") == [(read_as,)]
    assert (f"line 2, Weekly cost: “{text}” is not a number." in says(part)) == (read_as is None)

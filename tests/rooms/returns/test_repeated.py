"""What is said twice is counted once, whichever line comes first; and what could happen twice is kept, and
said."""

import csv
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from throughline.record.care import Care
from throughline.record.exploitation import Missing
from throughline.record.front_door import Contacts
from throughline.record.homes import PlacementCosts
from throughline.record.protection import CpPlans, CpVisits
from throughline.returns.finding import Found
from throughline.returns.headings import NOTHING, Known
from throughline.returns.kinds import AGAIN
from throughline.returns.reading import read_csv
from throughline.returns.repeated import once_each
from throughline.returns.ssd import SSD
from throughline.returns.ssd_keys import KEYS
from throughline.returns.ssd_tables import SsdContacts, SsdCpPlans
from throughline.returns.together import together
from throughline.returns.values import MOST_FAULTS, typed

PERSON = "pers_person_id,pers_dob\nAnn,2012-05-01\nBen,2013-05-01\n"
CONTACTS = "cont_contact_id,cont_person_id,cont_contact_date,note\n"
PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n"
VISITS = "cppv_person_id,cppv_cp_visit_date,cppv_cp_plan_id\n"
AN_EPISODE = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nAnn,2,01/05/2012,WBRI,,,\n"
PLAN = st.tuples(
    st.sampled_from(["P1", "P2"]), st.just("Ann"), st.just("2026-01-01"), st.sampled_from(["", "2026-05-01"])
)


def contacts(read, lines):
    return read({"p.csv": PERSON, "c.csv": CONTACTS + lines})


def read_as(table, text, name="p.csv"):
    """A table of the dataset out of a text, as it comes to the return."""
    sheet = read_csv(text.encode(), Found(name, name, ()))
    return typed(sheet, Known.of(SSD, table, sheet.headings), NOTHING)


def once(table, text):
    tables, sources, _ = together([read_as(table, text)])
    kept, faults = once_each(SSD, tables, [source.file for source in sources])
    return kept[table], faults


def test_a_line_that_an_export_wrote_again_is_counted_once(read, rows, says):
    part = contacts(read, "C1,Ann,2026-06-01,x\nC2,Ben,2026-06-02,y\nC1,Ann,2026-06-01,x\n")
    assert rows(part, Contacts, "child") == [("Ann",), ("Ben",)]
    assert (
        "given/c.csv, line 4, cont_contact_id: the same cont_contact_id and cont_person_id stands in "
        "“contacts (ssd_contacts)” already, in line “2”: the two say the same, and it is counted once."
    ) in says(part)
    assert [fault.aside for fault in part.faults if fault.line == 4] == [1]


def test_one_contact_about_two_children_is_two(read, rows):
    part = contacts(read, "C1,Ann,2026-06-01,x\nC1,Ben,2026-06-01,x\n")
    assert rows(part, Contacts, "child") == [("Ann",), ("Ben",)]
    assert not [fault for fault in part.faults if fault.aside]


def test_of_two_lines_that_differ_the_fuller_is_kept_in_any_order(read, rows, says):
    ended, begun = "P1,Ann,2026-01-01,2026-05-01\n", "P1,Ann,2026-01-01,\n"
    for name, lines in (("a", ended + begun), ("b", begun + ended)):
        part = read({"p.csv": PERSON, "cp.csv": PLANS + lines}, folder=name)
        assert rows(part, CpPlans, "ended") == [(date(2026, 5, 1),)]
        assert "the fuller line is kept, and of two as full the last in order of their cells" in says(part)


@given(st.lists(PLAN, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_lines_never_matters(plans, chance):
    shuffled = chance.sample(plans, len(plans))
    one, other = (
        once(SsdCpPlans, PLANS + "".join(",".join(line) + "\n" for line in lines))[0]
        for lines in (plans, shuffled)
    )
    said = list(SsdCpPlans.schema())
    assert one.select(said).sort(said).equals(other.select(said).sort(said))
    assert one.height == len({plan[0] for plan in plans})


def test_a_line_without_its_number_may_be_another_and_is_kept(read, rows, says):
    part = contacts(read, ",Ann,2026-06-01,x\n,Ann,2026-06-01,x\n,Ann,2026-06-01,y\n")
    assert rows(part, Contacts, "child") == [("Ann",)] * 3
    assert (
        "given/c.csv: “1” lines are the same as an earlier one in every cell (“3”). Two may have happened on "
        "one day, so all are counted. Look whether the export wrote them twice."
    ) in says(part)


def test_cells_that_are_not_read_tell_lines_apart(read, rows):
    part = read({"p.csv": PERSON, "f.csv": "lega_person_id,lega_legal_status,lega_legal_status_start_date,"
                 "lega_legal_status_id\nAnn,C2,2026-01-01,1\nAnn,C2,2026-01-01,2\n"})  # fmt: skip
    assert not [fault for fault in part.faults if fault.aside]


def test_two_visits_of_a_day_are_two_and_are_said(read, rows, says):
    part = read({"p.csv": PERSON, "v.csv": VISITS + "Ann,2026-06-01,P1\n" * 2})
    assert rows(part, CpVisits, "child") == [("Ann",), ("Ann",)]
    assert "are the same as an earlier one in every cell (“3”)" in says(part)


def test_lines_of_a_year_of_care_are_counted_once(read, rows, says):
    missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n" + "Ann,01/05/2012,M,01/06/2025,02/06/2025\n" * 2
    episodes = AN_EPISODE + "Ann,01/05/2025,S,C2,N1,U6,PR1,,,,,,\n" * 2
    part = read({"header.csv": HEADER, "episodes.csv": episodes, "missing.csv": missing})
    assert part.frames[Missing].height == 1 and part.frames[Care].height == 1
    assert "missing.csv, line 3: this line is the same as line “2” in every cell; it is set aside." in says(
        part
    )


def test_a_line_twice_in_one_of_two_files_is_said_and_a_line_in_both_is_one(read, says):
    one, other = "CHILD,DOB,REVIEW,REVIEW_CODE\n", "Ann,01/05/2012,01/06/2025,PN1\n"
    episodes = AN_EPISODE + "Ann,01/05/2025,S,C2,N1,U6,PR1,,,,,,\n"
    part = read(
        {
            "header.csv": HEADER,
            "episodes.csv": episodes,
            "reviews.csv": one + other * 2,
            "reviews 2.csv": one + other + "Ann,01/05/2012,02/06/2025,PN1\n",
        }
    )
    assert "reviews.csv, line 3: this line is the same as line “2” in every cell" in says(part)
    assert [fault.aside for fault in part.faults if "in every cell" in fault.says] == [1]


def test_a_local_list_of_times_counts_each_once(read, rows, says):
    text = "Child,Started,Ended,Weekly cost\nAnn,01/05/2026,01/06/2026,100\nAnn,01/05/2026,01/06/2026,100\n"
    part = read({"costs.csv": text}, as_at=date(2026, 6, 30))
    assert rows(part, PlacementCosts, "child") == [("Ann",)]
    assert (
        "costs.csv, line 3: this line is the same as line “2” in every cell; it is set aside. "
        "Correct it in the list, and receive the list again."
    ) in says(part)


def test_of_another_file_the_file_is_named(read, rows, says):
    files = {
        "p.csv": PERSON,
        "1.csv": PLANS + "P1,Ann,2026-01-01,\n",
        "2.csv": PLANS + "P1,Ann,2026-02-01,\n",
    }
    part = read(files)
    assert rows(part, CpPlans, "started") == [(date(2026, 2, 1),)]
    assert "1.csv, line 2" in says(part) and "already, in line “2” of “given/2.csv”: the fuller" in says(part)


def test_past_a_thousand_lines_the_rest_are_one_fault():
    text = CONTACTS + "C1,Ann,2026-06-01,x\n" * (MOST_FAULTS + 3)
    kept, faults = once(SsdContacts, text)
    assert kept.height == 1 and len(faults) == MOST_FAULTS + 1
    assert sum(fault.aside for fault in faults) == MOST_FAULTS + 2
    assert f"2 more lines are so: {MOST_FAULTS + 3} to {MOST_FAULTS + 4}." in faults[-1].says


def test_in_a_file_of_one_line_the_rows_are_told_apart_all_the_same(read, rows, says):
    review = "<REVIEWS><REVIEW>01/06/2025</REVIEW><REVIEWCODE>PN1</REVIEWCODE></REVIEWS>"
    text = (
        "<EXPSSDA903><CHILD><HEADER><CHILDID>Ann</CHILDID></HEADER>"
        f"<EPISODE><DECOM>01/05/2025</DECOM></EPISODE>{review}{review}</CHILD></EXPSSDA903>"
    )
    part = read({"a.xml": text})
    assert "this line is the same as line “1” in every cell; it is set aside." in says(part)


def test_nothing_is_said_before_in_lines_that_differ():
    lines = read_as(SsdContacts, CONTACTS + "C1,Ann,2026-06-01,x\nC1,Ann,2026-06-01,z\n").lines
    assert lines[AGAIN].to_list() == [None, None]


def test_every_number_of_the_datasets_rows_is_a_key(shared):
    """A column of ours that the facts call a primary key is part of the key of its table, unless a table
    only hangs on another."""
    with (shared / "facts" / "ssd_tables.csv").open() as file:
        primary = {row["field"] for row in csv.DictReader(file) if row["key"] == "PK"}
    hang = {"SsdFamily", "SsdMother", "SsdPreProceedings"}
    tables = {
        table: primary & set(table.columns) for table in SSD.files.values() if table.__name__ not in hang
    }
    assert {table: names for table, names in tables.items() if not names <= set(KEYS.get(table, ()))} == {}
    assert all(short in table.columns for table, shorts in KEYS.items() for short in shorts)

"""Which files are of one SEN2 census, and what becomes of those that are not whole."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from throughline.counting.answers import count
from throughline.errors import Refused
from throughline.measures.send import plans_at_census
from throughline.record.child import Child
from throughline.record.composing import compose
from throughline.record.front_door import Contacts
from throughline.record.periods import Months, as_at
from throughline.record.send import EhcAssessments, EhcPlans, EhcRequests, EhcReviews, SendPupils, SenNeeds
from throughline.returns.receiving import read_return
from throughline.returns.sen2_tables import SEN2, NamedPlan, Person, PlanDetail, Requests

from .sen2_forms import as_csv, as_template, as_xml, line
from .sen2_people import ANN, HEADER, ann, ben


def test_a_census_must_say_its_day(write):
    files = write({"sen2.xml": as_xml({"Year": "2025"}, [ann()])})
    with pytest.raises(Refused, match="Of which day is the SEN2 return"):
        read_return([files], today=date(2025, 2, 1))
    (part,) = read_return([files], today=date(2025, 2, 1), as_at=date(2025, 1, 16))
    assert part.as_at == date(2025, 1, 16)


def test_a_census_to_come_is_refused(write):
    with pytest.raises(Refused, match="2025-01-16, still to come"):
        read_return([write({"sen2.xml": as_xml(HEADER, [ann()])})], today=date(2025, 1, 1))


def test_two_councils_are_not_mixed(write):
    other = {**HEADER, "LEA": "991"}
    files = {"a.xml": as_xml(HEADER, [ann()]), "b.xml": as_xml(other, [ben()])}
    with pytest.raises(Refused, match="different councils: 990, 991"):
        read_return([write(files)], today=date(2026, 6, 30))


def test_two_censuses_are_two_parts(write):
    later = {**HEADER, "ReferenceDate": "2026-01-15"}
    files = {"a.xml": as_xml(HEADER, [ann()]), "b.xml": as_xml(later, [ann()])}
    parts = read_return([write(files)], today=date(2026, 6, 30))
    assert [part.as_at for part in parts] == [date(2025, 1, 16), date(2026, 1, 15)]


def test_each_census_answers_for_its_own_plans_in_force(write):
    """The newer answers for the year before it too, but not for the day of the census before."""
    later = {**HEADER, "ReferenceDate": "2026-01-15"}
    files = {"a.xml": as_xml(HEADER, [ann()]), "b.xml": as_xml(later, [ann()])}
    snapshot = compose(read_return([write(files)], today=date(2026, 6, 30)), "Saltscar")
    answers = count([plans_at_census], snapshot, Months(2025, 1, 13))
    counted = [answers.value(plans_at_census, as_at(day)) for day in (date(2025, 1, 16), date(2026, 1, 15))]
    assert [(answer.available, answer.numerator) for answer in counted] == [(True, 1), (True, 1)]


def test_the_same_bytes_twice_are_one_file(write):
    text = as_xml(HEADER, [ann()])
    (part,) = read_return([write({"a.xml": text, "b.xml": text})], today=date(2026, 6, 30))
    assert part.frames[EhcRequests].height == 1


def test_two_files_of_one_table_in_a_folder_are_refused(write):
    files = as_csv(HEADER, [ann()]) | {"other.csv": as_csv(HEADER, [ben()])[name_of("person")]}
    with pytest.raises(Refused, match="Two files are of the same SEN2 table"):
        read_return([write(files)], today=date(2026, 6, 30))


def name_of(table):
    return f"Blade-Export_16-01-2025_{table}.csv"


def test_an_export_without_persons_is_refused(write):
    files = {name: text for name, text in as_csv(HEADER, [ann()]).items() if "_person" not in name}
    with pytest.raises(Refused, match="has no persons"):
        read_return([write(files)], today=date(2026, 6, 30))


def test_a_table_not_exported_is_not_available(read, says):
    """Without requests, nothing says whose assessments are: they are set aside; of plans nothing is said."""
    gone = (name_of("requests"), name_of("namedplan"), name_of("plandetail"), name_of("activeplans"))
    part = read({name: text for name, text in as_csv(HEADER, [ann()]).items() if name not in gone})
    assert not {EhcRequests, EhcPlans, EhcReviews} & set(part.frames)
    assert "it stands under no line of Requests" in says(part)


def test_plans_in_force_without_named_plans(read, rows):
    gone = tuple(name_of(t) for t in ("assessment", "namedplan", "plandetail", "placementdetail", "senneed"))
    part = read({name: text for name, text in as_csv(HEADER, [ann()]).items() if name not in gone})
    assert rows(part, EhcPlans, "child", "started") == [(ANN, None)]
    assert EhcAssessments not in part.covers


def test_a_number_that_two_lines_have_is_said(read, rows, says):
    files = as_csv(HEADER, [ann()])
    needs = files[name_of("senneed")]
    files[name_of("senneed")] = needs + needs.splitlines()[1].replace("ASD", "MLD") + "\n"
    part = read(files)
    assert "another line of this table has its number" in says(part)
    assert rows(part, SenNeeds, "need") == [("ASD",), ("SLCN",)]


def test_an_export_with_a_strange_column_says_so(read, says):
    files = as_csv(HEADER, [ann()])
    files[name_of("person")] = files[name_of("person")].replace('"postcode"', '"shoe"')
    assert "person.csv, shoe: in Person it has shoe, which we do not know" in says(read(files))


def test_a_template_need_not_have_every_table(read, rows):
    without = (SEN2, NamedPlan, PlanDetail)
    book = as_template(HEADER, [ann()], leave_out=without)
    part = read({"sen2.xlsx": book}, as_at=date(2025, 1, 16))
    assert rows(part, EhcPlans, "child", "started") == [(ANN, None)]


def test_a_title_with_nothing_below_is_a_table_with_no_lines(read):
    book = xlsxwriter.Workbook(target := BytesIO(), {"in_memory": True})
    sheet = book.add_worksheet("Template")
    sheet.write_row(0, 0, ["personTableId", "UPN", "Surname"])
    sheet.write_row(1, 0, [1, ANN, "O’Hara"])
    for row, title in enumerate(("Requests Records", "SEN Need Records"), start=3):
        sheet.write(row, 0, title)
    other = book.add_worksheet("Other")
    other.write_row(0, 0, ["Shoe", "Hat", "Coat"])
    other.write_row(1, 0, ["1", "2", "3"])
    book.close()
    part = read({"sen2.xlsx": target.getvalue()}, as_at=date(2025, 1, 16))
    assert part.frames[Child].height == 1
    assert part.frames[EhcRequests].height == part.frames[SenNeeds].height == 0
    (fault,) = part.faults
    assert "sheet “Other”" in str(fault)


SSD = {
    "ssd_2025-01-31/person.csv": "pers_person_id,pers_dob,pers_sex,pers_ethnicity,pers_forename,pers_surname,"
    f"pers_upn\n17,2012-05-01,F,WBRI,Ann,O’Hara,{ANN}\n",
    "ssd_2025-01-31/contacts.csv": "cont_person_id,cont_contact_date\n17,2023-02-01\n",
    "ssd_2025-01-31/send.csv": "send_table_id,send_person_id,send_upn\n",
    "ssd_2025-01-31/requests.csv": "ehcr_ehcp_request_id,ehcr_send_table_id,ehcr_ehcp_req_date\n",
    "ssd_2025-01-31/needs.csv": "senn_active_ehcp_id,senn_active_ehcp_need_type\nSSD_PH,SSD_PH\n",
}


def test_tables_of_the_dataset_without_rows_do_not_hide_it(write):
    """And the child of the one is that of the other, by the pupil number."""
    files = {**SSD, "sen2.xml": as_xml(HEADER, [ann()])}
    snapshot = compose(read_return([write(files)], today=date(2025, 2, 1)), "Saltscar")
    assert snapshot.frames[EhcRequests].get_column("EhcRequests.child").to_list() == ["17"]
    assert snapshot.frames[SenNeeds].height == 2
    assert snapshot.frames[SendPupils].get_column("SendPupils.child").to_list() == ["17"]


def test_one_with_rows_answers_before_it(write):
    given = {
        **SSD,
        "ssd_2025-01-31/send.csv": SSD["ssd_2025-01-31/send.csv"] + "S,17,A\n",
        "ssd_2025-01-31/requests.csv": SSD["ssd_2025-01-31/requests.csv"] + "Q,S,2024-05-01\n",
        "sen2.xml": as_xml(HEADER, [ann()]),
    }
    snapshot = compose(read_return([write(given)], today=date(2025, 2, 1)), "Saltscar")
    assert [cover.part for cover in snapshot.covers[EhcRequests]] == [0]
    assert snapshot.covers[EhcAssessments][0].part == 1


def test_any_other_table_of_the_dataset_without_rows_says_that_there_are_none(write):
    files = {**SSD, "ssd_2025-01-31/contacts.csv": "cont_person_id,cont_contact_date\n"}
    (part,) = read_return([write(files)], today=date(2025, 2, 1))
    assert Contacts in part.covers
    assert not {EhcRequests, SendPupils, SenNeeds} & set(part.covers)


def test_a_person_whom_nothing_names_is_set_aside_with_all_below(read, rows, says):
    nobody = line(Person, [line(Requests, ReceivedDate="2024-02-02")], Surname="Roe", UPNunknown="UN1")
    files = as_csv(HEADER, [ann(), nobody])
    (number,) = {row.split(",")[0] for row in files[name_of("person")].splitlines() if "Roe" in row}
    files[name_of("person")] = files[name_of("person")].replace(f"\n{number},", "\n,")
    part = read(files)
    assert rows(part, Child, "child") == rows(part, EhcRequests, "child") == [(ANN,)]
    assert sum(fault.aside for fault in part.faults) == 2
    assert "no number of its own" in says(part)
    assert "Roe" not in says(part)

"""One extract of the dataset: which files it is of, what day it is true of, on which days it answers."""

from datetime import date

import pytest

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.front_door import Contacts
from throughline.returns.receiving import read_return

TODAY = date(2026, 6, 30)
PERSON = "pers_person_id,pers_dob,pers_sex,pers_ethnicity,pers_forename,pers_surname\n"
ANN = {"person.csv": PERSON + "Ann,2012-05-01,F,WBRI,Ann,O’Neil\n"}
CONTACT = "cont_person_id,cont_contact_date\n"
REFERRAL = "cine_person_id,cine_referral_date,cine_close_date\n"


@pytest.mark.parametrize(
    ("files", "first"),
    [
        ({"c.csv": CONTACT + "Ann,2024-02-29\n", "r.csv": REFERRAL + "Ann,2020-01-01,\n"}, date(2024, 2, 1)),
        ({"c.csv": CONTACT, "r.csv": REFERRAL + "Ann,2020-03-05,2021-01-01\n"}, date(2020, 3, 1)),
        (
            {
                "e.csv": "earl_person_id,earl_episode_start_date,earl_episode_end_date\nAnn,2019-01-01,"
                "2019-05-05\n"
            },
            date(2019, 5, 1),
        ),
        ({}, TODAY),
    ],
)
def test_cover_begins_with_the_first_contact(read, files, first):
    part = read({**ANN, **files}, as_at=TODAY)
    assert set(part.covers.values()) == {(first, TODAY)}


@pytest.mark.parametrize(
    ("folder", "asked", "day"),
    [
        ("ssd", {}, date(2026, 3, 4)),
        ("ssd_2026-05-31", {}, date(2026, 5, 31)),
        ("ssd_2026-05-31", {"as_at": date(2026, 6, 1)}, date(2026, 6, 1)),
    ],
)
def test_the_day_of_the_extract(read, folder, asked, day):
    """What is still to come, or due, is not what the extract knows."""
    files = {
        **ANN,
        "c.csv": CONTACT + "Ann,2026-03-04\nAnn,2026-09-09\n",
        "r.csv": "clar_cla_person_id,clar_cla_review_due_date,clar_cla_review_date\nAnn,2026-06-20,\n",
    }
    assert read(files, folder=folder, **asked).as_at == day


def test_without_any_day_the_command_asks(write):
    with pytest.raises(Refused, match="what day is it true of") as refused:
        read_return([write({"p.csv": PERSON + "Ann,,F,,,\n"})], today=TODAY)
    assert "--as-at" in refused.value.do


def test_without_persons_it_is_refused(write):
    with pytest.raises(Refused, match=r"The dataset has no persons \(ssd_person\) \(given/c\.csv\)"):
        read_return([write({"c.csv": CONTACT + "Ann,2026-03-04\n"})], today=TODAY)


def test_two_extracts_are_two_parts(write):
    files = {f"{day}/{name}": text for day in ("2026-05-31", "2026-06-30") for name, text in ANN.items()}
    parts = read_return([write(files)], today=TODAY)
    assert [part.as_at for part in parts] == [date(2026, 5, 31), date(2026, 6, 30)]


def test_a_table_of_the_dataset_that_fills_nothing_is_no_fault(read, says, write):
    heard = []
    log = "version_number,release_date,is_current\n1.3.7,2026-01-01,1\n"
    part = read({**ANN, "f.csv": log}, say=heard.append)
    assert "f.csv" not in says(part)
    assert "given/f.csv belongs to “Standard Safeguarding Dataset”, and fills nothing." in heard
    with pytest.raises(Refused, match="There is no return we know"):
        read_return([write({"f.csv": log}, folder="alone")])


def test_slashes_need_proof(read, rows, says):
    shy = read({**ANN, "c.csv": CONTACT + "Ann,01/02/2026\nAnn,2026-03-04\n"})
    assert "c.csv, line 2, cont_contact_date: “01/02/2026” may be day first or month first" in says(shy)
    assert rows(shy, Contacts, "received") == [(date(2026, 3, 4),)]
    shown = read({**ANN, "c.csv": CONTACT + "Ann,01/02/2026\nAnn,25/02/2026\n"}, folder="shown")
    assert rows(shown, Contacts, "received") == [(date(2026, 2, 1),), (date(2026, 2, 25),)]


def test_a_table_in_two_files_is_one(read, rows):
    part = read(
        {
            **ANN,
            "c1.csv": CONTACT + "Ann,2026-03-04\n",
            "c2.csv": CONTACT + "Ann,2026-03-04\nAnn,2026-03-05\n",
        }
    )
    assert rows(part, Contacts, "received", "@source") == [(date(2026, 3, 4), 0), (date(2026, 3, 5), 1)]


def test_headings_in_the_wrong_case(read, rows):
    part = read({"p.csv": PERSON.upper().replace(",", " , ") + "Ann,2012-05-01,F,WBRI,,\n"})
    assert rows(part, Child, "child", "born") == [("Ann", date(2012, 5, 1))]

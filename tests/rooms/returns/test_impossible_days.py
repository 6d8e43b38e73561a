"""Days that cannot be: each is a fault with its file, line and column, and the row is kept."""

from datetime import date

import pytest

from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.front_door import Contacts, Referrals
from throughline.record.homes import PlacementCosts
from throughline.record.journey import TABLES
from throughline.record.rows import Spell
from throughline.record.workforce import Posts
from throughline.returns.impossible_days import BEFORE, TO_COME, UNBORN, first_day
from throughline.returns.receiving import read_return

TODAY = date(2026, 11, 22)
PERSONS = "pers_person_id,pers_dob\nAnn,2012-05-01\nBen,2030-01-01\nCat,2027-08-29\nDee,\nEve,2027-08-30\n"


@pytest.fixture
def told(write):
    """`told(file=text, …)`: the faults of an extract as line, heading and words, beside its part."""

    def read(**files):
        texts = {f"ssd_2026-11-21/{name}.csv": text for name, text in {"persons": PERSONS, **files}.items()}
        (part,) = read_return([write(texts)], today=TODAY)
        about = {BEFORE, TO_COME, UNBORN}
        return part, [(f.file.split("/")[-1], f.line, f.column) for f in part.faults if f.says in about]

    return read


def test_a_birth_that_is_more_than_expected_is_to_come(told):
    part, faults = told(contacts="cont_person_id,cont_contact_date\nAnn,2026-11-23\nAnn,2026-11-24\n")
    assert faults == [
        ("persons.csv", 3, "pers_dob"),
        ("persons.csv", 6, "pers_dob"),
        ("contacts.csv", 3, "cont_contact_date"),
    ]
    assert part.frames[Child].height == 5 and part.frames[Contacts].height == 2


def test_what_ends_before_it_begins(told):
    heads = "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\n"
    lines = "1,Ann,2026-01-02,2026-01-02\n2,Ann,2026-01-02,2026-01-01\n3,Ann,2026-01-02,\n4,Dee,2011-01-01,\n"
    part, faults = told(referrals=heads + lines)
    assert faults[2:] == [("referrals.csv", 3, "cine_close_date")]
    assert part.frames[Referrals].height == 4


def test_nobody_comes_into_care_unborn(told):
    heads = "clae_person_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date\n"
    lines = "Ann,2012-05-01,2012-06-01\nAnn,2012-04-30,2012-06-01\nDee,2001-01-01,2001-02-01\n"
    part, faults = told(care=heads + lines)
    assert faults[2:] == [("care.csv", 3, Care.columns["started"].about)]
    assert part.frames[Care].height == 3


def test_in_a_list_of_the_councils_own_it_is_corrected_there(write):
    heads = "Placement,Child,Started,Ended,Weekly cost\n"
    lists = {
        "placement_costs-2026-11-21.csv": heads + "N1,Ann,01/09/2025,01/08/2025,500\n",
        "posts-2026-11-21.csv": "Post,Started,Job,Full time\nP1,01/01/2027,Social worker,1\n",
    }
    costs, posts = sorted(read_return([write(lists)], today=TODAY), key=lambda part: part.title)
    (fault,) = (fault for fault in costs.faults if fault.says == BEFORE)
    assert (fault.line, fault.column, fault.do) == (
        2, "Ended", "Correct it in the list, and receive the list again."
    )  # fmt: skip
    assert posts.frames[Posts].height == costs.frames[PlacementCosts].height == 1
    assert not [fault for fault in posts.faults if fault.says == TO_COME], "a post may be made for next year"


def test_every_spell_has_both_days_and_no_due_day_is_taken_for_one_of_an_event():
    assert all({"started", "ended"} <= set(table.columns) for table in TABLES if issubclass(table, Spell))
    assert {first_day(table) for table in TABLES}.isdisjoint({"due", "review_due", "expected"})

"""One child across returns: by ids, by pupil numbers with the date of birth as the check, by merges."""

from datetime import date

import polars as pl
import pytest

from throughline.record.child import Child
from throughline.record.front_door import Contacts
from throughline.record.identities import APART, CIRCLE, TWICE, Merge
from throughline.record.identity import Conflicts, Mothers
from throughline.record.pupil_numbers import NOUGHTS, OTHER_BORN, ROUNDED, SEVERAL, UNCHECKED

from .told import ANN, BEN, BOY, DAY, GIRL, OTHER, UPN, a_return, children, differences, former, ids, made

NUMBER_AND_BIRTH = "The same pupil number and date of birth"


def contact(child):
    return {"child": child, "received": date(2026, 3, 1)}


def test_one_id_is_one_child_whose_facts_are_those_of_the_first_return_that_has_each():
    one = a_return("one", 1, {Child: [{"child": "1", "born": ANN, "forename": "Ann"}]})
    two = a_return("two", 2, {Child: [{"child": "1", "born": ANN, "upn": UPN, "forename": "Anna"}]})
    child = made(two, one).frames[Child]
    assert child.select("Child.born", "Child.upn", "Child.forename").rows() == [(ANN, UPN, "Ann")]
    assert child.select("@part", "@source_line").rows() == [(0, 2)]


def test_another_date_of_birth_alone_is_the_same_child_and_listed():
    two = a_return("two", 2, {Child: [{"child": "1", "born": BEN}], Contacts: [contact("1")]})
    record = made(children("one", 1, ("1", ANN)), two)
    assert ids(record) == ["1"] and record.frames[Contacts]["Contacts.child"].to_list() == ["1"]
    assert differences(record) == [("1", "Date of birth", "2012-05-01", "2014-03-01")]


def test_another_date_of_birth_and_sex_under_the_same_id_is_another_child():
    one = children("one", 1, ("1", *GIRL), ("2", BEN))
    two = a_return(
        "two", 2, {Child: [{"child": "1", "born": BEN, "sex": "M"}], Contacts: [contact("1"), contact("2")]}
    )
    record = made(one, two)
    assert ids(record) == ["1", "1 (2)", "2"]
    assert sorted(record.frames[Contacts]["Contacts.child"]) == ["1 (2)", "2"]
    assert differences(record) == [("1", APART, "2012-05-01", "2014-03-01")]
    told = record.frames[Conflicts].select("Conflicts.used_from", "Conflicts.other_from", "@source_line")
    assert told.rows() == [("one", "two", 2)]


def test_each_other_date_of_birth_and_sex_is_a_child_of_its_own():
    third = (date(2013, 1, 1), None, "M")
    parts = [children(t, n, ("1", *who)) for n, (t, who) in enumerate(zip("abcd", (GIRL, BOY, third, BOY)))]
    assert ids(made(*parts)) == ["1", "1 (2)", "1 (3)"]


@pytest.mark.parametrize(("upn", "joined"), [(UPN, True), (OTHER, False), (None, False), ("UN1", False)])
def test_a_pupil_number_that_both_say_outweighs_a_date_of_birth_and_a_sex(upn, joined):
    first = upn if upn == "UN1" else UPN
    record = made(children("one", 1, ("1", ANN, first, "F")), children("two", 2, ("1", BEN, upn, "M")))
    assert ids(record) == (["1"] if joined else ["1", "1 (2)"])
    what = {row[1] for row in differences(record)}
    assert what == ({"Date of birth", "Sex"} if joined else {APART})


def test_another_date_of_birth_and_pupil_number_is_another_child():
    parts = children("one", 1, ("1", ANN, UPN)), children("two", 2, ("1", BEN, OTHER))
    assert ids(made(*parts)) == ["1", "1 (2)"]


def test_no_date_of_birth_is_no_other():
    assert ids(made(children("one", 1, ("1", ANN)), children("two", 2, ("1", None)))) == ["1"]


@pytest.mark.parametrize("kind", ["Unique Pupil Number", "Former Unique Pupil Number"])
def test_another_id_with_the_pupil_number_and_the_date_of_birth_is_the_same_child(kind):
    known_as = [{"child": "1", "kind": kind, "value": UPN}]
    one = children("one", 1, ("1", ANN, OTHER), ("2", ANN), known_as=known_as)
    two = a_return("two", 2, {Child: [{"child": "9", "born": ANN, "upn": UPN}], Contacts: [contact("9")]})
    record = made(two, one)
    assert ids(record) == ["1", "2"] and former(record) == {"9": ("1", NUMBER_AND_BIRTH)}
    assert record.frames[Contacts]["Contacts.child"].to_list() == ["1"]
    assert differences(record) == [("1", "Pupil number", OTHER, UPN)]


@pytest.mark.parametrize(("born", "what"), [(BEN, OTHER_BORN), (None, UNCHECKED)])
def test_a_pupil_number_alone_joins_nobody(born, what):
    record = made(children("one", 1, ("1", ANN, UPN)), children("two", 2, ("9", born, UPN)))
    assert ids(record) == ["1", "9"] and not former(record)
    assert differences(record) == [("1", what, "1", "9")]


def test_a_pupil_number_of_two_children_in_one_return_joins_nobody():
    record = made(children("one", 1, ("1", ANN, UPN), ("2", ANN, UPN)), children("two", 2, ("9", ANN, UPN)))
    assert ids(record) == ["1", "2", "9"]
    assert differences(record) == [("1", SEVERAL, "1", "2"), ("1", SEVERAL, "1", "9")]


def test_an_id_that_two_children_lay_claim_to_is_nobody_s():
    one = children("one", 1, ("1", ANN, UPN), ("2", ANN, OTHER))
    known_as = [{"child": "9", "kind": "Former Unique Pupil Number", "value": OTHER}]
    record = made(one, children("two", 2, ("9", ANN, UPN), known_as=known_as))
    assert ids(record) == ["1", "2", "9"]
    assert differences(record) == [("1", SEVERAL, "1", "9"), ("2", SEVERAL, "2", "9")]


@pytest.mark.parametrize("born", [ANN, None])
def test_a_list_that_knows_children_by_pupil_number_alone(born):
    pupils = a_return("pupils", 3, {Child: [{"child": UPN, "born": born}], Contacts: [contact(UPN)]})
    record = made(pupils, children("one", 1, ("1", ANN, UPN), ("2", ANN)))
    assert ids(record) == ["1", "2"] and set(former(record)) == {UPN}
    assert record.frames[Contacts]["Contacts.child"].to_list() == ["1"]
    assert differences(record) == []


def test_a_pupil_whom_no_other_return_knows_stands_by_their_number():
    pupils = a_return("pupils", 3, {Contacts: [contact(UPN)]})
    record = made(pupils, children("one", 1, ("1", ANN, OTHER)))
    assert ids(record) == ["1", UPN] and differences(record) == []


def test_a_pupil_s_date_of_birth_is_never_another():
    record = made(children("pupils", 3, (UPN, BEN)), children("one", 1, ("1", ANN, UPN)))
    assert ids(record) == ["1", UPN]
    assert differences(record) == [("1", OTHER_BORN, "1", UPN)]


def test_a_pupil_number_that_two_ids_dispute_is_neither_s():
    pupils = a_return("pupils", 3, {Contacts: [contact(UPN)]})
    record = made(children("one", 1, ("1", ANN, UPN)), children("two", 2, ("9", BEN, UPN)), pupils)
    assert ids(record) == ["1", "9", UPN]
    assert {row[1:] for row in differences(record)} == {(OTHER_BORN, "1", "9"), (UNCHECKED, "1", UPN)}


def test_a_case_number_with_the_date_of_birth_is_an_id_that_the_child_had():
    known_as = [{"child": "1", "kind": "Case Number", "value": "9"}]
    one = children("one", 1, ("1", ANN), known_as=known_as)
    assert set(former(made(one, children("two", 2, ("9", ANN))))) == {"9"}
    assert not former(made(one, children("two", 2, ("9", BEN))))
    assert not former(made(one, children("two", 2, ("9", ANN), ("1", ANN))))  # one return has both


def test_a_family_s_case_number_is_no_child_s():
    known_as = [{"child": child, "kind": "Case Number", "value": "9"} for child in "12"]
    one = children("one", 1, ("1", ANN), ("2", ANN), known_as=known_as)
    assert not former(made(one, children("two", 2, ("9", ANN))))


def test_ids_alike_but_for_noughts_are_asked_about_and_stay_as_they_are():
    record = made(children("one", 1, ("0012", ANN), ("34", ANN)), children("two", 2, ("12", ANN)))
    assert ids(record) == ["0012", "12", "34"]
    assert differences(record) == [("0012", NOUGHTS, "0012", "12")]


def test_in_one_return_noughts_tell_two_children_apart():
    assert differences(made(children("one", 1, ("0012", ANN), ("12", ANN)))) == []


@pytest.mark.parametrize("written", ["1.0E+05", "1e5", "2.5E6", "12345.0"])
def test_an_id_that_a_spreadsheet_rounded_is_told_and_not_altered(written):
    record = made(children("one", 1, (written, ANN)))
    assert ids(record) == [written] and differences(record) == [(written, ROUNDED, written, written)]


def test_what_is_merged_here_is_followed_and_both_ids_are_kept():
    one = a_return("one", 1, {Child: [{"child": "1", "born": ANN}, {"child": "9", "born": BEN, "upn": UPN}]})
    mothers = a_return("two", 2, {Mothers: [{"child": "3", "baby": "9"}], Contacts: [contact("9")]})
    record = made(one, mothers, merges=[Merge("9", "1")])
    assert ids(record) == ["1", "3"] and former(record) == {"9": ("1", "Merged here")}
    assert record.frames[Contacts]["Contacts.child"].to_list() == ["1"]
    assert record.frames[Mothers]["Mothers.baby"].to_list() == ["1"]
    assert record.frames[Child].select("Child.born", "Child.upn").row(0) == (ANN, UPN)
    assert differences(record) == [("1", "Date of birth", "2012-05-01", "2014-03-01")]


def test_somebody_may_say_that_ids_kept_apart_are_one_child():
    parts = (
        children("one", 1, ("12", *GIRL)),
        children("two", 2, ("012", *GIRL)),
        children("three", 3, ("12", *BOY)),
    )
    record = made(*parts, merges=[Merge("12 (2)", "12"), Merge("012", "12")])
    assert ids(record) == ["12"] and set(former(record)) == {"12 (2)", "012"}
    assert differences(record, "child", "what") == [("12", "Date of birth"), ("12", "Sex")]


def test_the_case_system_s_own_list_is_followed_from_its_day():
    listed = [
        {"child": "1", "former": "9", "merged": DAY},
        {"child": "1", "former": "8", "merged": date(2026, 7, 1)},
        {"child": "5", "former": "4"},
    ]
    rows = ("1", ANN), ("8", ANN), ("9", ANN)
    record = made(children("one", 1, *rows, merged=listed))
    assert ids(record) == ["1", "8"] and former(record) == {"9": ("1", "The list of merged ids")}


def test_a_chain_is_followed_to_its_end():
    record = made(
        children("one", 1, ("1", ANN), ("2", ANN), ("3", ANN)), merges=[Merge("1", "2"), Merge("2", "3")]
    )
    assert ids(record) == ["3"] and {new for new, _ in former(record).values()} == {"3"}


@pytest.mark.parametrize(
    ("second", "what"),
    [(Merge("1", "3"), (("2", TWICE, "2", "3"),)), (Merge("2", "1"), (("2", CIRCLE, "2", "1"),))],
)
def test_a_merge_that_cannot_be_followed_is_told(second, what):
    record = made(children("one", 1, ("1", ANN), ("2", ANN), ("3", ANN)), merges=[Merge("1", "2"), second])
    assert ids(record) == ["2", "3"] and differences(record) == list(what)


def test_the_same_merge_twice_is_one():
    record = made(children("one", 1, ("1", ANN), ("2", ANN)), merges=[Merge("1", "2"), Merge("1", "2")])
    assert ids(record) == ["2"] and differences(record) == []


def test_a_question_is_put_to_the_child_as_now_known():
    parts = children("one", 1, ("1", *GIRL), ("2", *GIRL)), children("two", 2, ("1", *BOY))
    record = made(*parts, merges=[Merge("1", "2")])
    assert ids(record) == ["1 (2)", "2"]
    assert differences(record) == [("2", APART, "2012-05-01", "2014-03-01")]


def test_nothing_is_mixed_or_lost():
    """However ids are joined, every row stays, under one child."""
    one = a_return("one", 1, {Child: [{"child": "1", "born": ANN, "upn": UPN}], Contacts: [contact("1")] * 2})
    given = {Child: [{"child": "9", "born": ANN, "upn": UPN}], Contacts: [contact("9")] * 3}
    two = a_return("two", 2, given, (date(2025, 1, 1), DAY))
    rows = made(one, two).frames[Contacts]
    assert rows.group_by("@part").len().sort("@part").rows() == [(0, 2), (1, 3)]
    assert rows.select(pl.col("Contacts.child").cast(str).unique()).rows() == [("1",)]


def test_what_is_merged_into_a_child_whom_no_return_knows_brings_none():
    record = made(
        children("one", 1, ("1", ANN), merged=[{"child": "5", "former": "4"}]), merges=[Merge("3", "6")]
    )
    assert ids(record) == ["1"] and not former(record)

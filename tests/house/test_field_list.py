"""Every measure of the field's list is measured, or it is said why not yet: checked both ways."""

import csv

from throughline.counting.store import catalogue
from throughline.measures.not_yet import NOT_YET


def test_every_code_of_the_fields_list_is_answered_or_said_to_be_not_yet(shared):
    with (shared / "facts" / "measures.csv").open(newline="", encoding="utf-8") as file:
        listed = {row["id"] for row in csv.DictReader(file)}
    measured = {code for each in catalogue().values() for code in each.field_code.split()}
    assert measured <= listed, "a measure names a code that the list has not"
    assert not listed - measured - set(NOT_YET), "not measured, and nothing says why: measures/not_yet.py"
    assert not measured & set(NOT_YET), "measured now: take it out of measures/not_yet.py"
    assert set(NOT_YET) <= listed


def test_every_reason_is_said():
    assert all(len(why) > 20 for why in NOT_YET.values())

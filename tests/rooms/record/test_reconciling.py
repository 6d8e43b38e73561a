"""How many children two returns tell of on the last day of both, and how many only one of them does."""

from datetime import date

from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.front_door import Referrals
from throughline.record.identities import Merge
from throughline.record.reconciling import Counted, reconciled

from .told import a_return

JAN, APRIL = date(2026, 1, 1), date(2026, 4, 1)
EARLIER = (date(2025, 1, 1), APRIL)


def looked_after(*ids, status="C2"):
    return [{"child": child, "started": JAN, "legal_status": status} for child in ids]


def test_children_in_both_and_in_one_alone():
    one = a_return("one", 1, {Care: looked_after("1", "2", "3")})
    two = a_return(
        "two", 2, {Care: looked_after("2", "3", "9", "10") + looked_after("4", status="V4")}, EARLIER
    )
    assert list(reconciled([two, one])) == [Counted("Looked after", Care, APRIL, "one", 3, "two", 4, 1, 2)]


def test_ids_merged_are_one_child():
    one, two = (
        a_return("one", 1, {Care: looked_after("1")}),
        a_return("two", 2, {Care: looked_after("9")}, EARLIER),
    )
    (counted,) = reconciled([one, two], [Merge("9", "1")])
    assert (counted.only_ours, counted.only_theirs) == (0, 0)


def test_a_referral_that_came_to_nothing_is_no_child_in_need():
    rows = [{"child": "1", "started": JAN, "no_action": said} for said in (True, None)]
    one = a_return("one", 1, {Referrals: rows[:1]})
    (counted,) = reconciled([one, a_return("two", 2, {Referrals: rows[1:]}, EARLIER)])
    assert (counted.what, counted.ours, counted.theirs) == ("Children in need", 0, 1)


def test_what_one_return_alone_tells_of_is_compared_with_nothing():
    assert list(reconciled([a_return("one", 1, {Child: [{"child": "1"}], Care: looked_after("1")})])) == []


def test_two_years_of_one_census_are_not_two_sources():
    one = a_return("census", 1, {Care: looked_after("1")})
    assert list(reconciled([one, a_return("census", 2, {Care: looked_after("2")}, EARLIER)])) == []

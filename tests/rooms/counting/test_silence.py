"""A return that cannot say what a measure asks answers nothing, and never nought."""

from dataclasses import replace
from datetime import date

import pytest

from throughline.counting.answers import count
from throughline.record.periods import Period
from throughline.record.snapshots import Gaps

from .little import MEASURES, OVER, snapshot_of

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))
CASES = """
    Referrals
    child | started    | ended      | end_reason | no_action
    ------+------------+------------+------------+----------
    Ann   | 2026-06-01 | 2026-06-20 | RC8        |

    CpPlans
    child | started    | other_council
    ------+------------+--------------
    Ann   | 2024-01-01 |

    Child
    child | born       | expected
    ------+------------+-----------
    Ann   | 2020-01-01 |

    Care
    child | started    | in_care_from
    ------+------------+-------------
    Ann   | 2024-01-01 | 2024-01-01

    CareReviews
    child | held
    ------+-----------
    Ann   | 2026-06-01
    """


def answer(name, **gaps):
    """Of the one return there is, which cannot say these columns."""
    told = (Gaps(**{kind: frozenset(names) for kind, names in gaps.items()}),)
    world = replace(snapshot_of(CASES, date(2026, 12, 31)), gaps=told if gaps else ())
    return count(MEASURES.values(), world, OVER).value(MEASURES[name], JUNE)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("cases_closed", "Referrals.ended"),
        ("days_in_need", "Referrals.ended"),
        ("referrals_not_in_need", "Referrals.end_reason"),
    ],
    ids=["the day of an event", "how long it was", "who passes"],
)
def test_by_what_is_told_in_part_nothing_is_counted(name, asked):
    assert answer(name).available and answer(name).denominator != 0
    silent = answer(name, in_part=[asked])
    assert not silent.available and silent.value is None


def test_a_spell_that_ends_on_days_told_in_part_is_counted():
    assert answer("children_in_need", in_part=["Referrals.ended"]).available


def test_rows_chosen_by_a_column_without_a_place_are_not_nought():
    assert answer("unborn_with_plan").available
    assert not answer("unborn_with_plan", untold=["Child.expected"]).available
    assert answer("unborn_with_plan", untold=["Child.forename"]).available


def test_where_a_blank_is_as_good_as_no_the_return_answers():
    """Plans held for another council are left out: a return without that column has none."""
    told = answer("plans_open_two_years", untold=["CpPlans.other_council"])
    assert (told.numerator, told.denominator) == (1, 1)


def test_a_return_without_what_a_measure_needs_answers_nothing():
    assert answer("care_reviews_on_time").available
    assert answer("care_reviews_on_time", untold=["CareReviews.participation"]).available
    assert not answer("care_reviews_on_time", untold=["CareReviews.due"]).available

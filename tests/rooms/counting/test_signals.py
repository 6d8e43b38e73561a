"""Limits, the four rules and what the newest point says, by hand-worked numbers."""

import pytest

from throughline.counting.signals import (
    FEWEST,
    FIRM,
    Limits,
    Signal,
    Variation,
    in_runs,
    limits_of,
    signals,
    two_of_three,
    variation,
)
from throughline.measures.kinds import Better

ZIGZAG = [10.0, 12.0] * 12  # mean 11, moving range 2 each time


def said(values, limits=None):
    """Where each rule marks a point: place, high or low, and the rule's first words."""
    limits = limits or Limits(11.0, 5.68, 16.32, False)
    return [(s.index, s.high, s.says.split()[0]) for s in signals(values, limits)]


def test_limits_are_the_mean_and_266_mean_moving_ranges():
    limits = limits_of(ZIGZAG)
    assert (limits.mean, limits.provisional) == (11, False)
    assert limits.lower == pytest.approx(11 - 2.66 * 2)
    assert limits.upper == pytest.approx(11 + 2.66 * 2)


def test_no_limits_under_twelve_points_and_provisional_under_twenty():
    assert limits_of(ZIGZAG[: FEWEST - 1]) is None
    assert limits_of(ZIGZAG[:FEWEST]).provisional
    assert limits_of(ZIGZAG[: FIRM - 1]).provisional and not limits_of(ZIGZAG[:FIRM]).provisional


def test_blanks_are_no_points():
    assert limits_of([None, *ZIGZAG[:11], None]) is None
    assert limits_of([None, *ZIGZAG, None]) == limits_of(ZIGZAG)


def test_limits_never_pass_what_is_possible():
    wild = [0.1, 0.9] * 12
    assert limits_of(wild, 0.0, 1.0).lower == 0 and limits_of(wild, 0.0, 1.0).upper == 1
    assert limits_of(wild, None).lower < 0 < 1 < limits_of(wild).upper


def test_nothing_is_judged_without_limits():
    assert signals([1.0, 99.0], None) == []


def test_a_point_outside_a_limit():
    assert said([10, 12, 16.4, 12, 5.6, 10]) == [(2, True, "outside"), (4, False, "outside")]
    assert said([10, 12, 16.32, 10, 5.68, 12]) == []  # on the limit is inside


def test_seven_on_one_side_of_the_mean():
    assert said([10, 12, 12, 12, 12, 12, 12, 10]) == []
    assert [place for place, *_ in said([10, *[12] * 7, 10])] == list(range(1, 8))
    assert said([10, *[11] * 9, 10]) == []  # on the mean is on neither side
    assert {high for _, high, _ in said([12, *[10] * 7, 12])} == {False}


def test_seven_points_each_above_the_last():
    rising = [8, 8.5, 9, 9.5, 10, 10.5, 11, 11.5, 8]  # seven rises after the first
    assert [place for place, *_ in said(rising)] == list(range(1, 8))
    assert said([8, 8.5, 9, 9.5, 10, 10.5, 11, 8]) == []  # six rises


def test_two_of_three_near_a_limit():
    near = 11 + (16.32 - 11) * 0.7
    assert [place for place, *_ in said([10, near, 10, near, 10])] == [1, 3]
    assert said([10, near, 10, 10, near, 10]) == []
    assert list(two_of_three([True, False])) == [False, False]


def test_runs():
    assert list(in_runs([True, True, False, True], 2)) == [True, True, False, False]
    assert list(in_runs([False, True, True], 2)) == [False, True, True]
    assert list(in_runs([], 2)) == []


def test_the_first_rule_that_marks_a_point_is_told_once():
    assert said([*[12] * 6, 17, 10])[-1] == (6, True, "outside")


def test_places_are_those_of_the_points_as_given_blanks_among_them():
    assert said([None, 10, None, 16.4, 10]) == [(3, True, "outside")]


@pytest.mark.parametrize(
    ("high", "better", "verdict"),
    [
        (True, Better.HIGHER, Variation.IMPROVING),
        (False, Better.HIGHER, Variation.WORSE),
        (True, Better.LOWER, Variation.WORSE),
        (False, Better.LOWER, Variation.IMPROVING),
        (True, Better.NEITHER, Variation.HIGHER),
        (False, Better.NEITHER, Variation.LOWER),
    ],
)
def test_what_a_signal_means_depends_on_which_way_is_good(high, better, verdict):
    assert variation([Signal(3, high, "")], 3, better) is verdict
    assert variation([Signal(2, high, "")], 3, better) is Variation.USUAL

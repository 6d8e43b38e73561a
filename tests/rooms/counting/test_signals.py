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
    patterns,
    signals,
    two_of_three,
    variation,
)
from throughline.measures.kinds import Better

ZIGZAG = [10.0, 12.0] * 12  # mean 11, moving range 2 each time


def said(values, limits=None):
    """Where each rule marks a point: place, high or low, and the rule's first words."""
    limits = limits or Limits(11.0, 5.68, 16.32, False, 5.32)
    return [(s.index, s.high, s.says.split()[0]) for s in signals(patterns(values, limits))]


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
    assert patterns([1.0, 99.0], None) == []


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


def found_of(values, limits=None):
    """Each pattern: its rule's name, high or low, its places, and where it was told."""
    limits = limits or Limits(11.0, 5.68, 16.32, False, 5.32)
    return [(p.rule.name, p.high, p.places, p.told) for p in patterns(values, limits)]


def test_a_run_needs_seven_and_is_told_at_the_seventh():
    assert found_of([10, *[12] * 6, 10]) == []
    assert found_of([10, *[12] * 9, 10]) == [("RUN", True, tuple(range(1, 10)), 7)]


def test_on_the_mean_breaks_a_run():
    assert found_of([10, 12, 12, 12, 11, 12, 12, 12, 12, 10]) == []


def test_a_climb_needs_seven_rises_and_the_same_again_breaks_it():
    down = [15, 14, 13, 12, 11, 10, 9, 8.5, 12]  # seven falls after the first
    assert ("CLIMB", False, tuple(range(1, 8)), 7) in found_of(down)
    assert not [each for each in found_of([15, 14, 13, 12, 12, 10, 9, 8.5, 12]) if each[0] == "CLIMB"]


def test_two_of_three_are_told_at_the_second_and_may_have_one_between():
    near = 11 + 5.32 * 0.7
    assert found_of([10, near, 10, near, 10]) == [("NEAR", True, (1, 3), 3)]
    assert found_of([10, near, near, 10, 10]) == [("NEAR", True, (1, 2), 2)]
    assert found_of([10, near, 10, 10, near]) == []
    on_the_line = 11 + 5.32 * 2 / 3
    assert found_of([10, on_the_line, on_the_line, 10, 10]) == []


def test_near_one_limit_and_then_the_other_is_nothing():
    assert found_of([10, 11 + 5.32 * 0.7, 11 - 5.32 * 0.7, 10]) == []


def test_near_is_measured_from_the_limit_and_not_from_what_is_possible():
    full = [0.9, 0.99] * 11 + [1.0, 1.0]  # the upper limit would be above 100%
    limits = limits_of(full, 0.0, 1.0)
    assert limits.upper == 1.0 < limits.mean + limits.reach * 2 / 3
    assert patterns(full, limits) == []


def test_points_outside_in_a_row_are_one_pattern_told_at_the_first():
    assert ("OUTSIDE", True, (1, 2), 1) in found_of([10, 17, 18, 12])
    assert [each[2] for each in found_of([10, 17, 12, 10, 18]) if each[0] == "OUTSIDE"] == [(1,), (4,)]

"""One to five is `c`, and so is a share that rests on one to five; nought and not available are neither."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.counting.answers import NOT_AVAILABLE, Answer
from throughline.counting.small_numbers import FEWEST_SHOWN, HIDDEN, hide, hide_line, small

from .little import MEASURES

COUNT, SHARE, RATE = (MEASURES[n] for n in ("contacts", "rereferrals", "looked_after_rate"))


@pytest.mark.parametrize(
    ("number", "hidden"), [(None, False), (0, False), (1, True), (5, True), (6, False), (600, False)]
)
def test_a_count_of_one_to_five_is_hidden(number, hidden):
    assert small(number) == hidden
    answer = Answer(number or 0, None, 0, 0, number)
    assert hide(COUNT, answer).hidden == hidden


@pytest.mark.parametrize(
    ("passes", "of", "hidden"),
    [
        (10, 20, False),
        (0, 20, False),
        (20, 20, False),
        (5, 20, True),  # few pass
        (15, 20, True),  # few do not
        (0, 5, True),  # few at all
        (0, 0, False),  # nobody to share
        (6, 12, False),
    ],
)
def test_a_share_that_rests_on_one_to_five_is_hidden(passes, of, hidden):
    answer = Answer(passes, of, 0, 0, passes / of if of else None)
    shown = hide(SHARE, answer)
    assert shown.hidden == hidden
    assert shown.answer == (Answer(0, None, 0, 0, None) if hidden else answer)


def test_a_rate_is_hidden_by_its_children_not_by_who_lives_here():
    assert hide(RATE, Answer(4, 3.0, 0, 0, 10.0)).hidden
    assert not hide(RATE, Answer(40, 3.0, 0, 0, 10.0)).hidden


def test_what_is_hidden_takes_all_that_would_tell_it():
    shown = hide(SHARE, Answer(3, 30, 7, 9, 0.1, part=True))
    assert shown.answer == Answer(0, None, 0, 0, None, True, True)


def test_not_available_stays_not_available():
    shown = hide(SHARE, NOT_AVAILABLE)
    assert not shown.hidden and shown.answer is NOT_AVAILABLE


def test_the_convention():
    assert (FEWEST_SHOWN, HIDDEN) == (6, "c")


def line(**many):
    """A breakdown's groups, so many in each, as they are shown; what is hidden is c."""
    shown = hide_line(COUNT, {group: Answer(number, None, 0, 0, number) for group, number in many.items()})
    return {group: "c" if each.hidden else each.answer.value for group, each in shown.items()}


def test_one_group_hidden_takes_the_smallest_other_with_it():
    assert line(F=891, M=971, U=4) == {"F": "c", "M": 971, "U": "c"}
    assert line(F=891, M=971, U=0) == {"F": 891, "M": 971, "U": 0}


def test_a_nought_protects_nothing():
    assert line(F=891, M=971, X=0, U=4) == {"F": "c", "M": 971, "X": 0, "U": "c"}
    assert line(X=0, U=4) == {"X": "c", "U": "c"}, "where there is no other"
    assert line(U=4) == {"U": "c"}


def test_two_small_ones_that_come_to_a_small_one_take_another():
    assert line(F=891, M=971, X=1, U=1) == {"F": "c", "M": 971, "X": "c", "U": "c"}
    assert line(F=891, M=971, X=3, U=3) == {"F": 891, "M": 971, "X": "c", "U": "c"}


def test_of_a_share_those_who_do_not_pass_are_protected_too():
    cells = {"F": (40, 44), "M": (50, 60), "X": (30, 90)}
    shown = hide_line(SHARE, {g: Answer(n, d, 0, 0, n / d) for g, (n, d) in cells.items()})
    assert {group for group, each in shown.items() if each.hidden} == {"F", "M"}


def test_a_line_that_is_not_available_stays_so():
    shown = hide_line(SHARE, {"F": NOT_AVAILABLE, "M": NOT_AVAILABLE})
    assert not any(each.hidden for each in shown.values())


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), min_size=2))
def test_the_total_less_what_is_shown_is_never_small(many):
    """Unless all that is not nought is hidden already: then the total itself would be."""
    shown = line(**many)
    hidden = [many[group] for group, each in shown.items() if each == "c"]
    assert all(shown[group] == "c" for group, number in many.items() if small(number))
    assert len(hidden) != 1
    assert not small(sum(hidden)) or len(hidden) == len(many)

"""One to five is `c`, and so is a share that rests on one to five; nought and not available are neither."""

import pytest

from throughline.counting.answers import NOT_AVAILABLE, Answer
from throughline.counting.small_numbers import FEWEST_SHOWN, HIDDEN, hide, small

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

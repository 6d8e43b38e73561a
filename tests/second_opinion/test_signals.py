"""The four rules again, point by point in plain Python, written from their wording and not from our code."""

from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st

from throughline.counting.signals import limits_of, patterns, signals

SOME = st.integers(0, 6)  # few values: means, limits and ties are met often
BLANK = st.none()
SERIES = st.lists(SOME | SOME | SOME | BLANK, min_size=0, max_size=40)
STEPPED = st.builds(lambda a, b: [*a, *(None if v is None else v + 5 for v in b)], SERIES, SERIES)
CLIMBING = st.builds(
    lambda before, start, steps: [*before, *(start + sum(steps[: n + 1]) for n in range(len(steps)))],
    st.lists(SOME, min_size=10, max_size=14), st.integers(0, 20),
    st.lists(st.sampled_from([1, 1, 1, 2, 0]), min_size=7, max_size=14),
)  # fmt: skip


def plain_limits(known):
    """The mean, and how far from it the limits are; None under twelve points."""
    if len(known) < 12:
        return None
    return fmean(known), 2.66 * fmean(abs(a - b) for a, b in zip(known, known[1:]))


def plain_signals(values):
    """Each point that is out of the ordinary: its place, which way, and the rule that says so first."""
    at = [n for n, value in enumerate(values) if value is not None]
    known = [values[n] for n in at]
    limits = plain_limits(known)
    if limits is None:
        return []
    found = []
    for n in range(len(known)):
        told = told_of(known, n, *limits)
        if told:
            found.append((at[n], *told))
    return found


def told_of(known, n, mean, reach):
    """Which way a point is out of the ordinary, and by which rule: the first that holds, up before down."""
    for rule in (is_outside, is_in_a_run, is_in_a_climb, is_near):
        for way in (1, -1):
            if rule([way * (value - mean) for value in known], n, reach):
                return way == 1, rule.__name__
    return None


def is_outside(side, n, reach):
    """Beyond the limit."""
    return side[n] > reach


def is_in_a_run(side, n, reach):
    """One of seven together, all above the mean."""
    return any(all(value > 0 for value in side[first : first + 7]) for first in windows(side, n, 7))


def is_in_a_climb(side, n, reach):
    """One of seven together, each above the one before it."""
    return any(
        first > 0 and all(side[m] > side[m - 1] for m in range(first, first + 7))
        for first in windows(side, n, 7)
    )


def is_near(side, n, reach):
    """Beyond two thirds of the way to the limit, as is another of three together."""
    line = reach * 2 / 3
    return side[n] > line and any(
        sum(value > line for value in side[first : first + 3]) >= 2 for first in windows(side, n, 3)
    )


def windows(side, n, long):
    """Where so many points together can begin, of which one is the nth."""
    return [first for first in range(n - long + 1, n + 1) if first >= 0 and first + long <= len(side)]


WORDS = {"outs": "is_outside", "7 or": "is_in_a_run", "7 po": "is_in_a_climb", "two ": "is_near"}


@given(SERIES | STEPPED | CLIMBING)
def test_the_four_rules_say_the_same_of_every_point(values):
    whole = [None if value is None else float(value) for value in values]
    found = signals(patterns(whole, limits_of(whole, floor=None)))
    ours = [(each.index, each.high, WORDS[each.says[:4]]) for each in found]
    assert ours == plain_signals(whole)


@given(SERIES | STEPPED)
def test_turned_upside_down_up_is_down(values):
    whole = [None if value is None else float(value) for value in values]
    turned = [None if value is None else -value for value in whole]
    up, down = (patterns(each, limits_of(each, floor=None)) for each in (whole, turned))
    assert {(p.rule, p.high, p.places, p.told) for p in up} == {
        (p.rule, not p.high, p.places, p.told) for p in down
    }


@given(SERIES | STEPPED | CLIMBING, st.integers(1, 5))
def test_blanks_between_points_change_nothing_but_their_places(values, many):
    whole = [float(value) for value in values if value is not None]
    spread = [each for value in whole for each in (value, *[None] * many)]
    close, far = (patterns(each, limits_of(each, floor=None)) for each in (whole, spread))
    assert [(p.rule, p.high, tuple(n * (many + 1) for n in p.places)) for p in close] == [
        (p.rule, p.high, p.places) for p in far
    ]


def test_by_hand():
    """Worked out on paper: mean 11, moving ranges of 2, limits 5.68 and 16.32, lines at 7.45 and 14.55."""
    flat = [10, 12] * 6
    assert plain_limits(flat) == (11, 5.32)
    assert plain_signals([None, *flat]) == []
    known = [*flat, 16.4, 10, 14.6, 12, 14.6]
    kept = [(n, told_of(known, n, 11, 5.32)) for n in range(12, 17)]
    assert kept == [
        (12, (True, "is_outside")), (13, None), (14, (True, "is_near")), (15, None), (16, (True, "is_near")),
    ]  # fmt: skip

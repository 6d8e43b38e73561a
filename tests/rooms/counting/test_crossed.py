"""Two breakdowns at once, with small numbers hidden from both sides; and groups beside all others."""

from datetime import date
from math import exp

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from throughline.counting.answers import Answer, count
from throughline.counting.crossed import crossed
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.small_numbers import hide_table
from throughline.counting.unlike import NORMAL, limits_of_rates, limits_of_shares, sentence, unlike
from throughline.measures.kinds import Count, Mean, Rate, Share, Stock, Total, Typical
from throughline.record.breakdowns import NOT_RECORDED
from throughline.record.child import AGE, BROAD_ETHNIC_GROUP, ETHNIC_GROUP, SEX_OF_CHILD
from throughline.record.front_door import REFERRAL_CAME_FROM, Contacts, Referrals
from throughline.record.periods import Months, as_at, months
from throughline.record.workforce import TEAM, WORKER, Posts

from .little import snapshot_of

SAID = {"why": "To test.", "defined_by": "This test.", "examples": ""}
OPEN = Stock(title="Open", of=Referrals.open(), **SAID)
REFERRED = Count(title="Referred", of=Referrals.on(Referrals.started), **SAID)
NO_ACTION = Share(title="No action", of=Referrals.on(Referrals.started), that=Referrals.no_action, **SAID)
LENGTH = Typical(title="Open for", of=Referrals.open(), middle=Referrals.started, **SAID)
OF_ALL = Rate(title="Rate", of=Referrals.open(), **SAID)
EACH = Rate(
    title="A worker", of=Referrals.open(), among=Referrals.open().per(Referrals.worker), per=1, **SAID
)
POSTS = Total(title="Posts", of=Posts.open(), adds=Posts.full_time, **SAID)
WHOLE = Mean(title="Whole", of=Posts.open(), value=Posts.full_time, **SAID)
CONTACTS = Share(title="C", of=Contacts.on(Contacts.received), that=Contacts.referred, **SAID)
EVERY = (OPEN, REFERRED, NO_ACTION, LENGTH, OF_ALL, EACH, POSTS, WHOLE, CONTACTS)
OVER = Months(2026, 1, 8)
WORLD = """
    Child
    child | sex | ethnicity
    ---
    Ann   | F   | WBRI
    Ben   | M   | WBRI
    Cat   | F   |
    Dee   | F   | MOTH

    Referrals
    child | started    | ended      | no_action | team | worker
    ---
    Ann   | 2026-06-01 |            | no        | T1   | W1
    Ann   | 2026-06-10 |            | yes       | T1   | W1
    Ben   | 2026-06-20 |            | no        | T1   | W2
    Cat   | 2026-06-20 |            |           | T2   | W2
    Dee   | 2026-05-01 | 2026-06-10 | no        | T2   | W2

    Posts
    post | started    | full_time | job | team
    ---
    P1   | 2026-01-01 | 1         | SW  | T1
    P2   | 2026-01-01 | 0.5       | SW  | T1
    P3   | 2026-01-01 |           | SW  | T2
"""
ANSWERS = count(EVERY, snapshot_of(WORLD, date(2026, 8, 31)), OVER)
JUNE = months(2026, 6)


def told(measure, by, other, what=lambda answer: answer.value):
    return {pair: what(answer) for pair, answer in crossed(ANSWERS, measure, JUNE, by, other).items()}


def test_children_are_counted_once_in_each_cell():
    assert told(OPEN, TEAM, SEX_OF_CHILD) == {("T1", "F"): 1, ("T1", "M"): 1, ("T2", "F"): 1}
    assert told(REFERRED, SEX_OF_CHILD, TEAM) == {("F", "T1"): 2, ("M", "T1"): 1, ("F", "T2"): 1}
    assert told(OPEN, TEAM, WORKER)["T1", "W2"] == 1


def test_shares_middles_and_rates_have_their_own_cells():
    cells = crossed(ANSWERS, NO_ACTION, JUNE, TEAM, SEX_OF_CHILD)
    assert cells["T1", "F"].value == 0.5
    assert (cells["T2", "F"].value, cells["T2", "F"].left_out) == (None, 1)
    assert told(LENGTH, TEAM, SEX_OF_CHILD)["T1", "F"] == 24.5
    assert told(EACH, TEAM, SEX_OF_CHILD)["T1", "F"] == 1
    assert set(told(OF_ALL, TEAM, SEX_OF_CHILD).values()) == {None}  # nobody says how many live here


def test_what_is_not_so_parted_or_not_available_has_no_cells():
    assert crossed(ANSWERS, OPEN, JUNE, TEAM, REFERRAL_CAME_FROM) != {}
    assert crossed(ANSWERS, POSTS, JUNE, TEAM, SEX_OF_CHILD) == {}
    assert crossed(ANSWERS, CONTACTS, JUNE, TEAM, SEX_OF_CHILD) == {}


@pytest.mark.parametrize("measure", [OPEN, REFERRED, NO_ACTION, LENGTH])
def test_cells_by_a_breakdown_and_one_that_is_the_same_for_all_are_its_own_groups(measure):
    for (group, _), answer in crossed(ANSWERS, measure, JUNE, ETHNIC_GROUP, AGE).items():
        assert answer == ANSWERS.value(measure, JUNE, ETHNIC_GROUP, group)


def answer(many, of=None):
    return Answer(many, of, 0, 0, many / of if of else many)


def test_a_cell_hidden_alone_in_its_row_or_column_takes_another_with_it():
    cells = {("a", "x"): 3, ("a", "y"): 20, ("a", "z"): 30, ("b", "x"): 9, ("b", "y"): 8, ("b", "z"): 40}
    shown = hide_table(OPEN, {pair: answer(many) for pair, many in cells.items()})
    hidden = {pair for pair, each in shown.items() if each.hidden}
    assert hidden == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}
    assert shown["a", "x"].answer.value is None and shown["a", "z"].answer.value == 30


def test_a_row_of_one_cell_and_a_table_of_none_are_left_as_they_are():
    assert hide_table(OPEN, {("a", "x"): answer(3)})["a", "x"].hidden
    assert hide_table(OPEN, {}) == {}


PAIRS = st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"))


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(PAIRS, st.integers(0, 12)))
def test_no_hidden_cell_is_ever_alone_among_others(cells):
    shown = hide_table(OPEN, {pair: answer(many) for pair, many in cells.items()})
    assert all(shown[pair].hidden for pair, many in cells.items() if 0 < many < 6)
    for side in (0, 1):
        for name in {pair[side] for pair in cells}:
            line = [shown[pair].hidden for pair in cells if pair[side] == name]
            assert sum(line) != 1 or len(line) == 1


def population(passing):
    """Girls and boys: how many referrals, and of how many no more came."""
    rows = [
        f"{sex}{n} | 2026-06-01 | {'yes' if n < passes else 'no'}"
        for sex, (passes, many) in passing.items()
        for n in range(many)
    ]
    names = [f"{sex}{n} | {sex}" for sex, (_, many) in passing.items() for n in range(many)]
    children = ["Child", "child | sex", "---", *names, ""]
    return snapshot_of("\n".join([*children, "Referrals", "child | started | no_action", "---", *rows]))


def of_girls(passing):
    """What is said of girls."""
    return unlike(count((NO_ACTION,), population(passing), OVER), NO_ACTION, JUNE, SEX_OF_CHILD)[0]


def test_a_group_beside_all_others():
    answers = count((NO_ACTION,), population({"F": (30, 60), "M": (20, 80), "U": (9, 9)}), OVER)
    girls, boys = unlike(answers, NO_ACTION, JUNE, SEX_OF_CHILD)  # who is of unknown sex is on neither side
    assert girls.ratio == pytest.approx((30 / 60) / (20 / 80))
    assert (boys.low, boys.high) == pytest.approx((1 / girls.high, 1 / girls.low))
    assert girls.differs and boys.differs
    assert sentence(girls, "Girls").startswith("Girls: 2.00 times all others (")
    assert sentence(girls, "Girls").endswith("more often than chance would give.")
    assert sentence(boys, "Boys").endswith("less often than chance would give.")
    few = of_girls({"F": (3, 9), "M": (20, 80)})
    assert few.ratio is None and not few.differs
    assert sentence(few, "Girls") == "Girls: too few to compare."
    assert "no more than chance" in sentence(of_girls({"F": (30, 60), "M": (31, 60)}), "Girls")


def test_where_all_of_a_group_pass_it_is_still_known_how_much_that_says():
    """10 of 10 beside 87 of 100 comes of chance one time in four; 60 of 60 beside them does not."""
    assert not of_girls({"F": (10, 10), "M": (87, 100)}).differs
    assert of_girls({"F": (60, 60), "M": (87, 100)}).differs
    all_of_both = of_girls({"F": (45, 45), "M": (90, 90)})
    assert all_of_both.ratio == 1 and all_of_both.low < 1 < all_of_both.high


def test_who_said_nothing_is_in_no_group_that_tells():
    assert [ETHNIC_GROUP.tells(group) for group in ("WBRI", "NOBT", "REFU", NOT_RECORDED)] == [
        True, False, False, False,
    ]  # fmt: skip
    assert not BROAD_ETHNIC_GROUP.tells("Not yet obtained") and BROAD_ETHNIC_GROUP.tells("Mixed")
    assert set(BROAD_ETHNIC_GROUP.no_answer) <= set(BROAD_ETHNIC_GROUP.into.values())


SIDES = st.integers(6, 400).flatmap(lambda of: st.tuples(st.integers(6, of), st.just(of)))


@settings(max_examples=300, deadline=None)
@example((32, 64), (32, 32))
@given(SIDES, SIDES)
def test_shares_differ_just_where_pearsons_test_says_so(one, other):
    """Koopman's limits are those ratios that Pearson's chi-squared would not refuse: a second opinion."""
    (a, n), (b, m) = one, other
    low, high = limits_of_shares(one, other)
    ratio, share = (a / n) / (b / m), (a + b) / (n + m)
    assert low <= ratio <= high
    seen = (a / n - b / m) ** 2 / (share * (1 - share) * (1 / n + 1 / m)) if share < 1 else 0
    assume(abs(seen - NORMAL**2) > 1e-6)
    assert (not low <= 1 <= high) == (seen > NORMAL**2)


def test_limits_of_rates():
    low, high = limits_of_rates((30, 1000), (60, 4000))
    assert (low, high) == pytest.approx((2 / exp(1.959964 * 0.05**0.5), 2 * exp(1.959964 * 0.05**0.5)))


def test_a_count_has_nothing_to_be_a_ratio_of():
    assert unlike(ANSWERS, REFERRED, JUNE, SEX_OF_CHILD) == ()
    assert unlike(ANSWERS, OF_ALL, JUNE, SEX_OF_CHILD) == ()
    assert unlike(ANSWERS, NO_ACTION, JUNE, WORKER) != ()
    assert ANSWERS.value(OPEN, as_at(date(2026, 6, 30)), ALL, EVERYONE).value == 3
    assert NOT_RECORDED not in {each.group for each in unlike(ANSWERS, NO_ACTION, JUNE, ETHNIC_GROUP)}

"""Two breakdowns at once, with small numbers hidden from both sides; and groups beside all others."""

from datetime import date
from math import exp, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.counting.answers import Answer, count
from throughline.counting.crossed import crossed
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.small_numbers import hide_table
from throughline.counting.unlike import sentence, unlike
from throughline.measures.kinds import Count, Mean, Rate, Share, Stock, Total, Typical
from throughline.record.breakdowns import NOT_RECORDED
from throughline.record.child import AGE, ETHNIC_GROUP, SEX_OF_CHILD
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


def test_a_group_beside_all_others():
    answers = count((NO_ACTION,), population({"F": (30, 60), "M": (20, 80), "U": (3, 9)}), OVER)
    girls, boys, few = unlike(answers, NO_ACTION, JUNE, SEX_OF_CHILD)
    assert girls.ratio == pytest.approx((30 / 60) / (23 / 89))
    wide = 1.959964 * (1 / 30 - 1 / 60 + 1 / 23 - 1 / 89) ** 0.5
    assert (girls.low, girls.high) == pytest.approx(
        (exp(log(girls.ratio) - wide), exp(log(girls.ratio) + wide))
    )
    assert girls.differs and boys.differs and not few.differs and few.ratio is None
    assert sentence(girls, "Girls").startswith("Girls: 1.93 times all others (")
    assert sentence(girls, "Girls").endswith("more often than chance would give.")
    assert sentence(boys, "Boys").endswith("less often than chance would give.")
    assert sentence(few, "Others") == "Others: too few to compare."
    same = count((NO_ACTION,), population({"F": (30, 60), "M": (31, 60)}), OVER)
    assert "no more than chance" in sentence(unlike(same, NO_ACTION, JUNE, SEX_OF_CHILD)[0], "Girls")


def test_a_count_has_nothing_to_be_a_ratio_of():
    assert unlike(ANSWERS, REFERRED, JUNE, SEX_OF_CHILD) == ()
    assert unlike(ANSWERS, OF_ALL, JUNE, SEX_OF_CHILD) == ()
    assert unlike(ANSWERS, NO_ACTION, JUNE, WORKER) != ()
    assert ANSWERS.value(OPEN, as_at(date(2026, 6, 30)), ALL, EVERYONE).value == 3
    assert NOT_RECORDED not in {each.group for each in unlike(ANSWERS, NO_ACTION, JUNE, ETHNIC_GROUP)}

"""Stocks on several days come out by group, and no piece goes where it may not."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.sample.chance import Chance
from throughline.sample.settling import Piece, settle

GROUPS = ("a", "b", "c")


@st.composite
def pieces(draw):
    """Pieces that count on one to three days in a row, each in a group, some of them fixed there."""
    found = []
    for _ in range(draw(st.integers(1, 30))):
        first, last = sorted(draw(st.tuples(st.integers(0, 2), st.integers(0, 2))))
        group = draw(st.sampled_from(GROUPS))
        may = GROUPS if draw(st.booleans()) else (group,)
        found.append(Piece(dict.fromkeys(range(first, last + 1), draw(st.integers(1, 2))), group, may, None))
    return found


def held(found):
    """How many each day holds in each group."""
    days = {day: Counter() for day in range(3)}
    for piece in found:
        for day, many in piece.counts.items():
            days[day][piece.group] += many
    return days


def astray(found, wanted):
    have = held(found)
    told = [(day, group, many) for day, groups in wanted.items() for group, many in groups.items()]
    return sum(abs(have[day][group] - many) for day, group, many in told)


@settings(max_examples=40, deadline=None)
@given(pieces(), st.randoms(use_true_random=False))
def test_no_piece_goes_where_it_may_not(found, chance):
    before = [piece.group for piece in found]
    for piece in found:  # somewhere the pieces could all be
        piece.group = chance.choice(piece.may)
    wanted = {day: {group: many[group] for group in GROUPS} for day, many in held(found).items()}
    for piece, group in zip(found, before):
        piece.group = group
    moved = settle(Chance(1, "test"), found, wanted)
    assert all(piece.group in piece.may for piece in found)
    assert {id(p) for p in moved} == {id(p) for p, group in zip(found, before) if p.group != group}


def test_it_comes_out_exactly_and_leaves_alone_what_is_so():
    found = [Piece({at % 2: 1}, "a", GROUPS, at) for at in range(40)]
    wanted = {0: {"a": 5, "b": 10, "c": 5}, 1: {"a": 20}}
    moved = settle(Chance(1, "test"), found, wanted)
    assert astray(found, wanted) == 0
    assert len(moved) == 15
    assert settle(Chance(1, "test"), found, wanted) == []


def test_a_step_back_is_taken_where_none_leads_on():
    """One on both days is in the way: it must go, and the day it spoils be mended by another."""
    both = Piece({0: 1, 1: 1}, "a", ("a", "b"), None)
    found = [both, Piece({1: 1}, "b", ("a", "b"), None)]
    settle(Chance(1, "test"), found, {0: {"a": 0, "b": 1}, 1: {"a": 1, "b": 1}})
    assert [piece.group for piece in found] == ["b", "a"]

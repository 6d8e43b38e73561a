"""Nothing hidden from an elected member is found by taking one figure of a measure from another: whatever the
months, and by every way there is to ask (page and file, all steps, all from and to, all days of *as at*)."""

from dataclasses import replace
from datetime import date
from itertools import accumulate, product

import numpy as np
import polars as pl
import pytest
from django.http import Http404
from hypothesis import example, given, settings
from hypothesis import strategies as st

from throughline.blocks import figures
from throughline.blocks.chosen import STEPS, chosen_period, in_address
from throughline.blocks.figures import figure
from throughline.blocks.named import NAMES
from throughline.blocks.series import series
from throughline.blocks.tables import over_time
from throughline.counting.answers import count
from throughline.counting.one_grid import grid_of
from throughline.measures.front_door import contacts, contacts_to_referral
from throughline.people.roles import MEMBER
from throughline.record.front_door import Contacts
from throughline.record.periods import Months, Period, months, twelve_months_to
from throughline.record.snapshots import Snapshot
from throughline.reports.reader import ask_for

OVER = Months(2024, 4, 28)
FIRST, MIDDLE = date(2024, 4, 1), 15
MONTHS = [months(day.year, day.month) for day in OVER.starts()]
AS_AT = (date(2026, 7, MIDDLE), date(2026, 7, 31), date(2026, 6, 30), date(2026, 3, 31))
SORTS = ((0, 9), (6, 8), (2, 3), (0, 0, 0, 1), (8,), (0, 3, 7), (4, 30), (12, 20))  # of half-months
WORLDS = st.tuples(
    st.sampled_from(AS_AT),
    st.sampled_from(SORTS).flatmap(
        lambda sort: st.lists(st.sampled_from(sort), min_size=56, max_size=56)
    ),
    st.dictionaries(st.integers(0, 55), st.integers(0, 9), max_size=4),  # a few that are unlike the rest
    st.sampled_from((1, 2, 4)),  # each so manieth led to a referral
)  # fmt: skip


def usual(**unlike):
    """Nine in every half of a month to the middle of July 2026, but for a few: `h31` is of late July 2025."""
    return AS_AT[0], [9] * 56, {int(name[1:]): many for name, many in unlike.items()}, 1


THE_EDGES = usual(h31=2, h54=3)  # what whole months leave of the twelve months to the data's own day
OLDER_EDGES = usual(h26=2, h51=1)  # and what those twelve months leave of whole months
ONE_EDGE = usual(h31=3, h54=9)
A_MONTH = usual(h40=0, h41=4)
A_QUARTER = usual(h36=0, h37=0, h38=0, h39=0, h40=0, h41=4)
ASTRIDE = usual(h38=0, h39=0, h40=0, h41=4, h42=0, h43=0)  # three months together, of two quarters
A_YEAR = usual(**{f"h{half}": 0 for half in range(23)}, h23=4)


older = replace(contacts, year=lambda day: twelve_months_to(date(2026, 5, MIDDLE)))
MEASURES = {"count": contacts, "share": contacts_to_referral, "headed by older dates": older}


@pytest.fixture(autouse=True, scope="module")
def named():
    """The measure of this test has a name, as all have whose page can be asked for."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(NAMES, older, "older")
        yield


def halves(world):
    """How many came in each half of each month (to the 15th, and after it), with the few put in."""
    _, many, unlike, _ = world
    return [unlike.get(place, number) for place, number in enumerate(many)]


def answers_of(world):
    """The answers about a world: so many contacts in each half of a month."""
    as_at, *_, every = world
    days = [date(m.start.year, m.start.month, day) for m in MONTHS for day in (MIDDLE, MIDDLE + 1)]
    came = [day for day, many in zip(days, halves(world)) if day <= as_at for _ in range(many)]
    rows = [
        {"Contacts.child": f"C{n}", "Contacts.received": day, "Contacts.referred": n % every == 0}
        for n, day in enumerate(came)
    ]
    frames = {Contacts: pl.DataFrame(rows, schema=Contacts.schema())}
    return count(MEASURES.values(), Snapshot.of(frames, as_at=as_at), OVER, ())


def told(answers, measure):
    """Every period of which a member can have a number of this measure."""
    ends = [*(month.end for month in MONTHS if month.end < answers.snapshot.as_at), answers.snapshot.as_at]
    asks = [ask_for(MEMBER, answers, day) for day in ends]
    found = {ask.period(measure) for ask in asks if figure(ask, measure).state == "shown"}
    for ask, step in product((asks[-1], asks[-2], asks[-4]), STEPS):
        ask.chosen["step"] = in_address(step)
        drawn = series(ask, measure, 24, step)
        found |= {when for when, point in zip(drawn.periods, drawn.points) if point.value is not None}
        found |= {Period(row[1], row[2]) for row in over_time(ask, measure) if row[9] != ""}
    return found | set(from_to(asks[-1], measure))


def from_to(ask, measure):
    """The periods of whole months that are told where they are asked for by their dates."""
    for first, last in product(MONTHS, MONTHS):
        ask.chosen.update({"from": first.start.isoformat(), "to": last.end.isoformat()})
        try:
            period = chosen_period(ask, measure)
        except Http404:
            continue
        if figure(ask, measure, period).state == "shown":
            yield period


def places(period, as_at):
    """The half-months of a period, as a range; months before the first one are not there."""

    def place(day):
        month = max(0, OVER.number(day))
        return 2 * month + (day.day > MIDDLE if OVER.number(day) >= 0 else 0)

    return place(period.start), min(place(period.end), place(as_at)) + 1


def numbers(answers, measure, ranges):
    """What each range of half-months comes to: of a share how many pass, how many there are, and the rest."""
    facts = answers.facts[measure]
    days = answers.snapshot.frames[Contacts]
    at = [2 * OVER.number(day) + (day.day > MIDDLE) for day in days.get_column("Contacts.received")]
    passes = days.get_column("Contacts.referred").to_list()
    assert len(facts.start) == len(at)
    sums = []
    for test in ([True] * len(at), passes, [not each for each in passes]):
        many = np.bincount(np.array(at, int), weights=np.array(test, float), minlength=56)
        whole = [0, *accumulate(many.tolist())]
        sums.append([whole[end] - whole[start] for start, end in ranges])
    return sums if measure is contacts_to_referral else sums[:1]


def leaks(answers, measure, found):
    """Two periods, one within the other, whose difference is 1 to 5; or a time of 1 to 5 that is a sum, or a
    difference, of what is told."""
    as_at = answers.snapshot.as_at
    ranges = sorted({places(period, as_at) for period in found})
    every = [(a, b) for a in range(56) for b in range(a + 1, places(Period(FIRST, as_at), as_at)[1] + 1)]
    short = sums_of(ranges, every)
    for told_numbers, all_numbers in zip(numbers(answers, measure, ranges), numbers(answers, measure, every)):
        yield from (pair for pair, is_sum, n in zip(every, short, all_numbers) if is_sum and 0 < n < 6)
        known = list(zip(ranges, told_numbers))
        for (outer, many), (inner, fewer) in product(known, known):
            if outer[0] <= inner[0] and inner[1] <= outer[1] and 0 < many - fewer < 6:
                yield outer, inner


def sums_of(ranges, every):
    """Of each range whether it is a sum, or a difference, of those that are told."""
    if not ranges:
        return [False] * len(every)

    def spread(pairs):
        return np.array([[start <= place < end for place in range(56)] for start, end in pairs], float)

    basis = np.linalg.svd(spread(ranges), full_matrices=False)
    rows = basis[2][basis[1] > 1e-9]
    wanted = spread(every)
    return (np.abs(wanted - wanted @ rows.T @ rows).max(axis=1) < 1e-9).tolist()


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
@settings(max_examples=3)
@given(world=WORLDS)
@example(world=THE_EDGES)
@example(world=ONE_EDGE)
@example(world=OLDER_EDGES)
@example(world=A_MONTH)
@example(world=ASTRIDE)
@example(world=A_YEAR)
def test_nothing_hidden_from_a_member_is_a_difference_of_what_is_told(measure, world):
    answers = answers_of(world)
    assert list(leaks(answers, measure, told(answers, measure))) == []


@pytest.mark.parametrize(
    ("world", "grid"),
    [
        (usual(), "month"),
        (ONE_EDGE, "month"),
        (THE_EDGES, "quarter"),
        (A_MONTH, "quarter"),
        (ASTRIDE, "quarter"),
        (A_QUARTER, "year"),
        (A_YEAR, "year"),
    ],
)
def test_the_grid_is_the_finest_in_which_nothing_is_small(world, grid):
    assert grid_of(answers_of(world), contacts) == grid


def test_the_attack_finds_a_month_where_all_that_is_not_small_is_told(monkeypatch):
    """As it was before: a month of four is c, and the twelve months with and without it are told."""
    answers = answers_of(A_MONTH)
    monkeypatch.setattr(figures, "may_be_told", lambda answers, measure, period: True)
    assert (40, 42) in list(leaks(answers, contacts, told(answers, contacts)))

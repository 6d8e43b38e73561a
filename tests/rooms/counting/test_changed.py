"""What is new, in what order, and how often chance alone would say so."""

from dataclasses import replace
from datetime import date
from math import inf

import numpy as np
import polars as pl
import pytest

from throughline.counting.answers import count
from throughline.counting.changed import BY_CHANCE, NEW, apart, chance, lasting, newest_of, news, two_sided
from throughline.counting.recording import Stretch
from throughline.counting.signals import (
    Limits,
    Pattern,
    Rule,
    Variation,
    limits_of,
    patterns,
)
from throughline.counting.trends import Trend, is_stock, steps_to
from throughline.measures.assessment import assessments_finished
from throughline.measures.care import looked_after
from throughline.measures.front_door import contacts
from throughline.measures.kinds import Better
from throughline.record.assessment import Assessments
from throughline.record.periods import Months
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import TEAM

LAST = date(2026, 12, 31)
ZIGZAG = [10.0, 12.0] * 12
LIMITS = Limits(11.0, 5.0, 17.0, False, 6.0)  # a standard deviation is 2


def trend_of(values, measure=contacts, better=Better.NEITHER, limits=None):
    """A trend of these values, judged as they stand."""
    limits = limits or limits_of(values, None)
    periods = tuple(steps_to(LAST, len(values), "month"))
    points = tuple(Point(value) for value in values)
    kept = replace(measure, better=better)
    found = tuple(patterns(values, limits))
    at_the_end = any(len(values) - 1 in each.places for each in found)
    verdict = Variation.HIGHER if at_the_end else Variation.USUAL
    stretches = (Stretch(0, len(values), limits=limits),)
    return Trend(
        kept, "month", periods, points, tuple(values), is_stock(kept), stretches, (), found, verdict, ""
    )


class Point:
    """As much of an answer as a trend reads."""

    def __init__(self, value, too_early=0):
        self.value, self.too_early = value, too_early


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (Pattern(Rule.RUN, True, tuple(range(7)), 6), 1 / 64),
        (Pattern(Rule.RUN, True, tuple(range(8)), 6), 1 / 128),
        (Pattern(Rule.CLIMB, True, tuple(range(7)), 6), 1 / 20160),
        (Pattern(Rule.OUTSIDE, True, (23,), 23), 0.0027),  # three standard deviations away
        (Pattern(Rule.OUTSIDE, True, (21, 22, 23), 21), 0.0027),  # its farthest point
        (Pattern(Rule.NEAR, True, (21, 22), 22), 0.0031),  # the nearer of the two: two away
    ],
)
def test_how_seldom_chance_would_make_it(pattern, wanted):
    values = [*ZIGZAG[:21], 15.0, 16.9, 17.0]
    assert chance(pattern, values, LIMITS) == pytest.approx(wanted, rel=0.02)


def test_chance_at_the_ends():
    assert two_sided(0) == 1 and two_sided(inf) == 0
    flat = Limits(11.0, 11.0, 11.0, False, 0.0)
    assert chance(Pattern(Rule.OUTSIDE, True, (0,), 0), [12.0], flat) == 0


def test_a_signal_is_new_for_three_points():
    for back, is_new in ((1, True), (NEW, True), (NEW + 1, False)):
        values = [*ZIGZAG[:24]]
        values[-back] = 40.0
        assert bool(newest_of(trend_of(values))) is is_new, back


def test_a_run_is_news_when_its_seventh_point_comes_and_not_for_ever():
    def running(many):
        return trend_of([10.0] * 24, limits=LIMITS) if not many else trend_of(
            [*ZIGZAG[: 24 - many - 1], 10.0, *[12.0] * many], limits=LIMITS
        )  # fmt: skip

    assert newest_of(running(6)) is None
    for many in (7, 8, 9):
        assert newest_of(running(many)).pattern.rule is Rule.RUN
        assert not lasting(running(many))
    assert newest_of(running(10)) is None and lasting(running(10))


def test_what_comes_every_year_is_no_news():
    august = [*ZIGZAG[:10], 40.0, *ZIGZAG[11:22], 40.0, 12.0]
    assert newest_of(trend_of(august, limits=LIMITS)) is None
    once = [*ZIGZAG[:9], 40.0, *ZIGZAG[10:22], 40.0, 12.0]  # a month from a year ago
    assert newest_of(trend_of(once, limits=LIMITS))
    other = [*ZIGZAG[:10], 0.0, *ZIGZAG[11:22], 40.0, 12.0]  # and the other way
    assert newest_of(trend_of(other, limits=LIMITS))
    quarters = replace(trend_of(august, limits=LIMITS), step="quarter")
    assert newest_of(quarters)


def test_months_of_which_it_is_too_early_to_say_make_nothing_old():
    values = [*ZIGZAG[:20], 40.0, None, None, None]
    found = trend_of(values, limits=LIMITS)
    early = (*found.points[:21], *[Point(None, too_early=4)] * 3)
    assert newest_of(replace(found, points=early)).pattern.places == (20,)
    assert newest_of(found) is None  # nothing came in these months: that is old


def test_each_measure_is_told_once_by_its_strongest_signal():
    values = [*[10.0, 12.0] * 8, 10.0, *[12.0] * 6, 40.0]
    found = trend_of(values, limits=LIMITS)
    assert {each.rule for each in found.patterns if each.told >= 21} == {Rule.RUN, Rule.OUTSIDE}
    (told,) = news([found])
    assert told.pattern.rule is Rule.OUTSIDE and told.chance < 0.001


def test_two_outside_are_as_strong_as_two_near_and_are_said_to_be_outside():
    (told,) = news([trend_of([*ZIGZAG[:22], 17.5, 17.5], limits=LIMITS)])
    assert told.pattern.rule is Rule.OUTSIDE and told.chance < chance(told.pattern, [17.5] * 24, LIMITS)


def test_the_strongest_come_first_and_of_equals_the_worse():
    far, near = [*ZIGZAG[:23], 60.0], [*ZIGZAG[:23], 17.5]
    far_good = trend_of(far, better=Better.HIGHER, limits=LIMITS)
    near_bad, near_good = (trend_of(near, better=way, limits=LIMITS) for way in (Better.LOWER, Better.HIGHER))
    still = trend_of(ZIGZAG)
    assert [each.trend for each in news([near_good, still, near_bad, far_good])] == [
        far_good, near_bad, near_good,
    ]  # fmt: skip


def test_what_is_not_judged_is_no_news():
    found = trend_of([*ZIGZAG[:23], 60.0])
    unjudged = replace(found, stretches=(Stretch(0, 24),))
    assert newest_of(unjudged) is None and news([unjudged]) == []


def test_what_was_out_of_the_ordinary_before_a_change_in_recording_is_no_news():
    found = trend_of([*ZIGZAG[:21], 60.0, 10.0, 12.0])
    assert newest_of(found)
    after = replace(found, stretches=(Stretch(0, 22), Stretch(22, 24, limits=LIMITS)))
    assert newest_of(after) is None


@pytest.mark.parametrize(
    ("values", "measure", "says"),
    [
        ([*ZIGZAG[:23], 60.0], contacts, "In December 2026 it was outside the upper limit."),
        ([*ZIGZAG[:22], 60.0, 11.0], contacts, "In November 2026 it was outside the upper limit."),
        ([*ZIGZAG[:22], 60.0, 60.0], contacts,
         "It has been outside the upper limit for two months running, since November 2026."),
        ([*ZIGZAG[:16], 10.0, *[12.0] * 7], contacts,
         "It has been above its mean for seven months running, since June 2026."),
        ([*ZIGZAG[:16], *[12.0] * 7, 10.0], contacts,
         "It was above its mean for eight months running, since April 2026."),
        ([*ZIGZAG[:23], 60.0], looked_after,
         "In December 2026 its change from month to month was outside the upper limit."),
    ],
)  # fmt: skip
def test_what_happened_is_said_with_its_months(values, measure, says):
    limits = LIMITS if 60.0 not in values else None
    (told,) = news([trend_of(values, measure=measure, limits=limits)])
    assert told.sentence == says


@pytest.mark.parametrize("drawn", ["normal", "numbers of 8", "shares of 30"])
def test_chance_alone_says_so_about_as_often_as_we_say(drawn):
    chosen, many, found = np.random.default_rng(1), 600, 0
    for _ in range(many):
        values = {
            "normal": lambda: chosen.normal(0, 1, 24),
            "numbers of 8": lambda: chosen.poisson(8, 24),
            "shares of 30": lambda: chosen.binomial(30, 0.85, 24) / 30,
        }[drawn]().tolist()
        found += any(each.told >= 24 - NEW for each in patterns(values, limits_of(values, None)))
    assert 0.4 / BY_CHANCE < found / many < 1.6 / BY_CHANCE


def by_team(months):
    """Answers about assessments finished on the 15th of each month of two years: so many of each team."""
    rows = [
        {"child": f"{month} {team} {n}", "started": day, "ended": day, "team": team}
        for month, teams in enumerate(months)
        for team, many in teams.items()
        for n in range(many)
        for day in [date(2025 + month // 12, month % 12 + 1, 15)]
    ]
    named = [{f"Assessments.{name}": value for name, value in row.items()} for row in rows]
    frame = pl.DataFrame(named, schema=Assessments.schema())
    return count([assessments_finished], Snapshot.of({Assessments: frame}, as_at=LAST), Months(2025, 1, 24))


def test_teams_that_changed_where_the_council_did_not_are_found():
    usual = [{"T1": 20 + m % 2 * 4, "T2": 40 - m % 2 * 2, "T3": 1} for m in range(23)]
    found = apart(by_team([*usual, {"T1": 50, "T2": 12}]), assessments_finished, TEAM, LAST)
    assert (found.groups, found.judged) == (("T1", "T2"), 2)  # T3 is far too small
    found = apart(by_team([*usual, {"T1": 90, "T2": 40}]), assessments_finished, TEAM, LAST)
    assert (found.groups, found.judged) == ((), 2)  # so did the council


def test_what_is_not_in_the_cube_is_looked_at_group_by_group():
    usual = [{"T1": 20 + m % 2 * 4, "T3": 1} for m in range(24)]
    found = apart(by_team(usual), assessments_finished, TEAM, date(2026, 11, 30))
    assert found.groups == () and found.judged == 1

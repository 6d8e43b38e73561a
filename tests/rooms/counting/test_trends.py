"""A measure over time: which periods, what is judged, what is not and why."""

from datetime import date, timedelta

import polars as pl
import pytest

from throughline.counting.answers import Answer, count
from throughline.counting.recording import Stretch
from throughline.counting.signals import Pattern, Rule, Variation
from throughline.counting.trends import (
    described,
    is_event,
    is_stock,
    limited,
    moves_slowly,
    net_change,
    not_the_newest,
    steps_to,
    to_judge,
    trend,
    whole,
)
from throughline.record.front_door import Contacts, Referrals
from throughline.record.periods import Months, months
from throughline.record.snapshots import Snapshot

from .little import MEASURES

LAST = date(2026, 12, 31)
OVER = Months(2024, 1, 36)


def world(each_month, table=Contacts, column="received", **more):
    """So many events in each of the months that end with the last, on its tenth day."""
    first = LAST.year * 12 + LAST.month - len(each_month)
    days = [date((first + n) // 12, (first + n) % 12 + 1, 10) for n in range(len(each_month))]
    rows = [
        {f"{table.__name__}.child": f"{n}-{i}", f"{table.__name__}.{column}": day, **more}
        for n, (day, many) in enumerate(zip(days, each_month))
        for i in range(many)
    ]
    frames = {table: pl.DataFrame(rows, schema=table.schema())}
    return count(MEASURES.values(), Snapshot.of(frames, as_at=LAST), OVER)


@pytest.mark.parametrize(
    ("last", "step", "period"),
    [
        (date(2026, 6, 30), "month", months(2026, 6)),
        (date(2026, 6, 29), "month", months(2026, 5)),
        (date(2026, 6, 30), "quarter", months(2026, 4, 3)),
        (date(2026, 6, 29), "quarter", months(2026, 1, 3)),
        (date(2026, 3, 31), "year", months(2025, 4, 12)),
        (date(2026, 3, 30), "year", months(2024, 4, 12)),
        (date(2026, 12, 31), "year", months(2025, 4, 12)),
        (date(2026, 6, 30), "rolling year", months(2025, 7, 12)),
        (date(2026, 12, 31), "calendar year", months(2026, 1, 12)),
        (date(2026, 12, 30), "calendar year", months(2025, 1, 12)),
    ],
)
def test_the_newest_period_that_is_over(last, step, period):
    assert whole(last, step) == period


@pytest.mark.parametrize(("step", "apart"), [("month", 1), ("quarter", 3), ("year", 12), ("rolling year", 1)])
def test_steps_follow_one_another(step, apart):
    steps = steps_to(date(2026, 6, 30), 6, step)
    assert len(steps) == 6 and steps[-1] == whole(date(2026, 6, 30), step)
    for before, after in zip(steps, steps[1:]):
        moved = (after.end.year - before.end.year) * 12 + after.end.month - before.end.month
        assert moved == apart
        if step != "rolling year":
            assert after.start == before.end + timedelta(days=1)


def test_a_steady_count_is_usual():
    found = trend(world([10, 12] * 12), MEASURES["contacts"], LAST)
    assert [point.value for point in found.points] == [10, 12] * 12
    assert found.limits.mean == 11 and found.variation is Variation.USUAL
    assert found.sentence == "The figure for December 2026 is within its usual range."


def test_a_jump_is_told_and_why():
    found = trend(world([*[10, 12] * 11, 10, 40]), MEASURES["contacts"], LAST)
    assert found.variation is Variation.HIGHER
    assert found.sentence == "The figure for December 2026 is higher than usual: outside the upper limit."


def test_too_few_points_are_not_judged():
    found = trend(world([10] * 11), MEASURES["contacts"], LAST, count=11)
    assert found.limits is None and found.sentence == "There are too few points to say what is usual."


def test_a_stock_is_judged_by_its_monthly_change():
    answers = world([1] * 24, Referrals, "started", **{"Referrals.no_action": False})
    found = trend(answers, MEASURES["children_in_need"], LAST)
    assert found.judges_change and found.judged[0] is None and set(found.judged[1:]) == {1.0}
    assert [point.value for point in found.points] == list(range(1, 25))
    assert found.limits.mean == 1 and found.sentence.startswith("The change for December 2026")


def test_years_and_middles_and_small_shares_are_not_judged():
    answers = world([1] * 24, **{"Contacts.referred": True})
    for step in ("year", "rolling year"):
        found = trend(answers, MEASURES["contacts"], LAST, 2, step)
        assert found.limits is None and "not judged" in found.why_not
    assert trend(answers, MEASURES["days_to_assess"], LAST).limits is None
    share = trend(answers, MEASURES["contacts_to_referral"], LAST)
    assert share.limits is None and share.why_not.startswith("In most of these months there were fewer than")
    assert share.variation is Variation.NOT_JUDGED and share.sentence == share.why_not


def test_a_share_of_ten_or_more_is_judged_between_nought_and_one():
    answers = world([12] * 24, **{"Contacts.referred": True})
    found = trend(answers, MEASURES["contacts_to_referral"], date(2026, 11, 30))
    assert (found.limits.lower, found.limits.upper) == (1.0, 1.0)


def test_a_month_of_few_is_no_point_of_a_share():
    answers = world([*[12] * 20, 3, *[12] * 3], **{"Contacts.referred": True})
    found = trend(answers, MEASURES["contacts_to_referral"], date(2026, 11, 30))
    assert found.points[-4].denominator == 12 and found.points[-3].denominator == 3
    assert found.judged[-3] is None and found.judged[-4] == 1


def shared(*passes, of=100):
    """Shares of a stock on 24 days: so many of so many."""
    return [Answer(many, of, 0, 0, many / of) for many in passes]


def test_a_share_of_a_stock_that_moves_slowly_is_judged_by_its_change():
    measure = MEASURES["plans_open_two_years"]
    by_chance = 5.0  # one standard deviation of 50 of 100, in hundredths
    for steps, slowly in ((0.49, True), (0.51, False)):
        moved = by_chance * 1.128 * steps  # the mean moving range of such a spread
        points = shared(*[50 - moved / 2, 50 + moved / 2] * 12)
        assert moves_slowly(measure, points) is slowly, steps
    still = shared(*[50, 51] * 12)
    assert moves_slowly(measure, still) and not moves_slowly(MEASURES["contacts_to_referral"], still)
    assert not moves_slowly(measure, still[:11]) and not moves_slowly(MEASURES["looked_after"], still)


def test_a_share_that_never_moves_at_its_end_is_not_slow():
    assert not moves_slowly(MEASURES["plans_open_two_years"], shared(*[100] * 24))


def test_a_rise_does_not_hide_that_it_moves_slowly():
    risen = shared(*range(30, 54))
    assert moves_slowly(MEASURES["plans_open_two_years"], risen)


def test_limits_of_a_slow_share_are_of_its_change_and_may_pass_nought():
    stretch = Stretch(0, 24)
    judged = to_judge(MEASURES["plans_open_two_years"], shared(*[50, 51] * 12), [stretch], by_change=True)
    limits = limited(MEASURES["plans_open_two_years"], judged, stretch, by_change=True).limits
    assert limits.lower < 0 < limits.upper


def test_a_newest_month_of_few_is_not_judged_though_others_are():
    answers = world([*[12] * 22, 9, 12], **{"Contacts.referred": True})
    found = trend(answers, MEASURES["contacts_to_referral"], date(2026, 11, 30))
    assert found.limits is not None and found.variation is Variation.NOT_JUDGED
    assert found.sentence == "The newest figure rests on fewer than 10: too few to judge."


def test_numbers_of_few_a_month_are_not_judged():
    few = trend(world([4, 5] * 12), MEASURES["contacts"], LAST)
    assert few.limits is None and few.sentence == "There are fewer than 5 in a usual month: too few to judge."
    assert trend(world([5, 5] * 12), MEASURES["contacts"], LAST).limits is not None


def test_a_stock_whose_last_change_is_not_known_is_not_judged():
    answers = world([9] * 24, Referrals, "started")
    found = trend(answers, MEASURES["children_in_need"], LAST)
    gap = (*found.points[:-2], found.points[-2]._replace(value=None), found.points[-1])
    judged = to_judge(found.measure, gap, found.stretches, by_change=True)
    assert judged[-1] is None
    assert "is not known" in not_the_newest(found.measure, gap, judged, found.stretches)


@pytest.mark.parametrize(
    ("world_", "says"),
    [
        ([*[10, 12] * 8, 10, *[14] * 7], "above its mean for seven months running, since June 2026"),
        ([*[14, 12] * 6, *[10] * 12], "below its mean for 12 months running, since January 2026"),
        ([*[10, 12] * 11, 50, 50], "outside the upper limit for two months running, since November 2026"),
        ([*[30, 31] * 8, *[24, 23, 22, 21, 20, 19, 18, 17]], "outside the lower limit"),
    ],
)
def test_how_long_it_has_been_so_is_said(world_, says):
    assert says in trend(world(world_), MEASURES["contacts"], LAST).sentence


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        (Pattern(Rule.CLIMB, True, tuple(range(17, 24)), 23),
         "higher each month than the last for seven months running, since June 2026"),
        (Pattern(Rule.CLIMB, False, tuple(range(15, 24)), 21),
         "lower each month than the last for nine months running, since April 2026"),
        (Pattern(Rule.NEAR, True, (21, 23), 23), "near its upper limit in two months since October 2026"),
        (Pattern(Rule.NEAR, False, (22, 23), 23), "near its lower limit in two months since November 2026"),
    ],
)  # fmt: skip
def test_each_rule_has_its_words(pattern, says):
    assert trend(world([10, 12] * 12), MEASURES["contacts"], LAST).told(pattern) == says


def test_nothing_after_the_data_is_shown():
    found = trend(world([10, 12] * 12), MEASURES["contacts"], date(2027, 6, 30))
    assert found.periods[-1] == months(2026, 12)


def test_where_nothing_is_known_it_says_so():
    found = trend(world([1]), MEASURES["looked_after"], LAST)
    assert found.newest is None and found.sentence == "There is nothing to show for these dates."


def test_a_change_needs_both_months():
    answers = world([1, 1, 1], Referrals, "started")
    points = trend(answers, MEASURES["children_in_need"], LAST, 3).points
    assert net_change([points[0], points[1]._replace(value=None), points[2]]) == (None, None, None)


def test_kinds_and_words():
    assert is_event(MEASURES["referral_rate"]) and not is_stock(MEASURES["referral_rate"])
    assert is_stock(MEASURES["looked_after_rate"]) and not is_stock(MEASURES["plans_open_two_years"])
    assert described(months(2026, 6), MEASURES["looked_after"]) == "as at 30 June 2026"
    assert described(months(2026, 6), MEASURES["contacts"]) == "1 June 2026 to 30 June 2026"

"""Measures that add up, and not only count: sums, averages, ratios, middles of spells, and events counted
once for what they are about."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.counting.answers import count
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.small_numbers import hide
from throughline.measures.kinds import Count, Mean, Rate, Ratio, Total, Typical, columns_of, value_of
from throughline.record.assessment import Assessments
from throughline.record.care import StrengthsScores
from throughline.record.dates import days
from throughline.record.front_door import Referrals
from throughline.record.homes import PlacementCosts
from throughline.record.periods import Months, Period, as_at, months
from throughline.record.protection import StrategyDiscussions
from throughline.record.workforce import TEAM, Absences, Posts, Vacancies

from .little import snapshot_of

SAID = {"why": "To test.", "defined_by": "This test.", "examples": ""}
OVER = Months(2025, 9, 12)
JUNE = months(2026, 6)

COST = Total(title="Cost", of=PlacementCosts.open(), adds=PlacementCosts.weekly_cost, unit="£ a week", **SAID)
VACANT = Ratio(
    title="Vacancy rate", of=Vacancies.open(), adds=Vacancies.vacant_part, among=Posts.open(),
    among_adds=Posts.full_time, per=100, unit="%", **SAID,
)  # fmt: skip
LOST = Total(title="Days lost", of=Absences.on(Absences.ended), adds=Absences.days_lost, **SAID)
SICK = Ratio(
    title="Sickness", of=Absences.on(Absences.ended), adds=Absences.days_lost, among=Posts.open(),
    among_adds=Posts.full_time, per=100 / 253, yearly=True, unit="%", **SAID,
)  # fmt: skip
EACH_POST = Ratio(title="A post", of=Vacancies.open(), adds=Vacancies.vacant_part, among=Posts.open(), **SAID)
SCORE = Mean(
    title="Score", of=StrengthsScores.on(StrengthsScores.completed), value=StrengthsScores.score, **SAID
)
SINCE = Typical(title="Open for", of=Referrals.open(), middle=Referrals.started, **SAID)
TOOK = Typical(
    title="Took", of=Assessments.on(Assessments.ended), middle=days(Assessments.started, Assessments.ended),
    **SAID,
)  # fmt: skip
DISCUSSED = StrategyDiscussions.on(StrategyDiscussions.discussed)
MEETINGS = Count(title="Meetings", of=DISCUSSED.per(StrategyDiscussions.discussion), **SAID)
CHILDREN_A_MEETING = Rate(
    title="Children in each", of=DISCUSSED, among=DISCUSSED.per(StrategyDiscussions.discussion), per=1,
    places=2, **SAID,
)  # fmt: skip
EVERY = (COST, VACANT, LOST, SICK, EACH_POST, SCORE, SINCE, TOOK, MEETINGS, CHILDREN_A_MEETING)

WORLD = """
    PlacementCosts
    child | started    | ended      | weekly_cost
    ---
    Ann   | 2026-01-01 | 2026-06-15 | 1000.10
    Ann   | 2026-06-15 |            | 900.20
    Ann   | 2026-06-20 |            | 50.05
    Ben   | 2026-01-01 |            |
    Cat   | 2026-06-01 |            | 4000

    Posts
    post | started    | full_time | job | team
    ---
    P1   | 2026-01-01 | 1         | SW  | T1
    P2   | 2026-01-01 | 0.5       | SW  | T2
    P3   | 2026-06-01 |           | SW  | T2

    Vacancies
    post | started    | ended      | vacant_part | team
    ---
    P1   | 2026-05-01 |            | 0.25        | T1
    P2   | 2026-01-01 | 2026-06-30 | 0.5         | T2

    Absences
    worker | started    | ended      | away_because | days_lost
    ---
    W1     | 2026-05-28 | 2026-06-02 | S            | 3.5
    W1     | 2026-06-10 | 2026-06-12 | S            | 2
    W2     | 2026-06-10 | 2026-06-12 | S            |

    StrengthsScores
    child | completed  | score
    ---
    Ann   | 2026-06-01 | 10
    Ben   | 2026-06-30 | 15
    Cat   | 2026-06-30 |

    Referrals
    child | started
    ---
    Ann   | 2026-06-29
    Ben   | 2026-06-20
    Cat   | 2026-06-10
    Dee   | 2026-06-01

    Assessments
    child | started    | ended
    ---
    Ann   | 2026-06-01 | 2026-06-02
    Ben   | 2026-06-01 | 2026-06-04
    Cat   | 2026-06-01 | 2026-06-11

    StrategyDiscussions
    discussion | child | discussed  | team
    ---
    M1         | Ann   | 2026-06-01 | T1
    M1         | Ben   | 2026-06-01 | T2
    M1         | Cat   | 2026-06-01 | T2
    M2         | Ann   | 2026-06-30 | T1
    M2         | Ann   | 2026-05-30 | T1
"""


@pytest.fixture(scope="module")
def answers():
    return count(EVERY, snapshot_of(WORLD, date(2026, 8, 31)), OVER)


def test_what_it_costs_on_a_day_is_the_sum_of_all_that_is_open(answers):
    june = answers.value(COST, JUNE)
    assert (june.value, june.rows, june.left_out) == (pytest.approx(4950.25), 3, 1)
    assert answers.value(COST, as_at(date(2026, 6, 14))).value == pytest.approx(5000.10)
    assert answers.value(COST, as_at(date(2025, 12, 31))).value == 0


def test_where_no_row_says_what_it_adds_the_sum_is_not_known(answers):
    nobody_says = answers.value(LOST, Period(date(2026, 6, 12), date(2026, 6, 12)))
    assert (nobody_says.value, nobody_says.left_out) == (2, 1)
    only_blank = count(
        (COST,), snapshot_of("PlacementCosts\nchild | started\n---\nBen | 2026-01-01"), OVER
    ).value(COST, JUNE)
    assert (only_blank.value, only_blank.rows, only_blank.left_out) == (None, 0, 1)


def test_a_ratio_is_of_what_adds_up_and_says_what_its_whole_leaves_out(answers):
    may, june = answers.value(VACANT, months(2026, 5)), answers.value(VACANT, JUNE)
    assert (may.value, may.numerator, may.denominator) == (50, 0.75, 1.5)
    assert (june.value, june.whole_left_out) == (pytest.approx(100 * 0.25 / 1.5), 1)
    assert answers.value(VACANT, months(2026, 5), TEAM, "T2").value == 100
    assert answers.value(VACANT, months(2025, 12)).value is None
    assert answers.value(EACH_POST, JUNE).value == pytest.approx(0.25 / 3)


def test_a_yearly_ratio_of_a_month_is_made_a_year(answers):
    june = answers.value(SICK, JUNE)
    assert june.value == pytest.approx(100 * 5.5 / (1.5 * 253) * 365 / 30)
    assert answers.value(LOST, JUNE).value == 5.5


def test_an_average_is_of_those_who_have_a_value(answers):
    june = answers.value(SCORE, JUNE)
    assert (june.value, june.denominator, june.left_out) == (12.5, 2, 1)
    assert answers.value(SCORE, months(2026, 5)).value is None


def test_how_long_spells_have_gone_on_by_the_day(answers):
    june = answers.value(SINCE, JUNE)
    assert (june.value, june.quartiles) == (15, (7.75, 22.25))
    assert answers.value(SINCE, as_at(date(2026, 7, 1))).value == 16
    assert answers.value(SINCE, months(2026, 5)).value is None
    assert answers.value(TOOK, JUNE).quartiles == (2, 6.5)


def test_a_meeting_is_counted_once_whomever_it_was_about(answers):
    assert answers.value(MEETINGS, JUNE).value == 2
    assert answers.value(MEETINGS, months(2026, 5, 2)).value == 3  # M2 met on two days
    assert [answers.value(MEETINGS, JUNE, TEAM, team).value for team in ("T1", "T2")] == [2, 1]
    assert answers.value(CHILDREN_A_MEETING, JUNE).value == 2
    assert answers.value(CHILDREN_A_MEETING, months(2026, 5)).value == 1  # and none is made yearly
    assert StrategyDiscussions.discussion.meta.output_name() in columns_of(MEETINGS)


def test_the_cube_says_what_the_rows_say(answers):
    for measure in EVERY:
        for by, group in answers.facts[measure].axis.groups:
            for month in OVER.starts():
                whole = months(month.year, month.month)
                place = answers.facts[measure].axis.place(by, group)
                assert answers.counted(measure, whole, by, group) == answers.from_facts(measure, whole, place)
                if value_of(measure) is not None and not isinstance(measure, Typical):
                    rows = answers.chosen(measure, whole, place, "counts")
                    values = answers.facts[measure].tests[measure].values[rows]
                    total, many = answers.sums(measure, whole, by, group)
                    assert (total, many) == (pytest.approx(values.sum()), len(rows))


def test_a_sum_of_few_is_small_however_much_it_is(answers):
    assert hide(COST, answers.value(COST, JUNE)).hidden
    assert answers.sums(COST, JUNE, TEAM, "Nowhere") == (0.0, 0)
    assert answers.quartiles(SINCE, JUNE, TEAM, "Nowhere") is None
    assert answers.value(COST, JUNE, ALL, EVERYONE).many == 3


LENGTHS = st.lists(st.sampled_from(["2026-05-31", "2026-06-01", "2026-06-09", "2026-06-29"]), max_size=6)


@settings(max_examples=30, deadline=None)
@given(LENGTHS)
def test_quartiles_of_the_cube_are_those_of_the_rows(starts):
    rows = "\n".join(f"{child} | {day} | 2026-07-05" for child, day in zip("ABCDEF", starts))
    table = f"\nchild | started | ended\n---\n{rows}"
    world = f"Assessments{table}\n\nReferrals{table}"
    answers = count((SINCE, TOOK), snapshot_of(world), OVER)
    for measure, whole in ((SINCE, JUNE), (TOOK, months(2026, 7)), (TOOK, months(2026, 5, 3))):
        kept = answers.quartiles(measure, whole, ALL, EVERYONE)
        answers.cube.middles[measure].clear()
        assert kept == answers.quartiles(measure, whole, ALL, EVERYONE)

"""What a rate is of: how many children live here, by which estimate, and what a short period becomes."""

from datetime import date

import pytest

from throughline.counting.denominators import LivingHere
from throughline.record.child import AGE, SEX_OF_CHILD
from throughline.record.periods import Period, as_at, financial_year, months, twelve_months_to

from .little import MEASURES, counted

WORLD = """
    Population
    day        | by  | group | number
    -----------+-----+-------+-------
    2024-06-30 |     |       | 5000
    2025-06-30 |     |       | 4000
    2025-06-30 | Sex | F     | 2000

    Child
    child | sex | born
    ------+-----+-----------
    Ann   | F   | 2020-01-01
    Ben   | M   | 2020-01-01

    Referrals
    child | started    | no_action
    ------+------------+----------
    Ann   | 2026-02-10 | no
    Ben   | 2026-02-11 | no
"""


@pytest.fixture(scope="module")
def answers():
    return counted(WORLD)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2025, 3, 31), 5000),  # the year to March 2025 has its mid-year in June 2024
        (date(2025, 4, 1), 4000),
        (date(2026, 3, 31), 4000),
        (date(2026, 4, 1), 4000),  # mid-2026 is not yet published: the newest before it
        (date(2024, 3, 31), None),
    ],
)
def test_every_date_in_the_year_to_march_has_the_mid_year_within_it(answers, day, number):
    found = answers.living_here.on(as_at(day))
    assert (found[1] if found else None) == number


def test_the_vintage_is_told(answers):
    assert answers.vintage(MEASURES["children_in_need_rate"], as_at(date(2026, 3, 31))) == date(2025, 6, 30)
    assert answers.vintage(MEASURES["children_in_need_rate"], as_at(date(2023, 3, 31))) is None
    assert answers.vintage(MEASURES["caseload"], as_at(date(2026, 3, 31))) is None
    assert answers.vintage(MEASURES["contacts"], as_at(date(2026, 3, 31))) is None


def test_a_group_is_rated_by_its_own_population_or_not_at_all(answers):
    measure, march = MEASURES["children_in_need_rate"], months(2026, 3)
    assert answers.value(measure, march).value == 5
    assert answers.value(measure, march, SEX_OF_CHILD, "F").value == 5
    men = answers.value(measure, march, SEX_OF_CHILD, "M")
    assert men.numerator == 1 and men.denominator is None and men.value is None
    assert answers.value(measure, march, AGE, "5 to 9").value is None


def test_events_of_a_shorter_time_are_made_a_year(answers):
    measure = MEASURES["referral_rate"]
    assert answers.value(measure, financial_year(2025)).value == 5
    assert answers.value(measure, twelve_months_to(date(2026, 2, 28))).value == 5
    assert answers.value(measure, months(2026, 2)).value == pytest.approx(5 * 365 / 28)
    assert answers.value(measure, months(2026, 1, 3)).value == pytest.approx(5 * 365 / 90)
    day = answers.value(measure, Period(date(2026, 2, 10), date(2026, 2, 10)))
    assert day.value == pytest.approx(2.5 * 365)


def test_without_a_population_a_rate_is_not_available():
    world = WORLD[WORLD.index("Child\n") - 4 :]
    answer = counted(world).value(MEASURES["children_in_need_rate"], months(2026, 3))
    assert answer.numerator == 2 and answer.denominator is None and answer.value is None
    assert LivingHere({}).on(months(2026, 3)) is None


CASES = """
    Involvements
    child | started    | role | worker | team
    ------+------------+------+--------+-----
    Ann   | 2026-01-01 | CW   | Will   | A
    Ben   | 2026-01-01 | CW   | Will   | B
    Cat   | 2026-01-01 | CW   |        | B
"""


def test_a_caseload_is_among_workers_who_hold_any():
    answers = counted(CASES)
    answer = answers.value(MEASURES["caseload"], months(2026, 3))
    assert (answer.numerator, answer.denominator, answer.value) == (3, 1, 3)
    nobody = answers.value(MEASURES["caseload"], as_at(date(2025, 12, 31)))
    assert nobody.denominator == 0 and nobody.value is None

"""Periods as people say them, and the months a cube holds."""

from datetime import date

import pytest

from throughline.record.periods import (
    Months,
    Period,
    as_at,
    calendar_year_before,
    census_year_before,
    financial_year,
    financial_year_of,
    months,
    months_before,
    months_to,
    quarter,
    said,
    twelve_months_to,
    year_before,
    year_to,
)

JUNE = Period(date(2026, 6, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("day", "year", "census"),
    [
        (date(2026, 11, 21), 2025, date(2026, 1, 31)),
        (date(2026, 12, 31), 2026, date(2026, 1, 31)),
        (date(2026, 1, 30), 2025, date(2025, 1, 31)),
        (date(2026, 1, 31), 2025, date(2026, 1, 31)),
    ],
)
def test_the_last_year_that_is_over(day, year, census):
    assert calendar_year_before(day) == Period(date(year, 1, 1), date(year, 12, 31))
    assert census_year_before(day) == twelve_months_to(census)


def test_months():
    assert months(2026, 6) == JUNE
    assert months(2025, 12, 3) == Period(date(2025, 12, 1), date(2026, 2, 28))
    assert months(2024, 2) == Period(date(2024, 2, 1), date(2024, 2, 29))
    assert year_to(date.max) == months(9999, 1, 12) == Period(date(9999, 1, 1), date.max)


def test_years_and_quarters():
    assert financial_year(2025) == Period(date(2025, 4, 1), date(2026, 3, 31))
    assert financial_year_of(date(2026, 3, 31)) == financial_year(2025)
    assert financial_year_of(date(2026, 4, 1)) == financial_year(2026)
    assert quarter(date(2026, 5, 20)) == months(2026, 4, 3)
    assert quarter(date(2026, 12, 31)) == months(2026, 10, 3)
    assert year_to(date(2026, 3, 5)) == financial_year(2025)
    assert year_to(date(2026, 12, 5)) == months(2026, 1, 12)


@pytest.mark.parametrize(
    ("day", "count", "before"),
    [
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 6, 30), 24, date(2024, 6, 30)),
        (date(2026, 5, 31), -1, date(2026, 6, 30)),
    ],
)
def test_months_before(day, count, before):
    assert months_before(day, count) == before


def test_twelve_months_to_a_day():
    assert year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert twelve_months_to(date(2026, 3, 31)) == financial_year(2025)
    assert twelve_months_to(date(2024, 2, 29)) == Period(date(2023, 3, 1), date(2024, 2, 29))
    assert twelve_months_to(date(2025, 2, 28)) == year_to(date(2025, 2, 1)) == months(2024, 3, 12)


def test_periods_in_words():
    assert said(date(2026, 6, 1)) == "1 June 2026"
    assert str(JUNE) == "1 June 2026 to 30 June 2026"
    assert str(as_at(date(2026, 6, 30))) == "as at 30 June 2026"


def test_the_months_of_a_cube():
    over = Months(2025, 11, 3)
    assert over.starts() == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]
    assert [over.number(day) for day in (date(2025, 10, 31), date(2025, 11, 1), date(2026, 2, 1))] == [
        -1,
        0,
        3,
    ]
    assert months_to(date(2026, 1, 20), 3) == over


@pytest.mark.parametrize(
    ("period", "span"),
    [
        (months(2025, 12), (1, 2)),
        (months(2025, 11, 3), (0, 3)),
        (months(2025, 10, 2), None),  # begins before
        (months(2026, 1, 2), None),  # ends after
        (Period(date(2025, 12, 2), date(2025, 12, 31)), None),
        (Period(date(2025, 12, 1), date(2025, 12, 30)), None),
        (as_at(date(2025, 12, 31)), None),
    ],
)
def test_only_whole_months_that_are_all_here_are_a_span(period, span):
    assert Months(2025, 11, 3).span(period) == span

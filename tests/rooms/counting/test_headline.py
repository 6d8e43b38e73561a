"""Of which dates a figure is where nobody chose any."""

from dataclasses import replace
from datetime import date

import pytest

from throughline.counting.headline import headline, instead_of
from throughline.measures.early_help import early_help_to_care
from throughline.measures.families import families_engaged
from throughline.measures.front_door import contacts
from throughline.measures.in_need import children_in_need
from throughline.measures.send import appeal_rate, plans_at_census, plans_in_20_weeks
from throughline.record.early_help import EarlyHelp, SupportedFamilies
from throughline.record.front_door import Contacts
from throughline.record.periods import Period, as_at, months, twelve_months_to
from throughline.record.send import AppealableDecisions, EhcAppeals, EhcAssessments
from throughline.record.snapshots import Covered

from .little import counted

DAY = date(2026, 11, 22)
WORLD = """
    Contacts
    child | received
    ---
    Ann   | 2026-01-01

    EhcAssessments
    child | issued
    ---
    Ann   | 2025-01-01

    EhcPlansInForce
    child | counted
    ---
    Ann   | 2026-01-15

    EhcAppeals
    child | started
    ---
    Ann   | 2025-01-01

    AppealableDecisions
    child | decided
    ---
    Ann   | 2025-01-01

    EarlyHelp
    child | started
    ---
    Ann   | 2025-06-01
    Ben   | 2025-12-01

    Referrals
    child | started
    ---
    Ann   | 2026-03-01

    Care
    child | started    | start_reason | legal_status
    ---
    Ann   | 2026-03-01 | S            | C2

    SupportedFamilies
    family | started
    ---
    F1     | 2026-01-01
"""
ANSWERS = counted(WORLD, DAY)
YEAR = months(2025, 1, 12)


def known(table, last):
    """The same answers, with one table told no further than a day."""
    told = {**ANSWERS.snapshot.covers, table: (Covered(0, date(2020, 1, 1), last),)}
    return replace(ANSWERS, snapshot=replace(ANSWERS.snapshot, covers=told))


def test_it_is_of_the_day_or_of_the_twelve_months_to_it_or_of_the_measures_own_year():
    assert headline(ANSWERS, children_in_need, DAY) == as_at(DAY)
    assert headline(ANSWERS, contacts, DAY) == twelve_months_to(DAY)
    assert headline(ANSWERS, plans_in_20_weeks, DAY) == YEAR
    assert headline(ANSWERS, plans_at_census, DAY) == twelve_months_to(date(2026, 1, 31))
    assert instead_of(ANSWERS, plans_in_20_weeks, DAY) == ""


@pytest.mark.parametrize("last", [date(2026, 11, 21), date(2026, 10, 22)])
def test_what_is_not_in_for_the_day_is_told_as_at_the_newest_that_is(last):
    assert headline(known(SupportedFamilies, last), families_engaged, DAY) == as_at(last)
    found = known(Contacts, last)
    assert headline(found, contacts, DAY) == twelve_months_to(last)
    assert instead_of(found, contacts, DAY) == (
        "The newest that is in: what was received tells of no later day."
    )


def test_what_is_much_older_is_not_available():
    for last in (date(2026, 10, 21), date(2019, 12, 31)):
        assert headline(known(SupportedFamilies, last), families_engaged, DAY) == as_at(DAY)


def test_what_is_sent_each_year_is_of_the_year_before_until_it_is_in():
    assert headline(known(EhcAssessments, date(2024, 12, 31)), plans_in_20_weeks, DAY) == months(2024, 1, 12)
    assert headline(known(EhcAssessments, date(2023, 12, 31)), plans_in_20_weeks, DAY) == YEAR


def test_what_a_rate_is_among_must_be_told_as_well():
    for table in (EhcAppeals, AppealableDecisions):
        assert headline(known(table, date(2024, 12, 31)), appeal_rate, DAY) == months(2024, 1, 12)
    both = known(EhcAppeals, date(2025, 6, 30))
    assert headline(both, appeal_rate, DAY) == months(2024, 1, 12)


def test_a_cohort_followed_for_a_year_is_of_those_who_are_old_enough():
    period = headline(ANSWERS, early_help_to_care, DAY)
    assert period == Period(date(2024, 11, 23), date(2025, 11, 22))
    answer = ANSWERS.value(early_help_to_care, period)
    assert (answer.numerator, answer.denominator, answer.too_early) == (1, 1, 0)
    assert instead_of(ANSWERS, early_help_to_care, DAY) == (
        "Of those who entered 23 November 2024 to 22 November 2025: the newest twelve months of which all "
        "are old enough to say."
    )


def test_a_cohort_some_of_whom_are_old_enough_is_of_the_twelve_months_to_the_day():
    early = date(2025, 12, 31)
    assert headline(ANSWERS, early_help_to_care, early) == twelve_months_to(early)
    assert headline(known(EarlyHelp, date(2026, 1, 1)), early_help_to_care, early) == twelve_months_to(early)

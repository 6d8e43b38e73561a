"""The day in a name: read where it can be read in one way alone."""

from datetime import date

import pytest

from throughline.returns.named_days import day_named

THE_DAY = (
    "Annex A 2026-11-21.xlsx", "ssd_2026_11_21", "2026.11.21", "20261121", "ssd_20261121_0600.csv",
    "Annex A 21.11.2026.xlsx", "Court cases 21-11-2026.xlsx", "21_11_2026", "peps 21 11 2026",
    "21st November 2026", "21 Nov 2026", "21Nov2026", "21-Sept-2026 no, 21-nov-2026"[15:], "2026-Nov-21",
    "2026-13-21 then 2026-11-21", "2026-11-21 sent 2026-11-25", "SSDA903 2026-27 21-11-2026",
)  # fmt: skip
NONE = (
    "peps", "2025-26", "2025-26 March 2026", "21-11-26", "11-21-2026", "November 2026", "31 11 2026",
    "2026 11 3",
    "12026-11-21", "2026-11-2101", "14002311", "99991231", "1066-04-13", "21.11-2026", "21 marchers 2026",
)  # fmt: skip


@pytest.mark.parametrize("name", THE_DAY)
def test_a_day_that_is_written_is_read(name):
    assert day_named(name) == date(2026, 11, 21)


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_day_or_could_be_two_is_not(name):
    assert day_named(name) is None


def test_the_day_comes_before_the_month_and_may_be_far_ahead():
    assert day_named("Annex A 1.6.2026") == date(2026, 6, 1)
    assert day_named("placement_costs-3026-03-31.csv") == date(3026, 3, 31)

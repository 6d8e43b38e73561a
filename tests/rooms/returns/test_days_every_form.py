"""Every day from 1990 to 2030 in every form: read right, or asked about."""

from datetime import date, timedelta

import polars as pl
import pytest

from throughline.returns.days import (
    FIRST_1900,
    FIRST_1904,
    Order,
    all_serial,
    as_days,
    counted_from,
    either_way,
    evidence,
    looks_dated,
    order_shown,
)

FIRST, LAST = date(1990, 1, 1), date(2030, 12, 31)
EVERY = pl.date_range(FIRST, LAST, eager=True)
DAY_FIRST, MONTH_FIRST = Order(True, True), Order(False, True)
NOBODY_SAYS = Order(True, False)


def serials(day_0: date) -> pl.Series:
    return (EVERY - pl.Series([day_0])).dt.total_days().cast(pl.String)


FORMS = {
    "ISO": (EVERY.dt.strftime("%Y-%m-%d"), NOBODY_SAYS),
    "ISO at midnight": (EVERY.dt.strftime("%Y-%m-%d 00:00:00"), NOBODY_SAYS),
    "ISO with T": (EVERY.dt.strftime("%Y-%m-%dT00:00:00.000"), NOBODY_SAYS),
    "ISO with slashes": (EVERY.dt.strftime("%Y/%m/%d"), NOBODY_SAYS),
    "day first": (EVERY.dt.strftime("%d/%m/%Y"), DAY_FIRST),
    "day first at midnight": (EVERY.dt.strftime("%d/%m/%Y 00:00"), DAY_FIRST),
    "day first, short": (EVERY.dt.strftime("%-d.%-m.%Y"), DAY_FIRST),
    "month first": (EVERY.dt.strftime("%m/%d/%Y"), MONTH_FIRST),
    "two figures": (EVERY.dt.strftime("%d/%m/%y"), DAY_FIRST),
    "month named": (EVERY.dt.strftime("%d-%b-%Y"), NOBODY_SAYS),
    "month named, two figures": (EVERY.dt.strftime("%d-%b-%y"), NOBODY_SAYS),
    "month in full": (EVERY.dt.strftime("%-d %B %Y"), NOBODY_SAYS),
    "the Department's tool": (EVERY.dt.strftime("%Y-%b-%d 00:00:00"), NOBODY_SAYS),
    "from 1900": (serials(FIRST_1900), Order(True, False, counts_from=FIRST_1900)),
    "from 1904": (serials(FIRST_1904), Order(True, False, counts_from=FIRST_1904)),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_day_in_every_form(form):
    text, order = FORMS[form]
    assert len(text) == 14_975
    assert (as_days(text, order) == EVERY).all()
    assert looks_dated(text).all()
    mixed = pl.concat([text, pl.Series(["soon", None, "30/02/2020", "2020-02-30", "30-Feb-2020"])])
    read = as_days(mixed, order)
    assert (read.head(len(EVERY)) == EVERY).all() and read.tail(5).null_count() == 5


def test_the_column_that_shows_its_order_is_read_by_it():
    assert order_shown([evidence(FORMS["day first"][0])]) == DAY_FIRST
    assert order_shown([evidence(FORMS["month first"][0])]) == MONTH_FIRST


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y 00:00:00"])
def test_every_day_that_is_ambiguous_is_asked_about(form):
    doubtful = EVERY.filter((EVERY.dt.day() <= 12) & (EVERY.dt.day() != EVERY.dt.month()))
    text = doubtful.dt.strftime(form)
    assert not order_shown([evidence(text)]).shown
    assert either_way(text).null_count() == len(text) == 41 * 132


def test_what_is_the_same_either_way_is_read():
    same = EVERY.filter(EVERY.dt.day() == EVERY.dt.month())
    assert (either_way(same.dt.strftime("%d/%m/%Y")) == same).all()
    assert (either_way(EVERY.dt.strftime("%d-%b-%Y")) == EVERY).all()


def test_leap_days():
    leap = pl.Series(["29/02/2024", "29/02/2023", "29/02/2000", "29/02/1900", "30/02/2024"])
    assert as_days(leap, DAY_FIRST).to_list() == [date(2024, 2, 29), None, date(2000, 2, 29), None, None]


def test_a_day_of_birth_is_never_after_today():
    today = date(2026, 6, 30)
    text = pl.Series(["30/06/26", "01/07/26", "30-Jun-26", "1 July 26", "01/01/51", "01/01/2030"])
    assert as_days(text, Order(True, True, born_by=today)).to_list() == [
        date(2026, 6, 30), date(1926, 7, 1), date(2026, 6, 30), date(1926, 7, 1), date(1951, 1, 1),
        date(2030, 1, 1),
    ]  # fmt: skip
    every = EVERY.filter(today >= EVERY)
    read = as_days(every.dt.strftime("%d/%m/%y"), Order(True, True, born_by=today))
    assert (read == every).all()


@pytest.mark.parametrize("today", [date(2026, 6, 30), date(2026, 2, 28)])
def test_bare_numbers_count_from_1900_only_on_evidence(today):
    recent = [today - timedelta(days=n) for n in range(3)]
    numbers = pl.Series([str((day - FIRST_1900).days) for day in recent])
    assert counted_from([numbers], today) == FIRST_1900
    assert counted_from([numbers.head(2)], today) is None, "two slips are no proof"
    old = pl.Series([str((day - FIRST_1900).days - 1200) for day in recent])
    assert counted_from([old], today) is None
    true_1904 = pl.Series([str((day - FIRST_1904).days) for day in recent])
    assert counted_from([true_1904], today) is None


def test_bare_numbers_among_other_days_are_no_column_of_numbers():
    assert all_serial(pl.Series(["45296", None, "45297.0", "45297.5"]))
    assert not all_serial(pl.Series(["45296", "13/01/2024"]))
    assert not all_serial(pl.Series([None], dtype=pl.String))
    assert not all_serial(pl.Series(["12345", "67890"])), "no such years"

"""Days, out of text: never guessed."""

from datetime import date, timedelta

import polars as pl
import pytest

from throughline.returns.days import Order, as_days, evidence, has_slashes, order_shown

DAY_FIRST, MONTH_FIRST = Order(True, True), Order(False, True)


def days(texts, order=DAY_FIRST):
    return as_days(pl.Series(texts, dtype=pl.String), order).to_list()


@pytest.mark.parametrize(
    "form",
    ["%d/%m/%Y", "%Y-%m-%d", "%Y-%m-%d 00:00:00", "%d/%m/%Y 00:00", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y"],
)
def test_every_day_in_every_form(form):
    every = [date(2000, 1, 1) + timedelta(days=n * 7) for n in range(2600)]
    assert days([day.strftime(form) for day in every]) == every


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2026",
        "29/02/2025",
        "00/01/2020",
        "1/13/2020",
        "2020-02-30",
        "20177",
        "01/01/0201",
        "soon",
        "45296",
    ],
)
def test_what_is_no_day_is_blank(text):
    assert days([text]) == [None]
    assert days([text, "01/01/2020", "2020-01-01"]) == [None, date(2020, 1, 1), date(2020, 1, 1)]


def test_a_year_of_two_figures_needs_proof_of_its_order():
    assert days(["01/02/03"], Order(True, False)) == [None]
    assert days(["01/02/03", "01/02/99", None], DAY_FIRST) == [date(2003, 2, 1), date(1999, 2, 1), None]


def order_of(*texts):
    return order_shown([evidence(pl.Series(text)) for text in texts])


def test_the_order_is_settled_by_the_file():
    assert order_of(["13/01/2020", "01/13/2020"]) == DAY_FIRST
    assert order_of(["01/02/2020"], ["25/02/2020"]) == DAY_FIRST
    assert order_of(["01/02/2020", "2020-01-13", None]) == Order(True, False)
    assert order_of(["01/13/2020", "01/14/2020"]) == Order(True, False), "two slips are no proof"
    assert order_of(["01/13/2020", "01/14/2020", "02/25/2020"]) == MONTH_FIRST
    assert days(["02/25/2020"], MONTH_FIRST) == [date(2020, 2, 25)]


def test_slashes_are_seen():
    assert has_slashes(pl.Series(["2020-01-01", "1/2/2020"]))
    assert not has_slashes(pl.Series(["2020-01-01", None]))

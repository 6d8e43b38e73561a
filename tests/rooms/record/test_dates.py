"""Working days, what came before for the same child, and years to the day."""

from datetime import date

import polars as pl
import pytest

from throughline.record import dates
from throughline.record.dates import HOLIDAYS, a_year_after, days, earlier, last_day_before
from throughline.record.front_door import Referrals
from throughline.record.protection import CpPlans
from throughline.record.snapshots import Snapshot


def day(text):
    return pl.lit(date.fromisoformat(text) if text else None, pl.Date)


def told(expression):
    return pl.select(expression).item()


@pytest.mark.parametrize(
    ("start", "end", "many"),
    [
        ("2026-06-01", "2026-06-01", 0),  # the day itself is none
        ("2026-06-01", "2026-06-02", 1),  # the day after is day 1
        ("2026-06-05", "2026-06-08", 1),  # a weekend lies between
        ("2026-06-06", "2026-06-08", 1),  # from a Saturday
        ("2026-06-05", "2026-06-07", 0),  # to a Sunday
        ("2026-04-02", "2026-04-07", 1),  # Good Friday and Easter Monday
        ("2026-12-24", "2026-12-29", 1),  # Boxing Day on a Saturday is kept on Monday
        ("2022-09-16", "2022-09-20", 1),  # the Queen's funeral
        ("2023-05-05", "2023-05-09", 1),  # the Coronation
        ("2026-06-02", "2026-06-01", -1),
    ],
)
def test_working_days(start, end, many):
    assert told(dates.working_days(day(start), day(end))) == many


def test_working_days_of_a_blank_are_blank():
    assert told(dates.working_days(day(None), day("2026-06-01"))) is None
    assert told(dates.working_days(day("2026-06-01"), day(None))) is None


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-06-01", 1, "2026-06-02"),
        ("2026-06-05", 1, "2026-06-08"),
        ("2026-06-06", 1, "2026-06-08"),  # from a Saturday, Monday is day 1
        ("2026-04-01", 45, "2026-06-09"),
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-06-01", 0, "2026-06-01"),
    ],
)
def test_the_day_some_working_days_after(start, count, end):
    found = told(dates.working_days_after(day(start), count))
    assert found == date.fromisoformat(end)
    assert told(dates.working_days(day(start), pl.lit(found))) == count


def test_holidays_are_in_order_and_each_once():
    assert sorted(set(HOLIDAYS)) == HOLIDAYS


def test_days():
    assert told(days(day("2024-02-28"), day("2024-03-01"))) == 2


@pytest.mark.parametrize("first", [date(2023, 1, 1), date(2024, 1, 1), date(2027, 12, 1)])
def test_a_year_after_is_the_first_day_that_looks_back_no_further(first):
    whole = pl.date_range(first, first.replace(year=first.year + 2), eager=True)
    back = pl.Series(whole).dt.offset_by("-12mo")
    for one in whole[:420]:
        later = told(a_year_after(pl.lit(one)))
        expected = [d for d, b in zip(whole, back) if b >= one]
        assert not expected or later == expected[0], one
    assert told(a_year_after(day(None))) is None


@pytest.mark.parametrize("months", [3, 6, 18, 24])
def test_what_is_left_after_months_begins_when_they_are_gone(months):
    """Six months after 31 October is 1 May: 30 April looks back to 30 October."""
    whole = pl.date_range(date(2023, 1, 1), date(2026, 12, 31), eager=True)
    back = whole.dt.offset_by(f"-{months}mo").to_list()
    for one in whole[200:620]:
        left = CpPlans.between(pl.lit(one), pl.lit(None, pl.Date)).after(months=months)
        assert told(left.start) == next(d for d, b in zip(whole.to_list(), back) if b >= one), one


def rows_of(table, rows, *columns):
    """Rows of a table as a snapshot keeps them; the first column given is the child."""
    names = [table.columns[name].name for name in columns]
    frame = pl.DataFrame([dict(zip(names, row)) for row in rows], schema=table.schema())
    return Snapshot.of({table: frame}).frames[table]


def test_what_came_before_is_by_date_whatever_the_ids_are():
    plans = [("10", "Ann", date(2024, 1, 1)), ("9", "Ann", date(2025, 1, 1)), ("8", "Ben", date(2025, 1, 1))]
    rows = rows_of(CpPlans, plans, "plan", "child", "started")
    found = rows.select("CpPlans.plan", earlier(CpPlans.plan).alias("before")).rows()
    assert found == [("10", None), ("9", "10"), ("8", None)]


def test_two_rows_before():
    plans = [("Ann", date(year, 1, 1)) for year in (2023, 2021, 2022)] + [("Ben", date(2024, 1, 1))]
    rows = rows_of(CpPlans, plans, "child", "started")
    found = rows.select(earlier(CpPlans.started, by=2)).to_series().to_list()
    assert found == [None, None, date(2021, 1, 1), None]


def test_the_last_day_before_is_strictly_before():
    first, second = date(2026, 6, 1), date(2026, 6, 9)
    rows = rows_of(Referrals, [("Ann", d) for d in (first, second, second, first)], "child", "started")
    found = rows.select(last_day_before(Referrals.started)).to_series().to_list()
    assert found == [None, None, first, first]


def test_another_return_is_not_before():
    schema = {**CpPlans.schema(), "@part": pl.Int32}
    rows = [
        {"CpPlans.child": "Ann", "CpPlans.started": date(2025, 1, 1), "@part": 0},
        {"CpPlans.child": "Ann", "CpPlans.started": date(2026, 1, 1), "@part": 1},
    ]
    frame = Snapshot.of({CpPlans: pl.DataFrame(rows, schema=schema)}).frames[CpPlans]
    told = frame.select(earlier(CpPlans.started), last_day_before(CpPlans.started).alias("last"))
    assert told.rows() == [(None, None), (None, None)]


def test_the_latest_day_is_blank_where_one_is_and_the_soonest_is_not():
    first, last, none = day("2026-06-01"), day("2026-06-02"), day("")
    assert told(dates.latest(first, last)) == date(2026, 6, 2)
    assert told(dates.latest(first, none)) is None
    assert told(dates.soonest(last, first, none)) == date(2026, 6, 1)
    assert told(dates.soonest(none, none)) is None


def test_what_was_before_among_the_rows_that_pass():
    """Of plans that are no other council's: the day each began, of the one before and of this or before."""
    rows = [
        ("Ann", "2026-01-01", False),
        ("Ann", "2026-02-01", True),
        ("Ann", "2026-03-01", False),
        ("Ben", "2026-04-01", False),
        ("Ben", "2026-05-01", True),
    ]
    names = ("CpPlans.child", "CpPlans.started", "CpPlans.other_council")
    told = [dict(zip(names, (child, date.fromisoformat(on), other))) for child, on, other in rows]
    frame = pl.DataFrame(told, schema=CpPlans.schema())
    plans = Snapshot.of({CpPlans: frame}).frames[CpPlans]
    ours = ~CpPlans.other_council
    seen = plans.select(
        before=dates.before(CpPlans.started, where=ours).dt.month(),
        newest=dates.newest(CpPlans.started, where=ours).dt.month(),
        next_one=dates.next_one(CpPlans.started).dt.month(),
    ).rows()
    assert seen == [(None, 1, 2), (1, 1, 3), (1, 3, None), (None, 4, 5), (4, 4, None)]

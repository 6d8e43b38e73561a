"""The lists a council keeps itself: read without a fault, about children who are known, of plausible size."""

from datetime import date, timedelta

import polars as pl
import pytest

from throughline.record.court import CourtCases
from throughline.record.education import Peps
from throughline.record.homes import PlacementCosts
from throughline.record.money import BudgetLines, Spending
from throughline.record.recording import RecordingChanges
from throughline.record.send import EhcAnnualReviews, EhcAppeals
from throughline.record.workforce import Posts, Vacancies
from throughline.returns.receiving import read_return
from throughline.sample.local_lists import local_lists

from .conftest import DAY

FEWEST = 20


@pytest.fixture(scope="module")
def frames(saltscar):
    """Every list as read: its table, and its rows."""
    parts = read_return([saltscar.folder / f"local_lists_{DAY}"], today=DAY)
    assert [str(fault) for part in parts for fault in part.faults] == []
    assert all(part.as_at == DAY for part in parts)
    return {table: frame for part in parts for table, frame in part.frames.items()}


def open_on(frames, table, day):
    return frames[table].filter(table.started <= day, table.ended.is_null() | (table.ended > day))


def test_every_list_is_known_for_what_it_is(frames):
    assert set(frames) == {each.table for each in local_lists()}
    assert len(frames) >= 20
    few = {table for table, frame in frames.items() if frame.height < FEWEST}
    assert few == {RecordingChanges} and frames[RecordingChanges].height == 1


def test_every_child_is_known(frames, saltscar):
    """By the case system; in the lists of the SEND team by the pupil number, as in its census."""
    known = {row["pers_person_id"] for row in saltscar.ssd("ssd_person")}
    told = (saltscar.folder / "sen2" / "SEN2 2026.xml").read_text()
    for table, frame in frames.items():
        if table in (EhcAnnualReviews, EhcAppeals):
            day = pl.col(f"{table.__name__}.{'started' if table is EhcAppeals else 'due'}")
            recent = frame.filter(day.is_between(date(2025, 6, 1), date(2026, 1, 15)))
            found = [f"<UPN>{child}</UPN>" in told for child in recent.get_column(f"{table.__name__}.child")]
            assert sum(found) > 0.8 * len(found) > 0, "some plans had ended by the census"
        elif "child" in table.columns:
            named = frame.get_column(table.columns["child"].name).drop_nulls()
            assert set(named) <= known, table


def test_nothing_lies_before_the_record_nor_after_the_day(frames):
    for table, frame in frames.items():
        for short in ("started", "ended", "completed", "made", "left", "excluded", "spent"):
            if short in table.columns and not (table is BudgetLines and short == "ended"):
                days = frame.get_column(table.columns[short].name).drop_nulls()
                if days.dtype != pl.Date:
                    continue  # whether something was completed, not when
                assert date(2013, 4, 1) <= (days.min() or DAY) and (days.max() or DAY) <= DAY, (table, short)


def test_children_of_care_orders_asked_for_are_looked_after(frames, saltscar):
    rows = saltscar.ssd("ssd_legal_status")
    interim = {r["lega_person_id"] for r in rows if r["lega_legal_status"] == "C1"}
    heard = CourtCases.started < DAY - timedelta(days=75)  # brothers and sisters may be heard apart
    asked = frames[CourtCases].filter((CourtCases.application == "Care order") & heard)
    assert set(asked.get_column("CourtCases.child")) <= interim
    at_home = frames[CourtCases].filter(CourtCases.application != "Care order")
    assert 0 < at_home.height < 100 < asked.height
    finished = frames[CourtCases].drop_nulls("CourtCases.ended")
    weeks = finished.select((CourtCases.ended - CourtCases.started).dt.total_days() / 7).to_series()
    assert 20 < weeks.median() < 40


def test_money_and_posts_are_of_the_size_of_the_borough(frames):
    year = frames[Spending].filter(Spending.spent.is_between(date(2025, 4, 1), date(2026, 3, 31)))
    spent = year.get_column("Spending.amount").sum()
    budget = open_on(frames, BudgetLines, date(2026, 3, 31)).get_column("BudgetLines.budget").sum()
    assert 15e6 < spent < 60e6 and 0.7 < budget / spent < 1.4
    weekly = open_on(frames, PlacementCosts, DAY).get_column("PlacementCosts.weekly_cost")
    assert weekly.len() > 250 and 700 < weekly.mean() < 3000
    vacant = open_on(frames, Vacancies, DAY).get_column("Vacancies.vacant_part").sum()
    posts = open_on(frames, Posts, DAY).get_column("Posts.full_time").sum()
    assert 0.02 < vacant / posts < 0.35


def test_most_plans_for_school_are_done_in_time(frames):
    due = frames[Peps].filter(pl.col("Peps.due") <= DAY)
    in_time = due.filter(Peps.completed <= Peps.due).height / due.height
    assert 0.85 < in_time < 0.99

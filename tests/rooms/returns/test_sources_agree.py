"""The sample borough by four ways: the dataset, Annex A, the SSDA903 and the CIN census say the same of a
day, but for what is said here."""

from datetime import date, timedelta

import polars as pl
import pytest

from throughline.record.assessment import Assessments, Factors
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.early_help import EarlyHelp
from throughline.record.front_door import Contacts, Referrals
from throughline.record.in_need import CinPlans
from throughline.record.leaving_care import CareLeavers
from throughline.record.protection import Conferences, CpPlans, CpReviews, Section47
from throughline.returns.receiving import read_return


@pytest.fixture(scope="module")
def parts(saltscar):
    made = read_return([saltscar.files], today=saltscar.day)
    return {part.rank: part for part in made}


def open_on(part, table, day):
    frame = part.frames[table].filter(table.started <= day, table.ended.is_null() | (table.ended > day))
    since, until = pl.col("@since"), pl.col("@until")
    return frame.filter(since.is_null() | (since <= day), until.is_null() | (until > day))


def looked_after(part, day):
    rows = open_on(part, Care, day).filter(~Care.legal_status.is_in(["V3", "V4"]).fill_null(False))
    return sorted(rows.select("Care.child", "Care.legal_status").rows())


def test_there_is_no_fault_in_the_sample(parts):
    assert sorted(parts) == [1, 2, 3, 4, 5, 6, 8, 9, 10]
    assert [str(fault) for part in parts.values() for fault in part.faults] == []


def test_looked_after_by_annex_a(parts, saltscar):
    assert looked_after(parts[1], saltscar.day) == looked_after(parts[2], saltscar.day) != []


def test_looked_after_by_the_ssda903(parts):
    last = parts[3].as_at
    for year in range(last.year - 4, last.year + 1):
        assert looked_after(parts[1], date(year, 3, 31)) == looked_after(parts[3], date(year, 3, 31)) != []


@pytest.mark.parametrize("table", [CpPlans, Assessments, EarlyHelp, Section47, CareLeavers])
def test_what_is_open_by_annex_a(parts, saltscar, table):
    child = table.columns["child"].name
    dataset, lists = (set(open_on(parts[rank], table, saltscar.day)[child]) for rank in (1, 2))
    assert dataset == lists != set()


def test_open_referrals_but_for_those_list_6_leaves_out(parts, saltscar):
    """List 6 leaves out care leavers, and who was assessed and needs no service; the dataset does not."""
    child = "Referrals.child"
    dataset, lists = (set(open_on(parts[rank], Referrals, saltscar.day)[child]) for rank in (1, 2))
    leavers = set(parts[1].frames[CareLeavers]["CareLeavers.child"])
    assessed = parts[1].frames[Assessments].filter(Assessments.no_action, Assessments.ended <= saltscar.day)
    assert lists <= dataset
    assert dataset - lists <= leavers | set(assessed["Assessments.child"])
    assert len(lists) > 0.8 * len(dataset)


@pytest.mark.parametrize(
    ("table", "name"),
    [
        (Contacts, "received"), (EarlyHelp, "started"), (Referrals, "started"), (Assessments, "started"),
        (Assessments, "ended"), (Section47, "started"), (Section47, "conference"), (Conferences, "held"),
        (CpPlans, "started"), (CpPlans, "ended"), (Care, "entered_care"),
    ],
)  # fmt: skip
def test_what_happened_in_the_window(parts, saltscar, table, name):
    first, last = parts[2].covers[table]
    assert last == saltscar.day and first > last - timedelta(days=190)
    child, day = table.columns["child"].name, table.columns[name].name
    dataset, lists = (
        set(parts[rank].frames[table].filter(pl.col(day).is_between(first, last)).select(child, day).rows())
        for rank in (1, 2)
    )
    assert dataset == lists != set()


@pytest.mark.parametrize("table", [CpPlans, CinPlans, Assessments])
def test_what_is_open_by_the_census(parts, saltscar, table):
    same = [table.columns[name].name for name in ("child", "started")]
    for day in (date(2026, 3, 31), saltscar.day):
        dataset, census = (set(open_on(parts[rank], table, day).select(same).rows()) for rank in (1, 4))
        assert dataset == census != set()


def test_open_referrals_but_for_those_with_no_further_action(parts, saltscar):
    """The census gives no end to a referral with no further action: it is taken as ended that day."""
    same = ["Referrals.child", "Referrals.started"]
    frames = [open_on(parts[rank], Referrals, saltscar.day) for rank in (1, 4)]
    dataset, census = (set(frame.filter(~Referrals.no_action).select(same).rows()) for frame in frames)
    assert dataset == census != set()


@pytest.mark.parametrize(
    ("table", "name"),
    [
        (Referrals, "started"), (Assessments, "started"), (Assessments, "ended"), (CinPlans, "started"),
        (CinPlans, "ended"), (Section47, "started"), (Section47, "conference"), (Conferences, "held"),
        (CpPlans, "started"), (CpPlans, "ended"), (CpReviews, "held"), (Factors, "found"),
    ],
)  # fmt: skip
def test_what_happened_in_the_years_of_the_census(parts, saltscar, table, name):
    first, last = parts[4].covers[table]
    assert (first, last) == (date(2025, 4, 1), saltscar.day)
    child, day = table.columns["child"].name, table.columns[name].name
    dataset, census = (
        set(parts[rank].frames[table].filter(pl.col(day).is_between(first, last)).select(child, day).rows())
        for rank in (1, 4)
    )
    assert dataset == census != set()


def test_children_and_categories_are_the_same_by_the_census(parts, saltscar):
    """Of those born; and pupil numbers aside: a child may have had theirs since the census."""
    known = ["Child.child", "Child.born", "Child.sex", "Child.ethnicity", "Child.disabled"]
    dataset, census = (
        set(parts[rank].frames[Child].select(known).drop_nulls("Child.born").rows()) for rank in (1, 4)
    )
    assert census <= dataset
    plans = ["CpPlans.child", "CpPlans.category", "CpPlans.first_category"]
    dataset, census = (
        set(open_on(parts[rank], CpPlans, saltscar.day).select(plans).rows()) for rank in (1, 4)
    )
    assert dataset == census

"""The record goes out as Annex A, and comes back the same as far as the lists reach."""

from datetime import date

import polars as pl
import pytest

from throughline.record.assessment import Assessments
from throughline.record.care import Care
from throughline.record.composing import compose
from throughline.record.front_door import Contacts, Referrals
from throughline.record.leaving_care import CareLeavers
from throughline.record.protection import CpPlans
from throughline.record.rows import ORIGIN, WHO
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Involvements, Teams, Workers
from throughline.returns.annex_a import ANNEX_A
from throughline.returns.annex_a_out import annex_a_lists
from throughline.returns.annex_a_tables import List1, List2, List3, List6, List7, List8, List9, List10
from throughline.returns.annex_a_workbook import write_annex_a
from throughline.returns.receiving import read_return

DAY = date(2026, 6, 30)


@pytest.fixture(scope="module")
def lists(saltscar_files):
    """The sample's own workbook, received."""
    (book,) = saltscar_files.glob("annex_a*/*.xlsx")
    return compose(read_return([book]), "")


def test_annex_a_comes_back_the_same(lists, tmp_path):
    file = tmp_path / f"Annex A {lists.as_at}.xlsx"
    write_annex_a(annex_a_lists(lists), file)
    (part,) = read_return([file])
    again = compose([part], "")
    assert (again.as_at, part.faults) == (lists.as_at, ())
    for table in dict.fromkeys(fill.table for fill in ANNEX_A.fills):
        mine, others = (s.frames[table].drop(*ORIGIN, WHO) for s in (lists, again))
        assert mine.equals(others), table.__name__


def test_lists_out_of_the_dataset_are_as_long_as_the_boroughs_own(lists, saltscar):
    own, out = annex_a_lists(lists), annex_a_lists(saltscar.answers.snapshot)
    told = {table.__name__: (own[table].height, out[table].height) for table in out}
    told.pop("List6")
    assert missing_from(own[List6], out[List6]) <= helped_by_nobody(saltscar.answers.snapshot)
    grown = missing_from(out[List6], own[List6])  # cases of who was in care at 16: not a leaver’s by the list
    assert len(grown) < 5 and grown <= set(saltscar.answers.snapshot.frames[Care]["Care.child"])
    assert "List11" not in told, "the dataset has no adopters"
    assert {name: pair for name, pair in told.items() if pair[0] != pair[1]} == {}
    for table in (List1, List2, List9, List10):  # the others differ in who holds the case
        order = [column.name for column in table.columns.values()]
        one, other = (made[table].with_columns(pl.all().cast(pl.String)).sort(order) for made in (own, out))
        assert one.equals(other), table.__name__


def missing_from(rows, others):
    """The children of whose cases one list says nothing and another does."""
    return set(others.join(rows, on=["List6.child", "List6.started"], how="anti")["List6.child"])


def helped_by_nobody(snapshot):
    """Whom the borough's own list leaves out: care leavers, and who needs no service, as was said at the
    referral or found when they were assessed."""
    told = snapshot.frames
    assessed = told[Assessments].filter(Assessments.no_action)["Assessments.child"]
    referred = told[Referrals].filter(Referrals.no_action)["Referrals.child"]
    return {*told[CareLeavers]["CareLeavers.child"], *assessed, *referred}


def world(**frames):
    """A little record: rows of tables by their short names."""
    tables = {t.__name__: t for t in (Contacts, Referrals, CpPlans, Care, Involvements, Workers, Teams)}
    return Snapshot.of(
        {
            tables[name]: pl.DataFrame(
                [{f"{name}.{short}": value for short, value in row.items()} for row in rows],
                schema=tables[name].schema(),
            )
            for name, rows in frames.items()
        },
        as_at=DAY,
    )


def test_a_list_begins_on_the_same_day_six_months_before():
    days = [date(2025, 12, 29), date(2025, 12, 30), DAY]
    told = annex_a_lists(world(Contacts=[{"child": "1", "received": day} for day in days]))
    assert list(told) == [List1]
    assert told[List1].get_column("List1.received").to_list() == days[1:]


def test_teams_and_workers_go_out_by_name_those_that_hold_the_case_first():
    holder = {"child": "1", "started": date(2026, 1, 5), "role": "CW", "worker": "W1", "team": "T1"}
    told = annex_a_lists(
        world(
            CpPlans=[{"child": child, "started": date(2026, 2, 1), "team": "T2"} for child in "12"],
            Involvements=[holder, {**holder, "child": "2", "ended": date(2026, 3, 1)}],
            Workers=[{"worker": "W1", "name": "Ann Hill"}],
            Teams=[{"team": "T1", "name": "North"}],
        )
    )
    assert told[List7].select("List7.child", "List7.team", "List7.worker").rows() == [
        ("1", "North", "Ann Hill"),
        ("2", "T2", None),
    ]


def test_a_referral_that_came_to_nothing_at_once_is_not_in_need():
    at_once = {"child": "1", "started": date(2026, 5, 1), "ended": date(2026, 5, 1), "no_action": True}
    told = annex_a_lists(world(Referrals=[at_once, {"child": "2", "started": date(2026, 5, 2)}]))
    assert told[List3].get_column("List3.child").to_list() == ["1", "2"]
    assert told[List6].get_column("List6.child").to_list() == ["2"]


def test_care_has_the_latest_status_and_placement_and_since_when():
    first = {"child": "1", "started": date(2026, 1, 1), "ended": date(2026, 2, 1), "start_reason": "S"}
    then = {"child": "1", "started": date(2026, 2, 1), "start_reason": "L", "entered_care": date(2026, 1, 1)}
    told = annex_a_lists(
        world(
            Care=[
                {
                    **first,
                    "legal_status": "V2",
                    "placement": "U6",
                    "end_reason": "X1",
                    "entered_care": date(2026, 1, 1),
                },
                {**then, "legal_status": "C1", "placement": "U6"},
            ]
        )
    )
    columns = ["started", "legal_started", "legal_status", "placed", "placement", "ended", "end_reason"]
    assert told[List8].select(f"List8.{name}" for name in columns).rows() == [
        (date(2026, 1, 1), date(2026, 2, 1), "C1", date(2026, 1, 1), "U6", None, None)
    ]

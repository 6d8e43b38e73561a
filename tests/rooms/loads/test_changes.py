"""What a load changed: rows new, changed and gone by table, and the children they are of."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.loads.changes import (
    TableChanged,
    changes_between,
    changes_name,
    keep_changes,
    kept_changes,
)
from throughline.loads.home import Council
from throughline.record.child import Child
from throughline.record.leaving_care import CareLeavers
from throughline.record.protection import CpPlans
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Teams

MONDAY = date(2026, 6, 1)
TUESDAY = MONDAY + timedelta(days=1)


def rows(table, *given):
    full = [{f"{table.__name__}.{name}": value for name, value in row.items()} for row in given]
    return pl.DataFrame(full, schema=table.schema())


def record(day, *, children=("Ann", "Ben"), plans=(), teams=(), leavers=()):
    given = {
        Child: rows(Child, *({"child": child} for child in children)),
        CpPlans: rows(CpPlans, *plans),
        Teams: rows(Teams, *teams),
        CareLeavers: rows(CareLeavers, *({"started": day, **leaver} for leaver in leavers)),
    }
    return Snapshot.of(given, as_at=day)


ANN = {"child": "Ann", "started": date(2026, 1, 1), "category": "NEG"}
BEN = {"child": "Ben", "started": date(2026, 2, 1)}


def told(before, after):
    found = changes_between(before, after)
    return {each.table: (each.new, each.changed, each.gone) for each in found.tables}, {
        child: (what, *tables) for child, what, tables in found.children.rows()
    }


def test_nothing_is_otherwise():
    plans = (ANN, BEN)
    assert told(record(MONDAY, plans=plans), record(TUESDAY, plans=plans[::-1])) == ({}, {})


def test_new_changed_and_gone():
    before = record(MONDAY, children=("Ann", "Ben", "Cat"), plans=(ANN, BEN))
    ended = {**ANN, "ended": TUESDAY}
    dee = {"child": "Dee", "started": TUESDAY}
    after = record(TUESDAY, children=("Ann", "Ben", "Dee"), plans=(ended, dee))
    assert told(before, after) == (
        {"Child": (1, 0, 1), "CpPlans": (1, 1, 1)},
        {
            "Ann": ("changed", "CpPlans"),
            "Ben": ("changed", "CpPlans"),
            "Cat": ("gone", "Child"),
            "Dee": ("new", "Child", "CpPlans"),
        },
    )
    found = changes_between(before, after)
    assert [found.many(what) for what in ("new", "changed", "gone")] == [1, 2, 1]


def test_what_an_extract_dates_with_its_own_day_is_no_change():
    leaver = {"child": "Ann", "eligibility": "Relevant"}
    same = record(MONDAY, leavers=(leaver,)), record(TUESDAY, leavers=(leaver,))
    assert told(*same) == ({}, {})
    moved = record(TUESDAY, leavers=({**leaver, "eligibility": "Former relevant"},))
    assert told(same[0], moved) == ({"CareLeavers": (0, 1, 0)}, {"Ann": ("changed", "CareLeavers")})


def test_what_happened_on_the_day_of_the_earlier_record_and_is_told_again_is_no_change():
    plan = {**BEN, "ended": MONDAY}
    assert told(record(MONDAY, plans=(plan,)), record(TUESDAY, plans=(plan,))) == ({}, {})


def test_a_list_of_no_child_changes_without_one():
    teams = {"team": "T1", "name": "North"}, {"team": "T1", "name": "South"}
    found = told(record(MONDAY, teams=teams[:1]), record(TUESDAY, teams=teams[1:]))
    assert found == ({"Teams": (0, 1, 0)}, {})


@settings(max_examples=40)
@given(
    *(
        st.lists(
            st.fixed_dictionaries(
                {
                    "child": st.sampled_from(["Ann", "Ben", "Cat"]),
                    "started": st.sampled_from([None, MONDAY, date(2026, 1, 1)]),
                    "ended": st.sampled_from([None, MONDAY, date(2026, 5, 1)]),
                }
            )
        )
        for _ in range(2)
    )
)
def test_backwards_new_is_gone_and_the_sums_hold(one, other):
    names = ("Ann", "Ben", "Cat")
    first, second = (record(MONDAY, children=names, plans=plans) for plans in (one, other))
    there, back = changes_between(first, second), changes_between(second, first)
    assert [(t.table, t.gone, t.changed, t.new) for t in back.tables] == [
        (t.table, t.new, t.changed, t.gone) for t in there.tables
    ]
    distinct = [{tuple(sorted(row.items())) for row in plans} for plans in (one, other)]
    came, went = len(distinct[1] - distinct[0]), len(distinct[0] - distinct[1])
    found = next((t for t in there.tables), TableChanged("CpPlans", 0, 0, 0))
    assert (found.new + found.changed, found.gone + found.changed) == (came, went)
    touched = {dict(row)["child"] for row in distinct[0] ^ distinct[1]}
    assert set(there.children.get_column("child")) == touched


def test_changes_are_kept_under_the_names_of_both_records(tmp_path):
    council = Council(tmp_path / "saltby")
    before = record(MONDAY, plans=(ANN,)).write(council.snapshots)
    after = record(TUESDAY, plans=(ANN, BEN)).write(council.snapshots)
    keep_changes(council, before, after)
    keep_changes(council, before, after)
    keep_changes(council, after, after)
    name = changes_name(before.name, after.name)
    assert [folder.name for folder in council.changes.iterdir()] == [name]
    found = kept_changes(council, name)
    assert found.tables == (TableChanged("CpPlans", 1, 0, 0),)
    assert found.children.rows() == [("Ben", "changed", ["CpPlans"])]


@pytest.mark.parametrize("name", ["", "../parts", "0" * 33, f"{'0' * 16}-{'0' * 16}"])
def test_no_changes_are_kept_under_that_name(tmp_path, name):
    assert kept_changes(Council(tmp_path), name) is None

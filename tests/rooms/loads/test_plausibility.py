"""What is believable beside the record in force, case by case."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import polars as pl
import pytest

from throughline.loads.plausibility import doubts
from throughline.record.child import Child
from throughline.record.composing import Part, compose
from throughline.record.leaving_care import CareLeavers
from throughline.record.protection import Conferences, CpPlans
from throughline.record.rows import ORIGIN, SOURCE
from throughline.record.snapshots import Source

MONDAY, BEGAN = date(2026, 6, 1), date(2020, 6, 1)
SSD = "Standard Safeguarding Dataset"


def part(
    day=MONDAY, *, children=100, plans=None, held=100, closed=(), title=SSD, since=BEGAN, names="c", but=()
):
    """A return as at a day: so many children, so many plans (the `closed` on days of their own), so many
    conferences; `but` the tables that did not come."""
    plans = children if plans is None else plans
    ids = [f"{names}{n}" for n in range(children)]
    ended = [*closed, *[None] * plans][:plans]
    frames = {
        Child: pl.DataFrame({"Child.child": ids}),
        CpPlans: pl.DataFrame({
            "CpPlans.child": pl.Series([f"{names}{n}" for n in range(plans)], dtype=pl.String),
            "CpPlans.started": pl.Series([date(2026, 1, 1)] * plans, dtype=pl.Date),
            "CpPlans.ended": pl.Series(ended, dtype=pl.Date),
        }),
        Conferences: pl.DataFrame({
            "Conferences.child": pl.Series([ids[n % children] for n in range(held)], dtype=pl.String),
            "Conferences.held": pl.Series([date(2026, 1, 1)] * held, dtype=pl.Date),
        }),
    }  # fmt: skip
    frames = {table: origin(frame) for table, frame in frames.items() if table not in but}
    covers = dict.fromkeys(frames, (since, day))
    said = sha256(repr((day, children, plans, held, closed, title, names, but)).encode()).hexdigest()
    return Part(title, 1 if title == SSD else 0, day, frames, covers, (Source("all.csv", said),))


def origin(frame):
    blank = [pl.lit(None, dtype).alias(name) for name, dtype in ORIGIN.items() if name != SOURCE]
    return frame.with_columns(*blank, pl.lit(0, ORIGIN[SOURCE]).alias(SOURCE))


TUESDAY = MONDAY + timedelta(days=1)
ONE_DAY = (TUESDAY,) * 25
MANY_DAYS = tuple(TUESDAY - timedelta(days=n % 5) for n in range(60))

CASES = {
    "the same again": (part(TUESDAY), []),
    "a few children fewer": (part(TUESDAY, children=96), []),
    "one child in five gone": (
        part(TUESDAY, children=80),
        ["20 of 100 children are in it no more.", f"{SSD}: Child has 80 rows; there were 100."],
    ),
    "children missing from the list of children alone": (
        part(TUESDAY, children=80, plans=100),
        [f"{SSD}: Child has 80 rows; there were 100."],
    ),
    "all ids changed": (
        part(TUESDAY, names="0"),
        ["100 of 100 children are in it no more.", "CpPlans: 100 of 100 that were open are told of no more."],
    ),
    "a list shorter by a fifth is passed": (part(TUESDAY, held=80), []),
    "a list shorter by more is not": (
        part(TUESDAY, held=79),
        [f"{SSD}: Conferences has 79 rows; there were 100."],
    ),
    "a list twice as long is passed": (part(TUESDAY, held=200), []),
    "a list longer still is not": (
        part(TUESDAY, held=201),
        [f"{SSD}: Conferences has 201 rows; there were 100."],
    ),
    "an empty list": (part(TUESDAY, held=0), [f"{SSD}: Conferences has 0 rows; there were 100."]),
    "a list that did not come": (
        part(TUESDAY, but=(Conferences,)),
        [f"{SSD}: Conferences did not come; it did before."],
    ),
    "a shorter time is not compared": (part(TUESDAY, held=10, since=date(2026, 4, 1)), []),
    "24 of 100 plans end on one day": (part(TUESDAY, closed=ONE_DAY[:24]), []),
    "25 of 100 plans end on one day": (
        part(TUESDAY, closed=ONE_DAY),
        ["CpPlans: 25 of 100 that were open ended on 2 June 2026."],
    ),
    "50 of 100 end on five days": (part(TUESDAY, closed=MANY_DAYS[:50]), []),
    "60 of 100 end on five days": (
        part(TUESDAY, closed=MANY_DAYS),
        ["CpPlans: 40 are open; there were 100."],
    ),
    "a quarter of plans told of no more": (
        part(TUESDAY, plans=75),
        [
            f"{SSD}: CpPlans has 75 rows; there were 100.",
            "CpPlans: 25 of 100 that were open are told of no more.",
        ],
    ),
    "another kind of return": (part(TUESDAY, plans=5, held=5, title="Annex A"), []),
    "an earlier one of the same kind": (part(MONDAY - timedelta(days=1), held=5), []),
}


def record(*parts):
    return compose(parts, "saltby")


@pytest.mark.parametrize("case", CASES)
def test_each_case(case):
    came, expected = CASES[case]
    old = [] if came.title == SSD and case != "an earlier one of the same kind" else [part()]
    if case in ("a shorter time is not compared", "a list that did not come"):
        old = [part()]  # the one before is still needed, and kept
    assert list(doubts(record(*old, came), record(part()))) == expected


def test_an_end_column_that_came_blank():
    old = record(part(closed=(date(2026, 3, 1),) * 60))
    assert doubts(record(part(TUESDAY)), old) == (
        f"{SSD}: CpPlans.ended is filled in 0% of rows; it was in 60%.",
        "CpPlans: 100 are open; there were 40.",
    )
    half = record(part(TUESDAY, closed=(date(2026, 3, 1),) * 30))
    assert doubts(half, old) == ()  # half as many filled, less than twice as many open


def test_a_list_that_had_next_to_nothing_is_compared_with_nothing():
    assert doubts(record(part(TUESDAY)), record(part(plans=3, held=0))) == ()


def test_short_lists_move_by_chance():
    few = record(part(children=19, plans=19, held=19))
    assert doubts(record(part(TUESDAY, children=1, plans=0, held=0)), few) == ()


def test_nothing_is_said_of_a_return_that_stays_as_it_was():
    assert doubts(record(part(), part(TUESDAY, title="Annex A")), record(part())) == ()


def test_a_record_of_nothing_is_compared_with_nothing():
    empty = record(Part("Annex A", 0, MONDAY, {}, {}, ()))
    assert doubts(record(part()), empty) == ()


def test_a_list_that_is_of_its_day_alone_has_no_spells_to_find_again():
    """Each night's care leavers begin on that night."""
    today = {CareLeavers: (MONDAY, MONDAY)}, {CareLeavers: (TUESDAY, TUESDAY)}
    records = [record(leavers(day, covers)) for day, covers in zip((MONDAY, TUESDAY), today)]
    assert doubts(records[1], records[0]) == ()


def leavers(day, covers):
    frame = pl.DataFrame(
        {
            "CareLeavers.child": [f"c{n}" for n in range(40)],
            "CareLeavers.started": [day] * 40,
            "CareLeavers.ended": pl.Series([None] * 40, dtype=pl.Date),
        }
    ).with_columns(
        pl.lit(None, dtype).alias(name)
        for name, dtype in CareLeavers.schema().items()
        if name.rsplit(".")[1] not in ("child", "started", "ended")
    )
    return Part(SSD, 1, day, {CareLeavers: origin(frame)}, covers, (Source("all.csv", str(day)),))


def test_an_end_that_was_told_before_is_no_news():
    """The SSDA903 tells of care leavers until 31 March, and says so each year."""
    told = part(closed=(TUESDAY,) * 40)
    assert doubts(record(part(TUESDAY, closed=(TUESDAY,) * 40)), record(told)) == ()


@pytest.mark.parametrize(("slipped", "held"), [(100, True), (20, True), (19, False), (0, False)])
def test_ids_that_slipped_by_a_row(slipped, held):
    """A hundred children, so many of whom stand under the id of the next, born on another day."""
    days = [date(2015, 1, 1) + timedelta(days=n) for n in range(101)]
    records = []
    for day, born in ((MONDAY, days[:100]), (TUESDAY, [*days[1 : slipped + 1], *days[slipped:100]])):
        one = part(day)
        child = one.frames[Child].with_columns(pl.Series("Child.born", born))
        records.append(compose([replace(one, frames={**one.frames, Child: child})], "Saltby"))
    says = [f"{slipped} of 100 children have another date of birth under the same id."]
    assert list(doubts(records[1], records[0])) == (says if held else [])

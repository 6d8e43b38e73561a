"""One record out of several returns: for each table and day one answers; what follows from the rows."""

from datetime import date

import polars as pl
import pytest

from throughline.errors import Refused
from throughline.record.care import Care
from throughline.record.child import Addresses, Population, Wards
from throughline.record.composing import Part, compose, placements, without
from throughline.record.front_door import Contacts
from throughline.record.homes import Placements
from throughline.record.rows import ORIGIN
from throughline.record.snapshots import Covered, Source

JAN, MARCH, JUNE = date(2026, 1, 1), date(2026, 3, 31), date(2026, 6, 30)


def rows_of(table, *rows, **origin):
    """Rows of a table: dictionaries by short names, with where they came from."""
    schema = {**table.schema(), **ORIGIN}
    told = [{table.columns[name].name: cell for name, cell in row.items()} | origin for row in rows]
    return pl.DataFrame(told, schema=schema)


def part(title, rank, as_at, first, table=Contacts, *rows):
    frame = rows_of(table, *rows, **{"@source": 0, "@source_line": 2})
    days = (first, as_at or date.max)
    return Part(title, rank, as_at, {table: frame}, {table: days}, (Source(f"{title}.csv", "0"),))


def ann(day):
    return {"child": "Ann", "received": day}


def answering(*parts, table=Contacts):
    """Who answers from when to when, by title."""
    made = compose(parts, "saltscar")
    return {(made.parts[c.part], c.first, c.last) for c in made.covers[table]}


def test_the_best_return_answers_and_another_for_the_days_it_leaves():
    best, other = part("best", 1, MARCH, JAN), part("other", 2, JUNE, date(2025, 1, 1))
    expected = {
        ("best", JAN, MARCH),
        ("other", date(2025, 1, 1), date(2025, 12, 31)),
        ("other", date(2026, 4, 1), JUNE),
    }
    assert answering(best, other) == answering(other, best) == expected


def test_of_two_as_good_the_newest_answers():
    old, new = part("old", 1, MARCH, JAN), part("new", 1, JUNE, date(2026, 2, 1))
    assert answering(old, new) == {("new", date(2026, 2, 1), JUNE), ("old", JAN, date(2026, 1, 31))}


def test_each_row_is_kept_with_the_return_and_the_file_it_came_by():
    one, two = part("one", 1, MARCH, JAN, Contacts, ann(JAN)), part("two", 2, JUNE, JAN, Contacts, ann(JUNE))
    made = compose([two, one], "saltscar")
    told = made.frames[Contacts].select("Contacts.received", "@part", "@source", "@source_line").rows()
    assert told == [(JAN, 0, 0, 2), (JUNE, 1, 1, 2)]
    assert made.parts == ("one", "two") and made.as_at == JUNE and made.council == "saltscar"
    assert [(s.file, s.part) for s in made.sources] == [("one.csv", 0), ("two.csv", 1)]


def test_a_list_about_no_child_comes_whole_from_the_best():
    one = part("one", 1, MARCH, JAN, Wards, {"postcode": "ZS1 1AA", "ward": "Elm"})
    two = part("two", 2, MARCH, JAN, Wards, {"postcode": "ZS1 1AA", "ward": "Oak"})
    made = compose([two, one], "saltscar")
    assert made.frames[Wards]["Wards.ward"].to_list() == ["Elm"]
    assert made.covers[Wards] == (Covered(0, date.min, MARCH),)


def test_nothing_dated_is_refused():
    with pytest.raises(Refused, match="says nothing of any child or day by itself"):
        compose([part("wards", 9, None, date.min, Wards)], "saltscar")


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ((JAN, MARCH), []),
        ((date(2025, 1, 1), date(2025, 2, 1)), [(JAN, MARCH)]),
        ((date(2026, 5, 1), JUNE), [(JAN, MARCH)]),
        ((JAN, date(2026, 1, 31)), [(date(2026, 2, 1), MARCH)]),
        ((date(2026, 3, 1), JUNE), [(JAN, date(2026, 2, 28))]),
        ((date(2026, 2, 1), date(2026, 2, 28)), [(JAN, date(2026, 1, 31)), (date(2026, 3, 1), MARCH)]),
    ],
)
def test_days_that_are_left(taken, left):
    assert without((JAN, MARCH), Covered(0, *taken)) == left


def test_wards_of_addresses_and_the_population_of_each():
    told = [("ZS1 1AA", "Elm", 100), ("zs11ab", "Oak", 40), ("ZS1 1AC", "Elm", 7)]
    names = ("postcode", "ward", "children")
    lines = [dict(zip(names, row)) | {"mid_year": date(2025, 6, 30)} for row in told]
    wards = part("wards", 9, None, date.min, Wards, *lines)
    homes = [{"child": c, "started": JAN, "postcode": p} for c, p in (("Ann", "zs1 1aa"), ("Ben", "ZS1 1AB"))]
    nowhere = {"child": "Cat", "started": JAN, "postcode": "AB1 2CD"}
    made = compose([part("ssd", 1, JUNE, JAN, Addresses, *homes, nowhere), wards], "saltscar")
    assert made.frames[Addresses]["Addresses.ward"].to_list() == ["Elm", "Oak", None]
    assert made.frames[Addresses]["Addresses.postcode"].to_list() == ["zs1 1aa", "ZS1 1AB", "AB1 2CD"]
    people = made.frames[Population].select("Population.by", "Population.group", "Population.number")
    assert sorted(people.rows(), key=str) == [("Ward", "Elm", 107), ("Ward", "Oak", 40), (None, None, 147)]


def placed(*episodes):
    """Times with one carer out of episodes: start, end (days of January), reason, placement, status."""
    names = ("started", "ended", "start_reason", "placement", "legal_status")
    rows = []
    for start, end, *said in episodes:
        days = [date(2026, 1, day) if day else None for day in (start, end)]
        rows.append({"child": "Ann", **dict(zip(names, [*days, *said], strict=False))})
    made = placements(rows_of(Care, *rows, **{"@part": 0}))
    return [
        (a.day, b.day if b else None, kind) for _, a, b, kind, *_ in made.select(*Placements.schema()).rows()
    ]


def test_a_move_begins_a_new_time_and_a_legal_status_does_not():
    assert placed((1, 5, "S", "U6", "V2"), (5, 9, "L", "U6", "C1"), (9, None, "P", "K2", "C1")) == [
        (1, 9, "U6"),
        (9, None, "K2"),
    ]


@pytest.mark.parametrize("reason", ["S", "P", "B", None])
def test_reasons_that_begin_a_new_time(reason):
    assert len(placed((1, 5, "S", "U6"), (5, None, reason, "U6"))) == 2


@pytest.mark.parametrize("reason", ["L", "T", "U"])
def test_reasons_that_keep_the_carer(reason):
    assert placed((1, 5, "S", "U6"), (5, None, reason, "U1")) == [(1, None, "U6")]


def test_a_short_stay_belongs_to_the_carer_before_it():
    assert placed((1, 5, "S", "U6"), (5, 6, "P", "T1"), (6, None, "P", "U6")) == [(1, None, "U6")]
    assert placed((1, 5, "S", "T0"), (5, None, "P", "U6")) == [(1, None, "U6")]


def test_a_gap_begins_a_new_time_and_short_breaks_are_none():
    assert placed((1, 5, "S", "U6"), (6, None, "L", "U6")) == [(1, 5, "U6"), (6, None, "U6")]
    assert placed((1, 5, "S", "U6", "V4"), (5, None, "L", "U6", "V2")) == [(5, None, "U6")]

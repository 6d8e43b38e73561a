"""Who answers for placements, and when one that is told again is still one."""

from datetime import date

import polars as pl

from throughline.record.care import Care
from throughline.record.composing import Part, compose
from throughline.record.homes import Placements

FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)
WHERE = {"@source": pl.Int32, "@source_line": pl.Int32, "@since": pl.Date, "@until": pl.Date}


def part(rank, rows, tells_placements=True):
    """A return with episodes: child, start, end, reason, placement, since, until."""
    names = ("child", "started", "ended", "start_reason", "placement")
    schema = {
        **{f"Care.{name}": Care.columns[name].dtype for name in names},
        "@since": pl.Date,
        "@until": pl.Date,
    }
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    blank = {**Care.schema(), **WHERE}
    missing = [pl.lit(None, kind).alias(name) for name, kind in blank.items() if name not in schema]
    covers = {Care: (FIRST, LAST)} | ({Placements: (FIRST, LAST)} if tells_placements else {})
    return Part(f"return {rank}", rank, LAST, {Care: frame.with_columns(missing)}, covers, ())


ANN = ("Ann", date(2025, 5, 1), None, "S", "U6", None, None)


def test_a_return_of_latest_placements_alone_does_not_answer_for_them():
    snapshot = compose([part(2, [ANN], tells_placements=False)], "Saltscar")
    assert Placements in snapshot.missing and Care not in snapshot.missing


def test_the_return_that_tells_every_placement_answers():
    snapshot = compose([part(2, [ANN], tells_placements=False), part(3, [ANN])], "Saltscar")
    assert [cover.part for cover in snapshot.covers[Placements]] == [1]
    assert [cover.part for cover in snapshot.covers[Care]] == [0]


def test_told_again_otherwise_by_a_later_year_it_is_one_placement():
    rows = [
        ("Ann", date(2024, 5, 1), None, "P", "H5", date(2024, 4, 1), date(2025, 4, 1)),
        ("Ann", date(2024, 5, 1), date(2025, 6, 1), "P", "K3", date(2025, 4, 1), date(2026, 4, 1)),
        ("Ann", date(2025, 6, 1), None, "P", "K2", date(2025, 4, 1), date(2026, 4, 1)),
    ]
    frame = compose([part(3, rows)], "Saltscar").frames[Placements]
    assert frame.select(
        Placements.started, Placements.ended, Placements.placement, "@since", "@until"
    ).rows() == [
        (date(2024, 5, 1), date(2025, 6, 1), "H5", date(2024, 4, 1), date(2026, 4, 1)),
        (date(2025, 6, 1), None, "K2", date(2025, 4, 1), date(2026, 4, 1)),
    ]


def test_two_placements_begun_on_one_day_in_one_year_are_two():
    rows = [
        ("Ann", date(2025, 5, 1), date(2025, 5, 1), "S", "U6", FIRST, date(2026, 4, 1)),
        ("Ann", date(2025, 5, 1), None, "P", "K2", FIRST, date(2026, 4, 1)),
    ]
    assert compose([part(3, rows)], "Saltscar").frames[Placements].height == 2

"""A child's whole record as at a day: nothing of theirs is left out, and nothing after the day is in it."""

from datetime import date

import polars as pl

from throughline.counting.stories import TABLE, story
from throughline.record.care import Care
from throughline.record.child import Child
from throughline.record.court import CourtCases
from throughline.record.protection import CpPlans, CpReviews
from throughline.record.rows import PART, SINCE, UNTIL
from throughline.record.snapshots import Covered, Snapshot


def rows(table, *given, **origin):
    full = [{f"{table.__name__}.{name}": value for name, value in row.items()} for row in given]
    frame = pl.DataFrame(full, schema=table.schema())
    return frame.with_columns(pl.lit(value).alias(name) for name, value in origin.items())


DAY, LATER = date(2026, 6, 10), date(2026, 6, 11)


def world():
    return Snapshot.of({
        Child: rows(Child, {"child": "Ann", "died": LATER, "expected": LATER}, {"child": "Ben"}),
        CpPlans: rows(
            CpPlans,
            {"child": "Ann", "started": date(2026, 1, 1), "ended": LATER, "category": "NEG",
             "first_category": "EMO"},
            {"child": "Ann", "started": LATER},
            {"child": "Ben", "started": date(2026, 1, 1)},
        ),
        CpReviews: rows(CpReviews, {"child": "Ann", "held": LATER, "due": date(2026, 6, 1)},
                        {"child": "Ann", "due": LATER}),
        Care: rows(Care, {"child": "Ann", "started": date(2026, 1, 1), "end_not_recorded": True},
                   **{UNTIL: date(2026, 4, 1)}),
    }, as_at=LATER)  # fmt: skip


def of(table, day=DAY):
    found = story(world(), "Ann", day)
    return found.filter(pl.col(TABLE) == table.__name__).rows(named=True)


def test_nothing_after_the_day_is_in_it():
    (plan,) = of(CpPlans)
    assert plan["CpPlans.ended"] is None
    assert of(Child)[0]["Child.died"] is None


def test_what_a_spell_had_become_by_its_end_is_not_known_before_it():
    assert of(CpPlans)[0]["CpPlans.category"] is None
    assert of(CpPlans)[0]["CpPlans.first_category"] == "EMO"
    assert {row["CpPlans.category"] for row in of(CpPlans, LATER)} == {"NEG", None}


def test_what_is_known_ahead_is_kept():
    assert of(Child)[0]["Child.expected"] == LATER


def test_a_review_is_in_it_from_the_day_it_was_due_and_held_only_once_it_was():
    (review,) = of(CpReviews)
    assert review["CpReviews.held"] is None
    assert len(of(CpReviews, LATER)) == 2
    assert of(CpReviews, date(2026, 5, 31)) == []


def test_an_end_that_was_not_recorded_is_said_once_its_return_answers_no_more():
    assert of(Care)[0]["Care.end_not_recorded"] is True
    assert of(Care, date(2026, 3, 1))[0]["Care.end_not_recorded"] is None


def test_no_other_child_is_in_it():
    assert set(story(world(), "Ann", LATER)["@child"]) == {"Ann"}
    assert len(of(CpPlans, LATER)) == 2


def test_a_row_is_believed_only_while_its_return_answers():
    given = rows(Care, {"child": "Ann", "started": date(2026, 5, 1)}, **{UNTIL: date(2026, 4, 1)})
    also = rows(Care, {"child": "Ann", "started": date(2026, 2, 1)}, **{PART: 1, SINCE: date(2026, 1, 1)})
    care = pl.concat([given, also], how="diagonal").with_columns(pl.col(PART).fill_null(0).cast(pl.Int32))
    begun, changed = date(2026, 1, 1), date(2026, 4, 1)
    covers = {
        Child: (Covered(0, date.min, DAY),),
        Care: (Covered(0, begun, date(2026, 3, 31)), Covered(1, changed, DAY)),
    }
    frames = {Child: rows(Child, {"child": "Ann"}), Care: care}
    snapshot = Snapshot.arranged(frames, covers=covers, as_at=DAY)
    found = story(snapshot, "Ann", DAY).filter(pl.col(TABLE) == "Care")
    assert found["Care.started"].to_list() == [date(2026, 2, 1)]


def test_how_a_spell_of_our_own_ended_is_not_told_before_it_did():
    case = {"child": "Ann", "case": "1", "started": date(2026, 1, 1), "ended": LATER, "outcome": "Care order"}
    snapshot = Snapshot.of({CourtCases: rows(CourtCases, case)}, as_at=LATER)
    told = {day: story(snapshot, "Ann", day).filter(pl.col(TABLE) == "CourtCases") for day in (DAY, LATER)}
    assert told[DAY].get_column("CourtCases.outcome").to_list() == [None]
    assert told[LATER].get_column("CourtCases.outcome").to_list() == ["Care order"]

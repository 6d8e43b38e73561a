"""Changes in how things are recorded: which measures they touch, and what they do to a trend."""

from datetime import date

import polars as pl
import pytest

from throughline.counting.answers import NOT_AVAILABLE, count
from throughline.counting.recording import Change, affecting, changes, cut, folded, naming_nothing, straddled
from throughline.counting.signals import Rule, Variation
from throughline.counting.trends import steps_to, trend
from throughline.measures.front_door import contacts, contacts_to_referral
from throughline.measures.protection import children_on_plans
from throughline.record.front_door import Contacts, Referrals
from throughline.record.periods import Months, months, year_to
from throughline.record.recording import RecordingChanges
from throughline.record.snapshots import Snapshot

from .little import MEASURES

LAST = date(2026, 12, 31)
OVER = Months(2024, 1, 36)
MONTHS = steps_to(LAST, 24, "month")


def told(*rows):
    """Changes in recording, as the record has them: what, from when, what it means, the note."""
    columns = ("affects", "changed", "kind_of_change", "note")
    full = [{f"RecordingChanges.{name}": value for name, value in zip(columns, row)} for row in rows]
    return pl.DataFrame(full, schema=RecordingChanges.schema())


def snapshot_of(*rows, **more):
    return Snapshot.of({RecordingChanges: told(*rows), **more}, as_at=LAST)


def answers(each_month, *rows, table=Contacts, column="received"):
    """So many events in each of the months that end with the last, on its tenth day."""
    first = LAST.year * 12 + LAST.month - len(each_month)
    days = [date((first + n) // 12, (first + n) % 12 + 1, 10) for n in range(len(each_month))]
    happened = [
        {f"{table.__name__}.child": f"{n}-{i}", f"{table.__name__}.{column}": day}
        for n, (day, many) in enumerate(zip(days, each_month))
        for i in range(many)
    ]
    frames = {table: pl.DataFrame(happened, schema=table.schema()), RecordingChanges: told(*rows)}
    return count(MEASURES.values(), Snapshot.of(frames, as_at=LAST), OVER)


@pytest.mark.parametrize(
    ("affects", "measures"),
    [
        ("contacts", {contacts, contacts_to_referral}),
        ("Contacts", {contacts, contacts_to_referral}),
        ("contacts_to_referral", {contacts_to_referral}),
        (contacts_to_referral.title.upper(), {contacts_to_referral}),
        ("Front door", {contacts, contacts_to_referral}),
        ("cp plans", {children_on_plans}),
        ("all", {contacts, contacts_to_referral, children_on_plans}),
        ("Social care", set()),
    ],
)
def test_what_a_change_touches_is_said_by_name(affects, measures):
    snapshot = snapshot_of((affects, date(2026, 1, 1), "LIMITS", ""))
    touched = {m for m in (contacts, contacts_to_referral, children_on_plans) if affecting(snapshot, m)}
    assert touched == measures
    assert [each.affects for each in naming_nothing(snapshot)] == ([] if measures else [affects])


def test_changes_are_in_order_of_days_and_each_is_told_once():
    row = ("all", date(2026, 2, 1), "LIMITS", None)
    snapshot = snapshot_of(row, row, ("all", date(2026, 1, 1), "BREAK", "New rule"))
    assert [(each.day.month, each.note) for each in changes(snapshot)] == [(1, "New rule"), (2, "")]
    assert changes(Snapshot.of({}, as_at=LAST)) == [] and folded("EH & Contacts") == "ehcontacts"


def test_a_row_that_says_too_little_changes_nothing():
    assert changes(snapshot_of(("all", None, "BREAK", "x"), ("all", LAST, None, "x"))) == []


def change(day, kind="LIMITS", note=""):
    return Change("all", day, kind, note)


def places(*found, on_a_day=False):
    return [(each.first, each.end, each.mixed) for each in cut(MONTHS, found, on_a_day)]


def test_a_change_on_the_first_of_a_month_parts_the_months():
    for kind in ("LIMITS", "BREAK"):
        assert places(change(date(2025, 7, 1), kind)) == [(0, 6, False), (6, 24, False)]


def test_a_break_within_a_month_leaves_that_month_to_neither():
    broken = change(date(2025, 7, 2), "BREAK")
    assert places(broken) == [(0, 6, False), (6, 7, True), (7, 24, False)]
    assert places(broken, on_a_day=True) == [(0, 6, False), (6, 24, False)]
    assert places(change(date(2025, 7, 2))) == [(0, 6, False), (6, 24, False)]
    assert places(change(date(2026, 12, 2), "BREAK")) == [(0, 23, False), (23, 24, True)]


def test_what_lies_outside_or_is_only_noted_parts_nothing():
    for day in (date(2024, 1, 1), MONTHS[0].start, date(2027, 1, 1)):
        assert places(change(day, "BREAK")) == [(0, 24, False)]
    assert places(change(MONTHS[0].end, "BREAK"), on_a_day=True) == [(0, 24, False)]
    assert places(change(MONTHS[0].end, "BREAK")) == [(0, 1, True), (1, 24, False)]
    assert places(change(date(2025, 7, 1), "NOTED"), change(date(2025, 8, 1), "X")) == [(0, 24, False)]


def test_a_break_is_not_undone_by_another_change_of_that_day():
    broken, reset = change(date(2025, 7, 1), "BREAK"), change(date(2025, 7, 1))
    for both in ((broken, reset), (reset, broken)):
        stretches = cut(MONTHS, both, False)
        assert [each.joined for each in stretches] == [False, False] and stretches[1].change is broken


def test_rolling_years_that_straddle_a_break_are_of_neither_series():
    years = steps_to(LAST, 24, "rolling year")
    found = cut(years, [change(date(2025, 7, 1), "BREAK")], False)
    assert [(each.first, each.end, each.mixed) for each in found] == [
        (0, 6, False), (6, 17, True), (17, 24, False),
    ]  # fmt: skip


def test_words_say_the_month_the_kind_and_the_note():
    assert change(date(2017, 4, 1), note="New team.").says == (
        "The limits were set again from April 2017: New team."
    )
    assert change(date(2017, 4, 3)).says == "The limits were set again from 3 April 2017."
    assert (
        "is another series: Requests are not counted."
        in change(date(2017, 4, 1), "BREAK", "Requests are not counted").says
    )
    assert change(date(2017, 4, 1), "NOTED", "Inspection").says == "Noted from April 2017: Inspection."


def test_limits_are_worked_out_anew_from_the_day_on():
    world = [*[20, 22] * 6, *[10, 12] * 6]
    whole = trend(answers(world), contacts, LAST)
    assert whole.variation is Variation.LOWER
    found = trend(answers(world, ("contacts", date(2026, 1, 1), "LIMITS", "New team")), contacts, LAST)
    assert [each.limits.mean for each in found.stretches] == [21, 11] and found.limits.provisional
    assert found.variation is Variation.USUAL and found.patterns == ()
    assert found.recorded == "The limits were set again from January 2026: New team."


def test_signals_of_each_stretch_stand_at_their_own_places():
    world = [*[20, 22] * 5, 20, 60, *[10, 12] * 5, 10, 50]
    found = trend(answers(world, ("contacts", date(2026, 1, 1), "BREAK", "")), contacts, LAST)
    outside = [each for each in found.patterns if each.rule is Rule.OUTSIDE]
    assert [(each.high, each.places, each.told) for each in outside] == [(True, (11,), 11), (True, (23,), 23)]
    assert {11, 23} <= {signal.index for signal in found.found if signal.high}


def test_too_few_points_since_a_change_are_said():
    found = trend(answers([10, 12] * 12, ("all", date(2026, 2, 1), "BREAK", "")), contacts, LAST)
    assert found.limits is None and found.stretches[0].limits
    assert found.sentence == "There are too few points since February 2026 to say what is usual."


def test_a_month_made_in_both_ways_is_not_judged():
    found = trend(answers([10, 12] * 12, ("all", date(2026, 12, 9), "BREAK", "")), contacts, LAST)
    assert found.variation is Variation.NOT_JUDGED and "partly in the old way" in found.sentence


def test_a_stock_s_change_over_the_day_itself_is_not_judged():
    world = answers(
        [30, *[1, 3] * 6, 90, *[1, 3] * 5], ("referrals", date(2026, 2, 1), "LIMITS", "Cases brought over"),
        table=Referrals, column="started",
    )  # fmt: skip
    found = trend(world, MEASURES["children_in_need"], LAST)
    assert found.points[13].value - found.points[12].value == 90 and found.judged[13] is None
    assert found.stretches[1].first == 13


def test_what_straddles_a_break_is_added_up_of_no_two_series():
    broken, usual = (
        answers([10, 12] * 12, ("contacts", date(2025, 7, 1), "BREAK", "")),
        answers([10, 12] * 12),
    )
    for step in ("quarter", "rolling year", "calendar year"):
        found = trend(broken, contacts, LAST, 2 if step == "calendar year" else 12, step)
        plain = usual.series(contacts, found.periods)
        for period, answer, known in zip(found.periods, found.points, plain):
            straddles = period.start < date(2025, 7, 1) <= period.end
            assert answer == (NOT_AVAILABLE if straddles else known), period
    assert {each.available for each in trend(broken, contacts, LAST).points} == {True}


def test_a_stock_and_what_the_change_does_not_touch_are_known_throughout():
    broken = answers([2] * 24, ("all", date(2025, 7, 1), "BREAK", ""), table=Referrals, column="started")
    assert broken.value(MEASURES["children_in_need"], year_to(date(2025, 12, 31))).available
    assert not broken.value(MEASURES["referrals"], year_to(date(2025, 12, 31))).available
    other = answers([2] * 24, ("referrals", date(2025, 7, 1), "BREAK", ""))
    assert other.value(contacts, year_to(date(2025, 12, 31))).value == 24
    limits = answers([2] * 24, ("contacts", date(2025, 7, 1), "LIMITS", ""))
    assert limits.value(contacts, year_to(date(2025, 12, 31))).value == 24


def test_a_change_before_these_dates_is_not_spoken_of():
    world = answers([10, 12] * 12, ("all", date(2024, 6, 1), "LIMITS", "Long ago"))
    found = trend(world, contacts, LAST)
    assert found.recorded == "" and len(found.stretches) == 1


def test_a_figure_of_a_time_that_a_break_falls_into_says_so():
    broken = snapshot_of(("contacts", date(2026, 2, 1), "BREAK", ""), ("all", date(2026, 3, 1), "LIMITS", ""))
    assert straddled(broken, contacts, year_to(date(2026, 12, 31))) == (
        "Counted in two ways: recording changed in February 2026."
    )
    assert straddled(broken, contacts, year_to(date(2027, 1, 31))) == ""
    assert straddled(broken, contacts, months(2026, 1)) == ""
    assert straddled(broken, children_on_plans, year_to(date(2026, 12, 31))) == ""

"""A figure says what it is, and what it is not, in different words."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from throughline.blocks.figures import figure, meets_target, target_words, with_unit, written
from throughline.blocks.trend import Trend
from throughline.blocks.untold import why_untold
from throughline.measures.assessment import assessments_within_45_days, days_to_assess
from throughline.measures.care import looked_after, three_placements_in_a_year
from throughline.measures.front_door import contacts, contacts_to_referral, referral_rate
from throughline.measures.kinds import target_on
from throughline.measures.money import spent
from throughline.measures.protection import children_on_plans, plan_rate, repeat_plans
from throughline.measures.workforce import caseload
from throughline.record.front_door import CONTACT_CAME_FROM
from throughline.record.periods import Period, as_at, months
from throughline.record.protection import CpPlans
from throughline.record.recording import RecordingChanges
from throughline.record.snapshots import Covered
from throughline.record.workforce import TEAM

from .conftest import TODAY


def test_a_share_is_over_the_twelve_months_to_the_day_and_says_of_how_many(ask):
    found = figure(ask("director"), assessments_within_45_days)
    assert (found.words, found.state, found.of) == ("75%", "shown", "108 of 144")
    assert found.dates == "12 months to 31 October 2026"
    assert found.address == "/measures/assessments_within_45_days/"


def test_many_pounds_are_said_in_millions():
    assert [written(spent, pounds) for pounds in (9_999_999, 47_025_000, -47_025_000)] == [
        "£9,999,999", "£47.0m", "−£47.0m",
    ]  # fmt: skip


def test_a_stock_is_on_the_day(ask):
    found = figure(ask("director"), children_on_plans)
    assert (found.words, found.dates) == ("3", "on 31 October 2026")


def test_what_no_return_supplies_is_not_available_and_never_nought(ask):
    found = figure(ask("director"), looked_after)
    assert (found.words, found.state, found.value) == ("not available", "not available", None)


def test_what_is_known_no_further_says_until_when(ask):
    """As of a census: nothing is told after its day, and nothing is said to be nought."""
    now = ask("director")
    told = {**now.snapshot.covers, CpPlans: (Covered(0, date(2020, 1, 1), date(2026, 1, 15)),)}
    earlier = replace(now, answers=replace(now.answers, snapshot=replace(now.snapshot, covers=told)))
    found = figure(earlier, children_on_plans)
    assert (found.words, found.notes) == ("not available", ("Known up to 15 January 2026.",))


def test_what_was_told_till_yesterday_is_as_at_yesterday_and_says_so(ask):
    now = ask("director")
    told = {**now.snapshot.covers, CpPlans: (Covered(0, date(2020, 1, 1), date(2026, 10, 30)),)}
    earlier = replace(now, answers=replace(now.answers, snapshot=replace(now.snapshot, covers=told)))
    found = figure(earlier, children_on_plans)
    assert (found.words, found.dates) == ("3", "on 30 October 2026")
    assert found.notes == ("The newest that is in: what was received tells of no later day.",)
    assert found.address == "/measures/children_on_plans/"
    assert figure(earlier, children_on_plans, as_at(TODAY)).words == "not available"  # asked for by name


def test_what_a_break_in_recording_falls_into_is_not_available_and_says_why(ask):
    now = ask("director")
    change = pl.DataFrame(
        [["contacts", date(2026, 3, 1), "BREAK"]],
        schema=["RecordingChanges.affects", "RecordingChanges.changed", "RecordingChanges.kind_of_change"],
        orient="row",
    )
    told = pl.concat([now.snapshot.frames[RecordingChanges], change], how="diagonal")
    snapshot = replace(now.snapshot, frames={**now.snapshot.frames, RecordingChanges: told})
    broken = replace(now, answers=replace(now.answers, snapshot=snapshot))
    found = figure(broken, contacts)
    assert (found.words, found.dates) == ("not available", "12 months to 31 October 2026")
    assert found.notes == ("Counted in two ways: recording changed in March 2026.",)
    assert figure(broken, contacts, months(2026, 3, 8)).words == "3"


def test_what_is_not_available_says_why(ask):
    now = ask("director")
    assert figure(now, looked_after).notes == ("Nothing that was received tells of care.",)
    told = {**now.snapshot.covers, CpPlans: (Covered(0, TODAY, TODAY),)}
    later = replace(now, answers=replace(now.answers, snapshot=replace(now.snapshot, covers=told)))
    assert figure(later, children_on_plans, as_at(date(2026, 9, 30))).notes == (
        "Known from 31 October 2026.",
    )
    assert "Known from" not in Trend(children_on_plans).shown(later).says  # it has one point
    assert Trend(looked_after).shown(now).says == "Nothing that was received tells of care."
    assert why_untold(now.answers, children_on_plans, as_at(TODAY)) == ""


def test_nought_is_a_number(ask):
    found = figure(ask("director"), children_on_plans, as_at(date(2025, 6, 1)))
    assert (found.words, found.state) == ("0", "shown")


def test_what_is_blank_is_not_recorded(ask):
    schools = figure(ask("director"), contacts_to_referral, None, CONTACT_CAME_FROM, "2A")
    assert (schools.words, schools.notes) == ("not recorded", ("1 left out: not recorded.",))


def test_what_came_today_is_too_early_to_say(ask):
    today = figure(ask("director"), contacts_to_referral, Period(date(2026, 10, 30), date(2026, 10, 31)))
    assert (today.words, today.notes) == ("too early to say", ("1 too early to say.",))


def test_a_share_of_nobody_has_none_to_count(ask):
    assert figure(ask("director"), repeat_plans, months(2025, 6)).words == "none to count"


def test_part_of_a_period_says_where_the_data_end(ask):
    found = figure(ask("director"), contacts, Period(date(2026, 10, 1), date(2026, 12, 31)))
    assert "Part of the period: data end on 31 October 2026." in found.notes
    assert found.dates == "1 October 2026 to 31 December 2026"


def test_a_rate_says_whose_population(ask):
    found = figure(ask("director"), plan_rate)
    assert (found.words, found.of) == ("3.0", "3 for 10,000")
    assert found.notes == ("Population of 30 June 2024.",)


def test_a_member_sees_c_and_not_what_it_rests_on(ask):
    found = figure(ask("member"), contacts)
    assert (found.words, found.state, found.value, found.of, found.notes) == ("c", "hidden", None, "", ())


def test_the_same_figure_for_everybody_who_may_see_it(ask):
    roles = ("director", "team_manager", "practitioner", "analyst", "member")
    assert {figure(ask(role), assessments_within_45_days).words for role in roles} == {"75%"}


def test_addresses_keep_the_day_and_name_groups_only(ask):
    found = figure(ask("director", day=date(2026, 10, 2)), contacts, months(2026, 9), TEAM, "T1")
    assert found.address == (
        "/measures/contacts/?from=2026-09-01&to=2026-09-30&by=team&group=T1&as-at=2026-10-02"
    )


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        (contacts, 1234.0, "1,234"),
        (assessments_within_45_days, 0.5, "50%"),
        (assessments_within_45_days, 0.146, "14.6%"),
        (plan_rate, 102.44, "102.4"),
        (days_to_assess, 15.0, "15 days"),
        (days_to_assess, 15.5, "15.5 days"),
    ],
)
def test_values_are_written_as_their_kind(measure, value, words):
    assert written(measure, value) == words


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("1,250", "£", "£1,250"),
        ("-1,250", "£ a week", "−£1,250 a week"),
        ("14.0", "%", "14.0%"),
        ("12.5", "whole posts", "12.5 whole posts"),
        ("12.5", "", "12.5"),
    ],
)
def test_units_stand_where_people_put_them(number, unit, words):
    assert with_unit(number, unit) == words


def test_targets_say_which_way_is_good():
    assert target_words(assessments_within_45_days, TODAY) == "85% or more"
    assert target_words(three_placements_in_a_year, TODAY) == "10% or less"
    assert target_words(caseload, TODAY) == "18 or less"
    assert target_words(contacts, TODAY) == ""
    assert meets_target(assessments_within_45_days, 0.85, TODAY) and meets_target(caseload, 18, TODAY)
    assert meets_target(caseload, 18.1, TODAY) is False
    assert meets_target(contacts, 3, TODAY) is None and meets_target(caseload, None, TODAY) is None


def test_a_target_holds_from_its_year_to_march_until_the_next():
    moving = replace(caseload, target={2025: 20, 2027: 16})
    days = (date(2024, 3, 31), date(2025, 3, 31), date(2026, 3, 31), date(2026, 4, 1), date(2030, 1, 1))
    assert [target_on(moving, day) for day in days] == [None, 20, 20, 16, 16]
    assert target_words(moving, days[0]) == "" and target_words(moving, days[2]) == "20 or less"
    assert meets_target(moving, 18, days[2]) is True and meets_target(moving, 18, days[3]) is False
    assert meets_target(moving, 18, days[0]) is None


def test_a_yearly_rate_of_a_month_says_so(ask):
    assert "As many as there would be in a year." in notes_of(ask, months(2026, 9))
    assert "As many as there would be in a year." not in notes_of(ask, months(2025, 10, 12))


def notes_of(ask, period):
    return figure(ask("director"), referral_rate, period).notes

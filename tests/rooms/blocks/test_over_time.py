"""Trends, what changed, the journey and the scorecard."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import Http404

from throughline.blocks import teams_changed, trend_bands, trend_lines
from throughline.blocks.chosen import STEP_WORDS
from throughline.blocks.headlines import Headlines
from throughline.blocks.icons import Assurance
from throughline.blocks.journey import Journey, Step
from throughline.blocks.named import MEASURES
from throughline.blocks.scorecard import Group, Scorecard
from throughline.blocks.series import assured, finding, on_target, series, usual
from throughline.blocks.teams_changed import TeamsChanged
from throughline.blocks.trend import Trend, drawn, form, steps
from throughline.blocks.what_changed import WhatChanged, change, lede
from throughline.counting.changed import News, news
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.signals import Limits, Pattern, Rule, Variation
from throughline.loads.team_news import TeamNews
from throughline.measures.assessment import assessments_finished, assessments_within_45_days, days_to_assess
from throughline.measures.care import looked_after
from throughline.measures.front_door import contacts, contacts_to_referral
from throughline.measures.protection import children_on_plans
from throughline.measures.send import plans_in_20_weeks
from throughline.record.periods import months


def test_the_heading_is_the_finding(ask):
    shown = Trend(assessments_within_45_days).shown(ask("director"))
    assert shown.chart.finding == (
        "Assessments finished within 45 working days: 25% in October 2026, getting worse"
    )
    assert shown.chart.what == "Share, months, Nov 2024 to Oct 2026"
    assert shown.says.startswith("The figure for October 2026 is getting worse: outside the lower limit.")
    assert shown.steps == ()


def test_whether_the_target_will_be_met_is_said(ask):
    says = Trend(assessments_within_45_days).shown(ask("director")).says
    assert says.endswith("It may meet its target of 85% or more or miss it, by chance.")
    assert on_target(series(ask("director"), assessments_finished)) == ""
    assert assured(series(ask("director"), children_on_plans)) is None


def test_the_figures_are_newest_first_and_lead_to_the_children(ask):
    rows = Trend(assessments_within_45_days).shown(ask("director")).chart.rows
    assert len(rows) == 24
    assert [cell.text for cell in rows[0]] == ["October 2026", "25%", "3 of 12", "outside the lower limit"]
    assert rows[0][0].address == ("/measures/assessments_within_45_days/?from=2026-10-01&to=2026-10-31")


def test_a_day_within_a_month_shows_the_month_before(ask):
    shown = Trend(assessments_within_45_days).shown(ask("director", day=date(2026, 10, 30)))
    assert shown.chart.rows[0][0].text == "September 2026"
    assert shown.chart.rows[0][0].address.endswith("&as-at=2026-10-30")


def test_a_stock_is_judged_by_its_change(ask):
    few = series(ask("director"), children_on_plans)
    assert finding(few) == "Children with a protection plan: 3 on 31 October 2026"
    (stretch,) = few.stretches
    found = replace(
        few,
        stretches=(replace(stretch, limits=Limits(0.1, -0.3, 0.5, False, 0.4)),),
        patterns=(Pattern(Rule.RUN, False, tuple(range(15, 24)), 21),),
        variation=Variation.LOWER,
        why_not="",
    )
    assert (
        finding(found) == "Children with a protection plan: 3 on 31 October 2026, a change lower than usual"
    )
    assert usual(found).startswith("It usually changes by −")


def test_the_change_of_a_share_is_in_points(ask):
    found = series(ask("director"), assessments_within_45_days)
    (stretch,) = found.stretches
    limits = (replace(stretch, limits=Limits(0.001, -0.012, 0.014, False, 0.013)),)
    slow = replace(found, judges_change=True, stretches=limits)
    assert usual(slow) == "It usually changes by −1.2 to +1.4 percentage points in a month."
    assert on_target(slow) == ""


def test_what_is_not_judged_says_why(ask):
    shown = Trend(days_to_assess).shown(ask("director"))
    assert shown.says == "A middle value is not judged against limits."
    assert "usual" not in shown.chart.finding


def test_nothing_to_show_is_said(ask):
    shown = Trend(looked_after).shown(ask("director"))
    assert shown.chart.finding == "Children looked after: nothing to show for these dates"
    assert not shown.drawn
    assert {row[1].text for row in shown.chart.rows} == {"not available"}


def test_on_a_measures_own_page_steps_and_group_are_chosen(ask):
    about = "assessments_within_45_days"
    shown = Trend().shown(ask("director", measure=about, step="quarter", by="team", group="T1"))
    assert [step.title for step in shown.steps if step.chosen] == ["Quarters"]
    assert shown.chart.what.startswith("Team: Assessment Team 1. Share, quarters,")
    assert shown.steps[2].address == (f"/measures/{about}/?by=team&group=T1&step=year#over-time")
    years = Trend().shown(ask("director", measure=about, step="rolling-year"))
    assert years.chart.finding == (
        "Assessments finished within 45 working days: 75% in the 12 months to October 2026"
    )


@pytest.mark.parametrize(
    "chosen",
    [{"step": "week"}, {"by": "shoe-size", "group": "9"}, {"by": "team", "group": "T9"}],
)
def test_what_there_is_not_is_not_found(ask, chosen):
    with pytest.raises(Http404):
        Trend().shown(ask("director", measure="contacts", **chosen))


def test_a_measure_there_is_not_is_not_found(ask):
    with pytest.raises(Http404):
        Trend().shown(ask("director", measure="shoes"))


def test_a_member_may_not_ask_for_a_group(ask):
    with pytest.raises(Http404):
        Trend().shown(ask("member", measure="contacts", by="team", group="T1"))


def test_a_member_sees_no_limit_nor_signal_where_a_figure_is_hidden(ask):
    found = series(ask("member"), assessments_within_45_days)
    assert {point.value for point in found.points} == {None}
    assert (found.limits, found.patterns, found.variation) == (None, (), Variation.NOT_JUDGED)
    assert found.sentence == "There is nothing to show for these dates."
    assert found.why_not == "Some of these figures are too small to show, so none is judged."


def test_a_member_is_told_the_shortest_steps_of_which_none_is_too_small(ask):
    """Only three of twelve were in time in October: no month may stand beside longer times. In quarters none
    is too small, and they are judged as any other figure is."""
    shown = Trend(assessments_within_45_days).shown(ask("member"))
    assert shown.chart.what == "Share, quarters, Dec 2021 to Sep 2026"
    assert shown.chart.rows[0][1].text == "80.6%" and len(shown.chart.rows) == 20
    assert shown.says.endswith(
        "Some shorter times are too small to show. So that none can be found from other figures, quarters "
        "are the shortest that are told."
    )
    whole = Trend(assessments_within_45_days).shown(ask("director"))
    assert "shortest" not in whole.says and len(whole.chart.rows) == 24


@pytest.mark.parametrize(
    ("measure", "step", "told"),
    [
        ("assessments_within_45_days", "", "quarter"),
        ("assessments_within_45_days", "month", "quarter"),
        ("assessments_within_45_days", "rolling-year", "quarter"),
        ("assessments_within_45_days", "year", "year"),
        ("assessments_finished", "", "month"),
        ("assessments_finished", "rolling-year", "rolling year"),
        ("contacts", "quarter", "year"),
        ("children_on_plans", "", "month"),
    ],
)
def test_a_member_who_asks_for_shorter_steps_gets_the_shortest_that_are_told(ask, measure, step, told):
    asked = ask("member", measure=measure, **({"step": step} if step else {}))
    steps = Trend().shown(asked).steps
    assert [each.title for each in steps if each.chosen] == [STEP_WORDS[told]]
    assert steps[0].address == f"/measures/{measure}/#over-time", "the shortest is the one to begin with"
    assert len(Trend().shown(ask("director", measure=measure)).steps) == 4


def test_a_step_there_is_not_is_not_found(ask):
    for role in ("director", "member"):
        with pytest.raises(Http404):
            Trend().shown(ask(role, measure="contacts", step="week"))


def test_what_changed_is_said_once_with_its_owner_and_its_children(ask):
    measures = (assessments_finished, assessments_within_45_days, days_to_assess)
    shown = WhatChanged(at_most=1, measures=measures).shown(ask("director"))
    (change,) = shown.changes
    assert (change.variation, change.high) == (Variation.WORSE, False)
    assert change.address == "/measures/assessments_within_45_days/"
    assert change.children == f"{change.address}?from=2026-10-01&to=2026-10-31#children"
    assert change.says.startswith("In October 2026 it was outside the lower limit. It is usually between")
    assert change.owner == assessments_within_45_days.owned_by
    assert shown.lede == (
        "1 of the 2 measures that can be judged changed in the last three months: 1 for the worse."
    )
    assert shown.note.startswith("3 measures were looked at; 1 cannot be judged. First stands the signal")
    assert shown.more == 0


def test_those_who_may_open_no_child_are_given_no_way_to_one(ask):
    shown = WhatChanged(measures=(assessments_finished,)).shown(ask("member"))
    assert shown.changes == ()
    kept = news([series(ask("director"), assessments_within_45_days)])
    assert change(ask("member"), kept[0]).children == ""


def test_nothing_changed_is_said(ask):
    shown = WhatChanged(measures=(assessments_finished,)).shown(ask("director"))
    assert shown.changes == ()
    assert shown.lede == "None of the 1 measures that can be judged changed in the last three months."
    empty = WhatChanged(measures=(looked_after,)).shown(ask("director"))
    assert empty.lede == "There is too little behind any measure to say what is usual."


def test_what_has_been_so_for_longer_is_counted_and_not_told(ask):
    found = series(ask("director"), assessments_within_45_days)
    old = replace(found, patterns=(Pattern(Rule.RUN, False, tuple(range(10, 24)), 16),))
    assert lede([old], []) == (
        "None of the 1 measures that can be judged changed in the last three months."
        " 1 more has been out of the ordinary for longer."
    )
    assert "2 more have been" in lede([old, old], [])


def test_ways_of_change_are_summed_up(ask):
    found = series(ask("director"), assessments_within_45_days)
    worse, better = (News(found, Pattern(Rule.OUTSIDE, way, (23,), 23), 0.001) for way in (False, True))
    told = lede([found, found, found], [worse, better, worse])
    assert told.endswith("changed in the last three months: 2 for the worse and 1 for the better.")


def test_what_changed_is_of_every_measure_if_none_is_named(ask):
    shown = WhatChanged(at_most=0).shown(ask("director"))
    assert shown.changes == () and shown.more >= 1


def test_a_step_of_the_journey_says_how_many_and_how_well(ask):
    journey = Journey(
        Step(assessments_finished, assessments_within_45_days, "within 45 working days"),
        Step(contacts, contacts_to_referral, "led to a referral"),
        Step(looked_after),
    )
    steps = journey.shown(ask("director")).steps
    assert steps[0].scored.figure.words == "144"
    assert steps[0].context == "12 months to 31 October 2026; 75% within 45 working days"
    assert steps[2].scored.figure.words == "not available"
    hidden = journey.shown(ask("member"))
    assert hidden.steps[1].context == "12 months to 31 October 2026; led to a referral: c"
    assert hidden.note.startswith("c: a number from 1 to 5")


def test_a_line_of_the_scorecard(ask):
    card = Scorecard(Group("Assessment", (assessments_within_45_days, contacts)))
    group = card.shown(ask("director")).groups[0]
    line = group.lines[0]
    assert (line.figure.words, line.target, line.meets) == ("75%", "85% or more", False)
    assert (line.variation, line.high, line.assurance) == (Variation.WORSE, False, Assurance.EITHER)
    assert len(line.months) == 24 and line.months[-1] == 0.25
    assert card.shown(ask("member")).groups[0].lines[1].figure.words == "c"


def test_headlines_say_what_c_means_only_where_it_is(ask):
    block = Headlines(contacts, assessments_finished)
    assert block.shown(ask("director")).note == ""
    assert block.shown(ask("member")).note.startswith("c: ")
    assert [each.words for each in block.shown(ask("member")).figures] == ["c", "144"]


def test_a_chart_made_without_checks_is_the_chart_that_the_checks_pass(ask):
    director = ask("director")
    for measure in (assessments_within_45_days, children_on_plans, days_to_assess, looked_after):
        found = series(director, measure)
        points, bands = trend_lines.points_of(found), trend_bands.bands_of(found)
        marks = trend_bands.marks_of(found)
        checked = trend_lines.trend(
            points, bands=bands, marks=marks, target=measure.target, form=form(measure)
        )
        assert drawn(found) == checked


def test_calendar_years_are_offered_where_the_measure_is_of_one(ask):
    director = ask("director")
    ways = [choice.title for choice in steps(director, plans_in_20_weeks, "month", ALL, EVERYONE)]
    assert ways[-1] == "Calendar years" and len(ways) == 5
    assert len(steps(director, contacts, "month", ALL, EVERYONE)) == 4
    assert series(director, contacts, 2, "calendar year").periods == (
        months(2024, 1, 12),
        months(2025, 1, 12),
    )


@pytest.fixture
def team_kept(monkeypatch):
    """What was kept when the load was counted: one figure of a team, with the council's own signal."""
    kept = TeamNews((("assessments_within_45_days", "T1"), ("no_measure_any_more", "T1")), 40)
    monkeypatch.setattr(teams_changed, "council_of", lambda ask: "the council")
    monkeypatch.setattr(teams_changed, "team_news", lambda council, snapshot: kept)
    monkeypatch.setattr(teams_changed, "trend_of", lambda ask, name, team: series(ask, MEASURES[name]))


def test_a_team_that_changed_is_told_with_its_children(ask, team_kept):
    shown = TeamsChanged().shown(ask("director"))
    (change,) = shown.changes
    assert change.team == "Assessment Team 1" and change.title.endswith("25% in October 2026, getting worse")
    assert change.says.startswith("In October 2026 it was outside the lower limit. It is usually between")
    assert change.address == "/measures/assessments_within_45_days/?by=team&group=T1"
    assert change.children.startswith(
        "/measures/assessments_within_45_days/?from=2026-10-01&to=2026-10-31&by="
    )
    assert change.children.endswith("#children") and shown.note.startswith(
        "40 figures of a team can be judged"
    )


def test_teams_are_told_of_by_right_and_of_the_newest_month(ask, team_kept):
    assert TeamsChanged().shown(ask("member")).note == ""
    early = TeamsChanged().shown(ask("director", day=date(2026, 6, 1)))
    assert early.changes == () and early.note.startswith(
        "Changes by team are worked out for the newest month"
    )


def test_a_signal_that_chance_would_make_is_told_of_no_team(ask, team_kept, monkeypatch):
    many = TeamNews((("assessments_within_45_days", "T1"),), 10**15)
    monkeypatch.setattr(teams_changed, "team_news", lambda council, snapshot: many)
    assert TeamsChanged().shown(ask("director")).changes == ()


def test_a_team_s_own_page_tells_of_that_team(ask, team_kept):
    own = TeamsChanged(of_one=True)
    assert [each.team for each in own.shown(ask("team_manager")).changes] == ["Assessment Team 1"]
    assert own.shown(ask("director", team="T1")).changes
    assert own.shown(ask("director")).note == ""

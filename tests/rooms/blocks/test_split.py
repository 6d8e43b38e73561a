"""A measure by the groups of a breakdown."""

from dataclasses import replace
from datetime import date

from throughline.blocks.heading import Heading
from throughline.blocks.split import Split
from throughline.measures.assessment import assessments_finished, assessments_within_45_days
from throughline.measures.protection import children_on_plans, plan_rate
from throughline.record.child import AGE, SEX_OF_CHILD, WARD
from throughline.record.protection import CATEGORY
from throughline.record.workforce import TEAM


def test_teams_by_name_and_not_recorded_last(ask):
    shown = Split(assessments_within_45_days, by=TEAM).shown(ask("director"))
    names = [bar.name for bar in shown.bars]
    assert names == ["Assessment Team 1", "T2", "Not recorded"]
    assert shown.bars[0].figure.of == "91 of 96"
    assert shown.finding == (
        "Assessments finished within 45 working days: from 47.2% (T2) to 94.8% (Assessment Team 1)"
    )
    assert shown.bars[0].figure.address.endswith("?by=team&group=T1")
    assert not shown.bars[-1].firm


def test_the_largest_part_of_a_count_with_its_share_of_all(ask):
    shown = Split(assessments_finished, by=TEAM).shown(ask("director"))
    assert shown.finding == "Assessments finished: Assessment Team 1 is the largest part, 96 (67%)"
    assert [bar.of_all for bar in shown.bars] == ["67%", "25%", "8%"]
    assert [bar.long for bar in shown.bars] == [1.0, 0.375, 0.125]


def test_codes_in_words_and_ages_in_order(ask):
    shown = Split(children_on_plans, by=CATEGORY).shown(ask("director"))
    assert [bar.name for bar in shown.bars] == ["Neglect", "Not recorded"]
    ages = Split(children_on_plans, by=AGE).shown(ask("director"))
    assert [(bar.name, bar.figure.words) for bar in ages.bars] == [("10 to 15", "3"), ("Not recorded", "0")]


def test_too_few_to_compare_is_said(ask):
    shown = Split(assessments_within_45_days, by=TEAM).shown(ask("director", day=date(2024, 11, 20)))
    assert shown.finding.endswith("too few in each group to compare")


def test_a_split_that_no_return_supplies_is_not_available(ask):
    shown = Split(assessments_finished, by=WARD).shown(ask("director"))
    assert (shown.finding, shown.bars) == ("Assessments finished by ward: not available", ())


def test_a_rate_by_what_has_no_population_is_not_available_and_says_why(ask):
    shown = Split(plan_rate, by=SEX_OF_CHILD).shown(ask("director"))
    assert shown.finding == f"{plan_rate.title} by sex: not available"
    assert shown.what.endswith(". No population by sex is in what was received")
    assert [(bar.name, bar.figure.words) for bar in shown.bars] == [
        ("Female", "not available"), ("Not recorded", "not available"),
    ]  # fmt: skip
    assert shown.bars[0].figure.notes == ("No population by sex is in what was received.",)


def test_nobody_who_sees_totals_only_gets_a_split(ask):
    assert Split(assessments_finished, by=TEAM).shown(ask("member")).finding == ""
    chosen = Split().shown(ask("member", measure="assessments_finished"))
    assert (chosen.finding, chosen.bars, chosen.ways) == ("", (), ())


def test_on_a_measures_own_page_the_way_is_chosen(ask):
    shown = Split().shown(ask("director", measure="children_on_plans", split="sex-of-child"))
    assert [way.title for way in shown.ways if way.chosen] == ["Sex"]
    assert shown.bars[0].name == "Female"
    by_group = Split().shown(ask("director", measure="children_on_plans", by="team", group="T1"))
    assert [way.title for way in by_group.ways if way.chosen] == ["Team"]
    first = Split().shown(ask("director", measure="children_on_plans"))
    assert next(way.title for way in first.ways if way.chosen) == "Category of plan"


def test_a_heading_over_splits_is_not_for_those_who_see_none(ask):
    heading = Heading("By team", over_splits=True)
    assert heading.shown(ask("director")).words == "By team"
    assert heading.shown(ask("member")).words == ""
    assert Heading("Over time").shown(ask("member")).words == "Over time"


def test_where_groups_are_many_ten_and_not_recorded_come_first(ask):
    shown = Split(assessments_finished, by=TEAM).shown(ask("director"))
    assert (shown.first, shown.rest) == (shown.bars, ())
    many = replace(shown, bars=(shown.bars[0],) * 20 + (shown.bars[-1],))
    assert len(many.first) == 11 and len(many.rest) == 10
    assert many.first[-1].name == "Not recorded" and len(many.first + many.rest) == len(many.bars)

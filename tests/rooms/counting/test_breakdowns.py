"""What lies beside a row: bands, teams, groups not recorded; and one child in two groups."""

from datetime import date

import pytest

from throughline.counting.answers import NOT_AVAILABLE
from throughline.record.child import AGE, DEPRIVATION, SEX_OF_CHILD, WARD
from throughline.record.periods import as_at, months
from throughline.record.protection import CATEGORY
from throughline.record.workforce import TEAM

from .little import MEASURES, counted

WORLD = """
    Child
    child | born       | expected   | sex
    ------+------------+------------+----
    Ann   | 2016-06-15 |            | F
    Ben   |            |            |
    Cat   |            | 2026-06-20 | F

    Involvements
    child | started    | ended      | role | team  | worker
    ------+------------+------------+------+-------+-------
    Ann   | 2026-01-01 | 2026-06-20 | CW   | North | Will
    Ann   | 2026-06-20 |            | CW   | South | Xena
    Ann   | 2026-07-05 | 2026-07-09 | CW   | North | Will
    Ann   | 2026-07-12 | 2026-07-12 | CW   | North | Will
    Ann   | 2026-01-01 |            | FSW  | West  | Yan

    Referrals
    child | started    | ended | team
    ------+------------+-------+-----
    Ann   | 2026-01-01 |       |
    Ann   | 2026-03-01 |       |
    Ben   | 2026-01-01 |       |
    Cat   | 2026-06-01 |       | East

    CpPlans
    child | started    | ended | category
    ------+------------+-------+---------
    Ann   | 2026-01-01 |       | NEG
    Ann   | 2026-02-01 |       | PHY

    Contacts
    child | received   | referred
    ------+------------+---------
    Ann   | 2026-06-10 | yes
    Ann   | 2026-06-25 | no
    Ben   | 2026-06-25 |
    Cat   | 2026-06-19 | yes
"""


@pytest.fixture(scope="module")
def answers():
    return counted(WORLD)


def many(answers, name, period, by, *groups):
    return [answers.value(MEASURES[name], period, by, group).numerator for group in groups]


def test_a_child_with_two_open_spells_is_one_child(answers):
    assert answers.value(MEASURES["children_in_need"], months(2026, 6)).value == 3
    assert answers.value(MEASURES["children_in_need"], as_at(date(2026, 5, 17))).value == 2


@pytest.mark.parametrize(
    ("day", "north", "south", "younger", "older"),
    [(14, 1, 0, 1, 0), (15, 1, 0, 0, 1), (19, 1, 0, 0, 1), (20, 0, 1, 0, 1)],
)
def test_a_spell_is_cut_at_a_change_of_team_and_at_a_birthday(answers, day, north, south, younger, older):
    on = as_at(date(2026, 6, day))
    teams = many(answers, "children_in_need", on, TEAM, "North", "South", "West", "East", "Not recorded")
    assert teams == [north, south, 0, 1, 1]
    assert many(answers, "children_in_need", on, AGE, "5 to 9", "10 to 15") == [younger, older]


def test_the_last_day_of_a_month_speaks_for_it(answers):
    assert many(answers, "children_in_need", months(2026, 6), TEAM, "North", "South") == [0, 1]


@pytest.mark.parametrize(("day", "south"), [(4, 1), (5, 0), (8, 0), (9, 1), (12, 1)])
def test_when_the_newest_team_ends_the_one_before_it_goes_on(answers, day, south):
    assert many(answers, "children_in_need", as_at(date(2026, 7, day)), TEAM, "South") == [south]


def test_a_row_that_names_its_own_team_is_believed_first(answers):
    assert many(answers, "referrals", months(2026, 6), TEAM, "East", "Not recorded") == [1, 0]


def test_an_event_takes_the_team_of_its_day(answers):
    assert many(answers, "contacts", months(2026, 6), TEAM, "North", "South", "Not recorded") == [1, 1, 2]


def test_a_child_is_unborn_until_the_day_expected(answers):
    groups = ("Unborn", "Under 1", "Not recorded")
    assert many(answers, "contacts", months(2026, 6), AGE, *groups) == [1, 0, 1]
    assert many(answers, "children_in_need", as_at(date(2026, 6, 19)), AGE, *groups) == [1, 0, 1]
    assert many(answers, "children_in_need", as_at(date(2026, 6, 20)), AGE, *groups) == [0, 1, 1]


def test_what_cannot_be_told_is_left_out_and_listed(answers):
    measure = MEASURES["contacts_to_referral"]
    answer = answers.value(measure, months(2026, 6), SEX_OF_CHILD, "Not recorded")
    assert answer[:5] == (0, 0, 1, 0, None) and answer.available
    left = answers.children(measure, months(2026, 6), which="left out")
    assert left["Contacts.child"].to_list() == ["Ben"]


def test_one_child_may_be_in_two_groups_of_the_row_itself(answers):
    assert many(answers, "children_on_plans", months(2026, 6), CATEGORY, "NEG", "PHY") == [1, 1]
    assert answers.value(MEASURES["children_on_plans"], months(2026, 6)).value == 1


def test_a_breakdown_that_is_not_offered_is_not_available(answers):
    assert answers.value(MEASURES["contacts"], months(2026, 6), CATEGORY, "NEG") == NOT_AVAILABLE
    assert answers.value(MEASURES["contacts"], months(2026, 6), WARD, "Elm") == NOT_AVAILABLE
    assert WARD not in answers.breakdowns(MEASURES["contacts"])
    assert answers.groups(MEASURES["contacts"], WARD) == ()


def test_a_group_that_does_not_occur_is_nought(answers):
    assert answers.value(MEASURES["contacts"], months(2026, 6), TEAM, "Nowhere").value == 0
    assert answers.children(MEASURES["contacts"], months(2026, 6), TEAM, "Nowhere").is_empty()
    assert answers.quartiles(MEASURES["days_to_assess"], months(2026, 6), TEAM, "Nowhere") is None


def test_a_table_not_received_is_not_available_which_is_never_nought(answers):
    assert answers.value(MEASURES["plan_seen_within_28_days"], months(2026, 6)) == NOT_AVAILABLE
    assert answers.value(MEASURES["plans_open_two_years"], months(2026, 6)).value == 0


VISITS = """
    CpPlans
    child | started
    ------+-----------
    Ann   | 2026-01-01
    Ben   | 2026-01-01

    CpVisits
    child | made       | seen
    ------+------------+-----
    Ann   | 2026-06-20 | {}
    Ben   | 2026-06-20 |
"""


@pytest.mark.parametrize(("seen", "value"), [("", None), ("no", 0), ("yes", 0.5)])
def test_visits_that_never_say_who_was_seen_do_not_say_that_nobody_was(seen, value):
    told = counted(VISITS.format(seen)).value(MEASURES["plan_seen_within_28_days"], months(2026, 6))
    assert told.value == value and told.available == (value is not None)


def test_a_quarter_and_a_rolling_year_are_sums_of_months(answers):
    assert answers.value(MEASURES["contacts_to_referral"], months(2026, 4, 3)).denominator == 3
    assert answers.value(MEASURES["contacts_to_referral"], months(2025, 7, 12)).denominator == 3


def test_one_tidy_table_of_every_month(answers):
    names = ("contacts", "children_in_need")
    table = answers.table({name: MEASURES[name] for name in names})
    june = table.filter(table["start"] == date(2026, 6, 1), table["by"] == "All")
    assert june["measure"].to_list() == list(names) and june["value"].to_list() == [4.0, 3.0]


HOMES = """
    Contacts
    child | received   | referred
    ------+------------+---------
    Ann   | 2026-06-10 | yes
    Ben   | 2026-06-10 | yes

    Addresses
    child | started    | ward | deprivation
    ------+------------+------+------------
    Ann   | 2026-01-01 | Elm  | 01
"""
POSTCODES = """
    Postcodes
    postcode | authority
    ---------+----------
    TS11AA   | E06000002
"""
NEIGHBOURHOODS = """
    Neighbourhoods
    neighbourhood | decile
    --------------+-------
    E01000001     | 01
"""


@pytest.mark.parametrize(
    ("lists", "offered"),
    [
        ("", set()),
        (NEIGHBOURHOODS, set()),
        (POSTCODES, {WARD}),
        (POSTCODES + NEIGHBOURHOODS, {WARD, DEPRIVATION}),
    ],
)
def test_places_are_offered_where_their_lists_are_in(lists, offered):
    told = counted(HOMES + lists)
    assert {WARD, DEPRIVATION} & set(told.breakdowns(MEASURES["contacts"])) == offered


def test_contacts_by_how_deprived_it_is_where_the_child_lives():
    told = counted(HOMES + POSTCODES + NEIGHBOURHOODS)
    assert told.groups(MEASURES["contacts"], DEPRIVATION) == ("Not recorded", "01")
    assert many(told, "contacts", months(2026, 6), DEPRIVATION, "01", "Not recorded") == [1, 1]

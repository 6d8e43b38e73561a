import pytest
from django.contrib.auth.models import AnonymousUser

from throughline.people.rights import (
    EVERYONE,
    NOBODY,
    Scope,
    may_open_children,
    may_open_others,
    may_see_page,
    may_split,
    role_of,
    scope_of,
    shown_columns,
)
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER, PRACTITIONER, ROLES, TEAM_MANAGER
from throughline.record.columns import Text
from throughline.record.journey import COLUMNS, TABLES
from throughline.record.snapshots import Snapshot

from .conftest import TODAY, person

NOT_KNOWN = {
    "not signed in": AnonymousUser(),
    "no longer active": person("director", is_active=False),
    "no role": person(""),
    "a role that is not ours": person("emperor"),
}


@pytest.mark.parametrize("user", NOT_KNOWN.values(), ids=NOT_KNOWN)
def test_whoever_is_not_known_is_denied_everything(user, council):
    assert role_of(user) is None
    assert scope_of(user, council) == NOBODY
    assert not may_see_page(user, frozenset(ROLES.values()))
    assert not may_open_children(user)
    assert not may_open_others(user)
    assert not may_split(user)
    assert shown_columns(user, ["Child.child", "age"]) == []


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
def test_a_page_is_seen_by_its_roles_and_no_other(role):
    user = person(role.key)
    assert may_see_page(user, frozenset({role}))
    assert not may_see_page(user, frozenset(ROLES.values()) - {role})
    assert not may_see_page(user, frozenset())


@pytest.mark.parametrize(
    ("role", "worker", "team", "children"),
    [
        ("team_manager", "", "T1", {"Ann", "Ben"}),
        ("team_manager", "", "T2", {"Cat", "Dee"}),
        ("team_manager", "", "no such team", set()),
        ("team_manager", "W1", "", set()),
        ("practitioner", "W1", "T1", {"Ann"}),
        ("practitioner", "W2", "", {"Ben"}),
        ("practitioner", "", "T1", set()),
        ("member", "W1", "T1", set()),
    ],
)
def test_a_scope_is_the_cases_held_today(role, worker, team, children, council):
    assert scope_of(person(role, worker, team), council) == Scope(children=frozenset(children))


@pytest.mark.parametrize("role", [DIRECTOR, ANALYST])
def test_some_may_open_all_children(role, council):
    scope = scope_of(person(role.key), council)
    assert scope == EVERYONE and scope.holds("Ann") and scope.holds("anybody")


def test_without_involvements_the_lists_say_whose_a_child_is(without_involvements):
    assert scope_of(person("team_manager", team="T1"), without_involvements).children == {"Ann"}
    assert scope_of(person("practitioner", worker="W2"), without_involvements).children == {"Cat"}


def test_a_return_is_believed_only_on_its_own_days(superseded):
    assert scope_of(person("practitioner", worker="W1"), superseded) == NOBODY


def test_an_empty_record_gives_nobody():
    assert scope_of(person("practitioner", worker="W1"), Snapshot.of({}, as_at=TODAY)) == NOBODY


def test_who_may_open_children_and_part_figures():
    may = {
        role: (may_open_children(person(role.key)), may_split(person(role.key))) for role in ROLES.values()
    }
    assert may == {
        DIRECTOR: (True, True), TEAM_MANAGER: (True, True), PRACTITIONER: (True, True), ANALYST: (True, True),
        MEMBER: (False, False),
    }  # fmt: skip


COLUMNS_OF_A_LIST = [
    "Child.child", "Child.forename", "Child.surname", "Child.born", "Child.sex", "Child.upn",
    "Addresses.postcode", "Addresses.ward", "Care.placement_postcode", "Care.urn", "EarlyHelp.organisation",
    "Teams.name", "Assessments.started", "working days", "name",
]  # fmt: skip


def test_names_and_addresses_are_for_those_who_may_see_them():
    assert shown_columns(person("director"), COLUMNS_OF_A_LIST) == COLUMNS_OF_A_LIST
    assert shown_columns(person("analyst"), COLUMNS_OF_A_LIST) == [
        "Child.child", "Child.sex", "Addresses.ward", "Teams.name", "Assessments.started", "working days",
    ]  # fmt: skip


def test_free_words_are_hidden_unless_known_to_hold_no_name():
    seen = shown_columns(person("analyst"), list(COLUMNS))
    words = {name for name, column in COLUMNS.items() if isinstance(column, Text)}
    assert len(TABLES) > 10
    assert words & set(seen) == {
        "Addresses.ward", "Conflicts.other_from", "Conflicts.used_from", "Conflicts.what",
        "EarlyHelp.end_reason", "Involvements.role", "MergedIds.told", "Teams.name", "Teams.within",
        "Wards.ward", "Wards.locality", "Workers.name", "Workers.job",
    } & words  # fmt: skip


def test_a_scope_tells_rows_of_no_child_from_rows_of_one():
    assert not Scope(children=frozenset({"Ann"})).holds(None)

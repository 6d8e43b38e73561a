"""A case that nobody holds is the team's to allocate: its manager, and no other, may open the child."""

import pytest

from throughline.people.rights import scope_of
from throughline.record.child import Child
from throughline.record.front_door import Referrals
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Involvements

from .conftest import BEFORE, CHILDREN, INVOLVED, TODAY, person, rows

REFERRED = rows(
    Referrals,
    {"child": "Ann", "started": BEFORE, "team": "T2"},  # Ann's case is held, by another team
    {"child": "Eve", "started": BEFORE, "team": "T2"},  # not held until tomorrow
    {"child": "Fay", "started": BEFORE, "team": "T2", "ended": TODAY},
    {"child": "Gus", "started": BEFORE, "team": "T2", "no_action": True},
    {"child": "Hal", "started": BEFORE},
)


@pytest.fixture
def referred():
    return Snapshot.of({Child: CHILDREN, Involvements: INVOLVED, Referrals: REFERRED}, as_at=TODAY)


def test_the_team_that_was_given_a_case_may_open_it(referred):
    assert scope_of(person("team_manager", team="T2"), referred).children == {"Cat", "Dee", "Eve"}


def test_no_other_team_and_no_worker_of_it_may(referred):
    assert not scope_of(person("team_manager", team="T1"), referred).holds("Eve")
    assert not scope_of(person("practitioner", worker="W3", team="T2"), referred).holds("Eve")


def test_where_nobody_says_who_holds_a_case_nothing_is_waiting():
    snapshot = Snapshot.of({Child: CHILDREN, Referrals: REFERRED}, as_at=TODAY)
    assert scope_of(person("team_manager", team="T2"), snapshot).children == {"Ann", "Eve", "Gus"}

import stat

import pytest
from django.contrib.auth import authenticate

from throughline.people.demo import FILE, make_demo_users
from throughline.people.models import Profile
from throughline.people.rights import scope_of
from throughline.people.roles import ROLES
from throughline.record.snapshots import Snapshot

from .conftest import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_home(settings, tmp_path):
    settings.HOME = tmp_path


def test_each_role_has_a_sign_in_tied_to_a_worker(council):
    made = {sign_in.username: sign_in for sign_in in make_demo_users(council)}
    assert list(made) == list(ROLES)
    assert {key: sign_in.title for key, sign_in in made.items()} == {k: r.title for k, r in ROLES.items()}
    people = {name: authenticate(username=name, password=s.password) for name, s in made.items()}
    assert made["director"].who == "Di Rector"
    assert made["team_manager"].who == "Bo East, Assessment Team 1"
    assert scope_of(people["team_manager"], council).children == {"Ann", "Ben"}
    assert len(scope_of(people["practitioner"], council).children) == 1


def test_the_same_passwords_are_given_again_and_only_their_owner_reads_them(council, settings):
    first = make_demo_users(council)
    assert make_demo_users(council) == first
    assert len({sign_in.password for sign_in in first}) == len(first)
    assert stat.S_IMODE((settings.HOME / FILE).stat().st_mode) == 0o600
    assert str(Profile.objects.get(role="member")) == "member, member"


def test_a_record_without_workers_still_has_sign_ins(without_involvements):
    assert len(make_demo_users(without_involvements)) == len(ROLES)
    assert len(make_demo_users(Snapshot.of({}, as_at=TODAY))) == len(ROLES)

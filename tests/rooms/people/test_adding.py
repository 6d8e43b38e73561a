"""Adding somebody who may sign in."""

import pytest
from django.contrib.auth import authenticate

from throughline.errors import Refused
from throughline.people.adding import add
from throughline.people.models import Profile
from throughline.people.roles import ANALYST, DIRECTOR, PRACTITIONER, TEAM_MANAGER

pytestmark = pytest.mark.django_db


def test_a_password_is_made_once_and_works():
    password = add("priya.shah", ANALYST)
    assert authenticate(username="priya.shah", password=password)
    assert Profile.objects.get(user__username="priya.shah").role == "analyst"


def test_a_role_is_changed_and_the_password_kept_unless_another_is_asked_for():
    password = add("jo", ANALYST)
    assert add("jo", DIRECTOR) == ""
    assert authenticate(username="jo", password=password)
    assert Profile.objects.get(user__username="jo").role == "director"
    assert add("jo", DIRECTOR, new_password=True) != password
    assert not authenticate(username="jo", password=password)


@pytest.mark.parametrize(("role", "option"), [(TEAM_MANAGER, "--team"), (PRACTITIONER, "--worker")])
def test_a_role_that_would_see_nobody_is_refused(role, option):
    with pytest.raises(Refused, match=option):
        add("jo", role)


def test_a_name_nobody_could_type_is_refused():
    with pytest.raises(Refused, match="cannot be a name"):
        add("jo marsh!", DIRECTOR)

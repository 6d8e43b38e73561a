import pytest
from django.contrib.auth.models import User

from throughline.people.models import Profile

pytestmark = pytest.mark.django_db
ADDRESS = "/reports/monthly-performance.pdf"


@pytest.fixture
def home(saltscar, settings):
    settings.HOME = saltscar.council.folder.parent.parent


def signed_in(client, role):
    user = User.objects.create_user(role)
    Profile.objects.create(user=user, role=role)
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", ["director", "team_manager", "analyst", "member"])
def test_those_who_may_have_it_can_download_it(home, client, role):
    page = signed_in(client, role).get("/reports/").content.decode()
    assert f'action="{ADDRESS}"' in page
    assert '<a href="/reports/" aria-current="page">Reports</a>' in page
    answer = client.get(ADDRESS, {"as-at": "2026-10-31"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="monthly_performance_2026-10-31.pdf"'
    assert answer["Cache-Control"] == "no-store"
    assert answer.content.startswith(b"%PDF-")


def test_a_member_and_a_director_are_given_different_files(home, client):
    member = signed_in(client, "member").get(ADDRESS).content
    client.logout()
    assert signed_in(client, "director").get(ADDRESS).content != member


def test_others_find_nothing(home, client):
    assert client.get(ADDRESS).status_code == 302
    assert signed_in(client, "practitioner").get(ADDRESS).status_code == 404
    assert client.get("/reports/").status_code == 404
    assert client.get("/reports/yearly.pdf").status_code == 404


@pytest.mark.parametrize("asked", ["2030-01-01", "1999-01-01", "soon"])
def test_a_day_it_cannot_be_of_is_said_on_the_list(home, client, asked):
    answer = signed_in(client, "analyst").get(ADDRESS, {"as-at": asked})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


def test_with_nothing_received_the_list_says_so(client, settings, tmp_path):
    settings.HOME = tmp_path
    assert "no data have been received" in signed_in(client, "director").get(ADDRESS).content.decode()

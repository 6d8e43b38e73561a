"""What every answer carries, and that nothing is shown without a sign-in."""

from time import time

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, get_resolver

from throughline.people.models import Profile
from throughline.web.guard import CONTENT

pytestmark = pytest.mark.django_db
OPEN = {"sign_in"}


def patterns(resolver, before=""):
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            yield each
        else:
            yield from patterns(each, before + str(each.pattern))


def address_of(pattern):
    """An address that the pattern answers: anything where it takes words."""
    address = str(pattern.pattern)
    for name, converter in pattern.pattern.converters.items():
        word = "1" if "Int" in type(converter).__name__ else "x"
        address = address.replace(f"<{name}>", word)
        for kind in ("str", "slug", "int", "path"):
            address = address.replace(f"<{kind}:{name}>", word)
    return "/" + address


EVERY = {pattern.name or str(pattern.pattern): address_of(pattern) for pattern in patterns(get_resolver())}


@pytest.fixture
def member():
    user = User.objects.create_user("member", password="a long password")
    Profile.objects.create(user=user, role="member")
    client = Client()
    client.force_login(user)
    return client


def assert_strict(answer):
    assert answer["Content-Security-Policy"] == CONTENT
    assert "unsafe" not in CONTENT and "http" not in CONTENT and "data:" not in CONTENT
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("way", ["get", "post"])
def test_every_address_but_signing_in_needs_a_sign_in(name, way, client):
    answer = getattr(client, way)(EVERY[name])
    assert_strict(answer)
    assert answer["Cache-Control"] == "no-store"
    if name not in OPEN:
        assert answer.status_code == 302 and answer["Location"].startswith("/sign-in?next=")


@pytest.mark.parametrize(
    ("address", "status"), [("/nothing", 404), ("/sign-in", 200), ("/static/throughline/app.css", 200)]
)
def test_every_answer_is_strict_whatever_made_it(address, status, client):
    answer = client.head(address)  # a file is then not opened
    assert answer.status_code == status
    assert_strict(answer)


def test_a_host_that_is_not_ours_is_refused_strictly(client):
    answer = client.get("/sign-in", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert_strict(answer)
    assert "That could not be read" in answer.content.decode()


def test_a_style_sheet_may_be_kept_and_a_page_may_not(client, member):
    sheet = client.head("/static/throughline/app.css")
    assert "max-age" in sheet["Cache-Control"]
    assert member.get("/nothing")["Cache-Control"] == "no-store"


def test_cookies_are_out_of_reach_of_scripts(member):
    member.get("/nothing")
    session = member.cookies["session"]
    assert session["httponly"] and session["samesite"] == "Lax"
    member.get("/sign-in")
    token = Client().get("/sign-in").cookies["csrftoken"]
    assert token["httponly"] and token["samesite"] == "Strict"


def test_a_sign_in_ends_when_nothing_is_done(member, settings):
    member.get("/nothing")
    session = member.session
    session["last"] = int(time()) - settings.SESSION_IDLE_SECONDS - 1
    session.save()
    assert member.get("/")["Location"].startswith("/sign-in")


def test_a_sign_in_ends_after_some_hours_whatever_is_done(member, settings):
    member.get("/nothing")
    session = member.session
    session["began"] = int(time()) - settings.SESSION_LONGEST_SECONDS - 1
    session.save()
    assert member.get("/")["Location"].startswith("/sign-in")


def test_a_sign_in_goes_on_while_something_is_done(member):
    member.get("/nothing")
    session = member.session
    session["last"] = before = int(time()) - 120
    session.save()
    member.get("/nothing")
    assert member.session["last"] > before
    noted = member.session["last"]
    member.get("/nothing")
    assert member.session["last"] == noted

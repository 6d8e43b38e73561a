import logging
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import path

from throughline.people.models import Profile
from throughline.web import urls, views

pytestmark = pytest.mark.django_db
PASSWORD = "a long password"


def breaks(_request, child):
    raise ValueError(f"{child} is Ann Hill, born 1 March 2015")


def forbids(_request):
    from django.core.exceptions import PermissionDenied

    raise PermissionDenied("Ann Hill")


urlpatterns = [*urls.urlpatterns, path("breaks/<child>", breaks), path("forbids", forbids)]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def ann():
    user = User.objects.create_user("ann", password=PASSWORD)
    Profile.objects.create(user=user, role="analyst")
    return user


def test_signing_in_goes_on_to_what_was_asked_for(ann, client):
    answer = client.post("/sign-in", {"username": "ann", "password": PASSWORD, "next": "/pages/x/"})
    assert (answer.status_code, answer["Location"]) == (302, "/pages/x/")
    assert client.get("/sign-in")["Location"] == "/"


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""]
)
def test_signing_in_never_leads_elsewhere(elsewhere, ann, client):
    answer = client.post("/sign-in", {"username": "ann", "password": PASSWORD, "next": elsewhere})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("said", [{"password": "wrong"}, {"username": "nobody"}, {"password": ""}])
def test_a_wrong_sign_in_says_the_same_whatever_was_wrong(said, ann, client):
    answer = client.post("/sign-in", {"username": "ann", "password": PASSWORD, **said})
    assert answer.status_code == 422
    assert "do not go together" in answer.content.decode()


def test_someone_who_left_cannot_sign_in(ann, client):
    ann.is_active = False
    ann.save()
    assert client.post("/sign-in", {"username": "ann", "password": PASSWORD}).status_code == 422


def test_signing_out_is_a_form(ann, client):
    client.force_login(ann)
    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out")["Location"] == "/sign-in"
    assert client.get("/")["Location"].startswith("/sign-in")


def test_a_form_from_elsewhere_is_refused_in_words(ann):
    answer = Client(enforce_csrf_checks=True).post("/sign-in", {"username": "ann", "password": PASSWORD})
    assert answer.status_code == 403
    assert "That form is out of date" in answer.content.decode()


@pytest.mark.urls(__name__)
def test_a_failure_tells_no_data_to_anyone(ann, monkeypatch):
    log = StringIO()
    monkeypatch.setattr(logging.getLogger("django").handlers[0], "stream", log)
    client = Client(raise_request_exception=False)
    client.force_login(ann)
    answer = client.get("/breaks/ann-hill?name=Ann+Hill")
    told = answer.content.decode()
    assert answer.status_code == 500 and "Something went wrong" in told and "give them this number" in told
    assert "Ann" not in told and "Hill" not in told
    logged = log.getvalue()
    assert "ValueError" in logged and "breaks/<child>" in logged and "in breaks" in logged
    assert "Hill" not in logged and "ann-hill" not in logged
    number = told.split('class="number">')[1].split("<")[0]
    assert number in logged


@pytest.mark.urls(__name__)
def test_what_is_forbidden_is_told_in_words(ann, client):
    client.force_login(ann)
    answer = client.get("/forbids")
    assert answer.status_code == 403
    assert "not part of your role" in answer.content.decode() and "Ann Hill" not in answer.content.decode()


def test_someone_with_no_role_is_shown_nothing(client):
    client.force_login(User.objects.create_user("new"))
    answer = client.get("/")
    assert answer.status_code == 404
    assert "Main" not in answer.content.decode()


def test_every_error_has_a_way_on(client):
    assert "Go to the home page" in client.get("/nothing").content.decode()
    assert callable(views.bad_request)

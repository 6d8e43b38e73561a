"""Every page over Saltscar, as each role gets it: in process, with nothing left out but the browser."""

import re

import polars as pl
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from throughline.blocks.named import MEASURES
from throughline.loads.changes import AS_KEPT, Changes, write_changes
from throughline.pages.kinds import pages
from throughline.people.demo import posts
from throughline.people.keys import keys_of
from throughline.people.models import Opening, Profile
from throughline.people.roles import ROLES

SHARE = "assessments_within_45_days"
ABOUT = {"measure": SHARE, "series": "cp-plans"}

CHANGES = f"{'a' * 16}-{'b' * 16}"


@pytest.fixture
def site(db, saltscar, monkeypatch):
    """Saltscar served in this process: `site("director")` gives a browser of sorts, signed in."""
    monkeypatch.setattr(settings, "HOME", saltscar.council.folder.parent.parent)
    changes = saltscar.council.changes / CHANGES
    if not changes.exists():
        write_changes(changes, Changes((), pl.DataFrame(schema=AS_KEPT)))
    tied = {post.role.key: post for post in posts(saltscar.answers.snapshot)}

    def signed_in(role):
        user, new = User.objects.get_or_create(username=role)
        if new:
            Profile.objects.create(user=user, role=role, worker=tied[role].worker, team=tied[role].team)
        client = Client()
        client.force_login(user)
        return client

    return signed_in


def address(name, snapshot):
    """An address of a page; of a child, one who is there."""
    page = pages()[name]
    about = {
        "measure": SHARE,
        "child": next(iter(keys_of(snapshot))),
        "changes": CHANGES,
        "series": "cp-plans",
    }
    return reverse(f"page-{name}", kwargs={key: about[key] for key in about if f":{key}>" in page.at})


def addresses_in(answer):
    """Where the links of a page lead, within the site."""
    found = re.findall(r'href="(/[^"#]*)', answer.content.decode())
    return {link.replace("&amp;", "&") for link in found if not link.startswith("/static/")}


@pytest.mark.parametrize("name", pages())
def test_a_page_is_shown_to_those_it_is_for_and_is_not_found_by_others(site, saltscar, name):
    for role in ROLES.values():
        answer = site(role.key).get(address(name, saltscar.answers.snapshot))
        if role not in pages()[name].seen_by:
            assert answer.status_code == 404, role
        elif "child" not in pages()[name].at:  # a child is also a matter of whose
            assert answer.status_code == 200, role
            assert "Data as at 21 November 2026" in answer.content.decode()
            assert 'name="as-at"' in answer.content.decode()


def test_nobody_without_a_sign_in_or_a_role_sees_a_page(site, saltscar):
    site("director")
    stranger, new = Client(), Client()
    new.force_login(User.objects.create(username="new"))
    for name in pages():
        here = address(name, saltscar.answers.snapshot)
        assert stranger.get(here).status_code == 302
        assert new.get(here).status_code == 404
    assert new.get("/").status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_home_leads_to_the_roles_first_page(site, role):
    answer = site(role).get("/", follow=True)
    assert answer.status_code == 200
    assert (
        '<a href="' + answer.request["PATH_INFO"] + '" aria-current="page">Home</a>'
        in answer.content.decode()
    )


def test_every_link_of_the_homes_and_the_stages_leads_somewhere(site):
    for role in ROLES:
        client = site(role)
        starts = ("/", "/pages/front-door/", "/measures/")
        links = {
            link for start in starts for link in sorted(addresses_in(client.get(start, follow=True)))[:60]
        }
        for link in sorted(links - set(starts)):
            if not re.fullmatch(r"/measures/\w+/", link):  # each of those has a test of its own
                assert client.get(link).status_code in (200, 302), (role, link)


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_has_its_page(site, measure):
    """To a director, and every fourth to a member as well: it is the same page with less on it."""
    roles = ("director", "member") if list(MEASURES).index(measure) % 4 == 0 else ("director",)
    for role in roles:
        assert site(role).get(f"/measures/{measure}/").status_code == 200


def test_a_member_reaches_no_child_by_any_address(site, saltscar):
    member = site("member")
    key = next(iter(keys_of(saltscar.answers.snapshot)))
    assert member.get(f"/children/{key}/").status_code == 404
    for link in ("/", "/measures/", f"/measures/{SHARE}/", f"/measures/{SHARE}/?which=fails&page=2"):
        said = member.get(link, follow=True).content.decode()
        assert "/children/" not in said and not re.search(r"(\?|&amp;)by=", said)
    assert member.get(f"/measures/{SHARE}/?by=team&group=T1").status_code == 404
    assert member.post(f"/downloads/children/{SHARE}/", {}).status_code == 404
    assert not Opening.objects.exists()


def test_everybody_is_told_the_same_figure(site):
    said = set()
    for role in ROLES:
        text = site(role).get(f"/measures/{SHARE}/").content.decode()
        said.add(re.search(r'<dd class="value">([^<]+)</dd>', text)[1])
    assert len(said) == 1


def test_the_list_of_ones_own_children_beside_the_figure_of_all(site):
    director, own = site("director"), site("practitioner")
    many = re.compile(r"All who count \((\d[\d,]*)\)")
    texts = [client.get("/measures/children_in_need/").content.decode() for client in (director, own)]
    assert many.search(texts[0])[1] == many.search(texts[1])[1]
    assert "are in the figure and outside yours" in texts[1] and "outside yours" not in texts[0]
    children = [set(re.findall(r"/children/([a-z2-7]{26})/", text)) for text in texts]
    assert 0 < len(children[1]) <= 20


def test_every_child_shown_was_logged_before(site):
    text = site("director").get("/measures/children_on_plans/").content.decode()
    shown = set(re.findall(r"/children/([a-z2-7]{26})/", text))
    assert shown == set(Opening.objects.values_list("child", flat=True))


def test_an_analyst_gets_ids_and_no_names(site, saltscar):
    text = site("analyst").get("/measures/looked_after/").content.decode()
    names = saltscar.answers.snapshot.frames
    assert "/children/" in text
    director = site("director").get("/measures/looked_after/").content.decode()
    named = re.findall(r'<th scope="row"><a href="/children/[^>]*>([^<,]+),', director)
    assert named and not [name for name in named if name in text] and names


def test_as_at_is_kept_from_page_to_page_and_refused_in_words(site):
    director = site("director")
    text = director.get("/pages/protection/?as-at=2026-03-31").content.decode()
    assert "As at 31 March 2026" in text and "on 31 March 2026" in text
    assert '<a href="/pages/care/?as-at=2026-03-31">Care</a>' in text
    for asked, said in (
        ("2031-01-01", "is after the data"),
        ("1999-01-01", "is before"),
        ("x", "not a date"),
    ):
        answer = director.get(f"/pages/protection/?as-at={asked}")
        assert answer.status_code == 422 and said in answer.content.decode()
        assert '<div class="blocks"></div>' in answer.content.decode()


def test_what_an_address_says_is_never_taken_for_markup(site):
    said = site("director").get('/measures/contacts/?split="><script>x</script>').content.decode()
    assert "<script>x" not in said


def test_no_page_says_what_only_a_database_would(site):
    for link in (f"/measures/{SHARE}/?which=rich", f"/measures/{SHARE}/?page=99999", "/measures/shoes/"):
        assert site("director").get(link).status_code == 404


def test_before_anything_is_received_pages_say_so(db, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "HOME", tmp_path)
    user = User.objects.create(username="director")
    Profile.objects.create(user=user, role="director")
    client = Client()
    client.force_login(user)
    assert "no data have been received" in client.get("/", follow=True).content.decode()

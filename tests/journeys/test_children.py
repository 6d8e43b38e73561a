"""Each role's way from home to a child, by links that can be seen, and no rule of WCAG broken on it."""

import pytest

from throughline.people.demo import open_cases
from throughline.record.child import Child


def first_child(page):
    return page.locator("main table a[href^='/children/']").first


def test_a_team_manager_goes_from_home_to_a_child(page, sign_in, axe):
    sign_in(page, "team_manager")
    assert page.get_by_role("heading", name="Open assessments").is_visible()
    axe(page)
    first_child(page).click()
    page.wait_for_url("**/children/*/")
    assert page.get_by_role("heading", name="Everything recorded").is_visible()
    assert page.get_by_role("img", name="The child’s journey as a line of time").is_visible()
    axe(page)


def test_a_practitioner_goes_from_home_to_a_child(page, sign_in, axe):
    sign_in(page, "practitioner")
    assert page.get_by_role("heading", level=1, name="My children").is_visible()
    axe(page)
    first_child(page).click()
    page.wait_for_url("**/children/*/")
    axe(page)


def test_a_director_opens_a_team_and_then_a_child(page, sign_in, axe):
    sign_in(page, "director")
    page.get_by_role("link", name="Teams", exact=True).click()
    axe(page)
    page.locator("main table tbody th a").first.click()
    axe(page)
    first_child(page).click()
    page.wait_for_url("**/children/*/")


def test_an_analyst_finds_a_child_by_id_and_sees_no_name(page, sign_in, axe, saltscar):
    snapshot = saltscar.answers.snapshot
    child = open_cases(snapshot).get_column("child").sort()[0]
    sign_in(page, "analyst")
    page.get_by_label("Find a child or a measure").fill(child)
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/children/*/")
    assert page.get_by_role("heading", level=1, name=f"Child {child}").is_visible()
    named = snapshot.frames[Child].filter(Child.child.cast(str) == child).row(0, named=True)
    said = page.content()
    assert named["Child.surname"] not in said.replace(child, "")
    axe(page)


def test_an_analyst_sees_the_loads(page, sign_in, axe):
    sign_in(page, "analyst")
    page.get_by_role("link", name="Loads", exact=True).click()
    assert page.get_by_role("heading", name="What was received").is_visible()
    axe(page)


@pytest.mark.parametrize("words", ["care", "a"])
def test_a_member_is_led_to_no_child(page, sign_in, axe, words):
    sign_in(page, "member")
    for address in [link.get_attribute("href") for link in page.locator("nav a").all()]:
        page.goto(address)
        assert page.locator("a[href*='/children/']").count() == 0
    page.get_by_label("Find a child or a measure").fill(words)
    page.get_by_role("button", name="Find").click()
    assert page.locator("a[href*='/children/']").count() == 0
    axe(page)


def test_a_list_is_downloaded(page, sign_in):
    sign_in(page, "practitioner")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").first.click()
    assert waiting.value.suggested_filename.startswith("my-children-")

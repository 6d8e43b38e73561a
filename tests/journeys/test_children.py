"""Each role's way from home to a child, by links that can be seen, and no rule of WCAG broken on it."""

import pytest
from playwright.sync_api import expect

from throughline.people.demo import open_cases
from throughline.record.child import Child


def first_child(page):
    return page.locator("main table a[href^='/children/']").first


def test_a_team_manager_goes_from_home_to_a_child(page, sign_in, axe):
    sign_in(page, "team_manager")
    expect(page.get_by_role("heading", name="Open assessments")).to_be_visible()
    axe(page)
    first_child(page).click()
    page.wait_for_url("**/children/*/")
    expect(page.get_by_role("heading", name="Everything recorded")).to_be_visible()
    expect(page.get_by_role("img", name="The child’s journey as a line of time")).to_be_visible()
    axe(page)


def test_a_practitioner_goes_from_home_to_a_child(page, sign_in, axe):
    sign_in(page, "practitioner")
    expect(page.get_by_role("heading", level=1, name="My children")).to_be_visible()
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
    expect(page.get_by_role("heading", level=1, name=f"Child {child}")).to_be_visible()
    named = snapshot.frames[Child].filter(Child.child.cast(str) == child).row(0, named=True)
    said = page.content()
    assert named["Child.surname"] not in said.replace(child, "")
    axe(page)


def test_an_analyst_sees_the_loads(page, sign_in, axe):
    sign_in(page, "analyst")
    page.get_by_role("link", name="Loads", exact=True).click()
    expect(page.get_by_role("heading", name="What was received")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("words", ["care", "a"])
def test_a_member_is_led_to_no_child(page, sign_in, axe, words):
    sign_in(page, "member")
    for address in [link.get_attribute("href") for link in page.locator("nav a").all()]:
        page.goto(address)
        expect(page.locator("a[href*='/children/']")).to_have_count(0)
    page.get_by_label("Find a child or a measure").fill(words)
    page.get_by_role("button", name="Find").click()
    page.wait_for_load_state()
    expect(page.locator("a[href*='/children/']")).to_have_count(0)
    axe(page)


def test_a_list_is_downloaded(page, sign_in):
    sign_in(page, "practitioner")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").first.click()
    assert waiting.value.suggested_filename.startswith("my-children-")

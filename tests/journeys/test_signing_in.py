import re

import pytest
from playwright.sync_api import expect

from throughline.people.roles import ROLES


def test_a_stranger_is_asked_to_sign_in(page, axe):
    page.goto("/")
    expect(page).to_have_title("Sign in – Saltscar")
    axe(page)


def test_a_wrong_password_is_told_in_words(page, axe):
    page.goto("/sign-in")
    page.get_by_label("Username").fill("director")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_title(re.compile("^Error: Sign in"))
    expect(page.get_by_role("alert")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_signs_in_and_out(page, sign_in, axe, role):
    sign_in(page, role)
    expect(page.get_by_text("Data as at").first).to_be_visible()
    axe(page)
    page.get_by_text(ROLES[role].title, exact=True).first.click()
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_title("Sign in – Saltscar")


def test_an_address_that_is_nothing_says_so(page, sign_in, axe):
    sign_in(page, "practitioner")
    answer = page.goto("/child/nobody-at-all")
    assert answer is not None and answer.status == 404
    expect(page.get_by_role("link", name="Go to the home page")).to_be_visible()
    axe(page)


def test_the_keyboard_reaches_the_main_content_first(page):
    page.goto("/sign-in")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

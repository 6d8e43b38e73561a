"""The director's day: from home to a child in three clicks, by links that can be seen."""

import re

import pytest
from playwright.sync_api import expect

from throughline.blocks.named import STAGES
from throughline.pages.kinds import pages
from throughline.people.roles import DIRECTOR, ROLES

SHARE = "/measures/assessments_within_45_days/"


def drawn(page):
    """Wait until every chart of the page is drawn."""
    page.wait_for_load_state()
    for chart in page.locator("figure.chart").all():
        chart.scroll_into_view_if_needed()
        chart.locator("svg[role=img]").wait_for()
    return page


def fits(page):
    """Nothing is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def follow(page, title, stage=True):
    """Follow a link of the menu; a stage of the journey is below one heading, which opens to show it."""
    menu = page.get_by_role("navigation", name="Main")
    if stage:
        menu.get_by_text("Journey", exact=True).click()
    menu.get_by_role("link", name=title, exact=True).click()


def test_from_home_to_a_child_in_three_clicks(page, sign_in, axe):
    sign_in(page, "director")
    expect(page.get_by_role("heading", level=1)).to_have_text("How children are doing")
    axe(drawn(page))
    page.locator(".journey").get_by_role("link", name=re.compile("^Children looked after")).click()  # one
    expect(page.get_by_role("heading", level=1)).to_have_text("Children looked after")
    axe(drawn(page))
    page.locator("#children tbody a").first.click()  # two
    assert re.search("/children/[a-z2-7]{26}/$", page.url)


def test_what_changed_leads_to_its_measure(page, sign_in):
    sign_in(page, "director")
    first = page.locator(".attention a").first
    title = first.inner_text().split(":")[0]
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("name", [n for n, p in pages().items() if DIRECTOR in p.seen_by and p.in_menu])
def test_every_page_of_the_menu_fits_and_breaks_no_rule(page, sign_in, axe, name):
    sign_in(page, "director")
    asked = pages()[name]
    title = "Home" if DIRECTOR in asked.home_of else asked.menu or asked.title
    follow(page, title, name in STAGES)
    axe(drawn(page))
    assert fits(page)


def test_the_stages_open_by_keyboard_and_the_keyboard_closes_them(page, sign_in, axe):
    sign_in(page, "director")
    heading = page.locator(".nav summary")
    heading.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Protection", exact=True)).to_be_visible()
    assert fits(page)
    axe(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Protection", exact=True)).not_to_be_visible()
    assert page.evaluate("document.activeElement.textContent") == "Journey"
    page.keyboard.press("Enter")
    page.locator("main a").first.focus()
    expect(page.locator(".nav details[open]")).to_have_count(0)


def test_the_menu_is_one_row_of_a_wide_page(page, sign_in):
    sign_in(page, "director")
    rows = {link.bounding_box()["y"] for link in page.locator(".nav > .wrap > ul > li").all()}
    assert len(rows) <= (1 if page.viewport_size["width"] > 1000 else 2)


def test_without_our_script_the_stages_open_as_well(browser, live, sign_in):
    context = browser.new_context(base_url=live.address, java_script_enabled=False)
    page = sign_in(context.new_page(), "member")
    follow(page, "Leaving care")
    expect(page).to_have_title(re.compile("^Leaving care"))
    expect(page.locator(".nav summary[aria-current]")).to_have_count(1)
    context.close()


def test_the_figures_of_a_chart_lead_to_the_children_of_that_month(page, sign_in):
    sign_in(page, "director")
    page.get_by_role("link", name="Assessments finished within 45 working days").first.click()
    page.locator("#over-time").get_by_text("Show the figures", exact=True).click()
    page.get_by_role("link", name="October 2026").click()
    expect(page.locator(".facts dt").first).to_have_text("October 2026")
    many = page.locator("#children .chips a").first.inner_text()
    assert re.fullmatch(r"All who count \(\d+\)", many)


def test_time_parts_and_lists_are_chosen_by_links(page, sign_in, axe):
    sign_in(page, "director")
    page.goto(SHARE)
    page.get_by_role("link", name="Quarters").click()
    assert page.get_by_role("link", name="Quarters").get_attribute("aria-current") == "true"
    page.locator("#parted").get_by_role("link", name="Age", exact=True).click()
    page.locator("#parted tbody a").nth(2).click()
    assert "Age: " in page.locator(".facts dt").first.inner_text()
    page.get_by_role("link", name=re.compile("^Do not pass")).click()
    axe(page)
    page.get_by_role("link", name="Show the whole council").click()
    expect(page).to_have_url(re.compile(f"{SHARE}$"))


def test_figures_of_a_report_are_checked(page, sign_in, axe):
    sign_in(page, "analyst")
    page.get_by_role("link", name="Reports", exact=True).click()
    page.get_by_role("link", name="check a set of figures").click()
    axe(page)
    rows = (
        "Saltscar,2026,T,Plans,,10,count",
        "Saltscar,2026,T,Plans,a,4,count",
        "Saltscar,2026,T,Plans,b,5,count",
    )
    page.get_by_label("Figures, one a line, with their headings").fill(
        "\n".join(["area,period,topic,measure,breakdown,value,unit", *rows])
    )
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("line 3, line 4 add up to 9.")).to_be_visible()
    assert fits(page)
    axe(page)


def test_as_at_another_day_is_kept_and_a_day_there_is_not_is_told(page, sign_in, axe):
    sign_in(page, "director")
    page.get_by_label("As at", exact=True).fill("2026-03-31")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("As at 31 March 2026", exact=True)).to_be_visible()
    follow(page, "Care")
    expect(page.get_by_text("As at 31 March 2026", exact=True)).to_be_visible()
    page.goto("/pages/care/?as-at=2031-01-01")
    expect(page).to_have_title(re.compile("^Error: Care"))
    axe(page)
    page.get_by_role("link", name=re.compile("is after the data")).click()
    assert page.evaluate("document.activeElement.id") == "as-at"


def test_a_list_is_downloaded_whole(page, sign_in):
    sign_in(page, "director")
    page.goto("/measures/children_on_plans/")
    with page.expect_download() as downloading:
        page.get_by_role("button", name=re.compile("^Download as CSV")).click()
    text = downloading.value.path().read_text(encoding="utf-8-sig")
    many = re.search(r"\((\d+)\)", page.locator("#children .chips a").first.inner_text())
    assert len(text.splitlines()) == int(many[1]) + 1


@pytest.mark.parametrize("role", [role for role in ROLES if role != "member"])
def test_each_role_gets_from_home_to_a_child_in_three_clicks(page, sign_in, role):
    sign_in(page, role)
    link = page.locator('main a[href^="/children/"]')
    for step in ("a:has-text('Measures')", "main table a:text-is('Children in need')"):
        if link.count():
            break
        page.locator(step).first.click()
    link.first.click()
    assert "/children/" in page.url
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_member_sees_totals_and_no_child(page, sign_in, axe):
    sign_in(page, "member")
    expect(page.get_by_role("heading", level=1)).to_have_text("How children are doing")
    axe(drawn(page))
    page.get_by_role("link", name="Measures", exact=True).click()
    axe(page)
    page.get_by_role("link", name="Children with a plan for two years or more").click()
    expect(page.get_by_role("heading", name="Definition")).to_be_visible()
    expect(page.locator("#children, #parted")).to_have_count(0)
    axe(drawn(page))
    answer = page.goto("/measures/contacts/?by=team&group=T1")
    assert answer is not None and answer.status == 404

"""Charts are drawn in a real browser, under the policy that the site sends."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from throughline.blocks.charts import Bar, Cell, Chart, Point, Stack, bars, stacked, trend
from throughline.blocks.trend_bands import Band, Mark
from throughline.counting.signals import Limits

POINTS = [
    Point(date(2026, month, 1), 0.8 + month / 100, *((True, True) if month > 9 else ()))
    for month in range(1, 13)
]
BANDS = [
    Band(Limits(0.84, 0.8, 0.88, False, 0.04), date(2026, 1, 1), date(2026, 5, 1)),
    Band(Limits(0.86, 0.82, 0.9, False, 0.04), date(2026, 6, 1), date(2026, 12, 1)),
]
MARKS = [Mark(date(2026, 5, 16), "New case system")]
SPECS = {
    "trend": trend(POINTS, bands=BANDS, marks=MARKS, target=0.85, form=".0%"),
    "bars": bars([Bar("Assessment Team 1", 41), Bar("Not recorded", None, "c")], line=("Council", 30)),
    "stacked": stacked([Stack("2025", (10, 20)), Stack("Now", (12, None))], ("Foster care", "Other")),
}
ROWS = [[Cell("October"), Cell("90%", "/")]]


def page_with(charts):
    figures = "".join(render_to_string("blocks/chart.html", {"chart": chart}) for chart in charts)
    head = render_to_string("sign_in.html", {"council": "Saltscar", "form": {}})
    return head.replace("</main>", figures + "</main>")


def chart_of(name):
    return Chart(
        id=name, finding=f"Finding of {name} & more", what="Monthly", described="Rising", spec=SPECS[name],
        columns=("Month", "Share"), rows=ROWS,
    )  # fmt: skip


@pytest.fixture
def drawn(page, live):
    """The sign-in page of the real server, with three charts put into what it answers."""

    def with_charts(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=page_with([chart_of(name) for name in SPECS]))

    page.route("**/sign-in", with_charts)
    page.goto("/sign-in")
    for figure in page.locator("figure.chart").all():
        figure.scroll_into_view_if_needed()
    page.wait_for_function(
        "[...document.querySelectorAll('figure.chart')].every(f => f.dataset.drawn === 'yes')"
    )
    return page


def test_every_chart_is_drawn_without_breaking_the_policy(drawn, axe):
    assert drawn.locator("figure.chart .drawn svg").count() == len(SPECS)
    axe(drawn)  # and the page's own check: nothing was said in the console


def test_a_chart_is_one_picture_with_a_name_and_takes_no_focus(drawn):
    for name in SPECS:
        svg = drawn.locator(f"#{name} .drawn svg")
        assert svg.get_attribute("role") == "img"
        told = svg.get_attribute("aria-labelledby").split()
        assert [drawn.locator(f"#{each}").text_content() for each in told] == [
            f"Finding of {name} & more",
            "Rising",
        ]
        assert svg.locator("[tabindex], a, [role]").count() == 0
        box = svg.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= drawn.viewport_size["width"]

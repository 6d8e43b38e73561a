import re
from datetime import date

import pytest

from throughline.blocks.chart_theme import ON_PARTS, PARTS
from throughline.blocks.charts import Bar, Point, Stack, bars, stacked, to_png, to_svg, trend
from throughline.blocks.trend_bands import Band, Mark
from throughline.blocks.trend_lines import APART, dated, least, looks, spread_out
from throughline.counting.signals import Limits

MONTHS = [date(2025 + month // 12, month % 12 + 1, 1) for month in range(24)]
LIMITS = Limits(0.85, 0.8, 0.9, False, 0.05)


def words(spec):
    """Every word that print draws."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", to_svg(spec))


def test_a_trend_says_its_newest_value_and_its_lines():
    points = [Point(month, 0.8 + place / 1000) for place, month in enumerate(MONTHS)]
    bands = [Band(LIMITS, MONTHS[0], MONTHS[-1])]
    said = words(trend(points, bands=bands, target=0.95, form=".0%"))
    assert {"Upper 90.0%", "Mean 85.0%", "Lower 80.0%", "Target 95.0%", "82.3%"} <= set(said)
    assert "Dec 26" in said


def test_limits_that_were_set_again_are_drawn_from_there_on():
    points = [Point(month, 10 + place) for place, month in enumerate(MONTHS)]
    older, newer = Limits(12, 8, 16, False, 4), Limits(28, 24, 32, True, 4)
    bands = [Band(older, MONTHS[0], MONTHS[11]), Band(newer, MONTHS[12], MONTHS[-1])]
    spec = trend(points, bands=bands)
    said = words(spec)
    assert {"Upper 32", "Mean 28", "Lower 24"} <= set(said) and "Mean 12" not in said
    text = str(spec.get("datasets", spec))
    assert text.count("'mean': 12") == 2 and "'when': '2026-01-01', 'mean'" not in text


def test_limits_that_end_before_the_newest_point_are_not_said_at_its_end():
    points = [Point(month, 10 + place) for place, month in enumerate(MONTHS)]
    said = words(trend(points, bands=[Band(Limits(12, 8, 16, False, 4), MONTHS[0], MONTHS[11])]))
    assert not [each for each in said if each.startswith(("Upper", "Mean", "Lower"))]


def test_a_change_in_recording_is_written_on_the_chart():
    points = [Point(month, 10) for month in MONTHS]
    marks = [Mark(MONTHS[3], "April 2025: New team"), Mark(MONTHS[9], "A note that is long " * 4)]
    said = re.findall(r">([^<>]+)</t(?:ext|span)>", to_svg(trend(points, marks=marks)))
    assert {"A", "B", "A. April 2025: New team"} <= set(said)
    note = [each for each in said if "A note that is long" in each]
    assert len(note) == 2 and all(len(each) <= 46 for each in note)


def test_no_line_is_drawn_across_a_break():
    points = [Point(month, 10, joined=place != 12) for place, month in enumerate(MONTHS)]
    paths = [path for path in re.findall(r' d="([^"]+)"', to_svg(trend(points))) if path.count("L") > 5]
    assert [path.count("M") for path in paths] == [2]
    whole = to_svg(trend([Point(month, 10) for month in MONTHS]))
    assert [p.count("M") for p in re.findall(r' d="([^"]+)"', whole) if p.count("L") > 5] == [1]


def test_a_blank_point_is_a_gap_and_not_nought():
    points = [Point(MONTHS[0], 5), Point(MONTHS[1], None), Point(MONTHS[2], 7)]
    layer = trend(points)["layer"][0]
    assert layer["mark"]["invalid"] == "break-paths-show-domains"
    assert "7" in words(trend(points))


@pytest.mark.parametrize("points", [[], [Point(MONTHS[0], None)], [Point(MONTHS[0], 0)]])
def test_a_trend_of_nothing_can_be_drawn(points):
    assert to_svg(trend(points)).startswith("<svg")


def test_what_is_out_of_the_ordinary_has_its_own_shape():
    looked = {
        looks(Point(MONTHS[0], 1, high, good)) for high in (True, False) for good in (True, False, None)
    }
    assert len(looked | {looks(Point(MONTHS[0], 1))}) == 7


def test_the_newest_date_is_always_written():
    for many in (1, 7, 8, 24):
        points = [Point(month, 1) for month in MONTHS[:many]]
        assert dated(points)[-1] is points[-1] and len(dated(points)) <= 8


def test_words_at_the_end_are_never_on_one_another():
    moved = spread_out([100, 101, 102, 160])
    assert all(after - before >= APART - 0.1 for before, after in zip(moved, moved[1:]))
    assert spread_out([0, 50]) == [0, 50]


def test_a_bar_with_no_value_has_its_words():
    assert {"c", "41", "not available", "Council 30"} <= set(
        words(
            bars(
                [Bar("North", 41), Bar("East", None, "c"), Bar("West", None, "not available")],
                line=("Council", 30),
            )
        )
    )
    assert bars([])["layer"]


def test_a_stack_says_its_parts_and_its_whole():
    said = words(stacked([Stack("Now", (120, 100, None)), Stack("Then", (1, 100, 3), "c")], ("A", "B", "C")))
    assert {"120", "100", "220", "c"} <= set(said) and "1" not in said
    assert stacked([], ("A",))["layer"]


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear))


@pytest.mark.parametrize(("back", "front"), list(zip(PARTS, ON_PARTS)))
def test_words_can_be_read_on_their_colour(back, front):
    light, dark = sorted((luminance(back), luminance(front)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_print_and_page_are_drawn_from_one_specification():
    spec = bars([Bar("North", 41)])
    assert to_png(spec)[:4] == b"\x89PNG"
    assert "Public Sans" in to_svg(spec) and spec["width"] == 560


@pytest.mark.parametrize(("form", "step"), [(".0%", 0.01), (",.0f", 1), (",.1f", 0.1), (".1%", 0.001)])
def test_no_two_ticks_of_an_axis_are_written_the_same(form, step):
    assert least(form) == pytest.approx(step)
    said = words(
        trend([Point(month, 0.131 + place / 1000) for place, month in enumerate(MONTHS)], form=".0%")
    )
    ticks = [each for each in said if re.fullmatch("[0-9]+%", each)]
    assert len(ticks) == len(set(ticks)) > 1

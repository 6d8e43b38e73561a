import re

import pytest

from throughline.blocks.icons import Assurance, assurance, assurance_icon, variation_icon
from throughline.blocks.sparkline import placed, sparkline, unbroken
from throughline.counting.signals import Limits, Variation
from throughline.measures.kinds import Better

LIMITS = Limits(0.5, 0.4, 0.6, False, 0.1)


@pytest.mark.parametrize(
    ("target", "better", "found"),
    [
        (0.3, Better.HIGHER, Assurance.HITS),
        (0.7, Better.HIGHER, Assurance.MISSES),
        (0.3, Better.LOWER, Assurance.MISSES),
        (0.7, Better.LOWER, Assurance.HITS),
        (0.5, Better.HIGHER, Assurance.EITHER),
        (0.4, Better.HIGHER, Assurance.EITHER),
        (0.6, Better.LOWER, Assurance.EITHER),
        (0.7, Better.NEITHER, None),
        (None, Better.HIGHER, None),
    ],
)
def test_whether_a_target_will_be_met_is_said_by_the_limits(target, better, found):
    assert assurance(LIMITS, target, better) is found
    assert assurance(None, target, better) is None


def test_a_figure_always_just_on_its_target_meets_it():
    full = Limits(1.0, 1.0, 1.0, False, 0.0)
    assert assurance(full, 1.0, Better.HIGHER) is Assurance.HITS
    assert assurance(full, 0.9, Better.LOWER) is Assurance.MISSES


def shape(icon):
    """The icon with every colour but white made one."""
    return re.sub(r"#[0-9a-f]{6}|<title>.*</title>", "", icon)


def test_icons_differ_in_shape_and_not_in_colour_alone():
    icons = [variation_icon(each, high=True) for each in Variation if each is not Variation.HIGHER]
    icons += [variation_icon(Variation.WORSE, high=False), *(assurance_icon(each) for each in Assurance)]
    assert len({shape(icon) for icon in icons}) == len(icons)


@pytest.mark.parametrize("variation", Variation)
def test_an_icon_says_itself_in_words(variation):
    icon = variation_icon(variation, high=False)
    assert f"<title>Variation: {variation.value}" in icon and 'role="img"' in icon
    assert (", down" in icon) == (variation in (Variation.IMPROVING, Variation.WORSE, Variation.LOWER))


def test_a_sparkline_has_a_gap_where_a_value_is_blank():
    line = sparkline([1, 2, None, 3, 4], "Referrals & contacts")
    assert line.count("M") == 2 and "<title>Referrals &amp; contacts</title>" in line
    assert line.count("<circle") == 1


@pytest.mark.parametrize("values", [[], [None, None]])
def test_nothing_is_drawn_of_nothing(values):
    line = sparkline(values, "Nothing")
    assert "<circle" not in line and 'd=""' in line


def test_values_are_placed_from_bottom_to_top():
    assert placed([1, 3, 2], 108, 28) == [(4, 24), (54, 4), (104, 14)]
    assert placed([5], 108, 28) == [(4, 14)]
    assert unbroken([None, (1, 1), None, (2, 2), (3, 3)]) == [[(1, 1)], [(2, 2), (3, 3)]]

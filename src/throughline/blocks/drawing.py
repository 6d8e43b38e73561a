"""How templates draw what a block shows: icons and lines the size of a word."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString

from throughline.blocks import icons
from throughline.blocks import sparkline as lines
from throughline.counting.signals import Variation

register = template.Library()


@register.simple_tag
def variation(found: Variation, high: bool = True) -> SafeString:
    """What the newest month says."""
    return icons.variation_icon(found, high=high)


@register.simple_tag
def assurance(found: icons.Assurance) -> SafeString:
    """Whether the target will be met."""
    return icons.assurance_icon(found)


@register.simple_tag
def sparkline(values: Sequence[float | None], words: str, width: int = 118) -> SafeString:
    """The last months of a figure."""
    return lines.sparkline(values, words, width=width)


@register.simple_tag
def kinds_of_variation() -> list[tuple[Variation, bool]]:
    """Each icon there is, for the key beneath a table."""
    return [
        (Variation.IMPROVING, True),
        (Variation.WORSE, False),
        (Variation.HIGHER, True),
        (Variation.LOWER, False),
        (Variation.USUAL, True),
        (Variation.NOT_JUDGED, True),
    ]


@register.simple_tag
def kinds_of_assurance() -> list[icons.Assurance]:
    """The icons of whether a target will be met."""
    return list(icons.Assurance)

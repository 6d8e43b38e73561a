"""Variation and assurance at a glance, redrawn by us after NHS England's “Making data count”.

Each differs in shape as well as in colour, and says itself in words to those who cannot see it."""

from __future__ import annotations

from enum import Enum

from django.utils.html import format_html
from django.utils.safestring import SafeString

from throughline.counting.signals import Limits, Variation
from throughline.measures.kinds import Better

GOOD, BAD, PLAIN, NEWS = "#1d5fa8", "#a3440a", "#5b6b7a", "#5a3d8a"

UP, DOWN = "M8 23l6-4 4 1 6-8", "M8 10l6 4 4-1 6 8"
USUAL = "M8 20c3-7 5 5 8-2s5 6 8-1"
NONE = "M10 16h12"
TICK, CROSS = "M9.5 16.5l4.5 4.5 9-10", "M11 11l10 10M21 11l-10 10"
EITHER = "M9 19c2.5-6 5-6 7-3s4.5 3 7-3"

COLOURS = {
    Variation.IMPROVING: GOOD,
    Variation.WORSE: BAD,
    Variation.HIGHER: NEWS,
    Variation.LOWER: NEWS,
    Variation.USUAL: PLAIN,
    Variation.NOT_JUDGED: PLAIN,
}


class Assurance(Enum):
    """Whether the target will be met, if nothing changes."""

    HITS = "will meet the target"
    MISSES = "will miss the target unless something changes"
    EITHER = "may meet the target or miss it, by chance"


def assurance(limits: Limits | None, target: float | None, better: Better) -> Assurance | None:
    """What usual months say of a target; None where there are no limits, no target, or no good way. A figure
    that is always just on its target meets it."""
    if limits is None or target is None or better is Better.NEITHER:
        return None
    if limits.lower == limits.upper == target:
        return Assurance.HITS
    if limits.lower <= target <= limits.upper:
        return Assurance.EITHER
    above = limits.lower > target
    return Assurance.HITS if above == (better is Better.HIGHER) else Assurance.MISSES


def variation_icon(variation: Variation, *, high: bool = True, size: int = 28) -> SafeString:
    """The icon of what the newest point says. `high` is which way it went: fewer can be better."""
    if variation is Variation.USUAL:
        return drawn(f"Variation: {variation.value}", PLAIN, USUAL, size)
    if variation is Variation.NOT_JUDGED:
        return drawn("Variation: not judged", PLAIN, NONE, size)
    rises = high if variation in (Variation.IMPROVING, Variation.WORSE) else variation is Variation.HIGHER
    words = f"Variation: {variation.value}, {'up' if rises else 'down'}"
    heavy = variation is Variation.WORSE
    return drawn(words, COLOURS[variation], UP if rises else DOWN, size, dot=12 if rises else 21, heavy=heavy)


def assurance_icon(found: Assurance, *, size: int = 28) -> SafeString:
    """The icon of whether the target will be met."""
    colour, line = {
        Assurance.HITS: (GOOD, TICK),
        Assurance.MISSES: (BAD, CROSS),
        Assurance.EITHER: (PLAIN, EITHER),
    }[found]
    return drawn(f"Target: {found.value}", colour, line, size)


def drawn(words: str, colour: str, line: str, size: int, *, dot: int = 0, heavy: bool = False) -> SafeString:
    """A ring with a line in it, and a dot where the line ends; or, so as to be seen first, a full disc."""
    inside, around = ("#fff", colour) if heavy else (colour, "#fff")
    end = format_html('<circle cx="24" cy="{}" r="2.6" fill="{}"/>', dot, inside) if dot else ""
    return format_html(
        '<svg class="icon" viewBox="0 0 32 32" width="{0}" height="{0}" role="img" focusable="false">'
        '<title>{1}</title><circle cx="16" cy="16" r="14" fill="{3}" stroke="{2}" stroke-width="2.2"/>'
        '<path d="{4}" fill="none" stroke="{5}" stroke-width="2.3" stroke-linecap="round"'
        ' stroke-linejoin="round"/>{6}</svg>',
        size,
        words,
        colour,
        around,
        line,
        inside,
        end,
    )

"""A line the size of a word: the last months of a figure, without axes."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

COLOUR = "#0f4c5c"
EDGE = 4.0


def sparkline(
    values: Sequence[float | None], words: str, *, width: int = 118, height: int = 30, colour: str = COLOUR
) -> SafeString:
    """The line of these values, with a dot on the newest. A blank value is a gap, never a nought.

    `words` say what is drawn ("Referrals over 24 months"); they are its title."""
    places = placed(values, width, height)
    known = [place for place in places if place is not None]
    dot = (
        format_html('<circle cx="{}" cy="{}" r="3.4" fill="{}"/>', *rounded(known[-1]), colour)
        if known
        else ""
    )
    return format_html(
        '<svg class="sparkline" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" focusable="false">'
        '<title>{2}</title><path d="{3}" fill="none" stroke="{4}" stroke-width="2" stroke-linejoin="round"'
        ' stroke-linecap="round"/>{5}</svg>',
        width,
        height,
        words,
        line_through(places),
        colour,
        dot,
    )


def line_through(places: Sequence[tuple[float, float] | None]) -> str:
    """The line in SVG's words; a point alone makes none."""
    runs = (run for run in unbroken(places) if len(run) > 1)
    return " ".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in run) for run in runs)


def placed(values: Sequence[float | None], width: int, height: int) -> list[tuple[float, float] | None]:
    """Where each value is drawn: the lowest at the bottom, the highest at the top, one value midway."""
    known = [value for value in values if value is not None]
    low, spread = min(known, default=0.0), max(known, default=0.0) - min(known, default=0.0)
    step = (width - 2 * EDGE) / max(len(values) - 1, 1)
    tall = height - 2 * EDGE
    return [
        None
        if value is None
        else (EDGE + place * step, EDGE + tall * (1 - ((value - low) / spread if spread else 0.5)))
        for place, value in enumerate(values)
    ]


def unbroken(places: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The points in runs, parted where one is blank."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if run]


def rounded(place: tuple[float, float]) -> tuple[str, str]:
    """A place as SVG writes it."""
    return f"{place[0]:.1f}", f"{place[1]:.1f}"

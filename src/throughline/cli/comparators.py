"""Take in other councils' published figures, or say which there are.

Give one of the Department's files as it is published (CSV, or packed as .csv.gz), or a folder of them: LAIT,
children in need, looked after, care leavers, workforce, ONS population, statistical neighbours. Files are
known by their headings. Of two that hold the same figures the one that comes last is used; in a folder, what
is not known is passed over, and named. With no file, what is used is listed. A table of headline figures
comes with the software, and is used for whatever no file tells.

Examples:
  throughline comparators lait_childrens_social_care_long.csv.gz
  throughline comparators published/
  throughline comparators
"""

from __future__ import annotations

from pathlib import Path

from throughline.cli.options import Asked, Options, in_private, say
from throughline.comparators.kept import Kept, keep
from throughline.comparators.library import library
from throughline.comparators.series import every_series
from throughline.comparators.shipped import ATTRIBUTION, sources
from throughline.loads.home import home_folder
from throughline.record.periods import said


def options(command: Options) -> None:
    """What may be typed after `comparators`."""
    command.add_argument("path", type=Path, nargs="?", metavar="FILE", help="a published file, or a folder")


def run(asked: Asked) -> int:
    """Take in, or list."""
    in_private()
    if asked.path is None:
        print(listed(library(home_folder()).kept))
        return 0
    kept, passed = keep(home_folder(), asked.path)
    for refused in passed:
        say(f"Passed over: {refused.what}")
    print("\n".join(line(one) for one in kept))
    return 0


def listed(kept: tuple[Kept, ...]) -> str:
    """Every file that is used, and what comes with the software."""
    own = [f"Received {said(one.at.date())}: {line(one)}" for one in kept]
    shipped = (
        f"With the software: {len(sources())} of {len(every_series())} series, for two councils’ neighbours."
    )
    return "\n".join([*own, shipped, ATTRIBUTION])


def line(one: Kept) -> str:
    """A file and what it holds."""
    holds = [(one.codes, "series"), (one.neighbours, "councils’ neighbours"), (one.places, "councils")]
    told = ", ".join(f"{len(several)} {what}" for several, what in holds if several)
    return f"{one.file}: {one.title} ({told or f'{len(one.notes)} notes'})"

"""Take in other councils' published figures, or say which there are.

Give one of the Department's files as it is published (CSV, or packed as .csv.gz), or a folder of them: LAIT,
children in need, looked after, care leavers, workforce, ONS population, statistical neighbours. Files are
known by their headings. Of two that hold the same figures the one that comes last is used; in a folder, what
is not known is passed over, and named. With no file, what is used is listed. A table of headline figures
comes with the software, and is used for whatever no file tells.

With --population-to the published population of this council (gss_code in settings.toml) is written as a list
that `throughline receive` takes in: rates then have it, where the council has sent none of its own.

Examples:
  throughline comparators lait_childrens_social_care_long.csv.gz
  throughline comparators published/
  throughline comparators
  throughline comparators --population-to population.csv && throughline receive population.csv
"""

from __future__ import annotations

import csv
from pathlib import Path

from throughline.cli.options import Asked, Options, in_private, say
from throughline.comparators.kept import Kept, keep
from throughline.comparators.library import library
from throughline.comparators.series import every_series
from throughline.comparators.shipped import ATTRIBUTION, sources
from throughline.errors import Refused
from throughline.loads.home import home_folder
from throughline.record.periods import said
from throughline.returns.published_population import PublishedPopulationList
from throughline.web import home as settings


def options(command: Options) -> None:
    """What may be typed after `comparators`."""
    what = command.add_mutually_exclusive_group()
    what.add_argument("path", type=Path, nargs="?", metavar="FILE", help="a published file, or a folder")
    what.add_argument(
        "--population-to", type=Path, metavar="FILE", help="write this council’s published population here"
    )


def run(asked: Asked) -> int:
    """Take in, or list."""
    in_private()
    if asked.population_to:
        print(f"{write_population(home_folder(), asked.population_to)} mid-year estimates are written.")
        return 0
    if asked.path is None:
        print(listed(library(home_folder()).kept))
        return 0
    kept, passed = keep(home_folder(), asked.path)
    for refused in passed:
        say(f"Passed over: {refused.what}")
    print("\n".join(line(one) for one in kept))
    return 0


def write_population(home: Path, file: Path) -> int:
    """Write the published population of the council that the settings name, and say how many estimates.

    Raises `Refused` where no council is named, nothing of it is published, or the file is there already."""
    here, series = library(home), every_series()["population"]
    council, figures = here.places.council(settings.read(home).gss_code), here.figures(series)
    years = figures.by_place.get(council.number, {}) if figures else {}
    if figures is None or not years:
        raise Refused(f"No population of {council.name} is here.", do="Receive the ONS mid-year estimates.")
    known = [(year, f"{each.value:.0f}") for year, each in sorted(years.items()) if each.value is not None]
    try:
        with file.open("x", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened)
            writer.writerow(PublishedPopulationList.columns)
            writer.writerows((year, number, figures.file) for year, number in known)
    except OSError as wrong:
        raise Refused(f"{file.name} cannot be written: {wrong.strerror}.", do="Name a new file.") from None
    return len(known)


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

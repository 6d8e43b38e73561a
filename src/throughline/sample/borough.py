"""Tells the borough's story month by month, each stage in its turn."""

from collections.abc import Callable
from datetime import date, timedelta

from throughline.sample import arrivals, assessment, care, front_door, in_need, protection, young_mothers
from throughline.sample.arranging import arrange
from throughline.sample.authority import Authority
from throughline.sample.borough_record import Borough
from throughline.sample.days import iso, months

STORY_BEGINS = date(2008, 4, 1)  # so that by 2013 there is work of every age
RECORD_BEGINS = date(2013, 4, 1)
LOOKS_AHEAD = timedelta(days=100)  # what is under way on the day must already have an end in view


def tell(authority: Authority, seed: int, day: date, say: Callable[[str], None]) -> Borough:
    """The whole story up to a little after `day`; the same seed tells the same story every day."""
    borough = Borough(seed + authority.seed, authority)
    for first, last in months(STORY_BEGINS, day + LOOKS_AHEAD):
        one_month(borough, first, last)
        if iso(first)[5:7] == "04":
            say(f"Telling {iso(first)[:4]}: {len(borough.open_cases):,} children's cases open.")
    arrange(borough, last)
    return borough


def one_month(borough: Borough, first: int, last: int) -> None:
    """Every stage of one month, from the front door on."""
    arrivals.month(borough, first, last)
    front_door.month(borough, first, last, quiet=first < RECORD_BEGINS.toordinal())
    assessment.month(borough, first, last)
    protection.enquiries(borough, first, last)
    care.month(borough, first, last)
    arrivals.short_breaks(borough, first, last)
    young_mothers.month(borough, first, last)
    protection.grown_up(borough, last)
    protection.month(borough, first, last)
    in_need.month(borough, first, last)
    in_need.tidy(borough, last)

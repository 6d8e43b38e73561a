"""`wards.csv`: how many children live at each postcode, each mid-year, adding up to the published total."""

import csv
from pathlib import Path

from throughline.sample.authority import Authority
from throughline.sample.days import number
from throughline.sample.volumes import shared_out

HEADINGS = ("postcode", "ward", "locality", "mid_year", "children_0_17")


def children_by_postcode(authority: Authority, mid_year: int) -> list[int]:
    """Children aged 0 to 17 at each postcode; wards grow and shrink a little over the years."""
    places = authority.places
    drift = {ward.name: 1 + (at % 5 - 2) * 0.004 * (mid_year - 2012) for at, ward in enumerate(places.wards)}
    weights = [p.weight * p.ward.size * drift[p.ward.name] for p in places.postcodes]
    return shared_out(weights, authority.totals.children[mid_year])


def write_wards(path: Path, authority: Authority, day: int) -> None:
    """Writes a row for each postcode and mid-year whose estimate was published by the day: a year after."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEADINGS)
        for mid_year in sorted(authority.totals.children):
            if number(mid_year + 1, 6, 30) > day:
                break
            for postcode, children in zip(
                authority.places.postcodes, children_by_postcode(authority, mid_year)
            ):
                out.writerow((postcode.code, postcode.ward.name, postcode.ward.locality, mid_year, children))

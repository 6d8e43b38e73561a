"""`wards.csv`: how many children live at each postcode, each mid-year, adding up to the published total."""

import csv
from pathlib import Path

from throughline.sample.places import POSTCODES, WARDS
from throughline.sample.totals import CHILDREN
from throughline.sample.volumes import shared_out

HEADINGS = ("postcode", "ward", "locality", "mid_year", "children_0_17")


def children_by_postcode(mid_year: int) -> list[int]:
    """Children aged 0 to 17 at each postcode; wards grow and shrink a little over the years."""
    drift = {ward.name: 1 + (at % 5 - 2) * 0.004 * (mid_year - 2012) for at, ward in enumerate(WARDS)}
    weights = [p.weight * p.ward.size * drift[p.ward.name] for p in POSTCODES]
    return shared_out(weights, CHILDREN[mid_year])


def write_wards(path: Path) -> None:
    """Writes a row for each postcode and mid-year."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEADINGS)
        for mid_year in sorted(CHILDREN):
            for postcode, children in zip(POSTCODES, children_by_postcode(mid_year)):
                out.writerow((postcode.code, postcode.ward.name, postcode.ward.locality, mid_year, children))

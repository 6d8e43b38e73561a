"""Writes the published lists of places, for the invented ones: postcodes, names of wards, and how deprived
each neighbourhood is. No such code of a place exists: they begin with Z, and countries' with E, W, S or N."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from throughline.sample.as_at import Row
from throughline.sample.authority import Authority
from throughline.sample.places import POSTCODES_A_WARD

AREAS_A_WARD = 3  # neighbourhoods
DEEP = 0.22  # of neighbourhoods in England's most deprived tenth; the rest in even steps


def write_places(folder: Path, authority: Authority) -> None:
    """Three files, under the headings of the Office for National Statistics."""
    folder.mkdir(parents=True, exist_ok=True)
    postcodes = "pcd", "pcds", "doterm", "oslaua", "osward", "lsoa21"
    _write(folder / "postcode directory.csv", postcodes, _postcodes(authority))
    _write(folder / "ward names.csv", ("WD25CD", "WD25NM"), _wards(authority))
    deprived = "LSOA code (2021)", "Index of Multiple Deprivation (IMD) Decile"
    _write(folder / "deprivation.csv", deprived, _deprivation(authority))


def _write(path: Path, headings: Row, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(headings)
        out.writerows(rows)


def _code(kind: str, authority: Authority, place: int) -> str:
    return f"{kind}{authority.number}{place:04d}"


def _postcodes(authority: Authority) -> Iterator[Row]:
    council = _code("Z06", authority, 1)
    for place, postcode in enumerate(authority.places.postcodes):
        ward = _code("Z05", authority, 1 + place // POSTCODES_A_WARD)
        area = _code("Z01", authority, 1 + place * AREAS_A_WARD // POSTCODES_A_WARD)
        yield postcode.code.replace(" ", ""), postcode.code, "", council, ward, area
    for code, place in authority.places.beyond():  # of these nothing is asked but whose they are
        yield code.replace(" ", ""), code, "", _code("Z06", authority, 2 + place), "", ""


def _wards(authority: Authority) -> Iterator[Row]:
    for place, ward in enumerate(authority.places.wards):
        yield _code("Z05", authority, 1 + place), ward.name


def _deprivation(authority: Authority) -> Iterator[Row]:
    """Where families come to notice oftener is more deprived; neighbourhoods of a ward differ a little."""
    hard = [ward.hardship + 0.12 * step for ward in authority.places.wards for step in range(AREAS_A_WARD)]
    order = sorted(range(len(hard)), key=lambda place: -hard[place])
    deepest = round(DEEP * len(order))
    for rank, place in enumerate(order):
        decile = 1 if rank < deepest else 2 + (rank - deepest) * 9 // (len(order) - deepest)
        yield _code("Z01", authority, 1 + place), decile

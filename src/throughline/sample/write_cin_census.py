"""Writes the CIN census: one XML file a year."""

from pathlib import Path

from throughline.sample.as_at import AsAt
from throughline.sample.cin_census_rows import Census, children
from throughline.sample.days import year_ending
from throughline.sample.message import header, write_message


def write_cin_census(folder: Path, at: AsAt) -> None:
    """The census of the last complete year, and that of the year so far."""
    folder.mkdir(parents=True, exist_ok=True)
    for ending in (year_ending(at.day) - 1, year_ending(at.day)):
        path = folder / f"CIN census {ending - 1}-{ending % 100:02d}.xml"
        told = header(at.authority, "CIN", ending, f"{ending}-03-31", at.iso_day)
        write_message(path, told, "Children", children(Census(at, ending)))

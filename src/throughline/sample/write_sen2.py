"""Writes SEN2: one XML file for the census of each January."""

from pathlib import Path

from throughline.sample.as_at import AsAt
from throughline.sample.days import iso
from throughline.sample.message import header, write_message
from throughline.sample.sen2_rows import censuses, people


def write_sen2(folder: Path, at: AsAt) -> None:
    """A file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for census in censuses(at):
        told = header(at.authority, "SEN2", census.year, iso(census.day), iso(census.day))
        write_message(folder / f"SEN2 {census.year}.xml", told, "Persons", people(census))

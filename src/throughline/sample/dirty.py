"""A borough's files with every kind of fault planted at known places, and the list of them.

`first/` is to be received as one load, each folder of `later/` as a load after the workbook in `first/`."""

import csv
from pathlib import Path

from throughline.catalogue import declared
from throughline.sample.as_at import AsAt
from throughline.sample.plantings import Files, Planting
from throughline.sample.write_annex_a import lists_of

HEADINGS = ("file", "line", "column", "kind", "row", "found", "says")
LIST = "planted.csv"


def plantings() -> list[Planting]:
    """Every kind, as they are declared."""
    return [planting for _, _, planting in declared(Planting, "throughline.sample")]


def plant_all(folder: Path, at: AsAt) -> None:
    """Plants every kind in the files in `first/`, adds `later/`, and writes `planted.csv` beside them."""
    files = Files(folder, at.date, lists_of(at))
    planted = [(planting, place) for planting in plantings() for place in planting.plant(files)]
    files.save()
    with (folder / LIST).open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEADINGS)
        for planting, place in planted:
            line = "" if place.line is None else place.line
            out.writerow(
                (place.file, line, place.column, planting.kind, planting.row, place.found, place.says)
            )

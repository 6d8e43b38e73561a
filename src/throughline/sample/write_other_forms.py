"""Writes what has been written once more, in the other forms it comes in: the SSDA903 as XML, and the dataset
as Parquet. What each says is what its CSV files say.

The facts name no element of the XML for social workers: ours is a name of our own, for its reader knows an
element by what stands in it."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from throughline.sample.message import Element, lines_of

IN_HEADER = {"reviews": "AREVIEW", "oc2": "OC2", "placed_for_adoption": "AD_PLACED",
             "previous_permanence": "PERMANENCE", "missing": "AMISSING"}  # fmt: skip
WITHIN_HEADER = ("oc3", "ad1")  # their cells stand in the header itself
BESIDE = {"episodes": "EPISODE", "social_worker": "SWEPISODE"}
ONCE = ("CHILD", "DOB", "SEX")  # said in the header alone
SPELT = {"CHILD": "CHILDID", "PLACE": "PL"}

Lines = Mapping[str, list[dict[str, str]]]  # of one child: the lines of each file, by their headings


def write_other_forms(files: Path, dataset: str, out: Path) -> None:
    """The SSDA903 and the `dataset` (a folder's name) among a borough's files, in their other forms, to
    `out`."""
    write_parquet(files / dataset, out / dataset)
    for year in sorted((files / "ssda903").iterdir()):
        write_xml(year, out / "ssda903" / f"SSDA903 {year.name}.xml")


def write_parquet(csvs: Path, out: Path) -> None:
    """Each CSV file of a folder as Parquet: days as days, and numbers as numbers where they would be written
    so again; all else as text."""
    out.mkdir(parents=True, exist_ok=True)
    for file in sorted(csvs.glob("*.csv")):
        text = pl.read_csv(file, infer_schema=False)
        guessed = pl.read_csv(file, infer_schema_length=None, try_parse_dates=True)
        same = [s for s in guessed if s.cast(pl.String).equals(text.get_column(s.name), null_equal=True)]
        text.with_columns(same).write_parquet(out / f"{file.stem}.parquet")


def write_xml(year: Path, file: Path) -> None:
    """The CSV files of a year as one XML file."""
    children: defaultdict[str, defaultdict[str, list[dict[str, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for path in sorted(year.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as opened:
            for line in csv.DictReader(opened):
                children[line["CHILD"]][path.stem].append(line)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n')
        for lines in children.values():
            out.writelines(lines_of(child(lines), 1))
        out.write("</EXPSSDA903>\n")


def child(lines: Lines) -> Element:
    """One child: what is said once, and the lines of every file."""
    header = [cell for line in lines["header"] for cell in cells(line, every=True)]
    for line in lines.get("uasc", ()):
        header += [("UASC", "1"), ("DUC", line["DUC"])]
    header += [cell for name in WITHIN_HEADER for line in lines.get(name, ()) for cell in cells(line)]
    header += elements(lines, IN_HEADER)
    return "CHILD", [("HEADER", header), *elements(lines, BESIDE)]


def elements(lines: Lines, named: Mapping[str, str]) -> list[Element]:
    """An element for each line of some files."""
    return [(name, cells(line)) for file, name in named.items() for line in lines.get(file, ())]


def cells(line: Mapping[str, str], every: bool = False) -> list[Element]:
    """A line's cells as elements; without what is said once of the child, unless `every` one is wanted."""
    return [(SPELT.get(name, name), said) for name, said in line.items() if every or name not in ONCE]

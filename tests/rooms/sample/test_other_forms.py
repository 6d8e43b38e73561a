"""The SSDA903 as XML, and the dataset as Parquet: each says what its CSV files say."""

import pytest

from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.returns.receiving import read_return
from throughline.sample.write_other_forms import write_other_forms

from .conftest import DAY

DATASET = f"ssd_{DAY}"
YEAR = "2025-26"


def cut(folder, to, name, ids):
    """The CSV files of a folder of the sample, with the lines of some children alone."""
    (to / name).mkdir(parents=True)
    for file in sorted((folder / name).glob("*.csv")):
        headings, *lines = file.read_text().splitlines(keepends=True)
        kept = [line for line in lines if any(cell in ids for cell in line.strip().split(","))]
        (to / name / file.name).write_text(headings + "".join(kept))


@pytest.fixture(scope="module")
def both(saltscar, tmp_path_factory):
    """A cut of the sample, and the same in the other forms."""
    folder = tmp_path_factory.mktemp("forms")
    ids = {line["CHILD"] for line in saltscar.returned(YEAR, "header")[::9]}
    for name in (DATASET, f"ssda903/{YEAR}"):
        cut(saltscar.folder, folder / "csv", name, ids)
    write_other_forms(folder / "csv", DATASET, folder / "other")
    return folder


def told(paths):
    """All that these files say, but for the place of each line."""
    parts = read_return(paths, today=DAY)
    assert len(parts) == 1
    frames = {table: frame.drop(SOURCE, SOURCE_LINE) for table, frame in parts[0].frames.items()}
    rows = {table: frame.sort(frame.columns, nulls_last=True).rows() for table, frame in frames.items()}
    faults = [(fault.says, fault.do) for fault in parts[0].faults]
    return rows, parts[0].covers, parts[0].as_at, faults


def test_the_ssda903_says_the_same_as_xml(both):
    first, second = (told([both / way]) for way in (f"csv/ssda903/{YEAR}", "other/ssda903"))
    assert first == second
    assert sum(map(len, first[0].values())) > 500 and all(first[0].values())


def test_the_dataset_says_the_same_as_parquet(both):
    first, second = (told([both / way / DATASET]) for way in ("csv", "other"))
    assert first == second
    assert sum(map(len, first[0].values())) > 1000

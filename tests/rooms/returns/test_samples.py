"""Returns made up outside this project, as they are; skipped where they are not beside the checkout."""

import csv
import tarfile
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest

from throughline.record.care import Care
from throughline.returns.receiving import read_return
from throughline.returns.ssda903 import read_ssda903

SHARED = Path(__file__).parents[3].parent / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are not beside the checkout")


def day(text):
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None


def looked_after_by_hand(year, on):
    """Children looked after on a day, short breaks left out, straight from that year's file."""
    with (SHARED / f"samples/ssda903_years/{year}-episodes.csv").open() as file:
        return {
            row["CHILD"]
            for row in csv.DictReader(file)
            if row["LS"] not in ("V3", "V4") and day(row["DECOM"]) <= on
            if not row["DEC"] or day(row["DEC"]) > on
        }


@pytest.fixture(scope="module")
def five_years():
    (part,) = read_return([SHARED / "samples/ssda903_years"])
    return part


@pytest.mark.parametrize("year", range(2017, 2022))
def test_looked_after_on_31_march(five_years, year):
    on = date(year + 1, 3, 31)
    held = five_years.frames[Care].filter(
        Care.started <= on,
        Care.ended.is_null() | (Care.ended > on),
        pl.col("@since") <= on,
        pl.col("@until") > on,
        ~Care.legal_status.is_in(["V3", "V4"]),
    )
    by_hand = looked_after_by_hand(year, on)
    assert set(held["Care.child"]) == by_hand
    assert len(by_hand) > 50


def test_five_years_are_one_part(five_years):
    assert five_years.covers[Care] == (date(2017, 4, 1), date(2022, 3, 31))
    assert len(five_years.sources) == 40


def test_every_line_cited_is_the_line(five_years):
    """The child of a row is on the line of the file it says it came from."""
    lines = {
        number: (SHARED / "samples" / source.file).read_text().splitlines()
        for number, source in enumerate(five_years.sources)
    }
    told = five_years.frames[Care].select("Care.child", "@source", "@source_line").rows()
    assert all(lines[source][line - 1].split(",")[0] == child for child, source, line in told)


def test_the_published_sample_return_is_received():
    part, *lists = read_return([SHARED / "samples/ssda903"])
    assert {each.title for each in lists} == {"Ofsted’s providers"}
    assert part.as_at == date(2018, 3, 31)
    in_xml, in_csv = 459, 5050
    assert part.frames[Care].height == in_xml + in_csv


def test_ten_thousand_children_of_two_years(tmp_path):
    with tarfile.open(SHARED / "bench/ssda903_10000.tar.gz") as bundle:
        bundle.extractall(tmp_path, filter="data")
    years = read_ssda903([tmp_path])
    assert set(years.tables) == {2025, 2026}

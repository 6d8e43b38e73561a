"""Every fault that `--dirty` plants is found at its place, and none that it did not plant."""

import csv
from datetime import timedelta
from functools import partial

import polars as pl
import pytest

from throughline.loads.plausibility import doubts
from throughline.record.composing import compose
from throughline.record.workforce import Workers
from throughline.returns.receiving import read_return
from throughline.returns.ssda903 import read_ssda903
from throughline.rules.checking import check
from throughline.sample.dirty import HEADINGS, plantings
from throughline.sample.plant_letters import NAME

from .conftest import DAY

KINDS = [planting.kind for planting in plantings()]
EMPTIED = "headings and no line"
BESIDE = ("Child", "Adoptions", "CpReviews")  # made of several files


@pytest.fixture(scope="module")
def planted(dirty):
    with (dirty / "planted.csv").open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file)
        assert tuple(found.fieldnames or ()) == HEADINGS
        return list(found)


@pytest.fixture(scope="module")
def parts(dirty):
    return read_return([dirty / "first"], today=DAY)


@pytest.fixture(scope="module")
def listed(parts):
    """Every fault of the load: file, line, column, and what is said."""
    return [
        (fault.file, str(fault.line or ""), fault.column or "", fault.says)
        for part in parts
        for fault in part.faults
    ]


@pytest.fixture(scope="module")
def checked(dirty):
    """Every finding of the checks: file, line, rule."""
    years = read_ssda903([dirty / "first" / "ssda903"], today=DAY)
    found = check(years.tables).findings.select("source", "line", "rule").iter_rows()
    return {(f"first/{years.sources[source].file}", str(line), rule) for source, line, rule in found}


@pytest.fixture(scope="module")
def held(dirty):
    """Why a later load is held."""
    (book,) = (dirty / "first").glob("annex_a*")
    base = compose(read_return([book], today=DAY), "saltscar")
    tomorrow = DAY + timedelta(days=1)
    return lambda file: doubts(compose(read_return([dirty / file], today=tomorrow), "saltscar"), base)


def told_of(place, faults):
    """The faults that say what was to be said of a planted one."""
    where = (place["file"], place["line"], place["column"])
    return [fault for fault in faults if fault[:3] == where and place["says"] in fault[3]]


def is_found(place, listed, checked, held):
    if place["found"] == "check":
        return (place["file"], place["line"], place["says"]) in checked
    if place["found"] == "held":
        return any(place["says"] in reason for reason in held(place["file"]))
    if place["found"] == "read":
        return not [fault for fault in listed if fault[:2] == (place["file"], place["line"])]
    assert place["found"] in ("listed", "left aside")
    return bool(told_of(place, listed))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planted_is_found(planted, listed, checked, held, kind):
    places = [place for place in planted if place["kind"] == kind]
    assert places
    found = partial(is_found, listed=listed, checked=checked, held=held)
    assert [place for place in places if not found(place)] == []


def test_nothing_is_found_that_was_not_planted(planted, listed, checked):
    meant = {fault for place in planted for fault in told_of(place, listed)}
    assert [fault for fault in listed if fault not in meant] == []
    assert checked == {(p["file"], p["line"], p["says"]) for p in planted if p["found"] == "check"}


def test_what_is_read_all_the_same_is_the_same(planted, saltscar, parts):
    """Files in other letters, order, or with columns of their own fill the record with the same rows."""
    whole = [p["file"] for p in planted if p["found"] == "read" and f"/ssd_{DAY}/" in p["file"]]
    alone = [f for f in whole if [p["kind"] for p in planted if p["file"] == f] != [EMPTIED]]
    alone = [f for f in alone if sum(p["file"] == f for p in planted) == 1]
    clean = [saltscar.folder / file.removeprefix("first/") for file in sorted(alone)]
    (before,) = read_return([saltscar.folder / f"ssd_{DAY}" / "ssd_person.csv", *clean], today=DAY)
    now = next(part for part in parts if part.rank == before.rank)
    tables = {table for table in before.frames if table.__name__ not in BESIDE}
    assert len(tables) >= 5
    for table in tables:
        same = [pl.col(name) for name in table.schema()]
        assert before.frames[table].select(same).equals(now.frames[table].select(same)), table


def test_no_letter_of_a_name_is_altered(parts):
    assert NAME in parts[0].frames[Workers].get_column("Workers.name").to_list()


def test_kinds_have_names_of_their_own_and_cover_the_list():
    assert len(set(KINDS)) == len(KINDS) >= 50
    assert {planting.row for planting in plantings()} == {6, 7, 10, 11, 12, 13, 14, 15, 23, 26}

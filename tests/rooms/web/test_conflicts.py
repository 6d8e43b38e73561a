"""What two returns say otherwise, on the Loads page and as a file: by right, and logged first."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import polars as pl
import pytest

from throughline.loads.counts import count_snapshot
from throughline.loads.exporting import served as served_now
from throughline.people.keys import key_of
from throughline.people.models import Opening
from throughline.record.identity import Conflicts, MergedIds
from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.record.snapshots import Snapshot

ADDRESS = "/downloads/conflicts/"
BORN = {
    "child": "A1",
    "what": "Date of birth",
    "used": "2015-03-01",
    "other": "=2015",
    "other_from": "Annex A",
}
STATUS = {
    "what": "Legal status",
    "used": "C1",
    "other": "C2",
    "other_from": "Annex A",
    "day": date(2026, 6, 1),
}


def rows(table, *given):
    full = [{f"{table.__name__}.{name}": cell for name, cell in row.items()} for row in given]
    frame = pl.DataFrame(full, schema=table.schema())
    return frame.with_columns(pl.lit(0, pl.Int32).alias(SOURCE), pl.lit(7, pl.Int32).alias(SOURCE_LINE))


@pytest.fixture
def disputed(served):
    """The little council, whose returns say otherwise of two children; one had another id before."""
    old = served_now(served)
    told = [
        {"used_from": "SSD"} | each for each in (BORN, {"child": "C3"} | STATUS, {"child": "A1"} | STATUS)
    ]
    given = {table: frame.drop("@who") for table, frame in old.frames.items() if frame.height}
    given |= {Conflicts: rows(Conflicts, *told), MergedIds: rows(MergedIds, {"child": "A1", "former": "A0"})}
    new = Snapshot.arranged(given, covers=old.covers, as_at=old.as_at)
    snapshot = replace(old, frames=new.frames).write(served.snapshots)
    count_snapshot(served, snapshot)
    served.make_current({**served.current(), "snapshot": snapshot.name})
    return served


def read(answer):
    return list(csv.reader(StringIO(answer.content.decode()[1:])))


def test_the_loads_page_counts_them_and_names_no_child(disputed, signed_in):
    page = signed_in("director").get("/pages/loads/").content.decode()
    assert "3 differences." in page and "1 id is shown under another" in page
    assert page.index("Legal status") < page.index("Date of birth")
    assert "2015-03-01" not in page and ADDRESS in page
    assert ADDRESS not in signed_in("team_manager").get("/pages/loads/").content.decode()


def test_where_none_differs_the_page_says_so(served, signed_in):
    page = signed_in("director").get("/pages/loads/").content.decode()
    assert "No two returns say otherwise of any child." in page and ADDRESS not in page


def test_each_of_them_as_a_file(disputed, signed_in):
    answer = signed_in("director").post(ADDRESS)
    heading, born, status, cat = read(answer)
    assert heading == [
        "Child", "What differs", "On the day", "Used", "Used, as said by", "Said otherwise", "By",
        "File", "Line",
    ]  # fmt: skip
    assert born == ["A1", "Date of birth", "", "2015-03-01", "SSD", "'=2015", "Annex A", "ssd/all.csv", "7"]
    assert status[:4] == ["A1", "Legal status", "2026-06-01", "C1"] and cat[0] == "C3"
    assert {row.action for row in Opening.objects.all()} == {"download"} and Opening.objects.count() == 2


def test_without_names_what_is_said_itself_is_left_out(disputed, signed_in):
    heading, *lines = read(signed_in("analyst").post(ADDRESS))
    assert heading == ["Child", "What differs", "On the day", "Used, as said by", "By", "File", "Line"]
    assert len(lines) == 3 and not any("2015-03-01" in line for line in lines)


@pytest.mark.parametrize("role", ["team_manager", "practitioner", "member"])
def test_nobody_else(disputed, signed_in, role):
    assert signed_in(role).post(ADDRESS).status_code == 404
    assert signed_in(role).get(ADDRESS).status_code == 405
    assert not Opening.objects.exists()


def test_the_address_of_an_id_that_is_no_more_shows_the_child(disputed, signed_in):
    answer = signed_in("director").get(f"/children/{key_of('A0', 'little')}/")
    assert answer.status_code == 200 and "Ann Hill" in answer.content.decode()


def test_a_search_for_an_id_that_is_no_more_finds_the_child(disputed, signed_in):
    found = signed_in("director").post("/find/", {"find": "a0"}).content.decode()
    assert "Ann Hill" in found and "Ben" not in found
    assert (
        "Ann Hill"
        not in signed_in("practitioner", worker="W9").post("/find/", {"find": "A0"}).content.decode()
    )

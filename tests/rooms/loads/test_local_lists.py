"""Local lists beside a return of children: in the record, and in nobody's way."""

from datetime import date

import pytest
from little_returns import EPISODES, HEADER

from throughline.errors import Refused
from throughline.loads.counts import months_of
from throughline.loads.faults import faults_now
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.record.education import Peps
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Posts

PEPS = "Child,Completed,Term\n"


@pytest.fixture
def saltby(tmp_path):
    return Council(tmp_path / "home" / "councils" / "saltby")


def year(folder, *children):
    """A little SSDA903 of the year to 31 March 2024."""
    place = folder / f"2023-24-{len(children)}"
    place.mkdir()
    (place / "header.csv").write_text(HEADER + "".join(f"{c},1,01/05/2012,WBRI,,,\n" for c in children))
    rows = (f"{c},01/06/2023,S,C2,N1,U6,PR1,,,,,,\n" for c in children)
    (place / "episodes.csv").write_text(EPISODES + "".join(rows))
    return place


def listed(folder, day, *rows):
    file = folder / f"peps-{day}.csv"
    file.write_text(PEPS + "".join(f"{row}\n" for row in rows))
    return file


def of_lists(faults):
    return [fault.line for fault in faults if "peps" in fault.file]


def record(council):
    return Snapshot.open(council.snapshots / council.current()["snapshot"])


def test_a_child_that_no_return_knows_is_listed_until_one_does(saltby, tmp_path):
    receive(saltby, [year(tmp_path, "Ann")], year=2024)
    load = receive(saltby, [listed(tmp_path, "2024-02-29", "Ann,01/02/2024,Spring", "Ben,01/02/2024,Spring")])
    (fault,) = load.faults
    assert fault.line == 3 and "is no child that a return knows" in fault.says
    assert of_lists(faults_now(saltby)) == [3]
    assert record(saltby).children == 1 and record(saltby).as_at == date(2024, 3, 31)
    receive(saltby, [year(tmp_path, "Ann", "Ben")], year=2024)
    assert of_lists(faults_now(saltby)) == [] and record(saltby).children == 2


def test_a_newer_list_answers_and_the_older_for_the_days_it_leaves(saltby, tmp_path):
    receive(saltby, [year(tmp_path, "Ann")], year=2024)
    receive(saltby, [listed(tmp_path, "2024-01-31", "Ann,10/01/2024,Spring")])
    receive(saltby, [listed(tmp_path, "2024-02-29", "Ann,10/02/2024,Spring")])
    assert sorted((cover.first, cover.last) for cover in record(saltby).covers[Peps]) == [
        (date(2024, 1, 1), date(2024, 1, 31)),
        (date(2024, 2, 1), date(2024, 2, 29)),
    ]
    receive(saltby, [listed(tmp_path, "2024-03-15", "Ann,10/01/2024,Spring", "Ann,10/02/2024,Spring")])
    (cover,) = record(saltby).covers[Peps]
    assert (cover.first, cover.last) == (date(2024, 1, 1), date(2024, 3, 15))
    assert [title for title in record(saltby).parts if title == "Local list: peps"] == ["Local list: peps"]


def test_a_post_of_long_ago_makes_no_more_months_to_count(saltby, tmp_path):
    receive(saltby, [year(tmp_path, "Ann")], year=2024)
    before = months_of(record(saltby))
    (tmp_path / "posts.csv").write_text("Post,Started,Job,Full time\nP1,01/04/1994,Social worker,1\n")
    receive(saltby, [tmp_path / "posts.csv"])
    assert months_of(record(saltby)) == before
    assert record(saltby).covers[Posts][0].first == date(1994, 4, 1)


def test_a_list_alone_is_refused_with_what_to_do(saltby, tmp_path):
    with pytest.raises(Refused, match="says nothing of any child or day by itself"):
        receive(saltby, [listed(tmp_path, "2024-02-29", "Ann,01/02/2024,Spring")])


def test_faults_of_a_damaged_record_are_those_of_its_returns(saltby, tmp_path):
    receive(saltby, [year(tmp_path, "Ann")], year=2024)
    receive(saltby, [listed(tmp_path, "2024-02-29", "Ben,01/02/2024,Spring")])
    (saltby.snapshots / saltby.current()["snapshot"] / "Peps.parquet").unlink()
    assert of_lists(faults_now(saltby)) == []

"""Which day a file is of, and which of two is believed."""

from datetime import date, timedelta

import pytest
from little_returns import year

from throughline.errors import Refused
from throughline.loads import raw_files
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.record.education import Peps
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Posts
from throughline.returns.receiving import read_return

TODAY = date(2026, 11, 22)
PEPS = "Child,Completed,Term\n"


@pytest.fixture
def saltby(tmp_path):
    """A council that has received a little SSDA903."""
    council = Council(tmp_path / "home" / "councils" / "saltby")
    receive(council, [year(tmp_path, children=2)])
    return council


@pytest.fixture
def listed(tmp_path):
    """`listed(name, row, …)`: a local list of plans for education, in a folder of its own."""

    def written(name, *rows, head=PEPS):
        folder = tmp_path / f"list {len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        (folder / name).write_text(head + "".join(f"{row}\n" for row in rows))
        return folder / name

    return written


def told(council, table, *names):
    """Rows of a table of the record, each believed on the days that its return answers for."""
    snapshot = Snapshot.open(council.snapshots / council.current()["snapshot"])
    return snapshot.frames[table].select(table.columns[name].name for name in names).rows()


@pytest.mark.parametrize("name", ["peps-2027-11-20.csv", "peps 24.11.2026.csv", "peps-3026-03-31.csv"])
def test_a_file_of_a_day_to_come_is_refused_with_what_to_do(listed, name):
    with pytest.raises(
        Refused, match=rf"{name} says it is of .* a day to come: it is 22 November 2026"
    ) as no:
        read_return([listed(name, "100,01/02/2024,Spring")], today=TODAY)
    assert no.value.do.startswith("Correct the day in the name")


def test_of_many_files_one_is_named(tmp_path):
    folder = tmp_path / "ssd_2027-06-30"
    folder.mkdir()
    (folder / "persons.csv").write_text("pers_person_id,pers_dob,pers_sex\n1,2012-05-01,F\n")
    (folder / "contacts.csv").write_text("cont_person_id,cont_contact_date\n1,2026-05-01\n")
    with pytest.raises(
        Refused, match=r"contacts\.csv \(and 1 more of its files\) says it is of 30 June 2027"
    ):
        read_return([folder], today=TODAY)


def test_a_day_to_come_that_was_said_is_refused_and_tomorrow_is_not(listed):
    file = listed("peps.csv", "100,01/02/2024,Spring")
    with pytest.raises(Refused, match="--as-at 2062-11-21 is a day to come"):
        read_return([file], as_at=date(2062, 11, 21), today=TODAY)
    (part,) = read_return([file], as_at=TODAY + timedelta(days=1), today=TODAY)
    assert part.as_at == date(2026, 11, 23)


def test_a_year_that_goes_on_is_true_of_today(tmp_path):
    (part,) = read_return([year(tmp_path, last=2027, children=1)], today=TODAY)
    assert part.as_at == TODAY
    (part,) = read_return([tmp_path / "2026-27"], today=date(2027, 5, 1))
    assert part.as_at == date(2027, 3, 31)


def test_the_same_list_for_another_day_is_another_load(saltby, listed):
    first = listed("peps-2024-01-31.csv", "100,10/01/2024,Spring")
    again = listed("peps 29.02.2024.csv", "100,10/01/2024,Spring")
    assert receive(saltby, [first]).days == ("2024-01-31",)
    assert receive(saltby, [again]).days == ("2024-02-29",)
    assert receive(saltby, [again]).status == receive(saltby, [first]).status == "nothing new"


def test_a_load_keeps_the_name_it_had_when_names_did_not_count(saltby, listed, monkeypatch):
    first = listed("peps-2024-01-31.csv", "100,10/01/2024,Spring")
    with monkeypatch.context() as before:
        before.setattr(raw_files, "said_by_names", lambda names: ("", ""))
        old = receive(saltby, [first])
    again = receive(saltby, [first])
    assert (again.name, again.status) == (old.name, "nothing new")
    another = listed("peps-2024-02-29.csv", "100,10/01/2024,Spring")
    assert receive(saltby, [another]).status == "in"


def test_a_corrected_list_of_the_same_day_is_the_one_believed(saltby, listed):
    wrong = ("100,10/01/2024,Spring", "101,10/02/2024,Spring")
    receive(saltby, [listed("peps-2024-02-29.csv", *wrong)])
    receive(saltby, [listed("peps-2024-02-29.csv", "101,10/02/2024,Autumn")])
    assert told(saltby, Peps, "child", "term") == [("101", "Autumn")]
    receive(saltby, [listed("peps-2024-02-29.csv", *wrong)])
    assert receive(saltby, [listed("peps-2024-02-29.csv", "101,10/02/2024,Autumn")]).status == "in"


def test_a_list_of_posts_without_a_day_is_replaced_by_the_next(saltby, listed):
    head = "Post,Started,Job,Full time\n"
    receive(saltby, [listed("posts.csv", "A1,01/02/2015,SW,1", "A2,01/03/2016,SW,1", head=head)])
    receive(saltby, [listed("posts.csv", "A2,01/03/2016,SW,0.5", head=head)])
    assert told(saltby, Posts, "post", "full_time") == [("A2", 0.5)]

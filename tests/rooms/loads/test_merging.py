"""Two ids said to be one child's, and that taken back: the log says so, and nothing received is changed."""

import json
from datetime import date

import polars as pl
import pytest

from throughline.cli import main
from throughline.errors import Refused
from throughline.loads.counts import answers_now
from throughline.loads.exporting import served
from throughline.loads.home import Council
from throughline.loads.merging import merge, undo
from throughline.loads.receiving import receive
from throughline.record.child import Child
from throughline.record.identity import MergedIds
from throughline.record.periods import as_at
from throughline.record.protection import CpPlans

PERSON = "pers_person_id,pers_dob\n101,2012-05-01\n102,2012-05-01\n103,2013-01-13\n"
PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nP1,101,2026-04-15\nP2,102,2026-05-15\n"
CONTACTS = "cont_person_id,cont_contact_date\n101,2026-04-01\n"


def extract(folder, day, person=PERSON):
    place = folder / f"ssd_{day}"
    place.mkdir(parents=True)
    for name, text in {"person": person, "plans": PLANS, "contacts": CONTACTS}.items():
        (place / f"{name}.csv").write_text(text)
    return place


@pytest.fixture
def saltby(tmp_path, monkeypatch):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    council = Council(tmp_path / "home" / "councils" / "saltby")
    receive(council, [extract(tmp_path, "2026-06-30")])
    return council


def children(council):
    return served(council).frames[Child]["Child.child"].cast(str).to_list()


def with_plan(council):
    return served(council).frames[CpPlans].select(pl.col("CpPlans.child").cast(str)).to_series().to_list()


def log(council):
    return (council.folder / "loads.jsonl").read_text().splitlines()


def test_a_merge_is_served_at_once_and_goes_on_with_the_next_load(saltby, tmp_path):
    merge(saltby, "101", "102")
    assert children(saltby) == ["102", "103"] and with_plan(saltby) == ["102", "102"]
    assert answers_now(saltby).snapshot.frames[MergedIds]["MergedIds.former"].to_list() == ["101"]
    receive(saltby, [extract(tmp_path, "2026-07-31", PERSON + "104,2014-01-01\n")])
    assert children(saltby) == ["102", "103", "104"]


def test_taken_back_the_record_is_the_very_one_there_was(saltby, tmp_path):
    before = saltby.current()
    merge(saltby, "101", "102")
    undo(saltby, "101", "102")
    now = saltby.current()
    assert now["snapshot"] == before["snapshot"] and now["merges"][0]["undone"]["by"]
    merge(saltby, "101", "103")
    assert children(saltby) == ["102", "103"] and with_plan(saltby) == ["102", "103"]
    receive(saltby, [extract(tmp_path, "2026-07-31", PERSON + "104,2014-01-01\n")])
    assert children(saltby) == ["102", "103", "104"]
    undo(saltby, "101", "103")
    assert children(saltby) == ["101", "102", "103", "104"]


def test_the_log_says_who_and_names_no_child(saltby):
    merge(saltby, "101", "102")
    undo(saltby, "101", "102")
    done, undone = (json.loads(line) for line in log(saltby)[-2:])
    assert (done["status"], undone["status"]) == ("merged", "merge undone")
    assert done["titles"] == [f"Two ids made one child’s, by {done['by']}"] and done["by"]
    assert done["snapshot"] != undone["snapshot"] == saltby.current()["snapshot"]
    assert not any(
        number in json.dumps(line["titles"]) for line in (done, undone) for number in ("101", "102")
    )


@pytest.mark.parametrize(
    ("former", "child", "what"),
    [
        ("101", "101", "the same id"),
        ("101", "999", "under the second id"),
        ("999", "101", "nothing under the first id"),
        ("102", "101", "under the second id"),
        ("101", "103", "nothing under the first id"),
    ],
)
def test_what_is_not_there_or_is_merged_already_is_refused(saltby, former, child, what):
    if "10" in former and (former, child) not in (("101", "101"), ("101", "999")):
        merge(saltby, "101", "102")
    before = saltby.current()
    with pytest.raises(Refused, match=what):
        merge(saltby, former, child)
    assert saltby.current() == before


def test_a_merge_of_a_later_day_waits_for_it_and_cannot_be_said_twice(saltby, tmp_path):
    merge(saltby, "101", "102", day=date(2026, 7, 15))
    assert children(saltby) == ["101", "102", "103"]
    with pytest.raises(Refused, match="merged already, or the two into each other"):
        merge(saltby, "102", "101")
    receive(saltby, [extract(tmp_path, "2026-07-31", PERSON + "104,2014-01-01\n")])
    assert children(saltby) == ["102", "103", "104"]


def test_only_what_was_said_here_is_taken_back(saltby):
    with pytest.raises(Refused, match="Nobody here has merged these two ids"):
        undo(saltby, "101", "102")
    merge(saltby, "101", "102")
    undo(saltby, "101", "102")
    with pytest.raises(Refused, match="Nobody here"):
        undo(saltby, "101", "102")


def test_as_at_is_kept(saltby):
    merge(saltby, "101", "102")
    assert saltby.current()["as_at"] == "2026-06-30"
    assert answers_now(saltby).snapshot.as_at == as_at(date(2026, 6, 30)).end


def test_the_command(saltby, capsys):
    assert main(["merge"]) == 0
    assert "No id is merged into another." in capsys.readouterr().out
    assert main(["merge", "101", "102"]) == 0
    assert main(["merge", "103", "102", "--day", "2026-12-01"]) == 0
    capsys.readouterr()
    assert main(["merge"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("101 is 102: merged by ") and second.startswith("103 is 102: merged by ")
    assert main(["merge", "101", "102", "--undo"]) == 0
    assert "Taken back" in capsys.readouterr().out
    assert main(["merge", "101"]) == 1
    assert "A merge is of two ids." in capsys.readouterr().err


def test_the_case_system_s_own_list_is_a_local_list(saltby, tmp_path):
    listed = tmp_path / "merged ids 2026-06-30.csv"
    listed.write_text("child,former,merged\n102,101,2026-06-01\n555,556,2026-06-01\n")
    load = receive(saltby, [listed])
    assert load.status == "in" and children(saltby) == ["102", "103"]
    told = served(saltby).frames[MergedIds].select(MergedIds.former, MergedIds.told).rows()
    assert told == [("101", "The list of merged ids")]
    with pytest.raises(Refused, match="Nobody here has merged"):
        undo(saltby, "101", "102")


def test_what_people_said_is_listed_before_what_the_files_say(saltby, tmp_path, capsys):
    listed = tmp_path / "merged ids 2026-06-30.csv"
    listed.write_text("child,former,merged\n102,101,2026-06-01\n")
    receive(saltby, [listed])
    merge(saltby, "103", "102")
    capsys.readouterr()
    assert main(["merge"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("103 is 102: merged by ") and second == "101 is 102: The list of merged ids"

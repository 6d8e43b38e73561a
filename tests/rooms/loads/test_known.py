"""As known at: what was served from each load on, asked again later, is what it was."""

import json
import shutil
from datetime import date
from types import SimpleNamespace

import pytest

from throughline.counting import store
from throughline.errors import Refused
from throughline.loads import counting_apart
from throughline.loads.counting_apart import MOST_TRIES, alone, count_one, counting, write_progress
from throughline.loads.counts import answers_about, answers_now, is_counted
from throughline.loads.faults import faults_now, faults_then
from throughline.loads.home import Council
from throughline.loads.known import is_served, known_at, known_loads
from throughline.loads.merging import merge
from throughline.loads.receiving import receive
from throughline.measures.front_door import contacts
from throughline.measures.protection import children_on_plans
from throughline.record.periods import as_at, months

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 30)
PERSON = "pers_person_id,pers_surname,pers_dob\n101,Hill,2012-05-01\n102,Lake,2014-03-01\n"
PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nP1,101,2026-04-15\n"
LATE = "P2,102,2026-05-15\n"  # begun in May, and written down in June


def extract(folder, day, plans=PLANS, contacts=()):
    """A dataset of two children as at a day."""
    place = folder / f"ssd_{day}"
    place.mkdir(parents=True)
    (place / "person.csv").write_text(PERSON)
    (place / "plans.csv").write_text(plans)
    made = "".join(f"101,{each}\n" for each in ("2026-04-01", *contacts))
    (place / "contacts.csv").write_text(f"cont_person_id,cont_contact_date\n{made}")
    return place


@pytest.fixture(scope="module")
def extracts(tmp_path_factory):
    """The files of three loads: what June's tells of May is more than May's did."""
    folder = tmp_path_factory.mktemp("extracts")
    return [
        extract(folder / "1", date(2026, 4, 30)),
        extract(folder / "2", MAY, contacts=["2026-05-02"]),
        extract(folder / "3", JUNE, plans=PLANS + LATE, contacts=["2026-05-02", "2026-05-30"]),
    ]


def home(folder, loads):
    council = Council(folder / "councils" / "saltby")
    for each in loads:
        receive(council, [each])
    return council


@pytest.fixture(scope="module")
def council(tmp_path_factory, extracts):
    return home(tmp_path_factory.mktemp("home"), extracts)


@pytest.fixture
def begun(monkeypatch):
    """What processes would have been begun, by their words."""
    words = []
    monkeypatch.setattr(counting_apart, "_begun", [])
    monkeypatch.setattr(
        counting_apart.subprocess,
        "Popen",
        lambda given, **_: words.append(given) or SimpleNamespace(poll=lambda: None),
    )
    return words


@pytest.fixture
def changing(council, tmp_path):
    """The same home, to do with as one likes."""
    shutil.copytree(council.folder, tmp_path / "saltby")
    return Council(tmp_path / "saltby")


def figures(answers):
    plans = [answers.value(children_on_plans, as_at(day)).value for day in (MAY, JUNE)]
    return [*plans, answers.value(contacts, months(2026, 5)).value]


def test_every_load_has_its_number_and_its_day(council):
    found = known_loads(council)
    assert [(each.number, each.as_at) for each in found] == [(1, date(2026, 4, 30)), (2, MAY), (3, JUNE)]
    assert [is_served(council, each) for each in found] == [False, False, True]
    assert found[0].said.endswith("(load 1)")


def test_what_we_said_then_is_what_we_said(council):
    then, now = (answers_about(council, known_at(council, n).snapshot) for n in ("2", "3"))
    assert figures(then) == [1, None, 1]
    assert figures(now) == figures(answers_now(council)) == [2, 2, 2]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0)])
def test_as_known_at_a_load_is_what_a_home_says_that_has_no_later_ones(order, council, extracts, tmp_path):
    fresh, told = Council(tmp_path / "councils" / "saltby"), {}
    for place in order:
        receive(fresh, [extracts[place]])
        told[fresh.current()["snapshot"]] = figures(answers_now(fresh))
    assert [each.snapshot for each in known_loads(fresh)] == list(told)
    assert [figures(answers_about(fresh, name)) for name in told] == list(told.values())
    if order == (0, 1, 2):
        assert [each.snapshot for each in known_loads(council)] == list(told)


def test_a_day_means_the_newest_load_that_had_come(council, changing):
    lines = [json.loads(line) for line in (changing.folder / "loads.jsonl").read_text().splitlines()]
    for line, at in zip(lines, ("2026-05-01T06:00", "2026-06-01T22:30", "2026-06-01T23:30"), strict=True):
        line["at"] = f"{at}:00+00:00"
    (changing.folder / "loads.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    days = ("2026-05-01", "2026-05-31", "2026-06-01", "2026-06-02", "2030-01-01")
    assert [known_at(changing, day).number for day in days] == [1, 1, 2, 3, 3]  # 23:30 is past midnight here
    with pytest.raises(Refused, match="No load had come by 30 April 2026"):
        known_at(changing, "2026-04-30")


@pytest.mark.parametrize("asked", ["0", "4", "-1", "x", "2026-13-01", "99999999", "²"])
def test_a_load_that_there_is_not_is_refused_in_words(council, asked):
    with pytest.raises(Refused):
        known_at(council, asked)


def test_before_anything_came_nothing_was_known(tmp_path):
    council = Council(tmp_path / "none")
    assert known_loads(council) == ()
    with pytest.raises(Refused, match="Nothing has been received"):
        known_at(council, "1")


def test_what_changes_nothing_has_no_number_and_a_merge_has(changing, extracts):
    receive(changing, [extracts[0]])
    assert len(known_loads(changing)) == 3
    merge(changing, "102", "101")
    assert [each.number for each in known_loads(changing)] == [1, 2, 3, 4]
    assert is_served(changing, known_at(changing, "4"))
    assert known_at(changing, "4").parts == known_at(changing, "3").parts


def test_faults_are_those_of_the_files_of_then(changing, tmp_path):
    bad = extract(tmp_path, date(2026, 7, 31), plans=PLANS + LATE + "P3,101,2026-02-31\n")
    receive(changing, [bad])
    assert faults_now(changing) == faults_then(changing, None)
    assert "plans.csv" in str(faults_now(changing))
    assert "plans.csv" not in str(faults_then(changing, known_at(changing, "3")))


def test_another_catalogue_counts_an_earlier_load_anew_in_a_process_of_its_own(changing, begun, monkeypatch):
    known, here = known_at(changing, "2"), Council(changing.folder)
    assert counting(here, known.snapshot) == ""
    shutil.rmtree(changing.counts)
    assert counting(here, known.snapshot) == "Waiting for its turn (1 of 3)."
    assert begun[0][2:] == ["throughline.loads.counting_apart", str(here.folder), known.snapshot]
    with alone(here) as mine:
        assert mine and counting(here, known.snapshot).startswith("Waiting")
        assert count_one(here, known.snapshot) == 0 and not is_counted(here, known.snapshot)
    assert len(begun) == 1
    assert count_one(here, known.snapshot) == 0 and count_one(here, known.snapshot) == 0
    assert counting(here, known.snapshot) == "" and not list(here.counts.glob(".progress-*"))
    monkeypatch.setattr(store, "engine", lambda: "another")
    assert not is_counted(here, known.snapshot)


def test_the_process_counts_it(changing):
    known = known_at(changing, "2")
    shutil.rmtree(changing.counts)
    assert counting(changing, known.snapshot) != ""
    assert counting_apart._begun[-1].wait(60) == 0
    assert counting(changing, known.snapshot) == ""
    counting_apart._begun.clear()


def test_a_damaged_record_is_not_begun_again_and_again(changing, begun, monkeypatch, capsys):
    known = known_at(changing, "2")
    shutil.rmtree(changing.counts)
    (changing.snapshots / known.snapshot / "CpPlans.parquet").write_bytes(b"x")
    assert count_one(changing, known.snapshot) == 1
    assert "CpPlans.parquet" in capsys.readouterr().err
    with pytest.raises(Refused, match="could not be counted"):
        counting(changing, known.snapshot)
    monkeypatch.setattr(counting_apart, "PATIENCE", 0.0)
    assert counting(changing, known.snapshot) and begun


def test_one_that_is_killed_every_time_is_given_up(changing):
    known = known_at(changing, "2")
    shutil.rmtree(changing.counts)
    changing.counts.mkdir()
    write_progress(changing, known.snapshot, 2, MOST_TRIES)
    with pytest.raises(Refused):
        counting(changing, known.snapshot)

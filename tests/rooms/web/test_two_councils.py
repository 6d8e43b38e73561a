"""Two councils in one home, received by turns, with the same ids: nothing of one is shown for the other."""

from datetime import date

import pytest
from django.conf import settings

from throughline.cli import main
from throughline.loads.counts import answers_now
from throughline.loads.exporting import export_ssd, export_table, served
from throughline.loads.home import Council
from throughline.loads.merging import merge
from throughline.loads.receiving import receive
from throughline.measures.protection import children_on_plans
from throughline.people.keys import key_of
from throughline.record.child import Child
from throughline.record.periods import as_at

NAMES = {"saltby": ("Ann", "Hill"), "teesby": ("Zoe", "Quay")}
MONTHS = ("2026-05-31", "2026-06-30")


def extract(folder, council, day):
    """The same two ids in each; other children, and in one a plan more."""
    place = folder / council / f"ssd_{day}"
    place.mkdir(parents=True)
    first, last = NAMES[council]
    born, sex = ("2012-05-01", "F") if council == "saltby" else ("2014-03-01", "M")
    people = [f"{child},{first}{child},{last},{born},{sex}\n" for child in (101, 102)]
    heading = "pers_person_id,pers_forename,pers_surname,pers_dob,pers_sex\n"
    (place / "person.csv").write_text(heading + "".join(people))
    plans = ["P1,101,2026-04-15\n", *(["P2,102,2026-05-15\n"] if council == "teesby" else [])]
    heading = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\n"
    (place / "plans.csv").write_text(heading + "".join(plans))
    (place / "contacts.csv").write_text(f"cont_person_id,cont_contact_date\n101,2026-04-01\n101,{day}\n")
    return place


@pytest.fixture
def two(tmp_path, monkeypatch):
    """Both councils, their loads taken by turns."""
    home = tmp_path / "home"
    monkeypatch.setenv("THROUGHLINE_HOME", str(home))
    monkeypatch.setattr(settings, "HOME", home)
    councils = {name: Council(home / "councils" / name) for name in NAMES}
    for day in MONTHS:
        for name, council in councils.items():
            receive(council, [extract(tmp_path, name, day)])
    return councils


def other_than(name):
    return next(other for other in NAMES if other != name)


def everything_below(folder):
    """The bytes of every file."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("name", NAMES)
def test_each_has_its_own_children_and_figures(two, name):
    snapshot = served(two[name])
    assert snapshot.council == name and snapshot.children == 2
    assert set(snapshot.frames[Child]["Child.surname"]) == {NAMES[name][1]}
    day = as_at(date(2026, 6, 30))
    assert answers_now(two[name]).value(children_on_plans, day).value == {"saltby": 1, "teesby": 2}[name]


@pytest.mark.parametrize("name", NAMES)
def test_no_file_of_one_holds_the_other(two, name, tmp_path):
    out = tmp_path / "out"
    for table in ("child", "cp_plans"):
        export_table(two[name], table, out / f"{table}.csv")
    export_ssd(two[name], out)
    written = everything_below(out)
    assert NAMES[name][1].encode() in written
    assert NAMES[other_than(name)][1].encode() not in written
    assert NAMES[other_than(name)][1].encode() not in everything_below(two[name].received)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_in_sql_is_asked_of_one(two, name, capsys):
    assert main(["sql", "--council", name, "select distinct surname from child"]) == 0
    assert capsys.readouterr().out.split() == ["surname", NAMES[name][1]]
    assert main(["sql", "select 1"]) == 1
    assert "several councils" in capsys.readouterr().err


def test_ids_merged_in_one_stay_two_in_the_other(two):
    before = two["teesby"].current()
    merge(two["saltby"], "101", "102")
    assert served(two["saltby"]).children == 1
    assert two["teesby"].current() == before and served(two["teesby"]).children == 2


def test_the_site_of_one_neither_shows_nor_finds_the_other(two, signed_in):
    browser = signed_in("director")
    for page in ("/", "/pages/loads/", "/pages/council/", f"/children/{key_of('101', 'saltby')}/"):
        shown = browser.get(page, follow=True).content.decode()
        assert "Quay" not in shown and "teesby" not in shown.lower()
    assert "Hill" in browser.get(f"/children/{key_of('101', 'saltby')}/").content.decode()
    assert key_of("101", "saltby") != key_of("101", "teesby")
    assert browser.get(f"/children/{key_of('101', 'teesby')}/").status_code == 404
    assert "Hill" in browser.post("/find/", {"find": "Hill"}).content.decode()
    assert "Nothing that you may open" in browser.post("/find/", {"find": "Quay"}).content.decode()
    found = browser.post("/find/", {"find": "101"}, follow=True).content.decode()
    assert "Hill" in found and "Quay" not in found

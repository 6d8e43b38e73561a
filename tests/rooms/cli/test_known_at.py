"""--known-at: what an earlier load said, by every command that shows figures or rows."""

import json

import polars as pl
import pytest

from throughline.cli import main
from throughline.loads.home import councils, home_folder
from throughline.loads.known import known_loads

PERSON = "pers_person_id,pers_surname,pers_dob\n101,Hill,2012-05-01\n102,Lake,2014-03-01\n"
PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nP1,101,2026-04-15\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home of two loads: the second tells of a plan that the first had not."""
    folder = tmp_path_factory.mktemp("known")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("THROUGHLINE_HOME", str(folder / "home"))
        for day, plans in (("2026-05-31", PLANS), ("2026-06-30", PLANS + "P2,102,2026-05-15\n")):
            place = folder / f"ssd_{day}"
            place.mkdir()
            (place / "person.csv").write_text(PERSON)
            (place / "plans.csv").write_text(plans)
            (place / "contacts.csv").write_text(
                f"cont_person_id,cont_contact_date\n101,2026-04-01\n101,{day}\n"
            )
            assert main(["receive", str(place)]) == 0
    return folder / "home"


@pytest.fixture(autouse=True)
def here(home, monkeypatch, capsys):
    monkeypatch.setenv("THROUGHLINE_HOME", str(home))
    capsys.readouterr()


def run(capsys, *words):
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_count(capsys):
    words = ("count", "children_on_plans", "--as-at", "2026-05-31")
    assert run(capsys, *words)[1] == "children_on_plans (2026-05-31): 2\n"
    code, out, err = run(capsys, *words, "--known-at", "1")
    assert (code, out) == (0, "children_on_plans (2026-05-31): 1\n")
    assert "As known on" in err and "(load 1)" in err
    for load, told in (("1", 1), ("2", None)):
        rows = json.loads(run(capsys, *words, "--json", "--known-at", load)[1])
        assert [row["known_at"] for row in rows] == [told]
    assert run(capsys, *words, "--known-at", "2")[1:] == ("children_on_plans (2026-05-31): 2\n", "")


def test_sql(capsys):
    query = "select count(*) from cp_plans"
    assert run(capsys, "sql", query)[1].split() == ["count_star()", "2"]
    assert run(capsys, "sql", query, "--known-at", "1")[1].split() == ["count_star()", "1"]


def test_export(capsys, tmp_path):
    file = tmp_path / "plans.parquet"
    assert run(capsys, "export", "cp_plans", "--to", file, "--known-at", "1")[0] == 0
    assert pl.read_parquet(file).height == 1
    run(capsys, "export", "ssd", "--to", tmp_path, "--known-at", "1")
    assert (tmp_path / "ssd_2026-05-31").exists()
    line = json.loads((home_folder() / "councils" / "council" / "loads.jsonl").read_text().splitlines()[-1])
    assert (line["status"], line["as_at"]) == ("exported", "2026-05-31")


def test_report(capsys, monkeypatch):
    given = {}
    monkeypatch.setattr(
        "throughline.reports.writing.write_report", lambda *_, **said: given.update(said) or "monthly.pdf"
    )
    assert run(capsys, "report", "--known-at", "1")[0] == 0
    assert (given["known"].number, given["role"].key) == (1, "director")


@pytest.mark.parametrize("asked", ["9", "yesterday", "2020-01-01"])
def test_a_load_that_there_is_not(asked, capsys):
    code, out, err = run(capsys, "count", "children_on_plans", "--known-at", asked)
    assert (code, out) == (1, "") and "Traceback" not in err and err


def test_counted_anew_where_what_we_count_by_has_changed(capsys, monkeypatch):
    monkeypatch.setattr("throughline.cli.known.is_counted", lambda *_: False)
    assert "by today's catalogue" in run(capsys, "count", "children_on_plans", "--known-at", "1")[2]
    assert len(known_loads(councils(home_folder())[0])) == 2


def test_compare(capsys, tmp_path):
    file, to = tmp_path / "ids.csv", tmp_path / "compared.csv"
    file.write_text("id\n101\n102\n999\n")
    words = ("compare", "children_on_plans", file, "--as-at", "2026-05-31")
    assert (
        "In both: 2\nOurs only: 0\nTheirs only: 1\n  1: not in the record at all\n" in run(capsys, *words)[1]
    )
    out = run(capsys, *words, "--known-at", "1", "--to", to)[1]
    assert "In both: 1" in out and "  1: in the record, with nothing in CpPlans" in out
    assert (
        to.read_text().splitlines()[0] == "given,child,where,why" and "102,102,theirs only" in to.read_text()
    )
    log = (home_folder() / "councils" / "council" / "loads.jsonl").read_text()
    assert "children_on_plans compared" in log.splitlines()[-1]
    file.write_bytes(b"\xff")
    assert "not a text" in run(capsys, *words)[2]
    assert "cannot be read" in run(capsys, "compare", "children_on_plans", tmp_path / "none")[2]
    file.write_bytes(b"1" * 7_000_000)
    assert "too large" in run(capsys, *words)[2]


def test_loads(capsys):
    out = run(capsys, "loads")[1]
    assert ", load 2: in, as at 30 June 2026.\n  Standard Safeguarding Dataset; 6 rows, " in out
    assert out.index("load 2") < out.index("load 1")
    assert "earlier: --at-most" in run(capsys, "loads", "--at-most", "1")[1]
    told = [each for each in json.loads(run(capsys, "loads", "--json")[1]) if each["status"] == "in"]
    assert [each["number"] for each in told] == [2, 1] and told[0]["rows"]


def test_loads_of_nothing(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path))
    assert run(capsys, "loads") == (0, "Nothing has been received yet.\n", "")


def test_what_two_returns_say_as_known_at(capsys):
    for command in ("conflicts", "reconcile"):
        code, out, err = run(capsys, command, "--known-at", "1")
        assert (code, out.startswith("No two returns")) == (0, True) and "(load 1)" in err

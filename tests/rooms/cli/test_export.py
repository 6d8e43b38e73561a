"""`throughline export`: a table, or the whole, in a file of the operator's; and a line in the log."""

import json
import os
import pwd
import stat

import polars as pl
import pytest

from throughline.cli import main
from throughline.loads.home import home_folder
from throughline.record.snapshots import Snapshot

PERSON = "pers_person_id,pers_surname,pers_dob\n101,=2+3,2012-05-01\n102,Hill,2013-01-13\n"
PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nP1,101,2026-04-15\n"
CONTACTS = "cont_person_id,cont_contact_date\n101,2026-04-01\n"

SEND = {
    "send": "send_table_id,send_person_id\nS1,101\n",
    "requests": "ehcr_ehcp_request_id,ehcr_send_table_id,ehcr_ehcp_req_date\nR1,S1,2024-09-01\n",
    "assessments": "ehca_ehcp_assessment_id,ehca_ehcp_request_id\nA1,R1\n",
    "named": "ehcn_named_plan_id,ehcn_ehcp_asmt_id,ehcn_named_plan_start_date\nP1,A1,2025-01-01\n",
}


@pytest.fixture
def received(tmp_path, monkeypatch, capsys):
    """A home that has received a little dataset."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "ssd_2026-06-30"
    folder.mkdir()
    for name, text in {"person": PERSON, "plans": PLANS, "contacts": CONTACTS}.items():
        (folder / f"{name}.csv").write_text(text)
    assert main(["receive", str(folder)]) == 0
    capsys.readouterr()
    return home_folder() / "councils" / "council"


def run(capsys, *words):
    code = main(["export", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def last_line(council):
    return json.loads((council / "loads.jsonl").read_text().splitlines()[-1])


def test_a_table_as_csv(received, tmp_path, capsys):
    file = tmp_path / "out" / "child.csv"
    code, out, _ = run(capsys, "child", "--to", file)
    assert code == 0 and "child: 2 rows" in out and f"Written to {file}." in out
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("child,forename,surname,born,") and lines[0].endswith(
        "source_file,source_line"
    )
    assert lines[1].startswith("101,,'=2+3,2012-05-01,") and lines[1].endswith("ssd_2026-06-30/person.csv,2")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_table_as_parquet(received, tmp_path, capsys):
    assert run(capsys, "cp_plans", "--to", tmp_path / "plans.parquet")[0] == 0
    rows = pl.read_parquet(tmp_path / "plans.parquet")
    assert rows.select("plan", "child", "source_line").rows() == [("P1", "101", 2)]


def test_the_log_says_who_wrote_what_and_no_row(received, tmp_path, capsys):
    run(capsys, "child", "--to", tmp_path / "child.csv")
    line = last_line(received)
    who = pwd.getpwuid(os.getuid()).pw_name
    assert (line["status"], line["by"], line["rows"]) == ("exported", who, {"child": 2})
    assert line["titles"] == [f"Export to child.csv by {who}"]
    assert "101" not in json.dumps({**line, "snapshot": "", "at": ""})


def test_a_user_without_a_name_is_logged_by_number(received, tmp_path, capsys, monkeypatch):
    def nobody(number):
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    run(capsys, "child", "--to", tmp_path / "child.csv")
    assert last_line(received)["by"] == f"user {os.getuid()}"


def test_the_whole_comes_back_the_same(received, tmp_path, capsys, monkeypatch):
    code, out, err = run(capsys, "ssd", "--to", tmp_path / "exports")
    assert code == 0 and "ssd_person: 2 rows" in out and err == ""
    names = sorted(file.name for file in (tmp_path / "exports" / "ssd_2026-06-30").iterdir())
    assert names == ["ssd_contacts.csv", "ssd_cp_plans.csv", "ssd_person.csv"]
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "other"))
    assert main(["receive", str(tmp_path / "exports")]) == 0
    now = json.loads((home_folder() / "councils" / "council" / "current").read_text())
    before = json.loads((received / "current").read_text())
    assert now["as_at"] == before["as_at"] == "2026-06-30"
    one, other = (
        Snapshot.open(home / "snapshots" / said["snapshot"])
        for home, said in ((received, before), (home_folder() / "councils" / "council", now))
    )
    assert all(one.frames[t].drop("@source").equals(other.frames[t].drop("@source")) for t in one.frames)


def test_what_is_left_behind_is_said(received, tmp_path, capsys):
    wards = tmp_path / "wards.csv"
    wards.write_text("postcode,ward,locality,mid_year,children_0_17\nTS1 1AA,North,East,2025,10\n")
    assert main(["receive", str(wards)]) == 0
    _, _, err = run(capsys, "ssd", "--to", tmp_path / "exports")
    assert err.endswith("Left behind: Wards.\n")


def test_annex_a_as_a_workbook(received, tmp_path, capsys):
    code, out, err = run(capsys, "annex_a", "--to", tmp_path / "exports")
    assert code == 0 and "List 1 (Contacts): 1 rows" in out and "List 7 (Child protection): 1 rows" in out
    assert err.startswith("Left behind: List 2 (Early help assessments), ")
    names = ["Annex A 2026-06-30.xlsx", "Annex A 2026-06-30 checks.xlsx"]
    assert {file.name for file in (tmp_path / "exports").iterdir()} == set(names)
    assert last_line(received)["files"] == names
    assert "cells are to be looked at first: see Annex A 2026-06-30 checks.xlsx." in err
    (tmp_path / "exports" / names[0]).unlink()
    assert run(capsys, "annex_a", "--to", tmp_path / "exports")[0] == 1, "the checks are there already"


def test_the_whole_as_at_an_earlier_day(received, tmp_path, capsys):
    code, out, _ = run(capsys, "annex_a", "--to", tmp_path / "exports", "--as-at", "2026-04-10")
    assert code == 0 and "List 1 (Contacts): 1 rows" in out and "List 7 (Child protection): 0 rows" in out
    assert (tmp_path / "exports" / "Annex A 2026-04-10.xlsx").exists()
    code, out, err = run(capsys, "ssd", "--to", tmp_path / "exports", "--as-at", "2026-04-10")
    assert code == 0 and "ssd_cp_plans: 0 rows" in out and "Left behind: " in err
    assert run(capsys, "annex_a", "--to", tmp_path / "exports", "--as-at", "2019-01-01")[0] == 1
    for words in (["child", "--as-at", "2026-04-10"], ["ssd", "--as-at", "2026-07-01"]):
        code, _, err = run(capsys, *words, "--to", tmp_path / "more.csv")
        assert code == 1 and ("--as-at is for ssd" in err or "it does not know 1 July" in err)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["plans", "--to", "plans.csv"], "There is no table plans."),
        (["child", "--to", "child.xls"], "End its name in .csv or .parquet."),
        (["missing", "--to", "missing.csv"], "No return that was received fills missing."),
        (["child", "--to", "there.csv"], "there.csv is there already."),
        (["child", "--to", "there.csv/child.csv"], "cannot be written"),
    ],
)
def test_refused_in_words(received, tmp_path, capsys, monkeypatch, words, says):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.csv").write_text("mine")
    before = sorted(tmp_path.iterdir())
    code, out, err = run(capsys, *words)
    assert (code, out) == (1, "") and says in err
    assert sorted(tmp_path.iterdir()) == before and (tmp_path / "there.csv").read_text() == "mine"


def test_the_list_of_ehc_plans(received, tmp_path, capsys):
    code, _, err = run(capsys, "send", "--to", tmp_path / "exports")
    assert code == 1 and "No return that is in tells of EHC plans" in err
    for name, text in SEND.items():
        (tmp_path / "ssd_2026-06-30" / f"{name}.csv").write_text(text)
    assert main(["receive", str(tmp_path / "ssd_2026-06-30")]) == 0
    capsys.readouterr()
    code, out, err = run(capsys, "send", "--to", tmp_path / "exports")
    assert code == 0 and "EHC plans: " in out and "Left behind: SEN support." in err
    assert (tmp_path / "exports" / "SEND list 2026-06-30.xlsx").exists()


def test_nothing_half_written_is_left(received, tmp_path, capsys, monkeypatch):
    def full(rows, waiting, suffix):
        waiting.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("throughline.loads.exporting.write_plain", full)
    code, _, err = run(capsys, "child", "--to", tmp_path / "out" / "child.csv")
    assert code == 1 and "No space left on device" in err
    assert list((tmp_path / "out").iterdir()) == []


def test_export_before_anything_is_in(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    assert run(capsys, "ssd", "--to", tmp_path / "exports")[0] == 1

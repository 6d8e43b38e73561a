"""`throughline conflicts` and `reconcile`: how many differ in what; each of them in a file, logged."""

import json
import stat
from datetime import date

import pytest

from throughline.cli import main, reconcile
from throughline.loads.home import home_folder
from throughline.record.care import Care
from throughline.record.front_door import Referrals
from throughline.record.reconciling import Counted

PERSON = "pers_person_id,pers_dob,pers_sex\n101,2012-05-01,F\n102,2013-01-13,F\n"
CONTACTS = "cont_person_id,cont_contact_date\n101,2026-04-01\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,01/05/2012,WBRI,,,\n102,2,13/01/2014,WBRI,,,\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"


@pytest.fixture
def received(tmp_path, monkeypatch, capsys):
    """A home that has a little dataset, and an SSDA903 that says otherwise of both its children."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    ssd, year = tmp_path / "ssd_2026-06-30", tmp_path / "2025-26"
    ssd.mkdir()
    year.mkdir()
    (ssd / "person.csv").write_text(PERSON)
    (ssd / "contacts.csv").write_text(CONTACTS)
    (year / "header.csv").write_text(HEADER)
    (year / "episodes.csv").write_text(EPISODES)
    assert main(["receive", str(ssd)]) == 0
    capsys.readouterr()
    return year


def test_none(received, capsys, tmp_path):
    assert main(["conflicts", "--to", str(tmp_path / "none.csv")]) == 0
    assert capsys.readouterr().out == "No two returns say otherwise of any child.\n"
    assert not (tmp_path / "none.csv").exists()


def test_how_many_and_each_in_a_file(received, capsys, tmp_path):
    assert main(["receive", str(received), "--year", "2026"]) == 0
    capsys.readouterr()
    file = tmp_path / "conflicts.csv"
    assert main(["conflicts", "--to", str(file)]) == 0
    out = capsys.readouterr().out
    assert "1: Sex. Used: Standard Safeguarding Dataset; otherwise: Children looked after (SSDA903)." in out
    assert "1: Date of birth. Used: Standard Safeguarding Dataset" in out and "101" not in out
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0] == "child,what,day,used,used_from,other,other_from,source_file,source_line"
    assert [line.split(",")[0] for line in lines[1:]] == ["101", "102"]
    assert lines[1].endswith("2025-26/header.csv,2") and stat.S_IMODE(file.stat().st_mode) == 0o600
    log = (home_folder() / "councils" / "council" / "loads.jsonl").read_text().splitlines()
    assert json.loads(log[-1])["status"] == "exported"


def counted(table, other, only_ours, only_theirs):
    both = 40
    return Counted(
        "In it",
        table,
        date(2026, 3, 31),
        "SSD",
        both + only_ours,
        other,
        both + only_theirs,
        only_ours,
        only_theirs,
    )


@pytest.mark.parametrize(
    ("found", "says", "code"),
    [
        ([], "No two returns tell of the same day.", 0),
        ([counted(Care, "Annex A", 0, 0)], "In it, 31 March 2026: SSD 40; Annex A 40. The same children.", 0),
        (
            [counted(Referrals, "Annex A", 2, 0)],
            "2 in the first alone, 0 in the second alone: its list leaves",
            0,
        ),
        (
            [counted(Referrals, "Annex A", 2, 1)],
            "2 in the first alone, 1 in the second alone: no reason is",
            1,
        ),
        ([counted(Care, "Annex A", 1, 0)], "no reason is known: see which with throughline conflicts", 1),
    ],
)
def test_reconcile(received, capsys, monkeypatch, found, says, code):
    monkeypatch.setattr(reconcile, "reconciled", lambda parts, merges: found)
    assert main(["reconcile"]) == code
    assert says in capsys.readouterr().out


def test_reconcile_reads_what_is_in_force(received, capsys):
    assert main(["reconcile"]) == 0
    assert capsys.readouterr().out == "No two returns tell of the same day.\n"


def test_as_known_before_the_other_return_came(received, capsys):
    assert main(["receive", str(received), "--year", "2026"]) == 0
    capsys.readouterr()
    assert main(["conflicts"]) == 0 and "Sex" in capsys.readouterr().out
    assert main(["conflicts", "--known-at", "1"]) == 0
    assert capsys.readouterr().out == "No two returns say otherwise of any child.\n"
    assert main(["reconcile", "--known-at", "1"]) == 0
    assert capsys.readouterr().out == "No two returns tell of the same day.\n"
    assert main(["check", "--known-at", "2"]) == 1 and "checks ran" in capsys.readouterr().out
    assert main(["check", "--known-at", "1"]) == 1
    assert "There is no SSDA903 return to check." in capsys.readouterr().err

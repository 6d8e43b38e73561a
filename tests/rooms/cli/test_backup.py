"""`throughline backup` and `restore`: the key kept elsewhere, and what is said."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from throughline.backups.log import FILE
from throughline.cli import main
from throughline.loads.home import home_folder
from throughline.web import home

PERSON = "pers_person_id,pers_dob\n101,2012-05-01\n"
CONTACTS = "cont_person_id,cont_contact_date\n101,2026-04-01\n"


@pytest.fixture
def received(tmp_path, monkeypatch, capsys):
    """A home that has received a little dataset; where its key and its backups are."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "ssd_2026-06-30"
    folder.mkdir()
    (folder / "contacts.csv").write_text(CONTACTS)
    (folder / "person.csv").write_text(PERSON)
    assert main(["receive", str(folder)]) == 0
    home.prepare(home_folder())
    assert main(["backup", "--new-key", str(tmp_path / "key")]) == 0
    assert "keep a copy on paper" in capsys.readouterr().out
    return tmp_path


@pytest.fixture
def run(received, capsys):
    """Run a command on the backups, with their key."""

    def made(command, *words, key=received / "key", folder=received / "backups"):
        code = main([command, str(folder), "--key", str(key), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return made


def test_a_backup_and_its_restore(run, received, monkeypatch, capsys):
    code, out, err = run("backup")
    assert (code, err) == (0, "") and "It is the first of this home." in out and " MB opened. New: " in out
    assert "The one before was made a minute ago." in run("backup")[1]
    names = run("restore", "--list")[1].splitlines()
    assert len(names) == 2 and " files, " in names[0]
    monkeypatch.setenv("THROUGHLINE_HOME", str(received / "other"))
    code, out, _ = run("restore", "--which", names[0].split(":")[0])
    assert code == 0 and "everybody signs in anew" in out
    (received / "other" / "mine").write_text("")
    code, _, err = run("restore")
    assert code == 1 and "is not empty" in err
    code, out, _ = run("restore", "--over")
    assert code == 0 and "What was there is kept: " in out


def test_ages_are_said_and_late_ones_by_the_exit_code(run, received, capsys):
    assert main(["backup"]) == 1
    assert capsys.readouterr().err == "Last backed up: never.\nLast proven: never.\n"
    run("backup")
    code, out, _ = run("restore", "--prove")
    assert code == 0 and "can be restored: " in out and "1 snapshot whole" in out
    assert "The same answers as here" in out
    assert main(["backup"]) == 0
    assert capsys.readouterr().out == "Last backed up: a minute ago.\nLast proven: a minute ago.\n"
    log = home_folder() / FILE
    old = {"at": (datetime.now(UTC) - timedelta(days=36)).isoformat(), "what": "proven"}
    log.write_text(log.read_text() + json.dumps(old) + "\n" + '{"at": "half')
    assert main(["backup"]) == 1
    assert capsys.readouterr().err == "Last proven: 36 days ago.\n"


def test_a_damaged_snapshot_is_told_to_a_monitor(run, received):
    next((home_folder() / "councils").rglob("Contacts.parquet")).write_bytes(b"damaged")
    for file in (home_folder() / "councils" / "council" / "snapshots").rglob("Contacts.parquet"):
        file.write_bytes(b"damaged")
    code, _, err = run("backup")
    assert code == 1 and "is damaged here" in err


def test_the_key_is_kept_apart(run, received):
    for place in (home_folder(), received / "backups"):
        place.mkdir(exist_ok=True)
        inside = place / "key"
        inside.write_bytes((received / "key").read_bytes())
        code, _, err = run("backup", key=inside)
        assert code == 1 and f"The key is in {place}." in err
    code, _, err = run("backup", folder=home_folder() / "backups")
    assert code == 1 and "is in the home folder itself" in err
    assert main(["backup", str(received / "backups")]) == 1


def test_another_database_is_named_where_there_is_one(run, received, monkeypatch):
    run("backup")
    monkeypatch.setenv("THROUGHLINE_HOME", str(received / "other"))
    code, _, err = run("restore", "--database", "postgresql://ann@localhost/new")
    assert code == 1 and "names no database" in err and not (received / "other").exists()


def test_backups_are_thinned(run, received, monkeypatch, capsys):
    for day in ("2026-01-02", "2026-01-03", "2026-11-22"):
        monkeypatch.setattr("throughline.backups.making.name_now", lambda day=day: f"{day}T031500.000000Z")
        assert run("backup")[0] == 0
    code, out, _ = run("backup", "--thin", "--dry-run")
    assert code == 0 and "2026-01-02T031500.000000Z\nWould go: 1 backup, and " in out
    assert "Would stay: 2." in out and len(run("restore", "--list")[1].splitlines()) == 3
    code, out, _ = run("backup", "--thin", "--days", "400")
    assert code == 0 and "Taken away: 0 backups" in out
    code, out, _ = run("backup", "--thin")
    assert code == 0 and "Taken away: 1 backup," in out and "Kept: 2." in out
    assert len(run("restore", "--list")[1].splitlines()) == 2
    assert run("backup", "--dry-run")[0] == 1 and len(run("restore", "--list")[1].splitlines()) == 2
    assert main(["backup", "--thin"]) == 1
    assert "Thin which backups?" in capsys.readouterr().err

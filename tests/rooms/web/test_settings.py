import os
import stat
from dataclasses import fields
from pathlib import Path

import pytest
from django.db import connection

from throughline.errors import Refused
from throughline.web.databases import database
from throughline.web.home import FILE, Choices, Email, Loads, Visits, prepare, read, secret

DOCS = Path(__file__).parents[3] / "docs" / "settings.md"


def written(folder, text):
    (folder / FILE).write_text(text)
    return folder


def test_a_new_home_has_every_setting_explained_and_as_usual(tmp_path):
    prepare(tmp_path / "home")
    text = (tmp_path / "home" / FILE).read_text()
    assert read(tmp_path / "home") == Choices()
    for kind in (Choices, Visits, Loads, Email):
        for each in fields(kind):
            assert f"# {each.name} = " in text or f"[{each.name}]" in text


def test_what_the_file_shows_is_what_it_is_when_not_said(tmp_path):
    prepare(tmp_path / "home")
    said = (tmp_path / "home" / FILE).read_text()
    lines = [line[2:] if line.startswith("# ") and " = " in line else line for line in said.splitlines()]
    lines = [line for line in lines if not line.startswith('council = "')]
    assert read(written(tmp_path, "\n".join(lines))) == Choices()


def test_only_the_owner_may_read_a_home(tmp_path):
    home = tmp_path / "home"
    prepare(home)
    assert secret(home, "secret_key") == secret(home, "secret_key") != secret(home, "child_key")
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in home.iterdir()} == {0o600}


def test_a_home_is_never_made_anew(tmp_path):
    prepare(tmp_path, council="Saltscar", demo=True)
    prepare(tmp_path, council="Teesmouth")
    assert (read(tmp_path).council, read(tmp_path).demo) == ("Saltscar", True)


def test_without_a_home_there_are_the_usual_settings_and_a_passing_secret(tmp_path):
    assert read(tmp_path / "none") == Choices()
    assert len(secret(tmp_path / "none", "secret_key")) > 50
    assert not (tmp_path / "none").exists()


def test_settings_are_read(tmp_path):
    home = written(tmp_path, 'council = "Salt \\"scar\\""\nhosts = ["a.gov.uk"]\n[visits]\nplans = 14\n')
    assert read(home) == Choices(council='Salt "scar"', hosts=("a.gov.uk",), visits=Visits(plans=14))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("council = ", "cannot be read"),
        ('colour = "red"', "colour: no setting has this name"),
        ("[visits]\nplan = 3", "visits.plan: no setting has this name"),
        ('demo = "yes"', "demo: this must be true or false"),
        ("council = 3", "council: this must be words in quotes"),
        ("idle_minutes = true", "idle_minutes: this must be a whole number"),
        ("idle_minutes = 0", "idle_minutes: this must be 1 or more"),
        ('hosts = "a.gov.uk"', "hosts: this must be a list of words"),
        ("hosts = [3]", "hosts: this must be a list of words"),
        ('[loads]\nby = "7.30"', "loads.by: this must be an hour such as 07:30"),
        ('[loads]\nby = "24:00"', "loads.by: this must be an hour"),
        ("visits = 3", r"visits: this is the heading of a group; write it as \[visits\]"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(text, says, tmp_path):
    with pytest.raises(Refused, match=says):
        read(written(tmp_path, text))


def test_the_council_is_quoted_in_a_new_file(tmp_path):
    prepare(tmp_path, council='Salt "scar" \\ Teesmouth')
    assert read(tmp_path).council == 'Salt "scar" \\ Teesmouth'


def test_sqlite_is_set_for_several_readers_and_one_writer(tmp_path):
    said = database("", tmp_path)
    assert said["NAME"] == tmp_path / "throughline.sqlite3"
    assert said["OPTIONS"]["transaction_mode"] == "IMMEDIATE" and said["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in said["OPTIONS"]["init_command"]


def test_postgresql_is_an_address(tmp_path):
    said = database("postgresql://ann:p%40ss@db.local:5433/through", tmp_path)
    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    assert [said[name] for name in names] == ["through", "ann", "p@ss", "db.local", "5433"]
    for wrong in ("mysql://a/b", "postgresql://a", "through"):
        with pytest.raises(Refused, match="PostgreSQL"):
            database(wrong, tmp_path)


def test_these_tests_run_on_the_database_that_was_asked_for():
    asked = os.environ.get("THROUGHLINE_TEST_DATABASE", "")
    assert connection.vendor == ("postgresql" if asked else "sqlite")


def test_every_setting_is_documented():
    text = DOCS.read_text(encoding="utf-8")
    for group, kind in (("", Choices), ("visits.", Visits), ("loads.", Loads), ("email.", Email)):
        for each in fields(kind):
            if each.name not in ("visits", "loads", "email"):
                assert f"`{group}{each.name}`" in text, f"{group}{each.name} is not in docs/settings.md"

"""PostgreSQL in a backup: by its own tools, into an empty database, all of it or nothing."""

import shutil
from hashlib import sha256
from urllib.parse import urlsplit

import psycopg
import pytest

from throughline.backups import database as of_backups
from throughline.backups.contents import DUMP
from throughline.cli import main
from throughline.errors import Refused
from throughline.loads.home import Council, home_folder
from throughline.web import home
from throughline.web.databases import database

ROWS = "insert into opening select n, 'key' || n, now() from generate_series(1, 2000) n"


@pytest.fixture
def two(postgresql):
    """The addresses of a database with rows, and of an empty one."""
    if shutil.which("pg_dump") is None:
        pytest.skip("needs PostgreSQL's pg_dump and pg_restore")
    names = ("council_was", "council_new")
    with psycopg.connect(postgresql, autocommit=True) as server:
        for name in names:
            server.execute(f"drop database if exists {name}")
            server.execute(f"create database {name}")
    was, new = (urlsplit(postgresql)._replace(path=f"/{name}").geturl() for name in names)
    with psycopg.connect(was) as made:
        made.execute("create table opening (id int primary key, child text, at timestamptz)")
        made.execute(ROWS)
    return was, new


@pytest.fixture
def backed_up(two, tmp_path, monkeypatch):
    """A home whose settings name the first, backed up."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    home.prepare(home_folder())
    Council(home_folder() / "councils" / "saltby").folder.mkdir(parents=True)
    file = home_folder() / home.FILE
    file.write_text(file.read_text().replace('# database = ""', f'database = "{two[0]}"'))
    words = [str(tmp_path / "backups"), "--key", str(tmp_path / "key")]
    assert main(["backup", "--new-key", str(tmp_path / "key")]) == 0
    assert main(["backup", *words]) == 0
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "other"))
    return words


def rows(address):
    """A hash of the rows."""
    with psycopg.connect(address) as opened:
        told = opened.execute("select id, child, at from opening order by id").fetchall()
    return len(told), sha256(repr(told).encode()).hexdigest()


def test_the_rows_come_back_in_another_database(two, backed_up, capsys):
    assert main(["restore", *backed_up, "--database", two[1]]) == 0
    assert rows(two[1]) == rows(two[0]) and rows(two[0])[0] == 2000
    assert home.read(home_folder()).database == two[1]
    assert not (home_folder() / DUMP).exists()


def test_a_database_with_tables_is_never_written_over(two, backed_up, capsys):
    before = rows(two[0])
    assert main(["restore", *backed_up]) == 1  # into the one that the settings name
    assert "is not empty" in capsys.readouterr().err
    assert rows(two[0]) == before and not home_folder().exists()


def test_a_proof_loads_it_into_a_scratch_database(two, backed_up, capsys):
    assert main(["restore", *backed_up, "--prove"]) == 0  # its contents are listed
    with psycopg.connect(two[1]) as opened:
        assert opened.execute("select count(*) from pg_tables where tablename = 'opening'").fetchone() == (0,)
    assert main(["restore", *backed_up, "--prove", "--database", two[1]]) == 0
    assert rows(two[1]) == rows(two[0])
    assert main(["restore", *backed_up, "--prove", "--database", two[1]]) == 1
    assert "is not empty" in capsys.readouterr().err


def test_a_dump_that_breaks_off_leaves_the_database_empty(two, tmp_path):
    was, new = (database(address, tmp_path) for address in two)
    dump = of_backups.copy_database(was, tmp_path)
    dump.write_bytes(dump.read_bytes()[:-2000])
    with pytest.raises(Refused, match="pg_restore did not work"):
        of_backups.load_dump(new, dump)
    of_backups.check_empty(new)
    dump.write_bytes(b"no dump")
    with pytest.raises(Refused, match="pg_restore did not work"):
        of_backups.check_dump(dump)


def test_without_its_tools_it_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    settings = database("postgresql://ann:secret@localhost:1/none", tmp_path)
    with pytest.raises(Refused, match="there is no pg_dump here") as said:
        of_backups.copy_database(settings, tmp_path)
    assert "postgresql-client" in said.value.do and "secret" not in str(said.value)


def test_a_server_that_does_not_answer(tmp_path):
    if shutil.which("pg_dump") is None:
        pytest.skip("needs PostgreSQL's pg_dump")
    settings = database("postgresql://ann:secret@127.0.0.1:1/none", tmp_path)
    with pytest.raises(Refused, match="pg_dump did not work") as said:
        of_backups.copy_database(settings, tmp_path)
    assert "secret" not in str(said.value)


def test_a_home_and_a_database_of_different_kinds(tmp_path, monkeypatch):
    from throughline.backups.restoring import fill_database

    (tmp_path / DUMP).write_text("")
    with pytest.raises(Refused, match="is PostgreSQL, and the settings name another"):
        fill_database(tmp_path, database("", tmp_path), print)
    (tmp_path / DUMP).unlink()
    with pytest.raises(Refused, match="is SQLite, and the settings name another"):
        fill_database(tmp_path, database("postgresql://a@b/c", tmp_path), print)

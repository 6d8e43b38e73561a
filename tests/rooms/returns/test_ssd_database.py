"""The dataset out of a database: the same record as from its files; read only; refused in words that hold no
secret; and nothing is changed by what was not finished."""

import csv
import gc
import io
import sqlite3
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from throughline.cli import main
from throughline.errors import Refused
from throughline.record.composing import compose
from throughline.record.front_door import Contacts
from throughline.returns import ssd_database
from throughline.returns.databases import PASSWORD, address, engine_of, opened
from throughline.returns.receiving import read_return
from throughline.returns.ssd_database import as_text, read_database

DAY = date(2026, 11, 21)
SECRET = "correct-horse-battery"
LINES = {
    "ssd_person": [
        ["pers_person_id", "pers_sex", "pers_dob", "pers_upn", "pers_surname"],
        ["101", "F", "2015-03-01", "A123", "O’Neill"],
        ["0102", "M", "2012-12-31", "", "Müller"],
    ],
    "ssd_contacts": [
        ["cont_contact_id", "cont_person_id", "cont_contact_date", "cont_contact_outcome_json"],
        ["7", "101", "2026-11-01", '{"NEW_REFERRAL_FLAG":"Y"}'],
        ["8", "0102", "2026-11-20", ""],
    ],
    "ssd_early_help_episodes": [
        ["earl_person_id", "earl_episode_start_date", "earl_episode_end_date"],
        ["101", "2026-01-05", "2026-05-05"],
    ],
}
TABLES = tuple(LINES)


@pytest.fixture
def lines():
    """Little tables of the dataset; the first line of each is its headings."""
    return LINES


@pytest.fixture
def as_files(lines, tmp_path):
    """The record they make as CSV files."""
    folder = tmp_path / "csv"
    folder.mkdir()
    for name, rows in lines.items():
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        (folder / f"{name}.csv").write_text(out.getvalue())
    return compose(read_return([folder], as_at=DAY), "")


@pytest.fixture
def sqlite_file(lines, tmp_path):
    file = tmp_path / "the dataset #1.db"
    with sqlite3.connect(file) as made:
        for name, (headings, *rows) in lines.items():
            made.execute(f"create table {name} ({', '.join(headings)})")
            made.executemany(f"insert into {name} values ({', '.join('?' * len(headings))})", rows)
    return file


def typed(heading):
    days = heading.endswith("_date") or heading == "pers_dob"
    return f"{heading.upper() if heading == 'pers_sex' else heading} {'date' if days else 'text'}"


@pytest.fixture
def in_postgresql(lines, postgresql):
    """The same in a schema of a real server, days as days; taken away afterwards."""
    with psycopg.connect(postgresql) as made:
        made.execute("create schema ssd")
        for name, (headings, *rows) in lines.items():
            made.execute(f"create table ssd.{name} ({', '.join(map(typed, headings))}, of_ours text)")
            marks = ", ".join(["%s"] * len(headings))
            given = [[cell or None for cell in row] for row in rows]
            with made.cursor() as cursor:
                cursor.executemany(f"insert into ssd.{name} values ({marks})", given)
    yield postgresql
    with psycopg.connect(postgresql) as made:
        made.execute("drop schema ssd cascade; drop role if exists reader")


def taken(address, tmp_path, schema=None, folder="database"):
    place = tmp_path / folder
    place.mkdir()
    said = []
    read_database(address, schema, place, said.append)
    return place, said


def same(one, other):
    places = ["@source", "@source_line"]
    return all(f.drop(places).equals(other.frames[t].drop(places)) for t, f in one.frames.items())


def test_the_same_record_from_sqlite_and_the_same_bytes_again(as_files, sqlite_file, tmp_path):
    place, said = taken(f"sqlite:///{sqlite_file}", tmp_path)
    assert said == [f"Reading {name}" for name in ssd_database.KNOWN if name in TABLES]
    record = compose(read_return([place], as_at=DAY), "")
    assert same(as_files, record) and record.frames[Contacts].height == 2
    again, _ = taken(f"sqlite:///{sqlite_file}", tmp_path, folder="again")
    files = sorted(place.iterdir())
    assert [f.read_bytes() for f in files] == [(again / f.name).read_bytes() for f in files]


def test_the_same_record_from_postgresql(as_files, in_postgresql, tmp_path):
    place, _ = taken(in_postgresql, tmp_path, "ssd")
    assert same(as_files, compose(read_return([place], as_at=DAY), ""))


def test_it_cannot_write(in_postgresql, sqlite_file):
    for where in (in_postgresql, f"sqlite:///{sqlite_file}"):
        with opened(address(where)) as connection, pytest.raises(DBAPIError, match=r"read-?only"):
            connection.execute(text("create table of_ours (x int)"))


def test_a_login_without_the_right_to_a_table(in_postgresql, tmp_path):
    with psycopg.connect(in_postgresql) as made:
        made.execute("create role reader login; grant usage on schema ssd to reader")
        made.execute("grant select on ssd.ssd_person to reader")
    reader = in_postgresql.replace("throughline@", "reader@")
    with pytest.raises(Refused, match="may not read the table ssd_") as refused:
        taken(reader, tmp_path, "ssd")
    assert "GRANT SELECT" in refused.value.do
    with psycopg.connect(in_postgresql) as made:
        made.execute("drop owned by reader")


# The driver warns of a cursor that was never closed: there is no server left to close it at.
@pytest.mark.filterwarnings("ignore:.*ServerCursorMixin:pytest.PytestUnraisableExceptionWarning")
def test_a_connection_that_breaks_off(in_postgresql, tmp_path):
    def cut(said):
        if said == "Reading ssd_contacts":
            with psycopg.connect(in_postgresql) as other:
                other.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                    " where application_name = 'throughline'"
                )

    with pytest.raises(Refused, match="broke off while ssd_contacts was being read"):
        read_database(in_postgresql, "ssd", tmp_path, cut)
    gc.collect()


def test_a_day_that_is_none(in_postgresql, tmp_path):
    with psycopg.connect(in_postgresql) as made:
        made.execute("update ssd.ssd_contacts set cont_contact_date = 'infinity'")
    with pytest.raises(Refused, match="ssd_contacts holds a value that is none"):
        taken(in_postgresql, tmp_path, "ssd")


def test_no_such_schema_and_none_of_its_tables(in_postgresql, tmp_path):
    with pytest.raises(Refused, match="no schema sdd in the database postgres at 127") as refused:
        taken(in_postgresql, tmp_path, "sdd")
    assert "ssd" in refused.value.do
    with pytest.raises(Refused, match="no table of the Standard Safeguarding Dataset in the database"):
        taken(in_postgresql, tmp_path, folder="none")
    with pytest.raises(Refused, match="in schema public of the database"):
        taken(in_postgresql, tmp_path, "public", folder="nor here")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("postgresql://127.0.0.1:1/children", "No way into the database children at 127.0.0.1"),
        ("postgresql://127.0.0.1:1/children?no_such_word=1", "No way into"),
        (f"postgresql://reader:{SECRET}@db/children", "There is a password in the address"),
        (f"postgresql://reader@db/children?password={SECRET}", "There is a password in the address"),
        (f"mssql+pyodbc:///?odbc_connect=PWD%3D{SECRET}", "There is a password in the address"),
        ("mssql://reader@db/children", "What reads the database children at db is not installed"),
        ("mysql://reader@db/children", "This kind of database cannot be read"),
        ("children", "not the address of a database"),
        ("postgresql://db:port/children", "not the address of a database"),
        ("sqlite:////nowhere/children.db", "There is no file children.db"),
        ("sqlite://", "There is no file"),
    ],
)
def test_no_way_in(typed, says, tmp_path, monkeypatch):
    monkeypatch.setenv(PASSWORD, SECRET)
    if typed.startswith("mssql://"):
        monkeypatch.setitem(__import__("sys").modules, "pyodbc", None)
    with pytest.raises(Refused, match=says) as refused:
        read_database(typed, None, tmp_path, print)
    assert refused.value.do and SECRET not in str(refused.value) and refused.value.__cause__ is None


def test_the_password_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv(PASSWORD, SECRET)
    url = address("postgres://reader@db/children")
    assert url.password == SECRET and SECRET not in str(url) and SECRET not in repr(engine_of(url))
    monkeypatch.delenv(PASSWORD)
    assert address("postgresql://reader@db/children").password is None


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "notes.db").write_text("Not a database. " * 100)
    with pytest.raises(Refused, match=r"in the database notes.db cannot be listed"):
        read_database(f"sqlite:///{tmp_path}/notes.db", None, tmp_path, print)


def test_a_table_without_a_column_that_we_know_is_left_aside_and_said(sqlite_file, tmp_path):
    with sqlite3.connect(sqlite_file) as made:
        made.execute("create view SSD_Missing as select 1 as of_ours")
    place, _ = taken(f"sqlite:///{sqlite_file}", tmp_path)
    (part,) = read_return([place], as_at=DAY)
    assert "ssd_missing.parquet: the file has no columns" in "\n".join(map(str, part.faults))


def test_a_table_far_too_large(sqlite_file, tmp_path, monkeypatch):
    monkeypatch.setattr(ssd_database, "MOST_CELLS", 5)
    with pytest.raises(Refused, match="far more than any return"):
        taken(f"sqlite:///{sqlite_file}", tmp_path)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, None), ("007", "007"), (True, "true"), (False, "false"), (7, "7"), (7.0, "7"), (0.5, "0.5"),
        (float("nan"), None), (Decimal("12.50"), "12.5"), (Decimal("120"), "120"), (1e22, "1" + "0" * 22),
        (date(2026, 6, 30), "2026-06-30"), (datetime(2026, 6, 30), "2026-06-30"),
        (datetime(2026, 6, 30, 9, 5), "2026-06-30 09:05:00"),
        (datetime(2026, 6, 29, 23, tzinfo=UTC), "2026-06-30"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01"),
        ({"é": 1}, '{"é": 1}'), ([1], "[1]"), (b"\x0a", "0a"), (memoryview(b"\x0a"), "0a"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    ],
)  # fmt: skip
def test_every_kind_of_value(cell, written):
    assert as_text(cell) == written


def test_received_by_the_command_kept_as_files_and_no_news_again(sqlite_file, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    words = ["receive", "--database", f"sqlite:///{sqlite_file}", "--as-at", str(DAY)]
    assert main(words) == 0
    council = tmp_path / "home" / "councils" / "council"
    kept = {file.name for file in council.glob("received/*/0/database/*")}
    assert kept == {f"{name}.parquet" for name in TABLES}
    log = (council / "loads.jsonl").read_text()
    assert "database/ssd_person.parquet" in log and str(tmp_path) not in log
    capsys.readouterr()
    assert main(words) == 0 and "nothing was changed" in capsys.readouterr().out
    assert not list(Path(council).glob("received/*/0/database/*.csv"))


def test_a_schema_is_of_a_database(capsys):
    assert main(["receive", "--schema", "ssd", "x.csv"]) == 1
    assert "Name it with --database" in capsys.readouterr().err

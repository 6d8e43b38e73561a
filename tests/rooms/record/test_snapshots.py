"""A snapshot: named by what is in it, never changed, checked when it is opened."""

import json
from datetime import date, timedelta
from hashlib import sha256

import polars as pl
import pytest

from throughline.errors import Refused
from throughline.record.child import Child
from throughline.record.front_door import Contacts, Referrals
from throughline.record.journey import TABLES
from throughline.record.snapshots import ALWAYS, MANIFEST, Covered, Snapshot

DAY = date(2026, 6, 30)


def contacts(*rows):
    names = ("Contacts.child", "Contacts.received")
    return pl.DataFrame([dict(zip(names, row)) for row in rows], schema=Contacts.schema())


ANN, BEN = ("Ann", DAY), ("Ben", DAY - timedelta(1))


def snapshot(*rows):
    return Snapshot.of({Contacts: contacts(*rows)}, as_at=DAY)


def test_rows_are_in_order_whatever_order_they_came_in():
    one, other = snapshot(ANN, BEN), snapshot(BEN, ANN)
    assert one.frames[Contacts].equals(other.frames[Contacts])
    assert one.frames[Contacts]["@who"].to_list() == [0, 1]


def test_rows_that_are_alike_are_in_the_order_of_their_lines():
    lines = range(2, 402)
    rows = contacts(*[ANN] * 400).with_columns(pl.lit(0).alias("@source"), pl.Series("@source_line", lines))
    made = Snapshot.of({Contacts: rows.sample(fraction=1, shuffle=True, seed=1)}, as_at=DAY)
    assert made.frames[Contacts]["@source_line"].to_list() == list(lines)


def test_every_child_named_anywhere_has_a_row():
    child = pl.DataFrame([{"Child.child": "Cat", "Child.sex": "F"}], schema=Child.schema())
    found = Snapshot.of({Contacts: contacts(ANN), Child: child}).frames[Child]
    assert found.select("Child.child", "Child.sex").rows() == [("Ann", None), ("Cat", "F")]


def test_of_a_child_told_twice_the_first_is_kept():
    rows = [{"Child.child": "Ann", "Child.born": born} for born in (date(2021, 1, 1), date(2020, 1, 1))]
    frame = pl.DataFrame(rows, schema=Child.schema())
    assert Snapshot.of({Child: frame}).frames[Child]["Child.born"].to_list() == [date(2020, 1, 1)]


def test_what_was_not_supplied_is_missing_and_empty():
    made = snapshot(ANN)
    assert Contacts not in made.missing and made.missing == set(TABLES) - {Contacts}
    assert made.frames[Referrals].is_empty() and set(Referrals.schema()) <= set(
        made.frames[Referrals].columns
    )
    nobody = Snapshot.of({})
    assert nobody.children == 0 and nobody.missing == set(TABLES)


def test_written_opened_and_the_same(tmp_path):
    written = snapshot(ANN, BEN).write(tmp_path)
    opened = Snapshot.open(tmp_path / written.name)
    assert opened.name == written.name and opened.as_at == DAY and opened.children == 2
    assert opened.covers == written.covers and opened.sources == written.sources
    assert all(opened.frames[table].equals(written.frames[table]) for table in TABLES)


def test_a_table_without_a_row_is_the_same_whether_it_came_or_not_and_has_no_file(tmp_path):
    none = pl.DataFrame(schema=Referrals.schema())
    written = Snapshot.of({Contacts: contacts(ANN), Referrals: none}, as_at=DAY).write(tmp_path)
    assert {file.name for file in (tmp_path / written.name).glob("*.parquet")} == {
        "Child.parquet",
        "Contacts.parquet",
    }
    opened = Snapshot.open(tmp_path / written.name)
    assert Referrals not in opened.missing
    assert opened.frames[Referrals].schema == written.frames[Referrals].schema


def test_the_same_rows_are_the_same_snapshot_and_others_another(tmp_path):
    one = snapshot(ANN, BEN).write(tmp_path)
    assert snapshot(BEN, ANN).write(tmp_path).name == one.name
    assert [folder.name for folder in tmp_path.iterdir()] == [one.name], "nothing is left lying about"
    assert snapshot(ANN).write(tmp_path).name != one.name


@pytest.mark.parametrize("harm", ["flip", "remove", "manifest", "no manifest"])
def test_a_damaged_snapshot_is_never_counted(tmp_path, harm):
    folder = tmp_path / snapshot(ANN).write(tmp_path).name
    file = folder / "Contacts.parquet"
    if harm == "flip":
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(bytes(data))
    elif harm == "remove":
        file.unlink()
    elif harm == "manifest":
        said = json.loads((folder / "manifest.json").read_text())
        (folder / "manifest.json").write_text(json.dumps(said | {"as_at": "2026-07-01"}))
    else:
        (folder / "manifest.json").unlink()
    with pytest.raises(Refused) as refused:
        Snapshot.open(folder)
    named = "manifest.json" if "manifest" in harm else "Contacts.parquet"
    assert refused.value.what.startswith(f"{named} in this snapshot") and refused.value.do


JUNE, MAY = Covered(0, date(2026, 6, 1), DAY), Covered(1, date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("covers", "first", "last", "but", "answered"),
    [
        ((JUNE,), date(2026, 6, 1), DAY, (), True),
        ((JUNE,), date(2026, 5, 31), DAY, (), False),
        ((JUNE,), DAY, DAY + timedelta(1), (), False),
        ((JUNE, MAY), date(2026, 5, 1), DAY, (), True),  # one return after another, in any order
        ((MAY, JUNE), date(2026, 5, 20), date(2026, 6, 2), (), True),
        ((MAY, JUNE), date(2026, 5, 20), date(2026, 6, 2), (1,), False),  # but not that return
        ((MAY, JUNE), date(2026, 6, 1), date(2026, 6, 2), (1,), True),
        ((), DAY, DAY, (), False),
    ],
)
def test_the_days_that_returns_answer_for(covers, first, last, but, answered):
    made = Snapshot.arranged({Contacts: contacts(ANN)}, covers={Contacts: covers}, as_at=DAY)
    assert made.covered(Contacts, first, last, frozenset(but)) == answered


def test_a_childs_columns_beside_its_rows_where_they_are_read():
    child = pl.DataFrame([{"Child.child": "Ann", "Child.sex": "F"}], schema=Child.schema())
    made = Snapshot.of({Contacts: contacts(ANN, (None, DAY)), Child: child})
    beside = made.beside_child(Contacts, {"Child.sex"}).collect()
    assert dict(zip(beside["Contacts.child"], beside["Child.sex"])) == {"Ann": "F", None: None}
    assert "Child.sex" not in made.beside_child(Contacts, {"Contacts.child"}).collect_schema()
    assert made.beside_child(Child, set()).collect().height == 1


def test_where_there_is_no_child_what_is_read_of_them_is_blank():
    beside = Snapshot.of({}).beside_child(Contacts, {"Child.born"}).collect()
    assert beside.schema["Child.born"] == pl.Date and beside.is_empty()


def test_always_is_long():
    assert ALWAYS.first < date(1900, 1, 1) and ALWAYS.last > date(2100, 1, 1)


@pytest.mark.parametrize("where", ["covers", "files"])
def test_a_record_of_a_later_version_is_not_read_without_a_part_of_it(tmp_path, where):
    written = snapshot(ANN).write(tmp_path)
    folder = tmp_path / written.name
    told = json.loads((folder / MANIFEST).read_text())
    told[where] |= {"covers": {"Unheard": []}, "files": {"Unheard.parquet": "0" * 64}}[where]
    text = json.dumps(told)
    (folder / MANIFEST).write_text(text)
    with pytest.raises(Refused, match="later Throughline: this one does not know its table Unheard"):
        Snapshot.open(folder.rename(tmp_path / sha256(text.encode()).hexdigest()))

"""A backup that is not whole, or not ours, is refused, and nothing is left of it."""

import io
import random
import shutil
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from throughline.backups import contents, making
from throughline.backups.contents import names_in, write_list
from throughline.backups.keys import Key, make_key
from throughline.backups.proving import prove
from throughline.backups.sealing import PIECE, seal, unseal
from throughline.errors import Refused
from throughline.record.snapshots import Snapshot

from .conftest import sealed


def every_file(to):
    """The files of a backup, and the list."""
    return sealed(to / "files") + sealed(to / "backups")


def flipped(file, bit):
    """A file with one bit of it turned; what turns it back."""
    before = file.read_bytes()
    after = bytearray(before)
    after[bit // 8 % len(after)] ^= 1 << bit % 8
    file.write_bytes(after)
    return lambda: file.write_bytes(before)


def refused(a_home, match=None):
    """A restore is refused, and leaves nothing."""
    with pytest.raises(Refused, match=match):
        a_home.back()
    assert not a_home.other.exists() and list(a_home.other.parent.glob(".*")) == []


def test_another_key_opens_nothing(a_home, tmp_path):
    a_home.up()
    other = make_key(tmp_path / "other-key", date(2026, 11, 22))
    with pytest.raises(Refused, match="was sealed with key"):
        a_home.back(key=other)
    assert not a_home.other.exists()
    with pytest.raises(Refused, match="was sealed with key"):
        making.back_up(a_home.folder, a_home.to, other, {"ENGINE": "sqlite3", "NAME": "none"}, print)
    assert len(names_in(a_home.to)) == 1


def test_a_file_that_is_gone_is_found_out(a_home):
    a_home.up()
    for file in every_file(a_home.to):
        away = file.with_suffix(".away")
        file.rename(away)
        refused(a_home)
        away.rename(file)
    a_home.back()


def test_one_flip_in_a_file_is_refused(a_home):
    a_home.up()
    chance = random.Random(7)
    for file in every_file(a_home.to):
        mend = flipped(file, chance.randrange(file.stat().st_size * 8))
        refused(a_home)
        mend()
    a_home.back()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(which=some.integers(0, 10**6), bit=some.integers(0, 10**9))
def test_any_flip_is_refused(a_home, which, bit):
    if not a_home.to.exists():
        a_home.up()
    files = sealed(a_home.to)
    mend = flipped(files[which % len(files)], bit)
    refused(a_home)
    mend()


@pytest.mark.parametrize("cut", [0, 3, 20, 48, 60, PIECE, 2 * PIECE + 80, -1])
def test_a_file_that_was_cut_or_grew_is_refused(a_home, cut):
    (a_home.folder / "councils" / "saltby" / "long").write_bytes(bytes(3 * PIECE))
    a_home.up()
    file = max(sealed(a_home.to), key=lambda file: file.stat().st_size)
    whole = file.read_bytes()
    file.write_bytes(whole[:cut] if cut >= 0 else whole + b"x")
    refused(a_home, "damaged")


def test_files_and_pieces_that_were_swapped_are_refused(a_home):
    (a_home.folder / "councils" / "saltby" / "long").write_bytes(bytes(3 * PIECE))
    a_home.up()
    longest = max(sealed(a_home.to), key=lambda file: file.stat().st_size)
    whole, long, head = longest.read_bytes(), PIECE + 16, 48
    one, two = (whole[head + at * long : head + (at + 1) * long] for at in (0, 1))
    longest.write_bytes(whole[:head] + two + one + whole[head + 2 * long :])
    refused(a_home, "damaged")
    longest.write_bytes(whole)
    first, other = (file for file in sealed(a_home.to / "files")[:2])
    first.write_bytes(other.read_bytes())
    refused(a_home, "damaged")


def test_a_list_under_another_name_is_refused(a_home):
    a_home.up()
    (name,) = names_in(a_home.to)
    list_ = a_home.to / "backups" / name
    list_.rename(list_.with_name("2099-01-01T000000.000000Z"))  # an old backup made to look new
    refused(a_home, "damaged")


@pytest.mark.parametrize("path", ["../outside", "/etc/outside", "councils/../../outside"])
def test_no_file_is_written_outside_the_home(a_home, path):
    made = a_home.up()
    outside = contents.Kept(path, made.files[0].size, made.files[0].sha256)
    write_list(a_home.to, "2099-01-01T000000.000000Z", [outside], a_home.key)
    refused(a_home, "damaged")


def test_a_later_form_is_refused(a_home, monkeypatch):
    monkeypatch.setattr(contents, "FORM", 2)
    a_home.up()
    monkeypatch.setattr(contents, "FORM", 1)
    refused(a_home, "made by a later Throughline")


def test_a_disk_that_is_full_is_said_and_leaves_nothing(a_home, monkeypatch):
    a_home.up()
    monkeypatch.setattr(shutil, "disk_usage", lambda place: shutil._ntuple_diskusage(1, 1, 0))
    refused(a_home, "the disk has less")
    monkeypatch.undo()
    monkeypatch.setattr("throughline.backups.opening.unseal", full)
    refused(a_home, "No space left")
    monkeypatch.setattr(making, "seal", full)
    (a_home.folder / "councils" / "saltby" / "new").write_text("new")
    before = names_in(a_home.to)
    with pytest.raises(Refused, match="No space left"):
        a_home.up()
    assert names_in(a_home.to) == before and list(a_home.folder.glob(".backing-up")) == []


def full(*given):
    raise OSError(28, "No space left on device")


def test_a_link_in_the_home_is_not_passed_by(a_home, tmp_path):
    for what in (tmp_path / "elsewhere", tmp_path / "elsewhere.txt"):
        what.mkdir() if what.suffix == "" else what.write_text("")
        link = a_home.folder / "councils" / "saltby" / what.name
        link.symlink_to(what)
        with pytest.raises(Refused, match="is a link"):
            a_home.up()
        link.unlink()


def test_a_damaged_database_is_not_backed_up_as_if_it_were_whole(a_home):
    file = a_home.folder / "throughline.sqlite3"
    whole = file.read_bytes()
    file.write_bytes(whole[:5000] + b"\xff" * (len(whole) - 5000))
    with pytest.raises(Refused, match=r"throughline\.sqlite3"):
        a_home.up()
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(Refused, match=r"throughline\.sqlite3"):
        a_home.up()


def test_a_damaged_snapshot_is_said_and_comes_back_from_an_earlier_backup(a_home):
    first = a_home.up()
    snapshot = a_home.council.snapshots / a_home.council.current()["snapshot"]
    mend = flipped(snapshot / "Care.parquet", 999)
    again = a_home.up()
    assert again.damaged == (f"councils/saltby/snapshots/{snapshot.name}",)
    with pytest.raises(Refused, match=f"saltby, snapshot {snapshot.name[:8]}: Care.parquet"):
        prove(a_home.to, a_home.folder, a_home.key, None, None, a_home.said.append)
    mend()
    flipped(snapshot / "manifest.json", 9)
    assert len(a_home.up().damaged) == 1
    a_home.back(which=first.name)
    assert Snapshot.open(a_home.other / "councils" / "saltby" / "snapshots" / snapshot.name).children


def test_two_restores_at_once(a_home, tmp_path, monkeypatch):
    a_home.up()

    def second(*given):
        with pytest.raises(Refused, match="Another backup or restore is under way"):
            a_home.back()
        raise Refused("enough")

    monkeypatch.setattr("throughline.backups.restoring.fill_database", second)
    refused(a_home, "enough")


def test_every_bit_of_a_sealed_file_counts(tmp_path):
    key, file = Key(bytes(32)), tmp_path / "sealed"
    seal(io.BytesIO(b"Ann Hill, born 2015"), file, "name", key)
    assert b"".join(unseal(file, "name", key)) == b"Ann Hill, born 2015"
    for bit in range(file.stat().st_size * 8):
        mend = flipped(file, bit)
        with pytest.raises(Refused):
            list(unseal(file, "name", key))
        mend()

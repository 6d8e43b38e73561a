"""Backups thinned: what stays restores, the newest always, and stopped at any point nothing is half gone."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.backups import log, making, thinning
from throughline.backups.contents import FORMAT, names_in, time_of
from throughline.backups.keys import make_key, read_key
from throughline.backups.making import UNDER_WAY
from throughline.backups.temporary_folder import temporary_folder
from throughline.backups.thinning import planned, thin, to_keep
from throughline.errors import Refused

from .conftest import database_of, left_out, sealed
from .test_killed import killed

NEWEST = datetime(2026, 11, 22, 3, 15, tzinfo=UTC)
AGES = (500, 470, 100, 95, 36, 35, 10, 0)  # days before the newest; two are of August, and two of October
STAY, GO = (500, 470, 95, 35, 10, 0), (100, 36)
THINNING = "throughline.backups.thinning"
STEPS = {
    "before anything": (f"{THINNING}:forget", "before"),
    "when a list is gone": (f"{THINNING}:flush", "before"),
    "when the lists are gone": (f"{THINNING}:forget", "after"),
    "among the files": ("pathlib:Path.unlink", "at the ninth"),
    "when the files are gone": (f"{THINNING}:clear", "after"),
}


def name_of(age):
    return (NEWEST - timedelta(days=age)).strftime(FORMAT)


@pytest.fixture(scope="module")
def eight_nights(whole_home, tmp_path_factory):
    """A folder with a home, a key, and backups of eight nights, in each of which something was new and
    something gone; and the files of the home on each, by the name of its backup."""
    place, before = tmp_path_factory.mktemp("eight"), {}
    home, key = place / "home", make_key(place / "key", NEWEST.date())
    shutil.copytree(whole_home, home)
    extra = home / "councils" / "saltby" / "of one night"
    extra.mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda file: None)
        for age in AGES:
            patched.setattr(making, "name_now", lambda age=age: name_of(age))
            for n in range(12):
                (extra / f"{n}").write_text(f"{age} {n}")
            made = making.back_up(home, place / "backups", key, database_of(home), str)
            before[made.name] = files_of(home)
    return place, before


@pytest.fixture
def thick(a_home, eight_nights):
    """The same in place of a home without backups."""
    place, before = eight_nights
    shutil.rmtree(a_home.folder)
    shutil.copytree(place, a_home.folder.parent, dirs_exist_ok=True)
    a_home.key = read_key(place / "key")
    return before


def restored(a_home, place, name):
    a_home.back(place / "home", which=name, key=a_home.key)
    return files_of(place / "home")


def files_of(folder):
    """Every file that a backup has, by its path, as a hash."""
    files = ((file, file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
    return {
        str(path): sha256(file.read_bytes()).hexdigest() for file, path in files if not left_out(path.parts)
    }


def test_what_stays_restores_and_nothing_else_is_left(a_home, thick, tmp_path):
    plan = planned(a_home.to, a_home.key)
    files = sealed(a_home.to)
    assert sealed(a_home.to) == files, "to say what would go does nothing"
    assert thin(a_home.folder, a_home.to, a_home.key) == plan
    assert names_in(a_home.to) == [*plan.stay] == [name_of(age) for age in STAY]
    assert plan.go == tuple(map(name_of, GO))
    gone = set(files) - set(sealed(a_home.to))
    assert gone == {*plan.files, *(a_home.to / "backups" / name for name in plan.go)}
    assert 24 <= len(plan.files) < 40 and plan.size > 0, "what those nights alone had, and no more"
    for name in plan.stay:
        assert restored(a_home, tmp_path / name, name) == thick[name]
    again = thin(a_home.folder, a_home.to, a_home.key)
    assert (again.go, again.files) == ((), ())
    assert [line["go"] for line in log.lines(a_home.folder) if line["what"] == log.THINNED] == [2, 0]
    assert not (a_home.folder / UNDER_WAY).exists()
    new = making.back_up(a_home.folder, a_home.to, a_home.key, database_of(a_home.folder), str)
    assert restored(a_home, tmp_path / "new", new.name) == files_of(a_home.folder)


@pytest.mark.parametrize("step", STEPS)
def test_a_thinning_that_is_killed(a_home, thick, tmp_path, step):
    going = planned(a_home.to, a_home.key, 7)
    assert len(going.go) == 3 and len(going.files) > 35
    killed(a_home, a_home.folder, *STEPS[step], "backup", "--thin", "--days", "7")
    left = names_in(a_home.to)
    assert set(going.stay) <= set(left), "what was to stay has stayed"
    for name in (left[0], left[-3], left[-1]):
        assert restored(a_home, tmp_path / name, name) == thick[name], "whoever has a list is whole"
    done = thin(a_home.folder, a_home.to, a_home.key, 7)
    assert done.stay == going.stay and names_in(a_home.to) == [*going.stay]
    assert planned(a_home.to, a_home.key, 7).files == ()


def test_where_the_newest_is_not_whole_or_a_list_cannot_be_read_nothing_goes(a_home, thick):
    newest = max(sealed(a_home.to / "files"), key=lambda file: file.stat().st_mtime_ns)
    a_list = a_home.to / "backups" / name_of(470)
    for file, spoil, why in (
        (newest, lambda: newest.write_bytes(b"short"), f"{name_of(0)}, is not whole: nothing was taken away"),
        (newest, newest.unlink, "is not whole"),
        (a_list, lambda: a_list.write_bytes(a_list.read_bytes()[:-1] + b"x"), "is damaged"),
    ):
        whole = file.read_bytes()
        spoil()
        files = sealed(a_home.to)
        with pytest.raises(Refused, match=why):
            thin(a_home.folder, a_home.to, a_home.key)
        assert sealed(a_home.to) == files
        file.write_bytes(whole)
    assert len(thin(a_home.folder, a_home.to, a_home.key).go) == 2


def test_what_else_is_refused(a_home, thick, tmp_path, monkeypatch):
    with temporary_folder(a_home.folder / UNDER_WAY), pytest.raises(Refused, match="Another backup"):
        thin(a_home.folder, a_home.to, a_home.key)
    with pytest.raises(Refused, match="There is no backup in"):
        thin(a_home.folder, tmp_path / "elsewhere", a_home.key)
    with pytest.raises(Refused, match="for a day at least"):
        thin(a_home.folder, a_home.to, a_home.key, 0)

    def fails(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(thinning, "forget", fails)
    with pytest.raises(Refused, match="Operation not permitted"):
        thin(a_home.folder, a_home.to, a_home.key)
    assert len(names_in(a_home.to)) == len(AGES)


MOMENTS = st.lists(st.integers(0, 3 * 365 * 24), min_size=1, max_size=60, unique=True).map(
    lambda hours: sorted((NEWEST - timedelta(hours=hour)).strftime(FORMAT) for hour in hours)
)
SOME_DAYS = st.integers(1, 60)


@given(names=MOMENTS, days=SOME_DAYS)
def test_the_policy(names, days):
    stay = to_keep(names, days)
    assert names[-1] in stay and stay <= set(names)
    assert {name[:7] for name in stay} == {name[:7] for name in names}, "no month is lost"
    since = time_of(names[-1]) - timedelta(days=days)
    older = [name for name in stay if time_of(name) < since]
    assert len({name[:7] for name in older}) == len(older), "one a month beyond"
    assert {name for name in names if time_of(name) >= since} <= stay
    assert to_keep(sorted(stay), days) == stay


@given(names=MOMENTS, days=SOME_DAYS)
def test_thinned_every_night_or_once_is_the_same(names, days):
    nightly = []
    for name in names:
        nightly = sorted(to_keep([*nightly, name], days))
    assert set(nightly) == to_keep(names, days)

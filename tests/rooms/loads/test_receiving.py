"""Receive: raw files kept, nothing lost, and what was served goes on being served."""

import errno
import json
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import polars as pl
import pytest
from little_returns import EPISODES, HEADER

from throughline.errors import Fault, Refused
from throughline.loads import disk_space
from throughline.loads.counts import answers_about, answers_before, answers_now, months_of
from throughline.loads.faults import distorts, faults_now, faults_of, files_behind
from throughline.loads.home import Council, NotNow, council, councils
from throughline.loads.parts import outdates, read_part, replaces
from throughline.loads.receiving import receive, receive_again
from throughline.measures.care import looked_after, looked_after_rate, three_placements_in_a_year
from throughline.measures.front_door import contacts
from throughline.record.composing import Part
from throughline.record.leaving_care import CareLeavers
from throughline.record.periods import Months, as_at
from throughline.record.protection import CpPlans
from throughline.record.snapshots import Snapshot
from throughline.returns.receiving import returns


def year(folder: Path, last: int, children: str = "ab", open_: str = "ab") -> Path:
    """A little SSDA903 of the year to 31 March `last`."""
    place = folder / f"{last - 1}-{last % 100}"
    place.mkdir(parents=True)
    ids = {child: f"10{child}" for child in children}
    (place / "header.csv").write_text(HEADER + "".join(f"{i},1,01/05/2012,WBRI,,,\n" for i in ids.values()))
    rows = [
        f"{ids[c]},01/06/{last - 1},S,C2,N1,U6,PR1,{'' if c in open_ else f'01/02/{last},E4A'},,,,\n".replace(
            ",,,,,\n", ",,,,,,\n"
        )
        for c in children
    ]
    (place / "episodes.csv").write_text(EPISODES + "".join(fixed(row) for row in rows))
    return place


def fixed(row: str) -> str:
    """The same row with thirteen cells."""
    cells = row.rstrip("\n").split(",")
    return ",".join([*cells, *[""] * 13][:13]) + "\n"


@pytest.fixture
def saltby(tmp_path):
    return Council(tmp_path / "home" / "councils" / "saltby")


@pytest.fixture
def free(monkeypatch):
    """The disk has so many bytes free: `free(1000)`."""
    return lambda size: monkeypatch.setattr(
        disk_space.shutil, "disk_usage", lambda place: SimpleNamespace(free=size)
    )


def looked_after_on(council: Council, day: date):
    return answers_now(council).value(looked_after, as_at(day))


def test_a_first_load_is_served(saltby, tmp_path):
    load = receive(saltby, [year(tmp_path, 2024)])
    assert (load.status, load.as_at) == ("in", date(2024, 3, 31))
    assert looked_after_on(saltby, date(2024, 3, 31)).value == 2
    assert saltby.current()["snapshot"] == load.snapshot
    assert saltby.loads()[0]["status"] == "in"


def test_the_same_bytes_twice_change_nothing_and_say_so(saltby, tmp_path):
    first = receive(saltby, [year(tmp_path, 2024)])
    pointer = saltby.current()
    again = receive(saltby, [tmp_path / "2023-24"])
    assert (again.status, again.snapshot) == ("nothing new", first.snapshot)
    assert saltby.current() == pointer
    assert [line["status"] for line in saltby.loads()] == ["nothing new", "in"]


def test_raw_files_are_kept_as_they_came(saltby, tmp_path):
    place = year(tmp_path, 2024)
    load = receive(saltby, [place])
    kept = {file.name: file.read_bytes() for file in (saltby.received / load.name).rglob("*.csv")}
    assert kept == {file.name: file.read_bytes() for file in place.iterdir()}


def test_what_cannot_be_read_is_kept_aside_and_the_earlier_record_is_served(saltby, tmp_path):
    receive(saltby, [year(tmp_path, 2024)])
    before = saltby.current()
    other = tmp_path / "other"
    other.mkdir()
    (other / "notes.csv").write_text("a,b\n1,2\n")
    with pytest.raises(Refused, match=r"notes\.csv"):
        receive(saltby, [other])
    assert saltby.current() == before
    assert [file.name for file in saltby.refused.rglob("*.csv")] == ["notes.csv"]
    assert saltby.loads()[0]["status"] == "refused"
    with pytest.raises(Refused):  # and again, without an error of our own
        receive(saltby, [other])


def test_a_later_year_joins_the_earlier_and_past_snapshots_stay_readable(saltby, tmp_path):
    first = receive(saltby, [year(tmp_path, 2024)])
    receive(saltby, [year(tmp_path, 2025, "abc", "abc")])
    assert looked_after_on(saltby, date(2024, 3, 31)).value == 2
    assert looked_after_on(saltby, date(2025, 3, 31)).value == 3
    assert not looked_after_on(saltby, date(2023, 3, 31)).available
    past = answers_about(saltby, first.snapshot)
    assert past.value(looked_after, as_at(date(2024, 3, 31))).value == 2
    assert not past.value(looked_after, as_at(date(2025, 3, 31))).available


def test_a_return_sent_again_replaces_the_one_before(saltby, tmp_path):
    receive(saltby, [year(tmp_path / "first", 2024, "abc", "abc")])
    receive(saltby, [year(tmp_path / "again", 2024, "ab", "ab")])
    assert len(saltby.current()["parts"]) == 1
    assert looked_after_on(saltby, date(2024, 3, 31)).value == 2


def test_a_damaged_snapshot_is_not_served_and_the_one_before_is(saltby, tmp_path):
    first = receive(saltby, [year(tmp_path, 2024)])
    second = receive(saltby, [year(tmp_path, 2025)])
    file = saltby.snapshots / second.snapshot / "Care.parquet"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(Refused, match=r"Care\.parquet"):
        Snapshot.open(saltby.snapshots / second.snapshot)
    answers_about.cache_clear()
    with pytest.raises(Refused, match=r"Care\.parquet"):
        answers_now(saltby)
    assert answers_before(saltby).snapshot.name == first.snapshot
    assert Snapshot.open(saltby.snapshots / first.snapshot).as_at == date(2024, 3, 31)


def test_a_damaged_return_is_not_put_into_a_record_and_its_files_mend_it(saltby, tmp_path):
    first = receive(saltby, [year(tmp_path / "files", 2024)])
    (part,) = saltby.parts.iterdir()
    with (part / "Care.parquet").open("r+b") as file:
        file.write(b"x")
    later = [year(tmp_path / "files", 2025)]
    with pytest.raises(Refused, match=f"throughline again {first.name[:8]}"):
        receive(saltby, later)
    assert saltby.current()["load"] == first.name
    assert receive_again(saltby, first.name[:8]).status == "in"
    assert receive_again(saltby, first.name[:8]).status == "nothing new"
    assert receive(saltby, later).status == "in"


def test_with_nothing_whole_to_serve_it_says_so(saltby, tmp_path):
    load = receive(saltby, [year(tmp_path, 2024)])
    (saltby.snapshots / load.snapshot / "Care.parquet").unlink()
    answers_about.cache_clear()
    with pytest.raises(Refused, match="no earlier one"):
        answers_before(saltby)


def test_one_load_at_a_time(saltby, tmp_path):
    with saltby.alone(), pytest.raises(Refused, match="under way"):
        receive(saltby, [year(tmp_path, 2024)])


def test_with_too_little_room_nothing_is_begun(saltby, tmp_path, free):
    files = year(tmp_path, 2024)
    size = sum(file.stat().st_size for file in files.iterdir())
    free(3 * size - 1)
    with pytest.raises(NotNow, match="The disk of saltby has 1 MB free, and this load may need 1 MB"):
        receive(saltby, [files])
    assert not saltby.received.exists() and saltby.loads() == []
    free(3 * size)
    assert receive(saltby, [files]).status == "in"


def test_room_for_the_count_is_asked_for_too(saltby, tmp_path, free):
    files = year(tmp_path, 2024)
    receive(saltby, [files])
    (counted,) = saltby.counts.glob("*/")
    sent, count = (sum(file.stat().st_size for file in folder.iterdir()) for folder in (files, counted))
    free(3 * sent + count - 1)
    with pytest.raises(NotNow, match="this load may need"):
        receive(saltby, [files])
    free(3 * sent + count)
    assert receive(saltby, [files]).status == "nothing new"


def test_more_than_any_council_sends_is_refused(saltby, tmp_path, monkeypatch):
    monkeypatch.setattr(disk_space, "LARGEST", 10)
    with pytest.raises(Refused, match="more than 8 GB"):
        receive(saltby, [year(tmp_path, 2024)])


@pytest.mark.parametrize("step", ["copyfile", "write_parquet", "fsync"])
def test_a_disk_that_fills_up_leaves_what_was_served(saltby, tmp_path, monkeypatch, step):
    receive(saltby, [year(tmp_path, 2024)])
    before, owner = saltby.current(), {"copyfile": shutil, "write_parquet": pl.DataFrame, "fsync": os}[step]

    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(owner, step, full)
        with pytest.raises(NotNow, match="filled up"):
            receive(saltby, [year(tmp_path, 2025)])
    assert saltby.current() == before
    assert receive(saltby, [tmp_path / "2024-25"]).status == "in"


def test_what_cannot_be_copied_may_be_later_and_any_other_failure_is_ours(saltby, tmp_path, monkeypatch):
    files = year(tmp_path, 2024)

    def broken(number):
        def fails(*args, **kwargs):
            raise OSError(number, "the share is gone")

        return fails

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copyfile", broken(errno.EIO))
        with pytest.raises(NotNow, match=r"episodes\.csv cannot be read: the share is gone"):
            receive(saltby, [files])
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", broken(errno.EIO))
        with pytest.raises(OSError, match="the share is gone"):
            receive(saltby, [files])


def test_an_extract_that_comes_late_changes_nothing_and_is_kept(saltby, tmp_path):
    again, late = year(tmp_path / "again", 2024, "abc", "abc"), year(tmp_path / "late", 2024)
    receive(saltby, [again])
    part = read_part(saltby.parts / saltby.current()["parts"][0])
    older = replace(part, as_at=date(2024, 3, 30))
    assert outdates(part, older) and not outdates(part, part) and not outdates(older, part)
    assert not outdates(replace(part, as_at=None), older)
    assert receive(saltby, [late]).status == "in"  # of the same day: the newest to come is believed


def test_faults_are_kept_with_their_return_and_point_to_measures(saltby, tmp_path):
    place = year(tmp_path, 2024)
    text = (place / "episodes.csv").read_text()
    (place / "episodes.csv").write_text(text.replace("01/06/2023,S", "31/02/2023,S", 1))
    receive(saltby, [place])
    faults = faults_now(saltby)
    assert any(fault.column == "DECOM" and fault.line == 2 for fault in faults)
    answers = answers_now(saltby)
    assert faults_of(answers, looked_after, faults)
    assert faults_of(answers, contacts, faults) == []


def test_a_fault_touches_the_measures_that_read_its_column_and_no_other_of_the_file(saltby, tmp_path):
    receive(saltby, [year(tmp_path, 2024)])
    answers = answers_now(saltby)
    file = next(source.file for source in answers.snapshot.sources if source.file.endswith("episodes.csv"))

    def touches(measure, column, **more):
        return faults_of(answers, measure, [Fault(file, 2, column, "x", **more)]) != []

    assert touches(looked_after, "DECOM") and touches(looked_after, "LS")
    assert not touches(looked_after, "REASON_PLACE_CHANGE") and not touches(looked_after, "URN")
    assert touches(looked_after, "URN", aside=1)  # the whole line is wanting
    assert touches(looked_after, None) and touches(looked_after, "a heading of old")
    assert touches(three_placements_in_a_year, "DEC")  # placements are made from episodes
    assert touches(looked_after_rate, "DECOM")


def test_a_fault_in_a_file_that_only_adds_to_rows_touches_what_reads_its_column(saltby, tmp_path):
    place = tmp_path / "ssd"
    place.mkdir()
    (place / "p.csv").write_text(
        "pers_person_id,pers_dob,pers_sex,pers_ethnicity,pers_forename,pers_surname\nA,2012-05-01,F,WBRI,,\n"
    )
    (place / "e.csv").write_text(
        "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,"
        "clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,"
        "clae_cla_placement_id,clae_cla_id\n1,A,2026-01-02,S,N1,,,P1,L1\n"
    )
    (place / "pl.csv").write_text(
        "clap_cla_placement_id,clap_cla_id,clap_cla_episode_id,clap_cla_placement_start_date,"
        "clap_cla_placement_type\nP1,L1,1,2026-01-02,U6\n"
    )
    receive(saltby, [place])
    answers = answers_now(saltby)

    def touches(measure, column, file="ssd/pl.csv"):
        return faults_of(answers, measure, [Fault(file, 2, column, "x")]) != []

    assert "ssd/pl.csv" not in files_behind(answers.snapshot, three_placements_in_a_year)
    assert touches(three_placements_in_a_year, "clap_cla_placement_type")
    assert not touches(contacts, "clap_cla_placement_type")
    assert not touches(looked_after, "clap_cla_id") and not touches(looked_after, None)


def test_a_fault_in_the_population_touches_what_is_of_children_who_live_here():
    wards = next(given for given in returns() if given.title == "Wards")
    fault = Fault("wards.csv", 2, "children_0_17", "x")
    assert distorts(fault, wards, looked_after_rate) and not distorts(fault, wards, looked_after)
    assert distorts(fault, None, looked_after)  # a return that is known no more: the whole file


def test_parts_are_read_as_they_were_written(saltby, tmp_path):
    receive(saltby, [year(tmp_path, 2024)])
    part = read_part(saltby.parts / saltby.current()["parts"][0])
    assert part.as_at == date(2024, 3, 31)
    assert {source.file.rsplit("/", 1)[-1] for source in part.sources} == {"header.csv", "episodes.csv"}


def test_nothing_there_and_nothing_received(saltby, tmp_path):
    with pytest.raises(Refused, match="no file or folder"):
        receive(saltby, [tmp_path / "nowhere"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refused, match="no file in"):
        receive(saltby, [tmp_path / "empty"])
    with pytest.raises(Refused, match="Nothing has been received"):
        answers_now(saltby)


def test_hidden_files_and_links_are_passed_by(saltby, tmp_path):
    place = year(tmp_path, 2024)
    (place / ".secret.csv").write_text("x")
    (place / "link.csv").symlink_to("/etc/hostname")
    load = receive(saltby, [place])
    names = {file.name for file in (saltby.received / load.name).rglob("*") if file.is_file()}
    assert names == {"header.csv", "episodes.csv"}


def test_which_council(tmp_path):
    assert council(tmp_path).name == "council"
    council(tmp_path, "saltscar").folder.mkdir(parents=True)
    assert council(tmp_path).name == "saltscar"
    council(tmp_path, "teesmouth").folder.mkdir(parents=True)
    with pytest.raises(Refused, match="several councils"):
        council(tmp_path)
    assert [c.name for c in councils(tmp_path)] == ["saltscar", "teesmouth"]
    for name in ("../elsewhere", "Salt scar", ""):
        with pytest.raises(Refused, match="cannot name a council"):
            council(tmp_path, name)


def test_the_cube_holds_every_month_covered_up_to_twenty_years(saltby, tmp_path):
    receive(saltby, [year(tmp_path, 2024)])
    assert months_of(answers_now(saltby).snapshot) == Months(2023, 4, 12)
    assert months_of(Snapshot.of({}, as_at=date(2024, 3, 31))) == Months(2024, 3, 1)


def test_the_pointer_is_whole_or_not_there(saltby):
    saltby.folder.mkdir(parents=True)
    saltby.make_current({"snapshot": "x"})
    assert json.loads((saltby.folder / "current").read_text()) == {"snapshot": "x"}
    assert not (saltby.folder / ".current").exists()


def test_a_list_of_wards_alone_is_refused_kept_and_may_come_again_with_children(saltby, tmp_path):
    wards = tmp_path / "wards.csv"
    wards.write_text("postcode,ward,locality,mid_year,children_0_17\nZS1 1AA,Fell,East,2023,40\n")
    with pytest.raises(Refused, match="together with a return of children"):
        receive(saltby, [wards])
    assert saltby.loads()[0]["status"] == "refused"
    assert [file.name for file in saltby.refused.rglob("*.csv")] == ["wards.csv"]
    receive(saltby, [wards, year(tmp_path, 2024)])
    assert answers_now(saltby).living_here.on(as_at(date(2024, 3, 31))) == (date(2023, 6, 30), 40)


def part_of(day: date, since: date, title: str = "Standard Safeguarding Dataset") -> Part:
    """A return as at a day, with plans since a day and care leavers of its own day alone."""
    covers = {CpPlans: (since, day), CareLeavers: (day, day)}
    return Part(title, 1, day, {}, covers, ())


def test_every_nights_extract_replaces_the_one_before():
    monday, tuesday = date(2026, 6, 1), date(2026, 6, 2)
    since = date(2020, 4, 1)
    assert replaces(part_of(tuesday, since), part_of(monday, since))
    assert not replaces(part_of(monday, since), part_of(tuesday, since))  # out of order: both are kept
    assert not replaces(
        part_of(tuesday, date(2021, 4, 1)), part_of(monday, since)
    )  # it reaches less far back
    assert not replaces(part_of(tuesday, since, "Annex A"), part_of(monday, since))

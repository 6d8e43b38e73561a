"""A load that is not believable is held, whole; what was served is served still, until somebody approves."""

from datetime import date

import pytest
from little_returns import year

from tests.rooms.returns.sen2_forms import as_xml
from tests.rooms.returns.sen2_people import HEADER, ann
from tests.rooms.returns.test_cin_census import census, details
from throughline.cli import main
from throughline.errors import Refused
from throughline.loads.approving import approve, held
from throughline.loads.counts import answers_now
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.loads.serving import served_before
from throughline.measures.care import looked_after
from throughline.record.periods import as_at
from throughline.record.snapshots import Snapshot

DAY = date(2024, 3, 31)


@pytest.fixture
def saltby(tmp_path, monkeypatch):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    return Council(tmp_path / "home" / "councils" / "saltby")


def looked_after_now(council, day=DAY):
    return answers_now(council).value(looked_after, as_at(day)).value


@pytest.fixture
def half(saltby, tmp_path):
    """Sixty children in, and then the same return with half of them: held."""
    receive(saltby, [year(tmp_path / "all")])
    return receive(saltby, [year(tmp_path / "half", children=30)])


def test_half_the_children_gone_is_held_and_the_earlier_record_is_served(saltby, half):
    assert half.status == "held"
    assert half.why[0] == "30 of 60 children are in it no more."
    assert looked_after_now(saltby) == 60
    assert Snapshot.open(saltby.snapshots / half.snapshot).children == 30  # whole, counted, and waiting
    line = saltby.loads()[0]
    assert line["status"] == "held" and "30 of 60 children" in line["why"]


def test_approved_it_is_served(saltby, half):
    load = approve(saltby, half.name[:8])
    assert (load.status, load.snapshot) == ("in", half.snapshot)
    assert looked_after_now(saltby) == 30
    assert held(saltby) == []
    assert saltby.loads()[0]["status"] == "in" and "30 of 60 children" in saltby.loads()[0]["why"]
    with pytest.raises(Refused, match="No load is held"):
        approve(saltby, half.name)


def test_held_again_when_it_comes_again(saltby, half, tmp_path):
    assert receive(saltby, [tmp_path / "half" / "2023-24"]).status == "held"
    assert len(held(saltby)) == 1


def test_approved_beside_what_came_since(saltby, half, tmp_path):
    receive(saltby, [year(tmp_path, 2023)])
    approve(saltby, half.name)
    assert looked_after_now(saltby) == 30
    assert looked_after_now(saltby, date(2023, 3, 31)) == 60
    assert set(saltby.current()["loads"]) == {saltby.loads()[1]["load"], half.name}


def test_a_corrected_extract_leaves_the_held_one_behind(saltby, half, tmp_path):
    assert receive(saltby, [year(tmp_path, 2025, children=59)]).status == "in"
    assert held(saltby) == []


def test_several_held_are_told_apart_and_one_that_is_gone_is_refused(saltby, half, tmp_path):
    other = receive(saltby, [year(tmp_path / "third", children=20)])
    with pytest.raises(Refused, match="More than one"):
        approve(saltby, "")
    for part in saltby.parts.glob(f"{other.name}-*"):
        part.rename(tmp_path / "away")
    with pytest.raises(Refused, match="not here any more"):
        approve(saltby, other.name)


def test_in_place_of_a_damaged_record_nothing_is_held(saltby, half):
    now = saltby.current()
    (saltby.snapshots / now["snapshot"] / "Care.parquet").unlink()
    assert served_before(saltby, now) is None


def test_the_commands_say_why_and_what_to_do(saltby, tmp_path, capsys):
    assert main(["receive", "--council", "saltby", str(year(tmp_path / "all"))]) == 0
    assert main(["approve"]) == 0 and capsys.readouterr().out.endswith("No load is held.\n")
    assert main(["receive", str(year(tmp_path / "half", children=30))]) == 1
    out = capsys.readouterr().out
    assert "Held" in out and "30 of 60 children are in it no more." in out and "In, as at" not in out
    command = out.splitlines()[-1].split()
    assert command[:2] == ["throughline", "approve"]
    assert main(["approve"]) == 0
    listed = capsys.readouterr().out
    assert listed.startswith(f"{command[2]}: Children looked after") and "30 of 60" in listed
    assert main(command[1:]) == 0
    assert capsys.readouterr().out == "In, as at 31 March 2024.\n"


def censuses(folder, *councils):
    """A CIN census of each of these councils, a year each; blank: it does not say whose it is."""
    files = []
    for end, number in enumerate(councils, 2024):
        file = folder / f"cin-{end}-{number}.xml"
        child = (f"<LAchildID>C{end}</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate>", details())
        file.write_text(census(child, year=f"{end}", day=f"{end}-03-31", lea=number))
        files.append(file)
    return files


def test_a_census_of_another_council_is_held_and_approved_once(saltby, tmp_path):
    ours, theirs, again, silent = censuses(tmp_path, "806", "807", "807", "")
    assert receive(saltby, [ours]).status == "in"
    load = receive(saltby, [theirs])
    title = "Children in need census (CIN)"
    assert load.why == (f"{title} says that it is of council 807, and {title} of council 806.",)
    assert load.status == "held" and saltby.current()["as_at"] == "2024-03-31"
    assert approve(saltby, load.name).status == "in"
    for each in (again, silent):
        assert receive(saltby, [each]).status == "in", "after it was approved once it is one of ours"


def test_two_returns_of_one_load_are_of_one_council(saltby, tmp_path):
    ours, _ = censuses(tmp_path, "806", "807")
    (tmp_path / "sen2.xml").write_text(as_xml({**HEADER, "LEA": "807"}, [ann()]))
    load = receive(saltby, [ours, tmp_path / "sen2.xml"])
    assert load.status == "held" and "of council 807, and " in load.why[0]
    assert saltby.current() is None and [each["load"] for each in held(saltby)] == [load.name]
    (tmp_path / "sen2.xml").write_text(as_xml({**HEADER, "LEA": "806"}, [ann()]))
    assert receive(saltby, [ours, tmp_path / "sen2.xml"]).status == "in"

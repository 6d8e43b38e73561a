"""`throughline changed`: what it prints, for whom, and what it says of a list that names nothing."""

import json

import pytest
from little_returns import EPISODES, HEADER

from throughline.cli import main


def children(each_month):
    """So many children who came into care in each month of the year to March 2024 and are there still."""
    months = [*(f"{month:02d}/2023" for month in range(4, 13)), "01/2024", "02/2024", "03/2024"]
    came = [(n, month) for n, month in enumerate(months) for _ in range(each_month[n])]
    ids = [f"{n}{place:03d}" for place, (n, _) in enumerate(came)]
    header = "".join(f"{child},1,01/05/2012,WBRI,,,\n" for child in ids)
    rows = (f"{child},05/{month},S,C2,N1,U6,PR1,,,,,,\n" for child, (_, month) in zip(ids, came))
    return HEADER + header, EPISODES + "".join(rows)


@pytest.fixture
def home(tmp_path, monkeypatch, capsys):
    """A home that has received a year in which many more came into care in the last month."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "2023-24"
    folder.mkdir()
    header, episodes = children([*[5, 6] * 5, 5, 30])
    (folder / "header.csv").write_text(header)
    (folder / "episodes.csv").write_text(episodes)
    listed = tmp_path / "recording_changes-2024-03-31.csv"
    listed.write_text(
        "Affects,Changed,Kind of change,Note\n"
        "Socks,01/04/2023,Nothing: it is written on the chart,New drawer\n"
        "Care,01/03/2024,NOTED,New form\n",
        encoding="utf-8",
    )
    assert main(["receive", str(folder), str(listed)]) == 0
    capsys.readouterr()


def test_what_changed_is_said_with_its_owner_and_its_name(home, capsys):
    assert main(["changed"]) == 0
    said = capsys.readouterr()
    first, change, *_ = said.out.split("\n\n")
    assert "measures that can be judged changed in the last three months: " in first
    assert "In March 2024" in change and "outside the upper limit" in change
    assert "Noted from March 2024: New form." in change
    assert "Owner: Performance and data. Measure: " in change
    assert "By chance" not in said.out and "chance alone makes about 1 measure in 25" in said.out


def test_a_list_that_names_nothing_is_told_of(home, capsys):
    assert main(["changed"]) == 0
    said = capsys.readouterr().err
    assert "“Socks” (April 2023) is no measure, table or stage, and changes nothing." in said
    assert "Care" not in said


def test_it_can_be_for_another_program_and_of_so_many(home, capsys):
    assert main(["changed", "--json", "--at-most", "0"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["changes"] == [] and told["more"] >= 1 and told["lede"]
    assert main(["changed", "--json"]) == 0
    change = json.loads(capsys.readouterr().out)["changes"][0]
    assert set(change) == {"name", "title", "says", "owner", "variation"}
    assert main(["changed", "--at-most", "0"]) == 0
    assert f"{told['more']} more changed: --at-most {told['more']}." in capsys.readouterr().out


def test_a_day_with_no_data_is_refused(home, capsys):
    assert main(["changed", "--as-at", "2031-01-01"]) == 1
    assert "after the data" in capsys.readouterr().err


def test_a_member_s_has_no_small_numbers(home, capsys):
    assert main(["changed", "--for", "member", "--as-at", "2024-02-29"]) == 0
    assert "measures were looked at" in capsys.readouterr().out


def test_what_an_earlier_load_said_can_be_asked(home, tmp_path, capsys, settings):
    folder = tmp_path / "again"
    folder.mkdir()
    header, episodes = children([*[5, 6] * 5, 5, 40])
    (folder / "header.csv").write_text(header)
    (folder / "episodes.csv").write_text(episodes)
    assert main(["receive", "--as-at", "2024-03-31", str(folder)]) == 0
    capsys.readouterr()
    assert main(["changed", "--json"]) == 0
    now = json.loads(capsys.readouterr().out)
    assert now["late"] == [] == now["teams"]
    settings.HOME = tmp_path / "home"
    assert main(["changed"]) == 0
    said = capsys.readouterr().out
    assert "not what we said of them at the time." in said and "10 more than load 1 said" in said
    assert "0 figures of a team can be judged." in said
    assert main(["changed", "--json", "--at-most", "1"]) == 0
    (late,) = json.loads(capsys.readouterr().out)["late"]
    assert set(late) == {"title", "says", "owner"}
    assert main(["changed", "--json", "--known-at", "1"]) == 0
    then = capsys.readouterr()
    assert "As known on" in then.err and json.loads(then.out) != now

"""throughline comparators: takes published files in, names what it passes over, lists what is used."""

import pytest

from tests.rooms.comparators.published import PLANS, written
from throughline.cli import main


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))


def test_what_comes_with_the_software_is_said_first_and_last(tmp_path, capsys):
    assert main(["comparators"]) == 0
    assert "With the software: " in capsys.readouterr().out
    folder = tmp_path / "published"
    folder.mkdir()
    written(folder, "plans.csv", PLANS)
    written(folder, "strange.csv", "a,b\n1,2")
    assert main(["comparators", str(folder)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("plans.csv: Protection plans by how long they have lasted")
    assert "Passed over: strange.csv is no published file" in told.err
    assert main(["comparators"]) == 0
    listed = capsys.readouterr().out
    assert listed.startswith("Received ") and "Open Government Licence" in listed


def test_a_file_that_is_not_known_is_refused(tmp_path, capsys):
    assert main(["comparators", str(written(tmp_path, "strange.csv", "a,b\n1,2"))]) == 1
    assert "is no published file that is known by its headings" in capsys.readouterr().err


def test_the_published_population_becomes_a_list_that_can_be_received(tmp_path, capsys):
    file, home = tmp_path / "population.csv", tmp_path / "home"
    command = ["comparators", "--population-to", str(file)]
    assert main(command) == 1
    assert "“” is no council" in capsys.readouterr().err
    home.mkdir()
    (home / "settings.toml").write_text('gss_code = "E06000003"')
    assert main(command) == 0
    lines = file.read_text().splitlines()
    assert lines[0] == "published_mid_year,published_children_0_17,published_in"
    assert lines[-1] == "2024,27499,ons_mid-year_population_estimates_2012_to_2024.csv"
    assert main(command) == 1
    assert "population.csv cannot be written: File exists." in capsys.readouterr().err


def test_a_council_whose_population_is_not_here(tmp_path, capsys):
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('gss_code = "E10000014"')
    assert main(["comparators", "--population-to", str(tmp_path / "population.csv")]) == 1
    assert "No population of Hampshire is here." in capsys.readouterr().err

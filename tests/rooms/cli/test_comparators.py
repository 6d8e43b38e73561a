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

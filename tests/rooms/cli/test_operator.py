"""Who is told when a load is held or refused, and in what words; and two loads at once."""

import os
import subprocess
import sys

import pytest
from little_returns import written

from throughline.cli import main
from throughline.cli.receive import in_short
from throughline.loads.home import Council
from throughline.loads.receiving import receive
from throughline.web.home import Choices, Email


@pytest.fixture
def saltby(tmp_path, monkeypatch, settings):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path / "home"))
    settings.CHOICES = Choices(email=Email(host="mail.example.gov.uk", to=("ops@example.gov.uk",)))
    return Council(tmp_path / "home" / "councils" / "saltby")


def test_a_held_load_is_told_with_its_reasons(saltby, tmp_path, mailoutbox):
    assert (
        main(["receive", "--council", "saltby", "--mail", str(written(tmp_path / "2023-24", children=60))])
        == 0
    )
    assert not mailoutbox
    half = str(written(tmp_path / "half" / "2023-24", children=30))
    assert main(["receive", half]) == 1 and not mailoutbox
    assert main(["receive", "--mail", half]) == 1
    (mail,) = mailoutbox
    assert mail.subject == "Throughline: a load is held (saltby)"
    assert "30 of 60 children are in it no more." in mail.body and "throughline approve " in mail.body


def test_a_refused_load_is_told_without_what_is_in_it(saltby, tmp_path, mailoutbox, capsys):
    file = tmp_path / "Ann Hill.csv"
    file.write_text("Ann Hill,1 May 2012\n1,2\n")
    assert main(["receive", "--council", "saltby", "--mail", str(file)]) == 1
    (mail,) = mailoutbox
    assert mail.subject == "Throughline: a load was refused (saltby)" and "Hill" not in mail.body
    assert "Ann Hill.csv" in capsys.readouterr().err


def test_that_no_mail_could_be_sent_is_said(saltby, tmp_path, settings, capsys):
    settings.CHOICES = Choices()
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n")
    assert main(["receive", "--council", "saltby", "--mail", str(tmp_path / "notes.csv")]) == 1
    err = capsys.readouterr().err
    assert "not told by mail" in err and "notes.csv" in err


@pytest.mark.parametrize("more", [["--as-at", "2026-06-01"], ["--year", "2026"]])
def test_with_watch_no_day_is_said(saltby, tmp_path, capsys, more):
    assert main(["receive", "--watch", str(tmp_path), *more]) == 1
    assert "--watch takes what lands in its folder" in capsys.readouterr().err


@pytest.mark.parametrize("year", ["26", "2525", "2025-26"])
def test_a_year_is_written_in_full(tmp_path, capsys, year):
    with pytest.raises(SystemExit):
        main(["receive", str(tmp_path), "--year", year])
    assert f"“{year}” is not a year: write 2026 for the year to 31 March 2026" in capsys.readouterr().err


def test_in_short_no_line_of_a_file_is_repeated(saltby, tmp_path):
    first = receive(saltby, [written(tmp_path / "2023-24", children=60)])
    assert in_short(first) == "2 tables, 120 rows, 6 faults. In, as at 31 March 2024."
    assert in_short(receive(saltby, [tmp_path / "2023-24"])).startswith("These very files are in already")
    held = in_short(receive(saltby, [written(tmp_path / "half" / "2023-24", children=30)]))
    assert held.startswith("2 tables, 60 rows, 6 faults. Held:") and "30 of 60" in held


AT_ONCE = """
import sys
from pathlib import Path
from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.receiving import receive

try:
    print(receive(Council(Path(sys.argv[1])), [Path(sys.argv[2])]).status)
except Refused as refused:
    print(refused.what)
"""


def test_of_several_loads_at_once_one_goes_on_and_the_others_are_told(saltby, tmp_path):
    files = [written(tmp_path / str(n) / "2023-24", children=60 + n) for n in range(4)]
    begun = [
        subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, str(saltby.folder), str(each)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "POLARS_MAX_THREADS": "1"},
        )
        for each in files
    ]
    said = [process.communicate(timeout=120)[0].strip() for process in begun]
    assert set(said) <= {"in", "Another load for saltby is under way."} and "in" in said
    assert len(saltby.loads()) == said.count("in") and len(saltby.current()["parts"]) == 1

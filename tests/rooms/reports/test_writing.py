from datetime import UTC, date, datetime

import pytest

from throughline.cli import main
from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.known import Known
from throughline.people.roles import MEMBER, PRACTITIONER
from throughline.reports.writing import council_title, file_name, write_report

MONTHLY = "monthly_performance"


def test_it_is_written_where_it_is_asked_for_and_says_what_it_does(saltscar, tmp_path):
    told = []
    file = write_report(
        saltscar.council, MONTHLY, as_at=date(2026, 9, 30), to=tmp_path / "m.pdf", say=told.append
    )
    assert file == tmp_path / "m.pdf"
    assert file.read_bytes().startswith(b"%PDF-")
    assert told == ["Drawing its charts.", "Printing."]


def test_else_under_its_own_name_and_day(saltscar, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = write_report(saltscar.council, MONTHLY, role=MEMBER)
    assert file.name == file_name(MONTHLY, saltscar.day)
    assert file.exists()


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"name": "monthly"}, "There is no report “monthly”"),
        ({"as_at": date(2030, 1, 1)}, "after the data"),
        ({"as_at": date(1999, 1, 1)}, "before the data"),
        ({"role": PRACTITIONER}, "not for the role practitioner"),
    ],
)
def test_what_cannot_be_is_refused_in_words(saltscar, asked, says):
    with pytest.raises(Refused, match=says) as refused:
        write_report(saltscar.council, **{"name": MONTHLY, **asked})
    assert refused.value.do


def test_with_nothing_received_there_is_no_report(tmp_path):
    with pytest.raises(Refused, match="Nothing has been received"):
        write_report(Council(tmp_path / "nowhere"), MONTHLY)


def test_a_file_that_cannot_be_written_is_said(saltscar, tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        write_report(saltscar.council, MONTHLY, role=MEMBER, to=tmp_path / "no" / "such" / "m.pdf")


def test_what_a_member_could_subtract_is_written_for_none(saltscar, tmp_path):
    asked = {"role": MEMBER, "to": tmp_path / "m.pdf"}
    known = Known(number=1, snapshot="s", at=datetime(2026, 6, 11, tzinfo=UTC), as_at=date(2026, 6, 10))
    with pytest.raises(Refused, match="What an earlier load said is not for the role member"):
        write_report(saltscar.council, MONTHLY, known=known, **asked)
    with pytest.raises(Refused, match="3 November 2026 is within a month"):
        write_report(saltscar.council, MONTHLY, as_at=date(2026, 11, 3), **asked)


def test_the_council_is_named_by_the_settings_or_its_folder(saltscar, tmp_path, settings):
    assert council_title(saltscar.council) == "Saltscar"
    settings.COUNCIL = ""
    assert council_title(Council(tmp_path / "north-teesmouth")) == "North Teesmouth"
    assert council_title(Council(tmp_path / "council")) == "Throughline"


def test_the_command(saltscar, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("THROUGHLINE_HOME", str(saltscar.council.folder.parent.parent))
    file = tmp_path / "m.pdf"
    assert main(["report", MONTHLY, "--for", "member", "--to", str(file)]) == 0
    assert capsys.readouterr().out == f"Written to {file}.\n"
    assert main(["report", "yearly", "--to", str(file)]) == 1
    assert "There is: monthly_performance." in capsys.readouterr().err

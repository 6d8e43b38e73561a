"""The dead man's switch: 0 while the newest data are fresh enough, 1 with a sentence when they are not."""

from datetime import date

import pytest

from throughline.cli import late, main
from throughline.loads.home import Council


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home whose council has data as at Monday 1 June 2026."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path))
    council = Council(tmp_path / "councils" / "saltby")
    council.folder.mkdir(parents=True)
    council.make_current({"as_at": "2026-06-01", "loads": {}})
    return tmp_path


def on(day, monkeypatch, capsys, *words):
    monkeypatch.setattr(late, "today", lambda: day)
    code = main(["late", *words])
    said = capsys.readouterr()
    return code, said.out.strip(), said.err.strip()


@pytest.mark.parametrize(
    ("day", "code", "says"),
    [
        (date(2026, 6, 2), 0, "saltby: the newest data are as at 1 June 2026, 1 day old: not late."),
        (date(2026, 6, 4), 0, "saltby: the newest data are as at 1 June 2026, 3 days old: not late."),
        (date(2026, 6, 5), 1, "saltby: the newest data are as at 1 June 2026, 4 days old, and late after 3."),
    ],
)
def test_to_the_day(home, monkeypatch, capsys, day, code, says):
    out, err = ("", says) if code else (says, "")
    assert on(day, monkeypatch, capsys) == (code, out, err)


def test_the_limit_is_the_councils_own(home, monkeypatch, capsys):
    (home / "settings.toml").write_text("late_after_days = 10\n")
    assert on(date(2026, 6, 11), monkeypatch, capsys)[0] == 0
    assert on(date(2026, 6, 12), monkeypatch, capsys)[0] == 1


def test_a_council_of_which_nothing_came_is_late_and_makes_all_of_them_late(home, monkeypatch, capsys):
    (home / "councils" / "wenby").mkdir()
    code, out, err = on(date(2026, 6, 2), monkeypatch, capsys)
    assert (code, err) == (1, "wenby: no data are in yet.") and out.startswith("saltby")
    assert on(date(2026, 6, 2), monkeypatch, capsys, "--council", "saltby")[0] == 0


def test_held_loads_are_spoken_of_when_it_is_late(home, monkeypatch, capsys):
    council = Council(home / "councils" / "saltby")
    council.log({"load": "a1", "status": "held", "as_at": "2026-06-02"})
    assert on(date(2026, 6, 9), monkeypatch, capsys)[2].endswith("1 load is held: see throughline approve.")
    council.log({"load": "b2", "status": "held", "as_at": "2026-06-03"})
    assert on(date(2026, 6, 9), monkeypatch, capsys)[2].endswith("2 loads are held: see throughline approve.")
    assert "held" not in on(date(2026, 6, 2), monkeypatch, capsys)[1]


def test_an_empty_home_is_late(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path))
    assert on(late.today(), monkeypatch, capsys)[0] == 1

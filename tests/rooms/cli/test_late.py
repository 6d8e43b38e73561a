"""The dead man's switch: 0 while the newest data are fresh enough, 1 with a sentence when they are not."""

from datetime import date, datetime, time, timedelta
from smtplib import SMTPException

import pytest

from throughline.cli import main
from throughline.loads import lateness
from throughline.loads.home import Council
from throughline.loads.lateness import ENGLAND, Expected, is_late, last_due, missed
from throughline.web.home import Choices, Email


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home whose council has data as at Monday 1 June 2026."""
    monkeypatch.setenv("THROUGHLINE_HOME", str(tmp_path))
    council = Council(tmp_path / "councils" / "saltby")
    council.folder.mkdir(parents=True)
    council.make_current({"as_at": "2026-06-01", "loads": {}})
    return tmp_path


def on(day, monkeypatch, capsys, *words):
    now = datetime.combine(day, time(9), lateness.ENGLAND) if type(day) is date else day
    monkeypatch.setattr(lateness, "now_in_england", lambda: now)
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


def test_data_of_a_day_to_come_are_late(home, monkeypatch, capsys):
    """They would be late no more until that day. The clock of another machine may be a little ahead."""
    code, _, err = on(date(2026, 5, 30), monkeypatch, capsys)
    assert (code, err) == (1, "saltby: the newest data say they are of a day to come, 1 June 2026.")
    code, out, _ = on(date(2026, 5, 31), monkeypatch, capsys)
    assert (code, out) == (0, "saltby: the newest data are as at 1 June 2026, 0 days old: not late.")
    council = Council(home / "councils" / "saltby")
    assert is_late(council, Expected(), at(30, 9, month=5)) and not is_late(
        council, Expected(), at(31, 9, month=5)
    )


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
    assert on(date(2026, 6, 2), monkeypatch, capsys)[0] == 1


def at(day, hour, minute=0, month=6):
    return datetime(2026, month, day, hour, minute, tzinfo=ENGLAND)


def came_in(home, when):
    said = {"as_at": "2026-06-01", "loads": {}, "at": when.isoformat()}
    Council(home / "councils" / "saltby").make_current(said)


EVERY_DAY, WORKDAYS = Expected(by=time(7, 30)), Expected(by=time(7, 30), weekends=False)
BY_HOUR = {
    "before its hour yesterday's load is enough": (EVERY_DAY, at(1, 4), at(2, 7, 29), False),
    "at its hour it is not": (EVERY_DAY, at(1, 4), at(2, 7, 30), True),
    "this morning's is": (EVERY_DAY, at(2, 4), at(2, 7, 30), False),
    "one that came late ends it": (EVERY_DAY, at(2, 9), at(2, 9, 1), False),
    "and stands for the time up to the next hour": (EVERY_DAY, at(2, 9), at(3, 9), False),
    "and no longer": (EVERY_DAY, at(2, 9), at(4, 7, 30), True),
    "on Saturday none is due": (WORKDAYS, at(5, 4), at(6, 9), False),
    "nor on Sunday": (WORKDAYS, at(5, 4), at(7, 23), False),
    "on Monday one is": (WORKDAYS, at(5, 4), at(8, 7, 30), True),
    "that came since Friday's hour": (WORKDAYS, at(6, 4), at(8, 9), False),
    "another clock may be a little ahead": (EVERY_DAY, at(2, 8), at(2, 7, 30), False),
    "but a load of next week came by a clock that was wrong": (EVERY_DAY, at(9, 4), at(2, 7, 30), True),
    "with no hour set none is ever due": (Expected(), at(1, 4), at(30, 9), False),
}


@pytest.mark.parametrize("case", BY_HOUR)
def test_by_the_hour(home, case):
    expected, came, now, late = BY_HOUR[case]
    came_in(home, came)
    assert bool(missed(Council(home / "councils" / "saltby"), expected, now)) is late


def test_the_hour_is_englands_when_the_clocks_change(home):
    assert last_due(at(29, 7, 30, month=3), time(7, 30), True) == at(29, 7, 30, month=3)
    assert last_due(at(29, 7, 29, month=3), time(7, 30), True) == at(28, 7, 30, month=3)
    assert last_due(at(25, 1, 30, month=10), time(1, 30), True).day == 25


def test_a_council_is_late_by_either(home):
    council, nothing = Council(home / "councils" / "saltby"), Council(home / "councils" / "wenby")
    came_in(home, at(1, 4))
    assert not is_late(council, Expected(), at(2, 9))
    assert is_late(council, EVERY_DAY, at(2, 9)) and is_late(council, Expected(), at(5, 9))
    assert is_late(nothing, Expected(), at(2, 9))
    assert missed(nothing, EVERY_DAY, at(2, 9)).startswith("No load has come in; one was due")


def test_no_load_by_the_hour_is_told(home, monkeypatch, capsys):
    (home / "settings.toml").write_text('[loads]\nby = "07:30"\n')
    came_in(home, at(1, 4, 12))
    assert on(at(2, 7, 31), monkeypatch, capsys) == (
        1,
        "",
        "saltby: no load has come in since 1 June 2026, 04:12; one was due by 07:30 on 2 June 2026; "
        "the newest data are as at 1 June 2026, 1 day old.",
    )
    assert on(at(2, 7, 29), monkeypatch, capsys)[0] == 0


def test_a_damaged_record_is_told_whatever_its_age(home, monkeypatch, capsys):
    said = {"as_at": "2026-06-01", "loads": {}, "snapshot": "none"}
    Council(home / "councils" / "saltby").make_current(said)
    code, _, err = on(date(2026, 6, 2), monkeypatch, capsys)
    assert code == 1 and "the newest record is damaged, and an earlier one is served." in err


@pytest.fixture
def operator(settings):
    settings.CHOICES = Choices(email=Email(host="mail.example.gov.uk", to=("ops@example.gov.uk",)))


def test_the_operator_is_told_once_a_day(home, operator, monkeypatch, capsys, mailoutbox):
    fifth = date(2026, 6, 5)
    assert on(date(2026, 6, 2), monkeypatch, capsys, "--mail")[0] == 0 and not mailoutbox
    assert [on(fifth, monkeypatch, capsys, "--mail")[0] for _ in range(3)] == [1, 1, 1]
    assert [mail.to for mail in mailoutbox] == [["ops@example.gov.uk"]]
    assert mailoutbox[0].subject == "Throughline: data are late"
    assert mailoutbox[0].body.startswith(
        "saltby: the newest data are as at 1 June 2026, 4 days old, and late"
    )
    assert on(fifth, monkeypatch, capsys)[0] == 1 and len(mailoutbox) == 1
    on(fifth + timedelta(days=1), monkeypatch, capsys, "--mail")
    assert len(mailoutbox) == 2


def test_that_no_mail_can_be_sent_is_said_and_tried_again(home, operator, monkeypatch, capsys, mailoutbox):
    def fails(message):
        raise SMTPException("ann.hill@example.gov.uk")

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", fails)
        code, _, err = on(date(2026, 6, 5), monkeypatch, capsys, "--mail")
    assert code == 1 and "could not be told by mail (SMTPException)" in err and "ann.hill" not in err
    on(date(2026, 6, 5), monkeypatch, capsys, "--mail")
    assert len(mailoutbox) == 1


def test_with_no_server_set_it_says_so(home, settings, monkeypatch, capsys, mailoutbox):
    settings.CHOICES = Choices()
    code, _, err = on(date(2026, 6, 5), monkeypatch, capsys, "--mail")
    assert code == 1 and "no server or no address is set" in err and not mailoutbox

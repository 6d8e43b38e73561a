"""A measure by both clocks: what we said of each month at the time, what we say now, and what came late."""

import json
import shutil
from datetime import date
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from throughline.blocks import said_then
from throughline.blocks.asking import Ask
from throughline.blocks.late_recording import LateRecording, Moved, is_late
from throughline.blocks.said_then import SaidThen
from throughline.counting.answers import Answer
from throughline.errors import Refused
from throughline.loads.counts import answers_about, answers_now
from throughline.loads.home import Council
from throughline.loads.known import first_to_say, known_at, known_loads
from throughline.loads.receiving import receive
from throughline.loads.said import said_file
from throughline.measures.front_door import contacts_to_referral
from throughline.people.models import Opening, Profile
from throughline.record.periods import Period

PERSON = (
    "pers_person_id,pers_forename,pers_surname,pers_dob\n101,Ann,Hill,2012-05-01\n102,Ben,Lake,2014-03-01\n"
)
MAY, LATE = "101,2026-05-02", "102,2026-05-30"
LOADS = (("2026-04-30", ()), ("2026-05-31", (MAY,)), ("2026-06-30", (MAY, LATE)))


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Three months' loads: June's tells of a contact in May that May's did not."""
    folder = tmp_path_factory.mktemp("said")
    council = Council(folder / "home" / "councils" / "saltby")
    for day, contacts in LOADS:
        place = folder / f"ssd_{day}"
        place.mkdir()
        (place / "person.csv").write_text(PERSON)
        told = "\n".join(["cont_person_id,cont_contact_date", "101,2026-04-01", *contacts])
        (place / "contacts.csv").write_text(f"{told}\n")
        receive(council, [place])
    return folder / "home"


@pytest.fixture
def asks(home, db, monkeypatch):
    monkeypatch.setattr(settings, "HOME", home)
    council = Council(home / "councils" / "saltby")

    def asked(role="director", known=None, measure="contacts", **chosen):
        user = User.objects.create_user(f"{uuid4()}")
        Profile.objects.create(user=user, role=role, team="T1" if role == "team_manager" else "")
        answers = answers_about(council, known.snapshot) if known else answers_now(council)
        return Ask(
            user=user, answers=answers, day=answers.snapshot.as_at, page="/measures/contacts/",
            request=uuid4(), about={"measure": measure}, chosen=chosen, known=known,
        )  # fmt: skip

    return council, asked


def test_a_month_is_said_by_the_first_load_that_reaches_its_end(asks):
    council, asked = asks
    loads = known_loads(council)
    ends = (date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30))
    assert [first_to_say(loads, end).number for end in ends] == [1, 2, 3]
    assert first_to_say(loads, date(2026, 2, 1)) is None and first_to_say(loads, date(2026, 7, 31)) is None
    shown = SaidThen().shown(asked())
    rows = [[cell.text for cell in row[:4]] for row in shown.chart.rows]
    assert rows == [["May 2026", "1", "2", "+1"], ["Apr 2026", "1", "1", "–"]]
    assert shown.chart.finding == "1 of 2 months have moved" and shown.late is None
    assert shown.chart.rows[0][3].address == "/measures/contacts/?late=2026-05-31#came-late"
    assert shown.chart.rows[0][4].address == "/measures/contacts/?known-at=2"


def test_what_came_late_is_listed_by_right(asks):
    _, asked = asks
    late = SaidThen().shown(asked(late="2026-05-31")).late
    assert [row[0].text for row in late.rows] == ["Ben Lake, 12"] and (late.rest, late.gone) == (0, 0)
    assert [row.why for row in Opening.objects.all()] == ["Contacts: came late, of May 2026"]
    theirs = SaidThen().shown(asked("team_manager", late="2026-05-31")).late
    assert (theirs.rows, theirs.rest) == ((), 1)
    assert SaidThen().shown(asked(late="2026-04-01")).late is None


def test_a_member_is_shown_none_of_it(asks):
    assert SaidThen().shown(asks[1]("member")).chart is None


def test_as_known_at_an_earlier_load_there_are_no_later_ones(asks):
    council, asked = asks
    shown = SaidThen().shown(asked(known=known_at(council, "2")))
    assert [row[0].text for row in shown.chart.rows] == ["Apr 2026"]
    assert SaidThen().shown(asked(known=known_at(council, "1"))).chart is None


def test_months_that_are_not_counted_yet_are_said(asks, home, tmp_path, monkeypatch):
    council, asked = asks
    ask = asked()
    shutil.copytree(home, tmp_path / "home")
    monkeypatch.setattr(settings, "HOME", tmp_path / "home")
    other = Council(tmp_path / "home" / "councils" / "saltby")
    said_file(other, known_at(council, "1").snapshot).unlink()
    said_file(other, known_at(council, "2").snapshot).unlink()
    begun = []
    monkeypatch.setattr(said_then, "counting", lambda *given: begun.append(given[1]))
    shown = SaidThen().shown(ask)
    assert (shown.chart, shown.waiting, len(begun)) == (None, 2, 1)

    def cannot(*_):
        raise Refused("It cannot be counted.")

    monkeypatch.setattr(said_then, "counting", cannot)
    assert SaidThen().shown(ask).waiting == 2


def test_where_the_count_of_then_was_not_kept_it_is_made_elsewhere(asks, home, tmp_path, monkeypatch):
    council, asked = asks
    ask = asked(late="2026-05-31")
    shutil.copytree(home, tmp_path / "home")
    monkeypatch.setattr(settings, "HOME", tmp_path / "home")
    then = known_at(council, "2").snapshot
    (folder,) = (tmp_path / "home" / "councils" / "saltby" / "counts").glob(f"{then[:20]}-*[!t]")
    shutil.rmtree(folder)
    begun = []
    monkeypatch.setattr(said_then, "counting", lambda *given: begun.append(given[1]))
    shown = SaidThen().shown(ask)
    assert (shown.waiting, len(shown.chart.rows)) == (0, 2), "what was said then is kept for longer"
    assert shown.late.counting and shown.late.rows == () and begun == [then]


def test_no_council_and_no_other_load_show_nothing(asks, tmp_path, monkeypatch):
    ask = asks[1]()
    monkeypatch.setattr(settings, "HOME", tmp_path)
    assert SaidThen().shown(ask).chart is None


def test_a_middle_that_moved_with_as_many_rows_is_said_to_have_changed():
    known = type("Known", (), {})()
    then, now = Answer(3, None, 0, 0, 1.0), Answer(3, None, 0, 0, 2.0)
    one = said_then.Month(period=None, load=known, then=then, now=now)
    assert one.moved and said_then.difference(one) == "changed"


def test_the_log_of_the_home_is_one_line_a_load(asks):
    council, _ = asks
    lines = (council.folder / "loads.jsonl").read_text().splitlines()
    assert all("Ann" not in line for line in lines) and len([json.loads(line) for line in lines]) == 3


def test_what_came_late_is_told_of_on_the_first_page(asks):
    _, asked = asks
    shown = LateRecording().shown(asked())
    assert shown.lede == "Of April and May 2026, 1 measure is not what we said of it at the time."
    (late,) = shown.figures
    assert shown.more == 0 and LateRecording(at_most=0).shown(asked()).more == 1
    assert late.title == "Contacts: 2 in May 2026; we said 1 at the time"
    assert late.says.startswith("1 more than load 2 said, which came on ")
    assert late.owner == "Performance and data"
    assert late.address == "/measures/contacts/#said-then"
    assert late.rows == "/measures/contacts/?late=2026-05-31#came-late"


def test_nothing_came_late_of_what_the_newest_load_is_the_first_to_say(asks):
    council, asked = asks
    second = LateRecording().shown(asked(known=known_loads(council)[1]))
    assert second.lede == "Every figure of March and April 2026 is what we said of it at the time."
    assert second.figures == ()
    assert LateRecording().shown(asked(known=known_loads(council)[0])).lede == ""
    assert LateRecording().shown(asked("member")).lede == ""


def test_what_it_was_too_early_to_say_did_not_come_late(asks):
    council, _ = asks
    load, may = known_loads(council)[1], Period(date(2026, 5, 1), date(2026, 5, 31))

    def late(then, now):
        return is_late(Moved(measure=contacts_to_referral, period=may, load=load, then=then, now=now))

    assert late(Answer(1, None, 0, 0, 1), Answer(2, None, 0, 0, 2))
    assert late(Answer(1, 4, 0, 0, 0.25), Answer(1, 2, 0, 0, 0.5)) and late(
        Answer(1, 4, 0, 0, 0.25), Answer(0, 0, 0, 0, None)
    )
    assert not late(Answer(1, None, 0, 0, 1), Answer(1, None, 0, 0, 1))
    assert not late(Answer(0, 0, 0, 3, None), Answer(2, 3, 0, 0, 0.7))
    assert not late(Answer(1, 2, 0, 3, 0.5), Answer(2, 3, 0, 0, 0.7))

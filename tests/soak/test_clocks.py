"""The clock at its worst: the ends of years, leap days, the hour that does not come and the one that comes
twice. A record is the same whenever it is received, and what is late is late by the clock on the wall."""

import os
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

from throughline.loads.home import Council
from throughline.loads.lateness import Expected, is_late, missed, now_in_england
from throughline.loads.receiving import receive

from .sizes import WHOLE, told
from .small_files import table

ENGLAND = ZoneInfo("Europe/London")
HERE = Path(__file__).resolve().parents[2]
MOMENTS = [
    datetime(*moment, tzinfo=ENGLAND, fold=fold)
    for fold, moment in (
        (0, (2026, 12, 31, 23, 59, 58)),
        (0, (2027, 1, 1)),
        (0, (2027, 2, 28, 23, 59, 58)),  # no leap day after it
        (0, (2027, 3, 28, 0, 59, 58)),  # an hour that does not come follows
        (0, (2027, 3, 31, 23, 59, 58)),  # the end of the year of every return
        (0, (2027, 4, 1, 0, 30)),  # here: in UTC it is still March
        (0, (2027, 10, 31, 1, 30)),  # for the first time
        (1, (2027, 10, 31, 1, 30)),  # and again
        (0, (2028, 2, 28, 23, 59, 58)),  # a leap day after it
        (0, (2028, 2, 29, 12)),
        (0, (2028, 12, 31, 23, 59, 58)),  # the 366th day
        (0, (2038, 1, 19, 3, 14, 7)),  # the last second that 32 bits can count
    )
]
ROOMS = ("backups", "blocks", "cli", "comparators", "loads", "pages", "people", "reports", "returns", "web")


@pytest.fixture(params=MOMENTS, ids=str)
def moment(request):
    return request.param


def extract(folder, day):
    """What the case system gives out about a day: a child born on a leap day, and one expected."""
    place = folder / f"ssd_{day}"
    place.mkdir(parents=True)
    persons = ["1,2012-02-29,,F", f"2,,{day + timedelta(days=1)},"]
    table(place, "person", "pers_person_id,pers_dob,pers_expected_dob,pers_sex", persons)
    table(place, "contacts", "cont_person_id,cont_contact_date", [f"1,{day}", f"2,{day}"])
    return place


def received(folder, files, at):
    """A council that received files at a moment, the clock going on."""
    council = Council(folder / "saltby")
    with time_machine.travel(at, tick=True):
        load = receive(council, [files])
    return council, load


def test_a_record_is_the_same_whenever_it_is_received(moment, tmp_path, uncounted):
    """And the load says when it came, in no zone but UTC."""
    files = extract(tmp_path, moment.date() - timedelta(days=1))
    usual, _ = received(tmp_path / "usual", files, datetime.combine(moment.date(), time(12), ENGLAND))
    council, load = received(tmp_path / "odd", files, moment)
    assert load.status == "in"
    assert council.current()["snapshot"] == usual.current()["snapshot"]
    came = datetime.fromisoformat(council.current()["at"])
    assert came.utcoffset() == timedelta()
    assert timedelta() <= came - moment.astimezone(UTC).replace(microsecond=0) < timedelta(minutes=5)


def test_what_is_late_is_late_by_the_clock_on_the_wall(moment, tmp_path, uncounted):
    """A load is due by six each morning. One that came after it is in time for the next, and not for the one
    after that."""
    council, _ = received(tmp_path, extract(tmp_path, moment.date() - timedelta(days=1)), moment)
    expected = Expected(by=time(6), days=3)
    due = datetime.combine(moment.date() + timedelta(days=moment.hour >= 6), time(6), ENGLAND)
    for now, late in (
        (moment, False),
        (due + timedelta(minutes=1), False),
        (due + timedelta(days=1, minutes=-1), False),
        (due + timedelta(days=1), True),
    ):
        with time_machine.travel(now, tick=False):
            assert bool(missed(council, expected, now_in_england())) is late, now
            assert is_late(council, expected, now_in_england()) is late, now


@pytest.mark.skipif(not WHOLE, reason="twelve times nearly all tests take two hours: make soak")
def test_every_room_at_an_odd_hour(moment):
    around = {**os.environ, "THROUGHLINE_TEST_CLOCK": moment.isoformat(), "TZ": "Europe/London", "SOAK": ""}
    rooms = [str(Path("tests", "rooms", room)) for room in ROOMS]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *rooms], cwd=HERE, env=around, capture_output=True, text=True
    )
    told(f"every room at {moment}: {done.stdout.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stdout[-5000:]

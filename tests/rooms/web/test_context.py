from datetime import date, datetime, time
from types import SimpleNamespace

import pytest

from throughline.errors import Refused
from throughline.loads.home import Council
from throughline.loads.lateness import ENGLAND, Expected
from throughline.web import context
from throughline.web.context import Link, banners, council_name, grouped
from throughline.web.logs import WithoutData

NOON = datetime(2026, 6, 30, 12, tzinfo=ENGLAND)


def told(tmp_path, as_at, *, at="2026-06-30T04:00:00+01:00", served="a", current="a"):
    """The notices over a record of this day, which a load brought in at that time."""
    council = Council(tmp_path)
    council.make_current({"as_at": str(as_at), "snapshot": current, "at": at})
    return banners(council, SimpleNamespace(as_at=as_at, name=served), NOON)


def test_late_data_say_so_and_fresh_ones_do_not(settings, tmp_path):
    settings.EXPECTED = Expected(days=3)
    assert told(tmp_path, date(2026, 6, 27)) == []
    assert told(tmp_path, date(2026, 6, 26)) == [
        "These data are 4 days old: the last to arrive are as at 26 June 2026. "
        "What has happened since is not shown."
    ]
    assert "No data have been received yet" in banners(None, None, NOON)[0]


def test_data_of_a_day_to_come_say_so(settings, tmp_path):
    settings.EXPECTED = Expected(days=3)
    assert told(tmp_path, date(2026, 7, 1)) == []
    (notice,) = told(tmp_path, date(2026, 7, 2))
    assert notice.startswith("These data say they are as at 2 July 2026, a day to come.")


def test_no_load_by_the_hour_is_said_with_the_day_of_what_is_shown(settings, tmp_path):
    settings.EXPECTED = Expected(days=3, by=time(7, 30))
    assert told(tmp_path, date(2026, 6, 29)) == []
    assert told(tmp_path, date(2026, 6, 28), at="2026-06-29T04:00:00+01:00") == [
        "No load has come in since 29 June 2026, 04:00; one was due by 07:30 on 30 June 2026. "
        "These pages show the data as at 28 June 2026."
    ]


def test_a_record_that_is_damaged_is_said_on_every_page(settings, tmp_path):
    settings.EXPECTED = Expected()
    (notice,) = told(tmp_path, date(2026, 6, 29), served="a", current="b")
    assert notice.startswith("The newest record is damaged, and is not shown.") and "29 June 2026" in notice


@pytest.mark.parametrize(
    ("setting", "folder", "name"),
    [
        ("Saltscar Council", "saltscar", "Saltscar Council"),
        ("", "saltscar-and-teesmouth", "Saltscar And Teesmouth"),
        ("", "council", "Throughline"),
        ("", None, "Throughline"),
    ],
)
def test_the_council_is_named(setting, folder, name, settings):
    settings.COUNCIL = setting
    assert council_name(folder and SimpleNamespace(council=folder)) == name


def test_an_error_page_of_a_request_that_never_came_to_sign_in_shows_no_menu(rf):
    around = context.around_every_page(rf.get("/"))
    assert (around["role"], around["nav"], around["banners"]) == (None, [], [])


def test_what_security_refused_is_not_repeated():
    import logging

    record = logging.LogRecord("django.security.DisallowedHost", 40, "", 0, "Invalid host ann.hill", (), None)
    assert WithoutData().format(record).endswith("A request was refused.")
    said = logging.LogRecord("throughline", 40, "", 0, "The charts’ script was made.", (), None)
    assert WithoutData().format(said).endswith("The charts’ script was made.")
    assert str(Refused("x"))


def test_the_stages_of_the_journey_are_one_item_of_the_menu():
    home, care, loads = Link("Home", "/h/"), Link("Care", "/c/", True), Link("Loads", "/l/")
    menu = grouped([("council", home), ("care", care), ("loads", loads)])
    assert [link.title for link in menu] == ["Home", "Journey", "Loads"]
    assert menu[1].here and menu[1].within == (care,) and not menu[1].address
    assert grouped([("council", home), ("loads", loads)]) == [home, loads]

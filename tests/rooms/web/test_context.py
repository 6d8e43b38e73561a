from datetime import date
from types import SimpleNamespace

import pytest

from throughline.errors import Refused
from throughline.web import context
from throughline.web.context import banners, council_name
from throughline.web.logs import WithoutData


def test_late_data_say_so_and_fresh_ones_do_not(settings):
    settings.LATE_AFTER_DAYS = 3
    today = date(2026, 6, 30)
    assert banners(date(2026, 6, 27), today) == []
    assert banners(date(2026, 6, 26), today) == [
        "These data are 4 days old: the last to arrive are as at 26 June 2026. "
        "What has happened since is not shown."
    ]
    assert "No data have been received yet" in banners(None, today)[0]


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

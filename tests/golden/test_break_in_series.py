"""Contacts before and after April 2017 are two series: from the sample's own list, through the files, to the
chart and the sentence beneath it."""

import re
from datetime import date

from throughline.blocks.charts import to_svg
from throughline.blocks.trend import Trend
from throughline.counting.recording import naming_nothing
from throughline.measures.front_door import contacts, referrals
from throughline.people.roles import DIRECTOR
from throughline.reports.reader import ask_for

MARCH = date(2018, 3, 31)
NOTE = "Early help requests from the council’s own teams are no longer counted as contacts"


def test_contacts_are_two_series_and_the_note_is_printed(saltscar):
    shown = Trend(contacts).shown(ask_for(DIRECTOR, saltscar.answers, MARCH))
    assert shown.says.endswith(
        f"What came before April 2017 was counted otherwise, and is another series: {NOTE}."
    )
    svg = to_svg(shown.chart.spec)
    drawn = [path.count("M") for path in re.findall(r' d="([^"]+)"', svg) if path.count("L") > 15]
    assert drawn == [2]
    lines = re.findall(r">([^<>]+)</tspan>", svg)
    assert " ".join(lines).startswith("A. April 2017: Early help requests")


def test_referrals_are_one(saltscar):
    shown = Trend(referrals).shown(ask_for(DIRECTOR, saltscar.answers, MARCH))
    assert "another series" not in shown.says and naming_nothing(saltscar.answers.snapshot) == []

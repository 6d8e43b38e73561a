"""A cohort's table: after each length of time, and so far."""

from dataclasses import replace
from datetime import date

from throughline.blocks.followed import Followed, shown_followed
from throughline.blocks.trend import form
from throughline.counting.answers import count
from throughline.measures.front_door import contacts
from throughline.measures.kinds import Cohort
from throughline.record.assessment import Assessments
from throughline.record.front_door import Contacts
from throughline.record.periods import Period, months
from throughline.record.protection import CpPlans

from .conftest import OVER, answers

ASSESSED = Cohort(
    title="Contacts that came to an assessment", of=Contacts.on(Contacts.received),
    that=Assessments.on(Assessments.ended), days=10, within=(10, 14, 90),
    why="To test.", defined_by="This test.", examples="",
)  # fmt: skip


def followed(ask, cohort, period):
    asked = ask("director")
    return shown_followed(replace(asked, answers=count((cohort,), asked.snapshot, OVER)), cohort, period)


def test_a_line_for_each_length_of_time_and_one_for_all_so_far(ask):
    shown = followed(ask, ASSESSED, months(2026, 10))
    assert shown.what == "Of those who entered, October 2026"
    assert [(line.when, line.words, line.of, line.too_early) for line in shown.lines] == [
        ("Within 10 days", "0%", "0 of 2", "1"),
        ("Within 14 days", "100%", "2 of 2", "1"),
        ("Within 90 days", "too early to say", "", "3"),
        ("By 31 October 2026, however long ago they entered", "66.7%", "2 of 3", "0"),
    ]


def test_what_no_list_tells_of_is_not_available(ask):
    told = replace(ASSESSED, that=CpPlans.on(CpPlans.started))
    early = Period(date(1900, 1, 1), date(1900, 1, 31))
    assert {line.words for line in followed(ask, told, early).lines} <= {"not available", "none to count"}


def test_a_measure_that_is_no_cohort_has_no_such_table(ask):
    assert not Followed().shown(ask("director", measure="contacts")).lines
    assert contacts in answers().facts and form(ASSESSED) == ".0%"

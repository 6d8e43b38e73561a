"""A child's page: who may open it, what it says, what it does not say, and what the log says first."""

from datetime import date

import pytest
from django.http import Http404

from throughline.blocks.child_head import ChildHead
from throughline.blocks.child_story import happenings, opened
from throughline.blocks.child_timeline import ChildTimeline, Scale, ticks
from throughline.blocks.dated_list import DatedList
from throughline.people.keys import key_of
from throughline.people.models import Opening

BLOCKS = (ChildHead(), ChildTimeline(), DatedList())


@pytest.mark.parametrize(
    ("role", "child"),
    [
        ("team_manager", "C3"),  # another team's
        ("practitioner", "E5"),  # a colleague's
        ("practitioner", "F6"),  # nobody's
        ("member", "A1"),
        ("director", "no such child"),
    ],
)
def test_a_child_outside_ones_right_is_the_same_not_found_as_none(asks, role, child):
    for block in BLOCKS:
        with pytest.raises(Http404):
            block.shown(asks(role, child=child))
    assert not Opening.objects.exists()


def test_the_log_has_one_row_however_many_blocks_there_are(asks):
    ask = asks("practitioner", child="A1")
    for block in BLOCKS:
        block.shown(ask)
    (row,) = Opening.objects.all()
    assert (row.action, row.child, row.page) == ("view", key_of("A1", "little"), "/a-page/")


def test_nothing_is_given_where_the_log_cannot_be_written(asks, monkeypatch):
    def fails(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr(Opening.objects, "bulk_create", fails)
    with pytest.raises(OSError):
        ChildHead().shown(asks("director", child="A1"))


def test_the_head_by_name(asks):
    shown = ChildHead().shown(asks("practitioner", child="A1"))
    assert shown.name == "Ann Hill"
    assert shown.page_title == "A child"  # a browser keeps the titles of pages
    assert dict(shown.facts) == {
        "Age": "11, born 1 March 2015",
        "Sex": "Female",
        "Ethnic group": "Not recorded",
        "Disability": "Not recorded",
        "Worker and team": "Ada West, Assessment Team 1",
    }
    assert shown.now == ("Assessment open since 1 April 2026",)


def test_the_head_without_names(asks):
    ask = asks("analyst", child="A1")
    shown = ChildHead().shown(ask)
    assert shown.name == "Child A1"
    assert dict(shown.facts)["Age"] == "11"
    said = repr([block.shown(ask) for block in BLOCKS])
    for secret in ("Ann", "Hill", "TS9", "2015", "U1"):
        assert secret not in said
    assert "Quay" in said


def test_yes_no_and_not_recorded_are_three_answers(asks):
    facts = {
        child: dict(ChildHead().shown(asks("director", child=child)).facts) for child in ("A1", "B2", "C3")
    }
    assert [facts[child]["Disability"] for child in facts] == [
        "Not recorded", "None", "Yes; which is not recorded",
    ]  # fmt: skip
    assert facts["B2"]["Age"] == "6 months, born 1 December 2025"


def test_unborn_and_nobody_and_in_care(asks):
    shown = ChildHead().shown(asks("director", child="H8"))
    assert dict(shown.facts)["Age"] == "Unborn, expected 1 September 2026"
    shown = ChildHead().shown(asks("director", child="F6"))
    assert dict(shown.facts)["Worker and team"] == "Nobody holds the case"
    shown = ChildHead().shown(asks("director", child="E5"))
    assert shown.now == ("Looked after: Fostering, other carer: long term. Full care order",)


def test_everything_newest_first_with_its_line(asks):
    found = [(line.day, line.title, line.words) for line in happenings(asks("director", child="C3"))]
    assert found == [
        (date(2026, 6, 9), "Assessment signed off", "not recorded whether the child was seen"),
        (date(2026, 6, 1), "Visit: protection plan", "not recorded whether the child was seen"),
        (date(2026, 6, 1), "Assessment began", "Care Team"),
        (date(2026, 5, 1), "Visit: protection plan", "child seen; alone"),
        (date(2026, 1, 5), "Worker", "W3; Care Team; holds the case"),
        (date(2026, 1, 5), "Child protection plan began", "Emotional abuse"),
    ]
    assert happenings(asks("director", child="C3"))[3].sources == ("ssd/all.csv, line 2",)


def test_as_at_nothing_after_the_day(asks):
    ask = asks("director", child="C3", day=date(2026, 5, 31))
    assert max(line.day for line in happenings(ask)) == date(2026, 5, 1)
    assert ChildHead().shown(ask).now == ("Child protection plan since 5 January 2026: emotional abuse",)


def test_an_episode_that_ends_as_the_next_begins_is_told_once(asks):
    found = [(line.title, line.words) for line in happenings(asks("director", child="E5"))]
    assert ("Legal status changed", "Fostering, other carer: long term; Full care order") in found
    assert (
        "Came into care",
        "Fostering, other carer: long term; Single period of accommodation under s20; TS1 1AA",
    ) in found
    assert not any(title == "Left care" for title, _ in found)


def test_the_line_of_time(asks):
    shown = ChildTimeline().shown(asks("director", child="E5"))
    (lane,) = shown.lanes
    assert lane.title == "Care"
    assert [bar.x for bar in lane.bars] == [0, lane.bars[1].x]
    assert lane.bars[0].x + lane.bars[0].width == pytest.approx(lane.bars[1].x, abs=0.02)
    assert lane.bars[1].x + lane.bars[1].width == pytest.approx(100, abs=0.02)
    assert len(lane.diamonds) == 1
    assert "Care: 2, the first from 1 January 2025; one goes on." in shown.described


def test_a_child_of_whom_nothing_is_dated_has_no_line(asks):
    shown = ChildTimeline().shown(asks("director", child="H8"))
    assert shown.lanes == ()
    assert DatedList().shown(asks("director", child="H8")).many == 1


def test_dates_under_the_line_are_quarters_or_years():
    short = list(ticks(Scale(date(2025, 12, 1), date(2026, 6, 10))))
    assert [tick.words for tick in short] == ["Jan 2026", "Apr 2026"]
    long = list(ticks(Scale(date(2020, 1, 1), date(2026, 1, 1))))
    assert [tick.words for tick in long] == [f"{year}" for year in range(2020, 2027)]
    assert (long[0].anchor, long[-1].anchor) == ("start", "end")


def test_the_record_is_opened_once_a_request(asks):
    ask = asks("director", child="A1")
    assert opened(ask) is opened(ask)

"""A team's lists of work: who is in them, in what order, in what words, and for whom."""

from datetime import date

import pytest
from django.conf import settings
from django.http import Http404

from throughline.blocks.caseload_table import CaseloadTable
from throughline.blocks.team_figures import Many, TeamFigures
from throughline.blocks.team_head import TeamHead
from throughline.blocks.work_lists import LISTS, assessments, care, late_assessments, no_worker, plans
from throughline.people.models import Opening
from throughline.web.home import Visits

FIGURES = TeamFigures(*(Many(work.title, work, alert=work is no_worker) for work in LISTS.values()))


def told(shown):
    return [(line.child.text, line.worker, line.known, line.tag, line.look) for line in shown.lines]


def test_assessments_by_working_day_latest_first(asks):
    shown = assessments.shown(asks("team_manager"))
    assert told(shown) == [
        ("Ann Hill, 11", "Ada West", "Begun 1 April. Day 45 was 9 June", "Day 46, past 45", "bad"),
        ("Ben Hill, 6 months", "Ada West", "Begun 2 April. Day 45 is 10 June", "Day 45, 35 or more", "soon"),
        ("Dee =Wood, 6", "Ada West", "Begun 1 June. Day 45 is 3 August", "Day 7", "ok"),
    ]
    assert shown.lede == "1 is past day 45, 1 is at day 35 or more."
    assert all(line.child.address.startswith("/children/") for line in shown.lines)


def test_plans_by_when_the_child_must_next_be_seen(asks):
    shown = plans.shown(asks("team_manager"))
    assert told(shown) == [
        ("Ben Hill, 6 months", "Ada West", "Last seen 18 May, 23 days ago", "Due Mon 15 June", "soon"),
        ("Dee =Wood, 6", "Ada West", "Not seen yet", "Due Wed 17 June", "soon"),
    ]


def test_overdue_and_not_recorded_are_said(asks):
    (line,) = told(plans.shown(asks("director", team="T2")))
    assert line[2:] == (
        "Last seen 1 May, 40 days ago. Visited 1 June: not recorded whether the child was seen",
        "12 days overdue",
        "bad",
    )


def test_the_limit_between_visits_is_a_setting(asks, monkeypatch):
    monkeypatch.setattr(settings, "VISIT_LIMITS", Visits(plans=60, care=5))
    assert plans.shown(asks("director", team="T2")).lines[0].look == "ok"
    shown = care.shown(asks("team_manager"))
    assert shown.lines[0].tag == "4 days overdue"
    assert "every 5 days" in shown.lede


def test_children_nobody_holds_are_shown_to_the_team_they_were_referred_to(asks):
    shown = no_worker.shown(asks("team_manager"))
    assert [(line.child.text, line.worker) for line in shown.lines] == [("Fay Shaw, 8", "No worker")]
    assert shown.lede.endswith("In the whole council there are 1.")


def test_an_analyst_sees_ids_and_ages_and_no_name(asks):
    shown = assessments.shown(asks("analyst", team="T1"))
    assert [line.child.text for line in shown.lines] == ["A1, 11", "B2, 6 months", "D4, 6"]


def test_what_is_outside_ones_right_is_counted_and_not_shown(asks):
    """Ben's case is Ada's; a manager whose own team holds nobody opens none of another's."""
    shown = assessments.shown(asks("practitioner", profile={"team": "T1", "worker": "W9"}))
    assert (shown.lines, shown.many) == ((), 3)
    assert shown.outside.startswith("3 are in the figure and not in the list")


def test_a_team_that_is_not_ones_own_is_not_found(asks):
    for block in (assessments, TeamHead(), FIGURES, CaseloadTable()):
        with pytest.raises(Http404):
            block.shown(asks("team_manager", team="T2"))
        with pytest.raises(Http404):
            block.shown(asks("director", team="no such team"))


def test_with_no_team_chosen_there_is_no_list_and_nobody_is_logged(asks):
    shown = assessments.shown(asks("director"))
    assert not shown.title
    assert not Opening.objects.exists()


def test_only_the_page_that_is_shown_is_logged(asks, monkeypatch):
    monkeypatch.setattr("throughline.blocks.worklist.A_PAGE", 2)
    shown = assessments.shown(asks("team_manager"))
    assert (len(shown.lines), Opening.objects.count()) == (2, 2)
    assert [page.title for page in shown.pages] == ["Page 2 of 2"]
    second = assessments.shown(asks("team_manager", **{"open-assessments-page": "2"}))
    assert [line.child.text for line in second.lines] == ["Dee =Wood, 6"]
    for page in ("0", "3", "x", "²", "-1"):
        with pytest.raises(Http404):
            assessments.shown(asks("team_manager", **{"open-assessments-page": page}))


def test_as_at_an_earlier_day_nothing_later_is_known(asks):
    ask = asks("director", team="T2", day=date(2026, 5, 10))
    assert told(plans.shown(ask))[0][2] == "Last seen 1 May, 9 days ago"
    assert told(assessments.shown(asks("director", team="T2", day=date(2026, 6, 8))))[0][3] == "Day 5"


def test_a_day_no_return_answers_for_is_not_available(asks, without):
    shown = care.shown(asks("director", team="T1", answers=without("Care")))
    assert not shown.available and not shown.lines
    shown = plans.shown(asks("director", team="T2", answers=without("CpVisits")))
    assert told(shown)[0][2:] == ("Visits are not available for this day", "Not available", "")
    assert shown.lede == "Visits are not available for this day."


def test_figures_of_a_team_and_of_every_team(asks):
    shown = FIGURES.shown(asks("team_manager"))
    assert [(figure.words, figure.alert) for figure in shown.figures] == [
        ("3", False), ("1", False), ("2", False), ("1", False), ("1", True),
    ]  # fmt: skip
    shown = FIGURES.shown(asks("director"))
    assert [[cell.text for cell in row] for row in shown.rows] == [
        ["Assessment Team 1", "3", "1", "2", "1", "1"],
        ["Care Team", "0", "0", "1", "0", "0"],
    ]
    assert shown.rows[0][0].address == "/a-page/?team=T1"
    assert late_assessments.shown(asks("director", team="T1")).many == 1


def test_the_head_of_a_team_and_its_caseloads(asks):
    shown = TeamHead().shown(asks("team_manager"))
    assert (shown.page_title, shown.sub, shown.teams) == (
        "Assessment Team 1",
        "2 workers hold 5 children.",
        (),
    )
    shown = TeamHead().shown(asks("director", team="T2", day=date(2026, 5, 1)))
    assert (shown.sub, shown.clocks) == ("1 worker holds 1 child.", {"as-at": "2026-05-01"})
    assert [(team.title, team.chosen) for team in shown.teams] == [
        ("Assessment Team 1", False), ("Care Team", True),
    ]  # fmt: skip
    assert TeamHead().shown(asks("director", team="T2", day=date(2025, 5, 1))).sub.startswith("Nobody")
    table = CaseloadTable().shown(asks("team_manager"))
    assert [(worker.name, worker.many) for worker in table.workers] == [("Ada West", 3), ("Bo East", 2)]
    assert table.finding == "No worker holds more than 18 children, the guide"

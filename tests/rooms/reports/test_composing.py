import re

import pytest

from throughline.blocks.late_recording import LateFigure, ShownLateRecording
from throughline.blocks.named import MEASURES
from throughline.blocks.shown import Shown
from throughline.blocks.teams_changed import ShownTeamsChanged, TeamChange
from throughline.blocks.what_changed import WhatChanged
from throughline.counting.signals import Variation
from throughline.pages.council import council
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER, PRACTITIONER, TEAM_MANAGER
from throughline.record.front_door import CONTACT_CAME_FROM
from throughline.record.periods import twelve_months_to
from throughline.reports.composing import compose, parts_said
from throughline.reports.definitions import measures_in
from throughline.reports.forms import on_paper
from throughline.reports.kinds import Report, reports
from throughline.reports.paper import Bars, Numbers, Picture, Terms
from throughline.reports.reader import ask_for
from throughline.reports.to_pdf import to_pdf
from throughline.reports.to_text import to_text

from .conftest import DAY, contact

MANY = [contact(f"child {number}", referred=number % 2 == 0) for number in range(40)]


def parts_of(paper, kind):
    return [part for part in paper.parts if isinstance(part, kind)]


def headlines(paper):
    return {number.title: number.words for part in parts_of(paper, Numbers) for number in part.numbers}


def test_figures_are_the_answers(composed, counted):
    paper, answers = composed(*MANY), counted(*MANY)
    for name, words in (("contacts", "40"), ("contacts_to_referral", "50%")):
        value = answers.value(MEASURES[name], twelve_months_to(DAY)).value
        assert headlines(paper)[MEASURES[name].title] == words
        assert value == {"contacts": 40, "contacts_to_referral": 0.5}[name]
    assert "Contacts: 40. 12 months to 30 June 2026." in to_text(paper)


def test_every_picture_has_words_and_a_table_of_each_month(composed):
    for picture in parts_of(composed(*MANY), Picture):
        assert picture.described
        assert len(picture.table.rows) == 24
        assert picture.table.beside == 3


def test_missing_is_never_nought(composed):
    found = headlines(composed(*(contact(f"child {number}") for number in range(8))))
    assert found["Contacts that led to a referral"] == "not recorded"
    assert found["Referrals"] == "not available"
    early = headlines(composed(*(contact(f"child {number}", DAY, referred=True) for number in range(8))))
    assert early["Contacts that led to a referral"] == "too early to say"
    assert headlines(composed())["Contacts"] == "0"


def test_with_nothing_to_draw_there_is_no_picture_and_it_says_so(composed):
    referrals = next(p for p in parts_of(composed(*MANY), Picture) if p.finding.startswith("Re-referrals"))
    assert referrals.svg == ""
    assert "[No chart]\nThere is nothing to show for these dates." in to_text(composed(*MANY))


def test_members_see_no_small_number_and_nothing_parted(composed):
    few = [contact("Ann", referred=True), contact("Ben", referred=False), contact("Cat", referred=False)]
    paper = composed(*few, role=MEMBER)
    assert headlines(paper)["Contacts"] == "c"
    assert headlines(paper)["Contacts that led to a referral"] == "c"
    assert not parts_of(paper, Bars)
    picture = next(p for p in parts_of(paper, Picture) if "Contacts" in p.described)
    assert "c" in {row[1] for row in picture.table.rows}
    assert "3" not in {row[1] for row in picture.table.rows}
    assert "hidden" in paper.foot


@pytest.mark.parametrize("role", [DIRECTOR, TEAM_MANAGER, ANALYST])
def test_others_see_all_and_are_told_not_to_publish(composed, role):
    paper = composed(contact("Ann", source="1A"), role=role)
    assert headlines(paper)["Contacts"] == "1"
    assert any(CONTACT_CAME_FROM.title.lower() in bars.what for bars in parts_of(paper, Bars))
    assert "not for publication" in paper.foot


def test_each_measure_in_it_is_defined_once_with_its_source(composed):
    terms = [term for part in parts_of(composed(*MANY), Terms) for term in part.terms]
    titles = [term.title for term in terms]
    report = reports()["monthly_performance"]
    wanted = {measure.title for page in report.pages for measure in measures_in(page.shows)}
    assert len(titles) == len(set(titles))
    assert wanted <= set(titles)
    assert all(dict(term.facts)["Source"] and dict(term.facts)["Defined by"] for term in terms)


def test_no_child_is_in_it(composed):
    told = to_text(composed(*(contact(f"Zebedee{number}", referred=True) for number in range(9))))
    assert not re.search("Zebedee", told)


def test_every_block_of_a_report_has_a_form_on_paper_and_others_are_refused(composed):
    composed(*MANY)
    with pytest.raises(LookupError, match="no form on paper"):
        on_paper(Shown())


def test_a_report_is_not_for_everyone():
    assert PRACTITIONER not in reports()["monthly_performance"].seen_by


def test_a_page_of_other_blocks_can_be_a_report_too(counted):
    other = Report(
        title="The council",
        about="",
        opens_with=WhatChanged(at_most=1),
        pages=(council,),
        leaves_out=(),
        seen_by=frozenset({DIRECTOR}),
    )
    paper = compose(other, ask_for(DIRECTOR, counted(*MANY), DAY), "Saltscar")
    told = to_text(paper)
    assert "# The child’s journey" in told
    assert "Care leavers" in told
    assert to_pdf(paper, DAY)


def test_local_lists_are_said_together():
    lists = ("Local list: court cases", "Local list: peps")
    assert parts_said(("SSD", *lists, "Wards", "")) == "SSD, Wards, 2 local lists"
    assert parts_said(("SSD", lists[0])) == "SSD, 1 local list"
    assert parts_said(("SSD", "")) == "SSD"


def test_teams_that_changed_and_what_came_late_are_on_paper():
    one = TeamChange(
        variation=Variation.WORSE, high=False, team="Team 1", title="Contacts: 9", says="In May it fell.",
        owner="Ada", address="", children="",
    )  # fmt: skip
    heading, changes, note = on_paper(ShownTeamsChanged(changes=(one,), note="Of 40 figures."))
    assert heading.text == "What changed in one team" and note.text == "Of 40 figures."
    assert changes.changes[0].title == "Team 1. Contacts: 9"
    assert changes.changes[0].says == "In May it fell. Owner: Ada."
    assert len(on_paper(ShownTeamsChanged(note="None."))) == 2 and on_paper(ShownTeamsChanged()) == []
    late = LateFigure(title="Contacts: 2; we said 1", says="1 more.", owner="Ada", address="", rows="")
    heading, lede, table = on_paper(ShownLateRecording(lede="Of May", figures=(late,)))
    assert (heading.text, lede.text, table.rows) == (
        "What came late", "Of May", (("Contacts: 2; we said 1", "1 more."),)
    )  # fmt: skip
    assert len(on_paper(ShownLateRecording(lede="None moved."))) == 2 and on_paper(ShownLateRecording()) == []

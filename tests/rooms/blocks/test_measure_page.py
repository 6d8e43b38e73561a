"""The page of a measure: its head, the children behind it, its passport; and the catalogue."""

import re

import pytest
from django.http import Http404

from throughline.blocks.behind import Behind
from throughline.blocks.catalogue import Catalogue
from throughline.blocks.measure_head import MeasureHead
from throughline.blocks.named import MEASURES, STAGES
from throughline.blocks.passport import Passport, example
from throughline.errors import Fault
from throughline.people.models import Opening

SHARE = "assessments_within_45_days"


def test_the_head_is_of_the_group_and_dates_chosen(ask):
    chosen = {"by": "team", "group": "T1", "from_": "2026-10-01", "to": "2026-10-31"}
    shown = MeasureHead().shown(ask("director", measure=SHARE, **chosen))
    assert shown.page_title == "Assessments finished within 45 working days"
    assert (shown.figure.dates, shown.part, shown.figure.of) == (
        "October 2026", "Team: Assessment Team 1", "3 of 8",
    )  # fmt: skip
    assert shown.whole == f"/measures/{SHARE}/"
    assert (shown.target, shown.meets) == ("85% or more", False)
    assert shown.stage.address == "/measures/#assessment"


def test_nothing_was_chosen_so_there_is_nothing_to_leave(ask):
    shown = MeasureHead().shown(ask("director", measure=SHARE))
    assert (shown.part, shown.whole) == ("", "")
    assert [place.title for place in shown.places][-2:] == ["The children behind it", "Definition"]
    assert [p.title for p in MeasureHead().shown(ask("member", measure=SHARE)).places] == [
        "Over time", "Beside others", "Definition",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-10-31", "2026-10-01"),
        ("x", "y"),
        ("2026-11-01", "2026-11-30"),
        ("", "2026-10-01"),
        ("2026-01-01", "9999-12-31"),
        ("2026-01-01", "2028-01-31"),
        ("0001-01-01", "2026-10-01"),
    ],
)
def test_dates_that_mean_nothing_are_not_found(ask, first, last):
    with pytest.raises(Http404):
        MeasureHead().shown(ask("director", measure=SHARE, from_=first, to=last))


def test_a_member_may_ask_for_whole_months_only(ask):
    october = {"from_": "2026-10-01", "to": "2026-10-31"}
    assert MeasureHead().shown(ask("member", measure=SHARE, **october)).figure.words == "c"
    with pytest.raises(Http404):
        MeasureHead().shown(ask("member", measure=SHARE, from_="2026-09-02", to="2026-10-31"))


def test_the_children_behind_a_number_with_the_line_each_came_from(ask):
    shown = Behind().shown(ask("director", measure=SHARE, which="passes"))
    assert [tab.title for tab in shown.tabs] == [
        "All who count (144)", "Pass (108)", "Do not pass (36)", "Left out: not recorded (0)",
    ]  # fmt: skip
    assert shown.columns == ("Child", "The day it began", "The day a manager signed it off",
                             "The team that holds it", "Came from")  # fmt: skip
    first = [cell.text for cell in shown.rows[0]]
    assert re.fullmatch(r"Ann Hill\d, 10", first[0])
    assert first[1:4] == ["5 Oct 2026", "15 Oct 2026", "Assessment Team 1"]
    assert re.fullmatch(r"ssd_cin_assessments.csv, line \d+", first[4])
    assert re.fullmatch(r"/children/[a-z2-7]{26}/", shown.rows[0][0].address)
    assert shown.many == 108 and len(shown.rows) == 20
    assert [page.title for page in shown.pages] == ["Page 2 of 6"]
    assert shown.lines[0][1] == ("The day it began", shown.rows[0][1])


def test_only_the_page_shown_is_opened_and_it_is_logged_first(ask):
    asked = ask("director", measure=SHARE, which="fails", page="2")
    shown = Behind().shown(asked)
    assert len(shown.rows) == 16
    assert [page.title for page in shown.pages] == ["Page 1 of 2"]
    opened = Opening.objects.filter(request=asked.request)
    children = {row[0].address.split("/")[2] for row in shown.rows}
    assert {each.child for each in opened} == children
    assert {each.why for each in opened} == {
        "Assessments finished within 45 working days: do not pass, 12 months to 31 October 2026"
    }
    assert {each.page for each in opened} == {"/a-page/"}


def test_a_page_of_the_list_that_there_is_not_is_not_found(ask):
    for page in ("9", "0", "-1", "x", "٣", "9" * 5000):
        with pytest.raises(Http404):
            Behind().shown(ask("director", measure=SHARE, page=page))
    with pytest.raises(Http404):
        Behind().shown(ask("director", measure=SHARE, which="rich"))


def test_why_a_row_is_left_out_is_which_columns_are_blank(ask):
    shown = Behind().shown(ask("director", measure="contacts_to_referral", which="left-out"))
    assert shown.columns[-2:] == ("Why", "Came from")
    assert shown.rows[0][-2].text == "Blank: It led to a referral"
    early = Behind().shown(ask("director", measure="contacts_to_referral", which="too-early"))
    assert len(early.rows) == 1 and early.tabs[-1].title == "Too early to say (1)"


def test_the_same_number_and_the_list_of_ones_own_children(ask):
    whole = Behind().shown(ask("director", measure="children_on_plans"))
    own = Behind().shown(ask("practitioner", measure="children_on_plans"))
    assert own.tabs == whole.tabs
    assert (len(whole.rows), len(own.rows)) == (3, 1)
    assert own.outside == (
        "2 more are in the figure and outside yours: you may open children whose case they hold."
    )
    assert whole.outside == ""


def test_an_analyst_sees_ids_and_no_names(ask):
    shown = Behind().shown(ask("analyst", measure="children_on_plans"))
    assert sorted(row[0].text for row in shown.rows) == ["C0", "C1", "C2"]
    assert "Hill" not in str(shown)


def test_a_member_gets_no_list(ask):
    asked = ask("member", measure="contacts")
    shown = Behind().shown(asked)
    assert (shown.tabs, shown.rows) == ((), ())
    assert not Opening.objects.filter(request=asked.request).exists()


def test_what_is_not_available_lists_nobody(ask):
    shown = Behind().shown(ask("director", measure="looked_after"))
    assert shown.rows == () and shown.tabs[0].title == "All who count (0)"


def test_the_passport_says_what_is_read_and_prints_the_example(ask):
    shown = Passport().shown(ask("director", measure=SHARE))
    assert dict(shown.facts)["Target"] == "85% or more"
    assert [(each.column, each.ssd) for each in shown.reads] == [
        ("started", "cina_assessment_start_date"), ("ended", "cina_assessment_auth_date"),
    ]  # fmt: skip
    (table,) = shown.examples
    assert table.answer == "1 of 2"
    assert table.columns == (
        "Child", "The day it began", "The day a manager signed it off", "Counts?", "Passes?", "Why",
    )  # fmt: skip
    assert table.rows[1] == ("Ben", "2026-04-01", "2026-06-10", "yes", "no", "day 46")


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_has_its_passport(ask, name):
    shown = Passport().shown(ask("analyst", measure=name))
    assert shown.reads and shown.examples and dict(shown.facts)["Defined by"]
    assert all(len(row) == len(table.columns) for table in shown.examples for row in table.rows)


def test_a_table_that_is_read_for_its_rows_alone_is_named(ask):
    shown = Passport().shown(ask("director", measure="plan_rate"))
    assert ("Population", "") in {(each.table, each.column) for each in shown.reads}


def test_two_tables_of_an_example():
    table = example("Visits\nchild | made\n---+---\nAnn | 2026-01-01\nBen |".splitlines())
    assert (table.heading, table.answer, table.rows[1]) == ("Visits", "", ("Ben", ""))


def test_faults_of_its_files_are_counted_for_all_and_told_to_those_who_see_all(ask):
    wrong = Fault("ssd/ssd_cin_assessments.csv", 7, "ended", "“31/02” is not a date.")
    other = Fault("elsewhere.csv", 7, "ended", "It is empty.")
    given = {"measure": SHARE, "faults": lambda: [wrong, wrong, other]}
    director, manager = (
        Passport().shown(ask("director", **given)),
        Passport().shown(ask("team_manager", **given)),
    )
    assert director.files == manager.files == (("ssd/ssd_cin_assessments.csv, ended", 2),)
    assert len(director.faults) == 2 and manager.faults == ()
    member = Passport().shown(ask("member", **given))
    assert (member.files, member.tells_faults) == ((), False)


def test_the_catalogue_holds_every_measure_under_its_stage(ask):
    shown = Catalogue().shown(ask("director"))
    assert sum(len(stage.lines) for stage in shown.stages) == len(MEASURES)
    titles = [stage.title for stage in shown.stages]
    assert titles == [title for title in STAGES.values() if title in titles]
    assert shown.note == "" and Catalogue().shown(ask("member")).note.startswith("c:")

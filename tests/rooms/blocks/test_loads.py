"""Loads: what came and what it changed, what to do next, how files were read, and what is wrong in them."""

from datetime import date, datetime, timedelta

import polars as pl
import pytest
from django.http import Http404

from throughline.blocks import load_next
from throughline.blocks.councils import may_see_faults
from throughline.blocks.headings_read import FileRead, HeadingsRead
from throughline.blocks.load_changes import LoadChanges
from throughline.blocks.load_next import LoadNext
from throughline.blocks.loads_list import LoadsList, titles_said, without_values
from throughline.errors import Fault
from throughline.loads import lateness
from throughline.loads.changes import Changes, TableChanged, changes_name, write_changes
from throughline.loads.gaps import nights_missing
from throughline.loads.lateness import ENGLAND, Expected
from throughline.loads.parts import write_part
from throughline.people.models import Opening
from throughline.people.roles import ANALYST, DIRECTOR, ROLES
from throughline.record.composing import Part
from throughline.record.snapshots import HeadingRead, Source

FAULTS = (
    Fault("ssd/a.csv", 2, "pers_sex", "“X” is not a code for it."),
    Fault("ssd/a.csv", 3, "pers_sex", "“Y” is not a code for it."),
    Fault("ssd/b.csv", None, None, "the file is no return we know."),
)


def test_faults_by_what_is_wrong(asks):
    ask = asks("analyst")
    object.__setattr__(ask, "faults", lambda: FAULTS)
    shown = LoadsList().shown(ask)
    assert [(fault.says, fault.many, fault.places) for fault in shown.faults] == [
        ("pers_sex: “…” is not a code for it.", 2, ("ssd/a.csv, line 2: “X”", "ssd/a.csv, line 3: “Y”")),
        ("The file is no return we know.", 1, ("ssd/b.csv",)),
    ]
    assert shown.downloads


def test_what_is_wrong_is_repeated_only_to_those_who_see_every_child(asks):
    ask = asks("team_manager")
    object.__setattr__(ask, "faults", lambda: FAULTS)
    shown = LoadsList().shown(ask)
    assert "“X”" not in repr(shown) and not shown.downloads
    assert {role for role in ROLES.values() if may_see_faults(role)} == {ANALYST, DIRECTOR}
    assert without_values("“A” and “B”") == "“…” and “…”"


def test_local_lists_are_named_together():
    lists = ["SSD", "Local list: posts", "Local list: peps", "Local list: posts"]
    assert titles_said(lists) == "SSD, 2 local lists: posts, peps"
    assert titles_said(lists[:2]) == "SSD, Local list: posts"
    assert titles_said(["SSD", *(f"Local list: {n}" for n in range(40))]) == "SSD, 40 local lists"


def test_what_each_return_answers_for(asks):
    shown = LoadsList().shown(asks("director"))
    assert ("SSD", "child, teams, workers", "always", "10 June 2026") in shown.cover
    assert any("CP plans" in tables for _, tables, _, _ in shown.cover)
    assert not shown.loads


def test_a_line_that_is_set_aside_is_counted(asks):
    ask = asks("analyst")
    lost = Fault("ssd/a.csv", 4, "pers_person_id", "this line is set aside.", aside=1)
    more = Fault("ssd/a.csv", None, "pers_person_id", "2 more lines are so: 7, 9.", aside=2)
    object.__setattr__(ask, "faults", lambda: (*FAULTS, lost, more))
    assert LoadsList().shown(ask).aside == 3


BEFORE, AFTER = "b" * 64, "a" * 64
NAME = changes_name(BEFORE, AFTER)
AT = datetime(2026, 6, 11, 4, tzinfo=ENGLAND)


@pytest.fixture
def came(served, settings, monkeypatch):
    """The little council, after a load in which A1 and E5 changed, B2 is new and Z9 is gone."""
    settings.EXPECTED = Expected()
    monkeypatch.setattr(lateness, "datetime", Clock)
    children = [("A1", "changed", ["Care", "CpPlans"]), ("B2", "new", ["Child"]), ("E5", "changed", ["Care"]),
                ("Z9", "gone", ["Child"])]  # fmt: skip
    frame = pl.DataFrame(children, schema=["child", "what", "tables"], orient="row")
    write_changes(served.changes / NAME, Changes((TableChanged("CpPlans", 1, 2, 3),), frame))
    line = {"load": "c", "at": AT.isoformat(), "status": "in", "as_at": "2026-06-10", "titles": ["SSD"],
            "files": ["all.csv"], "rows": {"SSD: Child": 7, "SSD: Care": 5}, "faults": 1, "aside": 2,
            "snapshot": AFTER, "before": BEFORE}  # fmt: skip
    served.log(line)
    served.make_current({**served.current(), "snapshot": ""})  # the little council of `asks` has no name
    return served


class Clock(datetime):
    """Noon on 11 June 2026, whatever the day."""

    @classmethod
    def now(cls, tz=None):
        return cls(2026, 6, 11, 12, tzinfo=tz)


def test_each_load_says_what_it_changed(asks, came):
    load = LoadsList().shown(asks("director")).loads[0]
    assert (load.changes.text, load.changes.address) == (
        "Children: 1 new, 2 changed, 1 gone",
        f"/loads/{NAME}/",
    )
    assert (load.many_rows, load.aside, load.faults) == ("12", 2, 1)
    first = LoadsList().shown(asks("director")).loads[-1]
    assert first.changes is None and first.aside is None


def test_a_load_that_changed_nothing_says_so(asks, came):
    came.log({"load": "d", "at": AT.isoformat(), "status": "in", "snapshot": AFTER, "before": AFTER})
    came.log({"load": "e", "at": AT.isoformat(), "status": "in", "snapshot": AFTER, "before": "c" * 64})
    not_kept, nothing, _ = LoadsList().shown(asks("director")).loads[:3]
    assert (nothing.changes.text, nothing.changes.address) == ("Nothing changed", "")
    assert not_kept.changes is None


def changed(ask, name=NAME):
    object.__setattr__(ask, "about", {"changes": name})
    return LoadChanges().shown(ask)


def test_the_children_a_load_changed_are_opened_by_right_and_logged(asks, came):
    shown = changed(asks("director"))
    assert shown.of == "Received 11 June 2026, 04:00; as at 10 June 2026."
    assert shown.tables == (("CP plans", 1, 2, 3),)
    assert [(tab.title, tab.chosen) for tab in shown.tabs] == [
        ("New (1)", False), ("Changed (2)", True), ("Gone (1)", False),
    ]  # fmt: skip
    assert [(child.text, tables) for child, tables in shown.lines] == [
        ("Ann Hill, 11", "care, CP plans"), ("Eve Moor, 16", "care"),
    ]  # fmt: skip
    assert {(row.action, row.why) for row in Opening.objects.all()} == {
        ("list", "Children changed in a load")
    }
    assert Opening.objects.count() == 2
    assert all(
        child.address.startswith("/children/") and "A1" not in child.address for child, _ in shown.lines
    )


def test_of_other_teams_children_there_is_only_how_many(asks, came):
    shown = changed(asks("team_manager", profile={"team": "T2"}))
    assert shown.lines == () and not Opening.objects.exists()
    assert shown.outside.startswith("2 more are in the figure and outside yours")


def test_without_names_a_child_is_known_by_their_id(asks, came):
    assert [child.text for child, _ in changed(asks("analyst", which="new")).lines] == ["B2, 6 months"]


def test_one_who_is_gone_has_no_page(asks, came):
    ((child, tables),) = changed(asks("director", which="gone")).lines
    assert (child.text, child.address, tables) == ("Z9", "", "child")


def test_page_by_page(asks, came, monkeypatch):
    monkeypatch.setattr("throughline.blocks.load_changes.A_PAGE", 1)
    shown = changed(asks("director", page="2"))
    assert [child.text for child, _ in shown.lines] == ["Eve Moor, 16"]
    assert [(page.title, page.address) for page in shown.pages] == [("Page 1 of 2", "/a-page/#children")]
    assert Opening.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "name", "chosen"),
    [
        ("director", "0" * 33, {}),
        ("director", f"{'0' * 16}-{'0' * 16}", {}),
        ("director", NAME, {"which": "all"}),
        ("director", NAME, {"page": "2"}),
        ("member", NAME, {}),
    ],
)
def test_what_is_not_there_or_not_theirs_is_not_found(asks, came, role, name, chosen):
    with pytest.raises(Http404):
        changed(asks(role, **chosen), name)
    assert not Opening.objects.exists()


def test_changes_of_a_load_that_the_log_lost_are_still_shown(asks, came):
    (came.folder / "loads.jsonl").write_text("")
    assert changed(asks("director")).of == ""


def next_of(ask):
    shown = LoadNext().shown(ask)
    return shown.tag, shown.title, shown.command


def test_nothing_to_do(asks, came):
    assert next_of(asks("director")) == ("", "Nothing waits for anybody.", "")


def test_nothing_is_known_of_a_record_that_was_not_received_here(asks, tmp_path, settings):
    settings.HOME = tmp_path
    assert next_of(asks("director"))[0] == ""
    assert HeadingsRead().shown(asks("director")).files == ()


def test_a_held_load_comes_first_with_its_reasons(asks, came, settings):
    settings.EXPECTED = Expected(days=1, by=datetime(2026, 1, 1, 7, 30).time())
    why = "\n".join(f"reason {n}" for n in range(6))
    came.log({"load": "f" * 32, "at": AT.isoformat(), "status": "held", "as_at": "2026-06-11", "why": why,
              "snapshot": "c" * 64})  # fmt: skip
    shown = LoadNext().shown(asks("team_manager"))
    assert (shown.tag, shown.command) == ("Held", "throughline approve ffffffff")
    assert shown.why == ("reason 0", "reason 1", "reason 2", "reason 3", "and 2 more below")


def test_late_data_say_what_to_look_at(asks, came, settings):
    settings.EXPECTED = Expected(days=1, by=datetime(2026, 1, 1, 7, 30).time())
    assert next_of(asks("director")) == (
        "Late", "No load has come in; one was due by 07:30 on 11 June 2026.", "throughline receive FOLDER"
    )  # fmt: skip
    settings.EXPECTED = Expected(days=0)
    assert next_of(asks("director"))[1] == "The newest data are 1 day old."


def test_data_of_a_day_to_come_are_late(asks, came, settings, monkeypatch):
    settings.EXPECTED = Expected(days=3)
    monkeypatch.setattr(load_next, "now_in_england", lambda: datetime(2026, 6, 8, 9, tzinfo=lateness.ENGLAND))
    monkeypatch.setattr(load_next, "is_late", lambda *about: True)
    assert next_of(asks("director"))[1] == "The newest data say they are of a day to come, 10 June 2026."


@pytest.mark.parametrize(("many", "says"), [(1, "1 question waits"), (3, "3 questions wait")])
def test_questions_are_to_be_answered(asks, came, monkeypatch, many, says):
    monkeypatch.setattr("throughline.loads.memory.waiting", lambda council: [None] * many)
    tag, title, command = next_of(asks("director"))
    assert (tag, command) == ("To answer", "throughline questions") and title.startswith(says)


def test_a_refused_load_says_why_to_those_who_may_know(asks, came):
    came.log({"load": "r", "at": AT.isoformat(), "status": "refused", "why": "“Hill” is no heading.\nLook."})
    assert LoadNext().shown(asks("director")).why == ("“Hill” is no heading.", "Look.")
    assert "Hill" not in repr(LoadNext().shown(asks("team_manager")))
    assert "Hill" not in repr(LoadsList().shown(asks("team_manager")))
    assert next_of(asks("director"))[1] == "The last load was refused."


def test_a_damaged_record_is_the_weightiest(asks, came):
    came.make_current({**came.current(), "snapshot": "d" * 64})
    assert next_of(asks("director"))[:2] == (
        "Damaged", "The newest record is damaged: what is shown is as at 10 June 2026.",
    )  # fmt: skip


def test_how_the_files_were_read(asks, came):
    headings = (
        HeadingRead("b.csv", "plans", "Start", "cpp_start", "alias"),
        HeadingRead("b.csv", "plans", "Notes", None, ""),
        HeadingRead("a.csv", "persons", "pers_sex", "pers_sex", "name"),
    )
    sources = (Source("a.csv", "0", encoding="cp1252"), Source("b.csv", "1"))
    part = Part("SSD", 1, date(2026, 6, 10), {}, {}, sources, headings=headings)
    write_part(part, came.parts / "c-0")
    came.make_current({**came.current(), "parts": ["c-0"]})
    shown = HeadingsRead().shown(asks("analyst"))
    assert shown.unread == 1
    assert shown.files == (
        FileRead(file="b.csv", table="plans", encoding="", read=(("Start", "cpp_start", "another spelling"),),
                 unread=("Notes",)),
        FileRead(file="a.csv", table="persons", encoding="Windows letters",
                 read=(("pers_sex", "pers_sex", "its own name"),), unread=()),
    )  # fmt: skip


def test_of_a_return_that_is_damaged_no_file_is_shown(asks, came):
    came.make_current({**came.current(), "parts": ["gone-0"]})
    assert HeadingsRead().shown(asks("analyst")).files == ()


def nights(*days, status="in"):
    return [{"status": status, "days": [f"2026-06-{day:02}"]} for day in days]


@pytest.mark.parametrize(
    ("lines", "weekends", "missing"),
    [
        (nights(1, 2, 3, 4, 5, 6), True, []),
        (nights(1, 2, 3, 4, 6, 7), True, [5]),
        (nights(7, 6, 4, 3, 2, 1), True, [5]),  # the log is newest first, and some come late
        (nights(1, 2, 3, 4, 5, 8, 9), True, [6, 7]),
        (nights(1, 2, 3, 4, 5, 8, 9), False, []),  # a weekend
        (nights(1, 8, 15, 22, 29), True, []),  # weekly
        (nights(1, 2, 4, 5), True, []),  # too few to know
        (nights(1, 2, 3, 4, 6, 7, status="refused"), True, []),
        ([], True, []),
        ([{"status": "in", "as_at": f"2026-06-{day:02}"} for day in (1, 2, 3, 4, 6)], True, [5]),
        ([{"status": "in"}], True, []),
    ],
)
def test_nights_of_which_none_came(lines, weekends, missing):
    assert nights_missing(lines, weekends) == [date(2026, 6, day) for day in missing]


def test_gaps_of_more_than_a_month_ago_are_forgotten():
    days = [date(2026, 6, 1) + timedelta(days=n) for n in range(60) if n != 5]
    assert nights_missing([{"status": "in", "days": [str(day)]} for day in days], True) == []


def test_the_page_says_which_nights_are_missing(asks, came):
    for line in nights(1, 2, 3, 4, 6, 7, 8, 9):
        came.log({"load": "n", "at": AT.isoformat(), **line})
    assert LoadsList().shown(asks("director")).missing == "5 June 2026"

"""What every page has: an address, a right, a template for each of its blocks; and *as at*."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import polars as pl
import pytest
from django.template.loader import get_template

import throughline
from throughline.blocks.heading import Heading
from throughline.blocks.kinds import Block
from throughline.errors import Refused
from throughline.pages import kinds
from throughline.pages.days import day_asked, first_day
from throughline.pages.kinds import Page, home_page, pages
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER, PRACTITIONER, ROLES, TEAM_MANAGER
from throughline.record.child import Wards
from throughline.record.front_door import Contacts
from throughline.record.snapshots import Covered, Snapshot

BLOCKS = Path(throughline.__file__).parent / "blocks"
FIRST, LAST = date(2020, 4, 1), date(2026, 10, 31)


@pytest.mark.parametrize("block", get_args(Block), ids=lambda block: block.__name__)
def test_every_block_has_its_template_beside_it(block):
    name = block.__module__.rsplit(".", 1)[-1]
    assert (BLOCKS / f"{name}.html").exists()
    assert get_template(f"blocks/{name}.html")


@pytest.mark.parametrize("name", pages())
def test_every_page_says_what_it_answers_and_for_whom(name):
    page = pages()[name]
    assert page.question.endswith("?") and page.title and page.shows
    assert page.seen_by and page.seen_by <= set(ROLES.values())
    assert page.home_of <= page.seen_by
    assert page.address(name).endswith("/") and not page.address(name).startswith("/")


def test_addresses_differ():
    addresses = [page.address(name) for name, page in pages().items()]
    assert len(set(addresses)) == len(addresses)


def test_each_role_begins_somewhere():
    begins = {role.key: home_page(role)[0] for role in ROLES.values()}
    assert begins == {
        DIRECTOR.key: "council", ANALYST.key: "council", MEMBER.key: "council",
        TEAM_MANAGER.key: "team_home", PRACTITIONER.key: "my_children",
    }  # fmt: skip


def test_a_role_without_a_page_of_its_own_begins_at_the_first_it_sees(monkeypatch):
    page = Page(title="A", question="B?", seen_by=frozenset({MEMBER}), shows=(Heading("A"),))
    monkeypatch.setattr(kinds, "pages", lambda: {"a": page})
    assert home_page(MEMBER) == ("a", page)
    with pytest.raises(LookupError, match="No page is for Director"):
        home_page(DIRECTOR)


def test_stages_come_in_the_order_of_the_journey():
    names = list(pages())
    assert names.index("front_door") < names.index("protection") < names.index("care")
    assert names.index("care") < names.index("measures")


def test_a_page_about_something_is_in_no_menu():
    assert not pages()["measure"].in_menu and pages()["measures"].in_menu


@pytest.fixture
def snapshot():
    rows, ever = pl.DataFrame(schema=Contacts.schema()), Covered(0, date.min, LAST)
    return Snapshot.arranged(
        {Contacts: rows}, covers={Contacts: (Covered(0, FIRST, LAST),), Wards: (ever,)}, as_at=LAST
    )


def test_the_day_is_the_datas_own_if_none_is_asked_for(snapshot):
    assert first_day(snapshot) == FIRST
    assert day_asked("", snapshot, any_day=True) == LAST
    assert day_asked("2024-02-29", snapshot, any_day=True) == date(2024, 2, 29)
    assert day_asked("2020-04-01", snapshot, any_day=True) == FIRST


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ("31/02/2026", "That is not a date."),
        ("2026-02-31", "That is not a date."),
        ("<script>", "That is not a date."),
        ("2026-11-01", "1 November 2026 is after the data: they end on 31 October 2026."),
        ("2020-03-31", "31 March 2020 is before the data: they begin on 1 April 2020."),
    ],
)
def test_any_other_day_is_refused_in_words(snapshot, asked, what):
    with pytest.raises(Refused) as refused:
        day_asked(asked, snapshot, any_day=True)
    assert refused.value.what == what and refused.value.do


def test_where_not_any_day_will_do_it_is_the_end_of_a_month_or_the_datas_own(snapshot):
    for day in (date(2024, 2, 29), date(2026, 9, 30), LAST):
        assert day_asked(day.isoformat(), snapshot, any_day=False) == day
    within = replace(snapshot, as_at=date(2026, 10, 20))
    assert day_asked("", within, any_day=False) == date(2026, 10, 20)


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("2024-02-28", "29 February 2024"),
        ("2024-03-03", "29 February 2024"),
        ("2020-04-02", "30 April 2020"),  # the month before is not in the data
        ("2026-10-02", "30 September 2026"),
        ("2026-10-19", "20 October 2026"),  # the data's own day: the month is not over
    ],
)
def test_any_other_is_refused_with_the_nearest_that_will_do(snapshot, asked, nearest):
    with pytest.raises(Refused) as refused:
        day_asked(asked, replace(snapshot, as_at=date(2026, 10, 20)), any_day=False)
    assert refused.value.what.endswith("told as at the end of one, or the data’s own day, 20 October 2026.")
    assert refused.value.do == f"Give {nearest}, which is the nearest."


def test_with_no_returns_the_first_day_is_the_last():
    assert first_day(Snapshot.arranged({}, covers={}, as_at=LAST)) == LAST

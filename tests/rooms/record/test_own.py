"""The record's own tables: of what no return tells, they bring no child, and stand beside the others."""

from datetime import date

import polars as pl
import pytest

from throughline.errors import Refused
from throughline.record.columns import Date
from throughline.record.composing import OWN, Part, compose
from throughline.record.front_door import Contacts
from throughline.record.protection import CpCategories, StrategyDiscussions
from throughline.record.rows import ORIGIN, SOURCE_LINE, WHO, Spell
from throughline.record.snapshots import Covered, Snapshot, Source
from throughline.record.unknown_children import MOST, unknown_children
from throughline.record.workforce import Posts

JAN, MARCH, JUNE = date(2026, 1, 1), date(2026, 3, 31), date(2026, 6, 30)
OURS = sorted(OWN, key=lambda table: table.__name__)


def part(table, rows, rank=9, as_at=MARCH, last=None):
    """A return of one table: dictionaries by short names, line by line from the second."""
    told = [{table.columns[name].name: cell for name, cell in row.items()} for row in rows]
    lines = [{**row, "@source": 0, SOURCE_LINE: n} for n, row in enumerate(told, 2)]
    frame = pl.DataFrame(lines, schema={**table.schema(), **ORIGIN})
    source = (Source(f"{table.__name__}.csv", "0"),)
    return Part(table.__name__, rank, as_at, {table: frame}, {table: (JAN, last or as_at)}, source)


def discussed(*children):
    return part(StrategyDiscussions, [{"discussion": "1", "child": c, "discussed": JAN} for c in children])


CONTACTS = part(Contacts, [{"child": "Ann", "received": JAN}], rank=1)


@pytest.mark.parametrize("table", OURS, ids=lambda table: table.__name__)
def test_each_says_what_it_is_about_and_what_it_is_known_by(table):
    required = {name for name, column in table.columns.items() if column.required}
    assert table.subject in required
    assert set(table.known_by) <= set(table.columns) and not required & set(table.known_by)
    assert any(isinstance(table.columns[name], Date) for name in required | set(table.known_by))
    assert not any(column.ssd for column in table.columns.values())


@pytest.mark.parametrize("table", OURS, ids=lambda table: table.__name__)
def test_none_can_be_taken_for_another(table):
    """A list that has all the columns of one lacks some that another is known by."""
    mine = {name for name, column in table.columns.items() if column.required} | set(table.known_by)
    assert not [other for other in OWN if other is not table and mine <= set(other.columns)]


def test_a_local_list_brings_no_child_and_what_it_says_of_a_stranger_is_listed():
    snapshot = compose([CONTACTS, discussed("Ann", "Zed")], "Little")
    rows = snapshot.frames[StrategyDiscussions]
    assert snapshot.children == 1
    assert dict(zip(rows["StrategyDiscussions.child"], rows[WHO])) == {"Ann": 0, "Zed": -1}
    (fault,) = unknown_children(snapshot)
    assert str(fault).startswith(
        "StrategyDiscussions.csv, line 3, The child: “Zed” is no child that a return"
    )


def test_the_stranger_is_known_as_soon_as_a_return_has_the_child():
    later = part(Contacts, [{"child": "Zed", "received": JAN}], rank=1)
    snapshot = compose([later, discussed("Zed")], "Little")
    assert snapshot.children == 1 and unknown_children(snapshot) == []


def test_unknown_children_past_a_thousand_are_counted():
    snapshot = compose([CONTACTS, discussed(*(f"Z{n}" for n in range(MOST + 5)))], "Little")
    faults = unknown_children(snapshot)
    assert len(faults) == MOST + 1 and faults[-1].says.startswith("5 more lines are of children")


def test_a_local_list_does_not_move_the_day_of_the_record():
    """One of a later day is believed up to the record's own day; one of an earlier day up to its own."""
    posts = [{"post": "P1", "started": JAN}]
    made = compose([CONTACTS, part(Posts, posts, as_at=JUNE)], "Little")
    assert made.as_at == MARCH and made.covers[Posts] == (Covered(1, JAN, MARCH),)
    made = compose([CONTACTS, part(Posts, posts, as_at=JAN)], "Little")
    assert made.covers[Posts] == (Covered(1, JAN, JAN),)


def test_a_list_that_begins_after_the_records_day_answers_for_no_day():
    late = part(Posts, [{"post": "P1", "started": JUNE}], as_at=JUNE)
    late = Part(late.title, 9, JUNE, late.frames, {Posts: (JUNE, JUNE)}, late.sources)
    assert Posts in compose([CONTACTS, late], "Little").missing


def test_local_lists_alone_make_no_record():
    with pytest.raises(Refused, match="says nothing of any child or day by itself"):
        compose([discussed("Ann")], "Little")


def test_in_a_little_world_every_child_is_known():
    row = {"CpCategories.plan": "1", "CpCategories.child": "Ann", "CpCategories.started": JAN}
    snapshot = Snapshot.of({CpCategories: pl.DataFrame([row], schema=CpCategories.schema())})
    assert snapshot.children == 1 and issubclass(CpCategories, Spell)

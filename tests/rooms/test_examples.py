"""Little tables: what they may say, and what is said when they cannot be read."""

from datetime import date

import polars as pl
import pytest

from throughline.examples import read_examples
from throughline.record.columns import Date, Flag, Id, Number
from throughline.record.periods import Period, as_at
from throughline.record.rows import Table


class Visits(Table):
    child = Id("The child", required=True)
    made = Date("The day")
    seen = Flag("Whether seen")
    miles = Number("How far")


def test_a_table_with_answers_and_notes() -> None:
    (example,) = read_examples(
        """
        Visits from 2026-06-01 to 2026-06-30, known at 2026-07-02: 1 of 2
        child | made       | seen | miles | counts? |
        ------+------------+------+-------+---------+-------------
        Ann   | 2026-06-01 | yes  |   2.5 |   yes   | on the day
        Ben   |            |      |       |   no    |
        Cat   | 2026-06-02 | no
        """,
        [Visits],
    )
    assert example.table is Visits
    assert example.period == Period(date(2026, 6, 1), date(2026, 6, 30))
    assert (example.known_at, example.answer) == (date(2026, 7, 2), "1 of 2")
    assert example.frame().rows() == [
        ("Ann", date(2026, 6, 1), True, 2.5),
        ("Ben", None, None, None),
        ("Cat", date(2026, 6, 2), False, None),
    ]
    assert example.answers == [{"counts?": "yes"}, {"counts?": "no"}, {}]


def test_headings_and_columns_left_out() -> None:
    plain, at, known = read_examples(
        """
        Visits
        child
        -----

        Visits as at 2026-06-30: 15
        child |
        ------+---
        Ann   |

        Visits as at 2026-06-30, known at 2026-08-01: 16
        seen
        ----
        yes
        """,
        [Visits],
    )
    assert (plain.period, plain.known_at, plain.answer) == (None, None, None)
    assert plain.frame().schema == pl.Schema(Visits.schema())
    assert (at.period, at.answer, at.frame().rows()) == (
        as_at(date(2026, 6, 30)),
        "15",
        [("Ann", None, None, None)],
    )
    assert (known.known_at, known.frame()["Visits.seen"].to_list()) == (date(2026, 8, 1), [True])


def test_a_date_that_is_none_is_given_as_it_came() -> None:
    (example,) = read_examples(
        """
        Visits
        child | made | made@text
        ------+------+-----------
        Ann   |      | 31/02/2026
        """,
        [Visits],
    )
    assert example.frame().row(0, named=True)["Visits.made@text"] == "31/02/2026"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Calls\nchild\n---", "does not head an example of Visits"),
        ("Visits in June\nchild\n---", "does not head"),
        ("Visits as at 2026-06-30\nchild\n---", "does not head"),
        ("Visits: 3\nchild\n---", "does not head"),
        ("Visits\nchild", "has no columns"),
        ("Visits\nchilds\n---", "no column childs. It has: child, made, seen, miles"),
        ("Visits\nchild\n---\nAnn | Ben", "more cells"),
        ("Visits\nseen\n---\nmaybe", "neither yes, no nor blank"),
        ("Visits\nmade\n---\n01/02/2026", "Invalid isoformat"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_examples(text, [Visits])

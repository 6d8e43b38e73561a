"""Rows with days about something that is no child: counted as at a day, in a period, and by their own
columns, with the same engine."""

from datetime import date

from throughline.counting.answers import count
from throughline.counting.facts import ALL, EVERYONE
from throughline.measures.kinds import Count, Share, Stock
from throughline.record.breakdowns import Breakdown
from throughline.record.child import SEX_OF_CHILD
from throughline.record.journey import BREAKDOWNS
from throughline.record.periods import Months, Period, as_at, months
from throughline.record.workforce import TEAM, Leavers, Posts, Vacancies

from .little import snapshot_of

SAID = {"why": "To test.", "defined_by": "This test.", "examples": ""}
POSTS = Stock(title="Posts", of=Posts.open(), **SAID)
WHOLE = Share(title="Whole posts", of=Posts.open(), that=Posts.full_time == 1, **SAID)
LEFT = Count(title="Leavers", of=Leavers.on(Leavers.left), **SAID)
VACANT = Stock(title="Vacancies", of=Vacancies.open(), **SAID)

WORLD = """
    Child
    child | sex
    ---
    Ann   | F

    Posts
    post | started    | ended      | full_time | job | team
    ---
    P1   | 2026-01-01 |            | 1         | SW  | T1
    P1   | 2026-01-01 |            | 1         | SW  | T1
    P2   | 2026-01-01 | 2026-06-01 | 0.5       | SW  | T2
    P3   | 2026-07-01 |            |           | SW  |

    Leavers
    worker | left       | team
    ---
    W1     | 2026-05-03 | T1
    W2     | 2026-05-31 | T2
    W3     |            | T2
"""
ANSWERS = count((POSTS, WHOLE, LEFT, VACANT), snapshot_of(WORLD, date(2026, 8, 31)), Months(2026, 1, 8))


def stock(measure, day, by=ALL, group=EVERYONE):
    return ANSWERS.counted(measure, Period(day, day), by, group)[1]


def test_each_post_is_counted_once_on_a_day():
    assert [stock(POSTS, day) for day in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 7, 1))] == [2, 1, 2]
    assert ANSWERS.value(POSTS, as_at(date(2026, 5, 31))).numerator == 2


def test_what_is_not_recorded_of_a_post_is_left_out_of_a_share():
    passes, counts, left_out, _ = ANSWERS.counted(WHOLE, months(2026, 7), ALL, EVERYONE)
    assert (passes, counts, left_out) == (1, 1, 1)


def test_leavers_are_events_of_their_day():
    assert ANSWERS.value(LEFT, months(2026, 5)).numerator == 2


def test_they_are_parted_by_their_own_columns_and_by_nothing_of_a_child():
    assert ANSWERS.breakdowns(POSTS) == [by for by in BREAKDOWNS.values() if by is TEAM]
    day = date(2026, 5, 31)
    assert [stock(POSTS, day, TEAM, group) for group in ANSWERS.groups(POSTS, TEAM)] == [0, 1, 1]
    assert SEX_OF_CHILD not in ANSWERS.breakdowns(LEFT)
    by_job = Breakdown("Job", Posts.job)
    made = count((POSTS,), snapshot_of(WORLD, day), Months(2026, 1, 5), breakdowns=(by_job,))
    assert made.counted(POSTS, as_at(day), by_job, "SW")[1] == 2


def test_the_posts_behind_a_number_are_listed():
    behind = ANSWERS.children(POSTS, as_at(date(2026, 5, 31)))
    assert sorted(set(behind.get_column("Posts.post"))) == ["P1", "P2"]


def test_a_list_that_never_came_is_not_nought():
    assert not ANSWERS.value(VACANT, as_at(date(2026, 5, 31))).available

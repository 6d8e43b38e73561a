"""Children followed from entry: after each length of time, and as far as a day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.counting.answers import count
from throughline.counting.cohorts import by_day, within
from throughline.counting.facts import ALL, EVERYONE
from throughline.measures.kinds import Cohort
from throughline.record.child import SEX_OF_CHILD
from throughline.record.early_help import EarlyHelp
from throughline.record.front_door import Referrals
from throughline.record.periods import Months, Period, months

from .little import snapshot_of

SAID = {"why": "To test.", "defined_by": "This test.", "examples": ""}
STEPPED_UP = Cohort(
    title="Stepped up", of=EarlyHelp.on(EarlyHelp.started), that=Referrals.on(Referrals.started), days=30,
    within=(10, 30, 90), **SAID,
)  # fmt: skip
CAME_BACK = Cohort(
    title="Came back", of=Referrals.on(Referrals.started), that=Referrals.on(Referrals.started), days=30,
    from_day=1, **SAID,
)  # fmt: skip
WORLD = """
    Child
    child | sex
    ---
    Ann   | F
    Ben   | M
    Cat   | F
    Dee   | F
    Eve   |

    EarlyHelp
    child | started    | ended
    ---
    Ann   | 2026-01-01 | 2026-01-02
    Ben   | 2026-01-10 |
    Cat   | 2026-01-20 |
    Dee   | 2026-01-31 |
    Eve   | 2026-03-20 |

    Referrals
    child | started
    ---
    Ann   | 2025-12-31
    Ann   | 2026-01-31
    Ben   | 2026-02-10
    Cat   | 2026-01-20
    Eve   | 2026-03-21
"""
JANUARY, MARCH = months(2026, 1), months(2026, 3)
ANSWERS = count((STEPPED_UP, CAME_BACK), snapshot_of(WORLD, date(2026, 4, 10)), Months(2025, 12, 5))


def told(answer):
    return answer.numerator, answer.denominator, answer.too_early


def test_the_figure_is_of_entries_old_enough_to_have_an_answer():
    assert told(ANSWERS.value(STEPPED_UP, JANUARY)) == (2, 4, 0)  # day 30 is in, day 31 is not
    march = ANSWERS.value(STEPPED_UP, MARCH)
    assert told(march) == (0, 0, 1) and march.value is None  # already reached, but others may yet
    assert ANSWERS.children(STEPPED_UP, JANUARY, which="passes").height == 2


def test_each_length_of_time_has_its_own_answer():
    assert told(within(ANSWERS, STEPPED_UP, JANUARY, 10)) == (1, 4, 0)
    assert told(within(ANSWERS, STEPPED_UP, JANUARY, 90)) == (2, 2, 2)
    assert told(within(ANSWERS, STEPPED_UP, MARCH, 10)) == (1, 1, 0)
    assert told(within(ANSWERS, STEPPED_UP, JANUARY, 30)) == told(ANSWERS.value(STEPPED_UP, JANUARY))
    assert told(within(ANSWERS, STEPPED_UP, JANUARY, 90, SEX_OF_CHILD, "F")) == (1, 1, 2)
    assert told(within(ANSWERS, STEPPED_UP, JANUARY, 90, SEX_OF_CHILD, "X")) == (0, 0, 0)


def test_by_a_day_all_count_however_long_they_had():
    assert told(by_day(ANSWERS, STEPPED_UP, JANUARY, date(2026, 2, 9))) == (2, 4, 0)
    assert told(by_day(ANSWERS, STEPPED_UP, JANUARY, date(2026, 2, 10))) == (3, 4, 0)
    assert told(by_day(ANSWERS, STEPPED_UP, MARCH, date(2026, 4, 10))) == (1, 1, 0)
    for day in (date(2026, 1, 30), date(2026, 4, 11)):  # before the period is over; after the data end
        assert not by_day(ANSWERS, STEPPED_UP, JANUARY, day).available


def test_an_entry_is_no_outcome_of_its_own():
    assert told(ANSWERS.value(CAME_BACK, months(2025, 12))) == (0, 1, 0)  # 31 days later
    assert told(within(ANSWERS, CAME_BACK, months(2025, 12), 31)) == (1, 1, 0)


def test_what_they_come_to_must_be_told_as_well():
    alone = WORLD[: WORLD.index("Referrals")]
    answers = count((STEPPED_UP,), snapshot_of(alone, date(2026, 4, 10)), Months(2025, 12, 5))
    assert not answers.value(STEPPED_UP, JANUARY).available
    assert not within(answers, STEPPED_UP, JANUARY, 10).available


DAY = st.integers(0, 12).map(lambda n: date(2026, 1, 25) + timedelta(n))
ROWS = st.lists(st.tuples(st.sampled_from(("Ann", "Ben")), DAY), max_size=6)


@settings(max_examples=40, deadline=None)
@given(entries=ROWS, outcomes=ROWS, days=st.integers(0, 9), last=st.integers(0, 30))
def test_as_one_would_follow_them_by_hand(entries, outcomes, days, last):
    def rows(table, given):
        return "\n".join([table, "child | started", "---", *(f"{child} | {day}" for child, day in given)])

    as_at = date(2026, 1, 31) + timedelta(last)
    world = snapshot_of(f"{rows('EarlyHelp', entries)}\n\n{rows('Referrals', outcomes)}", as_at)
    cohort = Cohort(title="T", of=STEPPED_UP.of, that=STEPPED_UP.that, days=days, **SAID)
    answers = count((cohort,), world, Months(2026, 1, 2))
    here = [(child, day) for child, day in entries if day <= date(2026, 1, 31)]
    old = [(child, day) for child, day in here if day + timedelta(days) <= as_at]
    came = [(c, d) for c, d in old if any(c == o and 0 <= (on - d).days <= days for o, on in outcomes)]
    assert told(answers.value(cohort, JANUARY)) == (len(came), len(old), len(here) - len(old))
    assert answers.counted(cohort, JANUARY, ALL, EVERYONE) == answers.from_facts(cohort, JANUARY, 0)
    assert told(by_day(answers, cohort, JANUARY, as_at))[1] == len(here)
    assert answers.available(cohort, Period(date(2026, 1, 1), date(2026, 1, 31)))

"""A cohort after more than one length of time, and as far as a day."""

from __future__ import annotations

from datetime import date

import numpy as np

from throughline.counting.answers import NOT_AVAILABLE, Answer, Answers
from throughline.counting.facts import ALL, EVERYONE
from throughline.counting.timeline import Bools, Ints, day_number
from throughline.measures.kinds import Cohort
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period


def within(
    answers: Answers, cohort: Cohort, period: Period, days: int, by: Breakdown = ALL, group: str = EVERYONE
) -> Answer:
    """Of those who entered in the period, who came to it within so many days; those who entered more lately
    than that are too early to say."""
    rows = entered(answers, cohort, period, by, group)
    if rows is None:
        return NOT_AVAILABLE
    facts = answers.facts[cohort]
    old = facts.start[rows] + days <= day_number(answers.snapshot.as_at)
    return share(answers, cohort, period, rows, old, facts.tests[cohort].values[rows] <= days)


def by_day(
    answers: Answers, cohort: Cohort, period: Period, day: date, by: Breakdown = ALL, group: str = EVERYONE
) -> Answer:
    """Of those who entered in the period, who had come to it by the end of a day, however long they had had.
    Not available for a day after the data end, or before the period does."""
    rows = entered(answers, cohort, period, by, group)
    if rows is None or not period.end <= day <= answers.snapshot.as_at:
        return NOT_AVAILABLE
    facts = answers.facts[cohort]
    reached = facts.start[rows] + facts.tests[cohort].values[rows] <= day_number(day)
    return share(answers, cohort, period, rows, np.ones(len(rows), np.bool_), reached)


def entered(answers: Answers, cohort: Cohort, period: Period, by: Breakdown, group: str) -> Ints | None:
    """The facts of those who entered in the period; None where that is not available."""
    facts = answers.facts[cohort]
    place = facts.axis.place(by, group)
    if not answers.available(cohort, period, by):
        return None
    if place is None:
        return np.zeros(0, np.int64)
    parts = [answers.chosen(cohort, period, place, which) for which in ("counts", "too early")]
    return np.sort(np.concatenate(parts))


def share(answers: Answers, cohort: Cohort, period: Period, rows: Ints, old: Bools, reached: Bools) -> Answer:
    """The answer of entries some of which are old enough to have one, and came to it."""
    facts = answers.facts[cohort]
    passes, counts = facts.many(rows[old & reached]), facts.many(rows[old])
    part = period.end > answers.snapshot.as_at
    value = passes / counts if counts else None
    return Answer(passes, counts, 0, facts.many(rows[~old]), value, True, part)

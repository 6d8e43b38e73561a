"""Of which dates the figure of a measure is, where nobody chose any: the same on a page, in a report and
for `throughline count`."""

from __future__ import annotations

from datetime import date, timedelta
from weakref import WeakKeyDictionary

from throughline.counting.answers import Answers
from throughline.counting.trends import is_event
from throughline.measures.kinds import Cohort, Measure
from throughline.record.periods import Period, as_at, months_before, twelve_months_to

MOST_KEPT = 20_000

_known: WeakKeyDictionary[Answers, dict[tuple[Measure, date], Period]] = WeakKeyDictionary()


def usual(measure: Measure, day: date) -> Period:
    """What a figure is of on a day on which all is known: the measure's own year, or the twelve months to the
    day; of what is true on a day (a stock, and shares and rates of one) the day itself."""
    if measure.year is not None:
        return measure.year(day)
    return twelve_months_to(day) if is_event(measure) else as_at(day)


def headline(answers: Answers, measure: Measure, day: date) -> Period:
    """What it is of on this day: what is usual; the newest twelve months of which all have an answer, where a
    cohort is followed for so long that none has in the usual ones; the newest that a return tells of, where
    none tells of the usual dates: up to a month older, as what is sent each night or month may be, or the
    year before, of what is sent each year."""
    kept = _known.setdefault(answers, {})
    if (measure, day) not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[measure, day] = newest_told(answers, measure, old_enough(answers, measure, usual(measure, day)))
    return kept[measure, day]


def old_enough(answers: Answers, measure: Measure, period: Period) -> Period:
    """The same dates; of a cohort of which nobody in them is old enough to have an answer, the newest twelve
    months of which everybody is."""
    if not isinstance(measure, Cohort):
        return period
    oldest = answers.snapshot.as_at - timedelta(days=measure.days)
    return twelve_months_to(oldest) if period.start > oldest else period


def newest_told(answers: Answers, measure: Measure, period: Period) -> Period:
    """The same dates; where they end after what is known, and are not available, those as at the last day
    that is known, if they are."""
    until = answers.told_until(measure)
    late = 1 if measure.year is None else 12
    if until is None or not months_before(period.end, late) <= until < period.end:
        return period
    newest = usual(measure, until)
    other = not answers.available(measure, period) and answers.available(measure, newest)
    return newest if other else period


def instead_of(answers: Answers, measure: Measure, day: date) -> str:
    """Why a figure is of older dates than is usual on a day; blank where it is not."""
    asked, told = usual(measure, day), headline(answers, measure, day)
    if asked == told:
        return ""
    if old_enough(answers, measure, asked) == told:
        return f"Of those who entered {told}: the newest twelve months of which all are old enough to say."
    return "The newest that is in: what was received tells of no later day."

"""In which one grid of months, quarters or years a measure is told to those from whom small numbers are
hidden, so that none is found by taking one figure from another. Why it is so, and what it leaves open:
docs/decisions/what-a-member-may-subtract.md"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal
from weakref import WeakKeyDictionary

from throughline.counting.answers import Answer, Answers
from throughline.counting.headline import headline
from throughline.counting.small_numbers import hide, rests_on, small
from throughline.counting.trends import is_event
from throughline.measures.kinds import Measure
from throughline.record.periods import Period, calendar_year_before, months

Grid = Literal["month", "quarter", "year"]
LONG: dict[Grid, int] = {"month": 1, "quarter": 3, "year": 12}
JANUARY, APRIL = 1, 4

_known: WeakKeyDictionary[Answers, dict[Measure, Grid]] = WeakKeyDictionary()


def may_be_told(answers: Answers, measure: Measure, period: Period) -> bool:
    """Whether the figure of a period may stand beside all others of its measure that may be told. What is
    true on a day: at the end of a month, and on the data's own day. What happened in a period: in periods of
    the measure's grid, and in the one that heads its page. It may still be too small to show."""
    as_at = answers.snapshot.as_at
    if not is_event(measure):
        return period.end in (as_at, months(period.end.year, period.end.month).end)
    grid, span = grid_of(answers, measure), answers.cube.months.span(period)
    long = LONG[grid]
    if period == headline(answers, measure, as_at):
        return grid != "year" or not any(map(small, edges(answers, measure, long)))
    if span is None or period.end > as_at:
        return False
    many = span[1] - span[0]
    single = many == long or grid != "year"  # of years some may be hidden, so none are added up
    return single and begins(measure, period, long) and many % long == 0


def grid_of(answers: Answers, measure: Measure) -> Grid:
    """The finest grid none of whose periods is too small to show, in all the months that are counted; years
    where there is none, of which some may be hidden. Always months for what is true on a day."""
    known = _known.setdefault(answers, {})
    if measure not in known:
        fits = (grid for grid in LONG if grid == "year" or not tells_small(answers, measure, LONG[grid]))
        known[measure] = next(fits) if is_event(measure) else "month"
    return known[measure]


def in_calendar_years(measure: Measure) -> bool:
    """Whether the years of a measure are from January: of all others they are to March."""
    return measure.year is calendar_year_before


def tells_small(answers: Answers, measure: Measure, long: int) -> bool:
    """Whether any period of so many months is too small to show, or an edge of what heads the page."""
    every = (answers.value(measure, period) for period in periods(answers, measure, long))
    return any(hide(measure, each).hidden for each in every) or any(map(small, edges(answers, measure, long)))


def edges(answers: Answers, measure: Measure, long: int) -> list[float]:
    """What is left of the period that heads the page once those of so many months within it are taken away;
    and what is left of those that it touches, if all are told, once it is taken away from them."""
    head = headline(answers, measure, answers.snapshot.as_at)
    touched = [p for p in periods(answers, measure, long) if p.end >= head.start and p.start <= head.end]
    values = [answers.value(measure, period) for period in touched]
    pairs = [(period, value) for period, value in zip(touched, values) if value.available]
    within = [value for period, value in pairs if head.start <= period.start and period.end <= head.end]
    whole = [answers.value(measure, head)]
    found = less(measure, whole, within)
    around = touched and touched[0].start <= head.start and head.end <= touched[-1].end
    if around and len(pairs) == len(touched) and not any(hide(measure, value).hidden for value in values):
        found += less(measure, values, whole)
    return found


def less(measure: Measure, some: Sequence[Answer], others: Sequence[Answer]) -> list[float]:
    """What some come to, less what others do: of a share also those there are, and those who do not pass."""
    sums = [[sum(each) for each in zip(*(rests_on(measure, one) for one in part))] for part in (some, others)]
    return [many - fewer for many, fewer in zip(sums[0], sums[1] or [0] * len(sums[0]))]


def periods(answers: Answers, measure: Measure, long: int) -> Iterator[Period]:
    """Every period of so many months that was over by the data's own day."""
    for day in answers.cube.months.starts():
        period = months(day.year, day.month, long)
        whole = answers.cube.months.span(period) is not None and period.end <= answers.snapshot.as_at
        if whole and begins(measure, period, long):
            yield period


def begins(measure: Measure, period: Period, long: int) -> bool:
    """Whether periods of so many months begin with this one's first."""
    return (period.start.month - (JANUARY if in_calendar_years(measure) else APRIL)) % long == 0

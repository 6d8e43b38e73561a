"""What was chosen on a page, read from its address. What it cannot mean is *not found*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import get_args

from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.named import BREAKDOWN_NAMED
from throughline.counting.facts import ALL, EVERYONE, WHICH, Which
from throughline.counting.one_grid import grid_of, in_calendar_years
from throughline.counting.trends import Step
from throughline.measures.kinds import Measure
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period, months

FIRST = date(1900, 1, 1)  # nobody in a record was born before
PAGE = re.compile("[1-9][0-9]{0,5}")
STEPS: tuple[Step, ...] = get_args(Step)
STEP_WORDS: dict[Step, str] = {
    "month": "Months",
    "quarter": "Quarters",
    "year": "Years to March",
    "rolling year": "Rolling 12 months",
    "calendar year": "Calendar years",
}


@dataclass(frozen=True)
class Choice:
    """One of several things to choose, and where it leads."""

    title: str
    address: str
    chosen: bool = False


def step_said(step: Step) -> str:
    """A step within a sentence: years to March."""
    words = STEP_WORDS[step]
    return words[0].lower() + words[1:]


def in_address(words: str) -> str:
    """Words as an address holds them: rolling-year."""
    return words.replace(" ", "-")


def chosen_step(ask: Ask, measure: Measure) -> Step:
    """How long each point of a trend is: the shortest that is told to this reader, if they chose none or one
    that is not."""
    told = told_steps(ask, measure)
    asked = ask.chosen.get("step", in_address(told[0]))
    for step in STEPS:
        if in_address(step) == asked:
            return told[0] if ask.hides_small and step not in told else step
    raise Http404


def told_steps(ask: Ask, measure: Measure) -> tuple[Step, ...]:
    """The steps in which a measure is told to this reader, the shortest first; calendar years of what is told
    of them. To those who see the council's totals only: those that are whole periods of its one grid."""
    calendar = in_calendar_years(measure)
    ways = [each for each in STEPS if each != "calendar year" or calendar]
    if not ask.hides_small or (grid := grid_of(ask.answers, measure)) == "month":
        return tuple(ways)
    year: Step = "calendar year" if calendar else "year"
    return ("quarter", year) if grid == "quarter" else (year,)


def chosen_which(ask: Ask) -> Which:
    """Which of the children behind a number."""
    asked = ask.chosen.get("which", in_address(WHICH[0]))
    for which in WHICH:
        if in_address(which) == asked:
            return which
    raise Http404


def chosen_part(ask: Ask, measure: Measure) -> tuple[Breakdown, str]:
    """Of which group the page is. Only those who may see figures parted may ask for one."""
    named, group = ask.chosen.get("by", ""), ask.chosen.get("group", "")
    if not named:
        return ALL, EVERYONE
    by = BREAKDOWN_NAMED.get(named)
    if by is None or not ask.may_split or group not in ask.answers.groups(measure, by):
        raise Http404
    return by, group


def chosen_period(ask: Ask, measure: Measure) -> Period:
    """Of which dates the figure is: the page's own, if none were chosen."""
    first, last = ask.chosen.get("from", ""), ask.chosen.get("to", "")
    if not first and not last:
        return ask.period(measure)
    try:
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise Http404 from None
    now = ask.snapshot.as_at
    backwards = period.end < period.start or period.start > now
    unheard_of = period.start < FIRST or period.end.year > now.year + 1
    if backwards or unheard_of or not (ask.may_split or whole_months(period)):
        raise Http404
    return period


def whole_months(period: Period) -> bool:
    """Whether a period is months from their first day to their last: any other would let the small
    numbers of a few days be found by taking one figure from another."""
    months_many = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    return period == months(period.start.year, period.start.month, months_many)


def chosen_page(ask: Ask) -> int:
    """Which page of a list; the first is 1."""
    asked = ask.chosen.get("page", "1")
    if not PAGE.fullmatch(asked):
        raise Http404
    return int(asked)

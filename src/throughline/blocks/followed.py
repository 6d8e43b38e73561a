"""A cohort followed from entry: what share had come to it after each length of time, and so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from throughline.blocks.asking import Ask
from throughline.blocks.chosen import chosen_part, chosen_period
from throughline.blocks.figures import dates_of, number, of_what, state_of
from throughline.blocks.shown import Shown
from throughline.counting.answers import Answer
from throughline.counting.cohorts import by_day, within
from throughline.counting.facts import ALL, EVERYONE
from throughline.measures.kinds import Cohort
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period, said


@dataclass(frozen=True, eq=False)
class Followed:
    """The page's measure, if it is a cohort, after each of its lengths of time."""

    def shown(self, ask: Ask) -> ShownFollowed:
        """A line for each; nothing for a measure that is no cohort, nor for those who see the council's
        totals only: one line taken from the next would tell them of very few."""
        measure = ask.measure()
        if not isinstance(measure, Cohort) or not ask.may_split:
            return ShownFollowed()
        return shown_followed(ask, measure, chosen_period(ask, measure), *chosen_part(ask, measure))


@dataclass(frozen=True, kw_only=True)
class Line:
    """A length of time, and what share had come to it by then; *too early* entries are in no share."""

    when: str
    words: str
    of: str
    too_early: str


@dataclass(frozen=True, kw_only=True)
class ShownFollowed(Shown):
    """Lines, the shortest time first. With none there is nothing to show."""

    what: str = ""
    lines: tuple[Line, ...] = ()


def shown_followed(
    ask: Ask, cohort: Cohort, period: Period, by: Breakdown = ALL, group: str = EVERYONE
) -> ShownFollowed:
    """What is shown of one cohort: of those who entered in the period."""
    lines = tuple(line(cohort, when, answer) for when, answer in told(ask, cohort, period, by, group))
    return ShownFollowed(what=f"Of those who entered, {dates_of(cohort, period)}", lines=lines)


def told(ask: Ask, cohort: Cohort, period: Period, by: Breakdown, group: str) -> Iterator[tuple[str, Answer]]:
    """Each length of time with its answer, then all who had come to it by the day the data end."""
    for days in sorted({cohort.days, *cohort.within}):
        yield f"Within {days:,} days", within(ask.answers, cohort, period, days, by, group)
    last = ask.snapshot.as_at
    yield (
        f"By {said(last)}, however long ago they entered",
        by_day(ask.answers, cohort, period, last, by, group),
    )


def line(cohort: Cohort, when: str, answer: Answer) -> Line:
    """One line in words."""
    state = state_of(cohort, answer, False)
    shown = state == "shown"
    return Line(
        when=when,
        words=number(cohort, answer) if shown else state,
        of=of_what(cohort, answer) if shown else "",
        too_early=f"{answer.too_early:,}" if answer.available else "",
    )

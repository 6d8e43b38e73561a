"""Why a figure is not available: what was received does not tell of it, or not of those days."""

from __future__ import annotations

from throughline.blocks.labels import table_words
from throughline.counting.answers import Answers, dated
from throughline.counting.facts import ALL
from throughline.counting.recording import straddled
from throughline.counting.trends import is_event
from throughline.measures.kinds import Measure, needs_population
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period, months_before, said


def why_untold(answers: Answers, measure: Measure, period: Period) -> str:
    """The reason in a sentence; blank where days are not what is missing."""
    if answers.is_broken(measure, period):
        return straddled(answers.snapshot, measure, period)
    covers, tables = answers.snapshot.covers, dated(measure)
    if measure in answers.among:
        tables |= dated(answers.among[measure])
    silent = sorted(table_words(table.__name__) for table in tables if not covers.get(table))
    if silent:
        return f"Nothing that was received tells of {' or of '.join(silent)}."
    until = answers.told_until(measure)
    if until and until < period.end:
        return f"Known up to {said(until)}."
    first = max((min(cover.first for cover in covers[table]) for table in tables), default=None)
    begins = months_before(period.start if is_event(measure) else period.end, measure.looks_back)
    return f"Known from {said(first)}." if first and first > begins else ""


def without_population(answers: Answers, measure: Measure, by: Breakdown = ALL) -> str:
    """Why a rate has nothing to be rated by; blank for what is no rate of those who live here, and where some
    population is known by the breakdown."""
    if not needs_population(measure):
        return ""
    known = {title for title, _ in answers.living_here.estimates}
    if ("" if by is ALL else by.title) in known:
        return ""
    return f"No population{'' if by is ALL else f' by {by.title.lower()}'} is in what was received."

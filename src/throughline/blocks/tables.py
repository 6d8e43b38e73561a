"""Lists and figures as plain rows of cells, for a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.child_story import source
from throughline.blocks.chosen import chosen_part, chosen_period, chosen_step
from throughline.blocks.figures import asked, number, seen, state_of
from throughline.blocks.labels import label
from throughline.blocks.named import BREAKDOWN_NAMED
from throughline.blocks.persons import AGE, NOBODY, holding, name_of, opened, team_said
from throughline.blocks.series import series
from throughline.blocks.worklist import Listed
from throughline.counting.answers import Answer
from throughline.counting.lists import CHILD
from throughline.counting.small_numbers import HIDDEN
from throughline.measures.kinds import Measure
from throughline.people.models import Action
from throughline.record.periods import Period

CHILD_COLUMNS = ("Child", "Name", "Age", "Worker", "Team", "What we know", "Next", "When", "Due", "Came from")
COLUMNS = (
    "Measure", "From", "To", "Parted by", "Group", "Numerator", "Denominator", "Left out", "Too early to say",
    "Value", "Said", "Population of", "Made yearly", "As known at",
)  # fmt: skip
POINTS = {"month": 60, "quarter": 20, "year": 8, "rolling year": 60, "calendar year": 8}


def listed(ask: Ask, work: Listed, says: str) -> Iterator[Sequence[object]]:
    """A list of work with its headings: every child in it that this reader may open, once the log says
    that they were downloaded. A child with nothing due has one row as well."""
    rows = opened(ask, work.rows, says, Action.DOWNLOAD)
    yield CHILD_COLUMNS
    for row in rows:
        holder = holding(ask).get(row[CHILD])
        worker = (holder.words, team_said(ask.snapshot, holder.team)) if holder else (NOBODY, "")
        about = (row[CHILD], name_of(row), row[AGE], *worker)
        for known in work.known(row) or (None,):
            rest = (known.words, known.next, known.tag, known.due) if known else ("", "", "", "")
            yield *about, *rest, source(ask.snapshot, row)


def over_time(ask: Ask, measure: Measure) -> Iterator[Sequence[object]]:
    """The points of a trend: of the group and the steps chosen."""
    step = chosen_step(ask, measure)
    by, group = chosen_part(ask, measure)
    found = series(ask, measure, POINTS[step], step, by, group)
    parted_by, named = (by.title, label(ask.snapshot, by, group)) if ask.chosen.get("by") else ("", "")
    for period in found.periods:
        answer = asked(ask.answers, measure, period, by, group)
        yield (
            measure.title,
            *dates(period),
            parted_by,
            named,
            *figures(ask, measure, period, answer),
            *rests_on(ask, measure, period),
        )


def parted(ask: Ask, measure: Measure) -> Iterator[Sequence[object]]:
    """The groups of a split, for the dates chosen. Raises Http404 for those who see no splits."""
    by, period = BREAKDOWN_NAMED.get(ask.chosen["parted"]), chosen_period(ask, measure)
    if by is None or not ask.may_split or by not in ask.answers.breakdowns(measure):
        raise Http404
    for group in ask.answers.groups(measure, by):
        answer = asked(ask.answers, measure, period, by, group)
        yield (
            measure.title,
            *dates(period),
            by.title,
            label(ask.snapshot, by, group),
            *figures(ask, measure, period, answer),
            *rests_on(ask, measure, period),
        )


def rests_on(ask: Ask, measure: Measure, period: Period) -> tuple[object, str, str]:
    """What must be known beside a figure: of a rate the day of its population, and whether it is what a whole
    year would come to, blank where neither is so; and of all as known at which load."""
    yearly = "yes" if ask.answers.is_made_yearly(measure, period) else ""
    return ask.answers.vintage(measure, period) or "", yearly, ask.load_said


def dates(period: Period) -> tuple[date, date]:
    """The first and last day of a period."""
    return period.start, period.end


def figures(ask: Ask, measure: Measure, period: Period, answer: Answer) -> Sequence[object]:
    """The numbers of one answer, and the value as it is said. What is not there is blank, never nought;
    what this reader may not see is hidden."""
    shown = seen(ask, measure, period, answer)
    answer, state = shown.answer, state_of(measure, shown.answer, shown.hidden)
    if state in ("hidden", "not available"):
        return "", "", "", "", "", HIDDEN if state == "hidden" else state
    said = number(measure, answer) if state == "shown" else state
    whole = "" if answer.denominator is None else answer.denominator
    value = "" if answer.value is None else answer.value
    return answer.numerator, whole, answer.left_out, answer.too_early, value, said

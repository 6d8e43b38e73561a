"""Every measure proves its own example, through the engine that makes the real numbers."""

from datetime import date

import pytest

from throughline.catalogue import declared
from throughline.counting.answers import Answers, count
from throughline.counting.facts import ALL, EVERYONE
from throughline.examples import read_examples
from throughline.measures.kinds import Cohort, Measure, Share, columns_of
from throughline.record.journey import COLUMNS, TABLES
from throughline.record.periods import Months
from throughline.record.snapshots import ALWAYS, Snapshot

OVER = Months(2025, 4, 24)
MEASURES = [pytest.param(measure, id=name) for _, name, measure in declared(Measure, "throughline.measures")]
QUESTIONS = (
    ("counts", "counts?", "yes"),
    ("left out", "counts?", "left out"),
    ("too early", "counts?", "too early"),
    ("passes", "passes?", "yes"),
    ("fails", "passes?", "no"),
)


def read(measure):
    """The snapshot of a measure's example, and the table it asks about, its rows numbered."""
    examples = read_examples(measure.examples, TABLES)
    asked = next(example for example in examples if example.period)
    frames = {example.table: example.frame() for example in examples}
    numbered = asked.frame().with_row_index("number")
    return asked, Snapshot.of(frames | {asked.table: numbered}, as_at=asked.known_at or ALWAYS.last)


def shown(measure, answer):
    if isinstance(measure, Share):
        return f"{answer.numerator} of {answer.denominator}"
    return f"{answer.value:.{getattr(measure, 'places', 0)}f}"


@pytest.mark.parametrize("measure", MEASURES)
def test_example(measure):
    asked, snapshot = read(measure)
    answers: Answers = count([measure], snapshot, OVER)
    for which, question, said in QUESTIONS:
        if question in asked.answers[0]:
            there = set(answers.children(measure, asked.period, which=which)["number"])
            assert there == {n for n, row in enumerate(asked.answers) if row[question] == said}, which
    assert shown(measure, answers.value(measure, asked.period)) == asked.answer
    place = answers.facts[measure].axis.place(ALL, EVERYONE)
    assert answers.counted(measure, asked.period, ALL, EVERYONE) == answers.from_facts(
        measure, asked.period, place
    )


@pytest.mark.parametrize("measure", MEASURES)
def test_example_shows_every_answer_and_every_blank(measure):
    asked, _ = read(measure)
    assert {"yes", "no"} <= {row["counts?"] for row in asked.answers}
    if isinstance(measure, Share):
        assert {"yes", "no"} <= {row["passes?"] for row in asked.answers}
        waits = isinstance(measure, Cohort) or measure.settles is not None
        assert not waits or "too early" in {row["counts?"] for row in asked.answers}
    rows = {example.table: example.rows for example in read_examples(measure.examples, TABLES)}
    for name in columns_of(measure):
        table = next(t for t in TABLES if t.__name__ == name.split(".")[0])
        if not COLUMNS[name].required and table in rows:
            assert None in [row.get(name) for row in rows[table]], f"{name} is blank in no row"


@pytest.mark.parametrize("measure", MEASURES)
def test_somebody_answers_for_it_and_will_look_again(measure):
    assert measure.title and measure.why.endswith(".") and measure.defined_by and measure.owned_by
    assert measure.review_by >= date.today(), "look at the definition again, and set a new date"

"""One answer: what was found among the rows, made into the figure of its kind."""

from __future__ import annotations

from typing import NamedTuple

from throughline.measures.kinds import Mean, Measure, Rate, Ratio, Share, Typical, value_of


class Found(NamedTuple):
    """What the rows come to: how many of each kind; of what is added up, what that is and of how many rows;
    of a middle, the quartiles."""

    passes: int
    counts: int
    left_out: int
    too_early: int
    total: float = 0.0
    rows: int = 0
    quartiles: tuple[float, float, float] | None = None


class Among(NamedTuple):
    """What a rate or a ratio is among: how much that is, how many of its rows do not say, and what makes a
    year of the period."""

    whole: float | None = None
    left_out: int = 0
    a_year: float = 1.0


class Answer(NamedTuple):
    """`value` is blank where nothing could be worked out; that is never the same as nought.

    `available` is False where no return answers for the whole period; `part` is True where the period
    is not over. Shares are from 0 to 1. `denominator` is blank where a kind has none. Of what is added up
    `numerator` is what it comes to, and `rows` how many rows that is of. `quartiles` are between what the
    middle half lies. `whole_left_out` of those a ratio is among do not say how much they are."""

    numerator: float
    denominator: float | None
    left_out: int
    too_early: int
    value: float | None
    available: bool = True
    part: bool = False
    rows: int | None = None
    quartiles: tuple[float, float] | None = None
    whole_left_out: int = 0

    @property
    def many(self) -> int:
        """How many rows or children the numerator rests on."""
        return int(self.numerator) if self.rows is None else self.rows


NOT_AVAILABLE = Answer(0, None, 0, 0, None, available=False)


def answer_of(measure: Measure, found: Found, among: Among, part: bool) -> Answer:
    """The figure of a measure."""
    plain = Answer(found.counts, None, found.left_out, found.too_early, float(found.counts), True, part)
    if isinstance(measure, Share):
        share = found.passes / found.counts if found.counts else None
        return plain._replace(numerator=found.passes, denominator=found.counts, value=share)
    if isinstance(measure, Typical):
        low, middle, high = found.quartiles or (None, None, None)
        return plain._replace(value=middle, quartiles=None if low is None or high is None else (low, high))
    if value_of(measure) is not None:
        plain = added(measure, plain, found)
    return rated(measure, plain, among) if isinstance(measure, Rate | Ratio) else plain


def added(measure: Measure, plain: Answer, found: Found) -> Answer:
    """What is added up, or its average. Where no row says what it adds, and there are rows, what they come to
    is not known; where there are none it is nought."""
    plain = plain._replace(numerator=found.total, rows=found.rows)
    if isinstance(measure, Mean):
        average = found.total / found.rows if found.rows else None
        return plain._replace(denominator=found.rows, value=average)
    return plain._replace(value=None if found.left_out and not found.rows else found.total)


def rated(measure: Rate | Ratio, plain: Answer, among: Among) -> Answer:
    """How many, or how much, for so much of what they are among."""
    value = None
    if among.whole and plain.value is not None:
        value = plain.value * measure.per / among.whole * among.a_year
    return plain._replace(denominator=among.whole, value=value, whole_left_out=among.left_out)

"""The one place where small numbers are hidden, on the way from Answers to what is shown.

Ofsted's and the Department's convention: 1 to 5 is `c`, and so is a share or rate that rests on 1 to 5
(of those who pass, or of those who do not). Nought is shown; *not available* stays that."""

from __future__ import annotations

from dataclasses import dataclass

from throughline.counting.answers import Answer
from throughline.measures.kinds import Measure, Share

FEWEST_SHOWN = 6
HIDDEN = "c"


@dataclass(frozen=True)
class Shown:
    """An answer as one reader may see it: `hidden` says that a number is there and is not shown."""

    answer: Answer
    hidden: bool


def small(number: float | None) -> bool:
    """Whether a number might point to somebody."""
    return number is not None and 0 < number < FEWEST_SHOWN


def hide(measure: Measure, answer: Answer) -> Shown:
    """The answer with nothing in it that rests on 1 to 5 children."""
    rests_on: list[float] = [answer.many]
    if isinstance(measure, Share) and answer.denominator is not None:
        rests_on += [answer.denominator, answer.denominator - answer.numerator]
    if not answer.available or not any(small(number) for number in rests_on):
        return Shown(answer, False)
    blank = Answer(0, None, 0, 0, None, answer.available, answer.part)
    return Shown(blank, True)

"""The one place where small numbers are hidden, on the way from Answers to what is shown.

Ofsted's and the Department's convention: 1 to 5 is `c`, and so is a share or rate that rests on 1 to 5
(of those who pass, or of those who do not). Nought is shown; *not available* stays that."""

from __future__ import annotations

from collections.abc import Mapping
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


Pair = tuple[str, str]


def hide_table(measure: Measure, cells: Mapping[Pair, Answer]) -> dict[Pair, Shown]:
    """A table of two breakdowns with nothing in it that rests on 1 to 5 children, nor anything from which
    that could be found: where a row or a column would have only one cell hidden, its smallest other cell
    is hidden as well, until no single one is left."""
    shown = {pair: hide(measure, answer) for pair, answer in cells.items()}
    while (other := next_to_hide(cells, shown)) is not None:
        was = cells[other]
        shown[other] = Shown(Answer(0, None, 0, 0, None, was.available, was.part), True)
    return shown


def next_to_hide(cells: Mapping[Pair, Answer], shown: Mapping[Pair, Shown]) -> Pair | None:
    """The smallest cell beside one that is hidden alone in its row or column; None where there is none."""
    for side in (0, 1):
        for name in dict.fromkeys(pair[side] for pair in cells):
            line = [pair for pair in cells if pair[side] == name]
            open_ = [pair for pair in line if not shown[pair].hidden]
            if len(line) - len(open_) == 1 and open_:
                return min(open_, key=lambda pair: (cells[pair].denominator or cells[pair].many, pair))
    return None

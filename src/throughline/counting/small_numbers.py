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


def rests_on(measure: Measure, answer: Answer) -> tuple[float, ...]:
    """The numbers of rows or children that an answer tells: of a share how many pass, how many there are, and
    how many do not pass."""
    if isinstance(measure, Share) and answer.denominator is not None:
        return answer.many, answer.denominator, answer.denominator - answer.numerator
    return (answer.many,)


def hide(measure: Measure, answer: Answer) -> Shown:
    """The answer with nothing in it that rests on 1 to 5 children."""
    if not answer.available or not any(small(number) for number in rests_on(measure, answer)):
        return Shown(answer, False)
    return hidden(answer)


def hidden(answer: Answer) -> Shown:
    """An answer of which nothing is shown, but that there is one."""
    return Shown(Answer(0, None, 0, 0, None, answer.available, answer.part), True)


def hide_line(measure: Measure, cells: Mapping[str, Answer]) -> dict[str, Shown]:
    """The groups of one breakdown, whose total is told elsewhere, with nothing in them that rests on 1 to 5
    children, nor anything from which that could be found: as long as only one is hidden, or those that are
    come to 1 to 5 together, the smallest other that is not nought is hidden as well."""
    shown = {group: hide(measure, answer) for group, answer in cells.items()}
    while (other := next_in_line(measure, cells, shown)) is not None:
        shown[other] = hidden(cells[other])
    return shown


def next_in_line(measure: Measure, cells: Mapping[str, Answer], shown: Mapping[str, Shown]) -> str | None:
    """The group to hide beside those that are hidden; None where they are safe, or no other is left. A nought
    would protect nothing, so it is the last to go."""
    away = [rests_on(measure, cells[group]) for group in cells if shown[group].hidden]
    left = [group for group in cells if not shown[group].hidden]
    safe = len(away) > 1 and not any(small(sum(each)) for each in zip(*away))
    if not away or not left or safe:
        return None
    return min(left, key=lambda group: (not size(cells[group]), size(cells[group]), group))


def size(answer: Answer) -> float:
    """How many children an answer is of."""
    return answer.denominator or answer.many


Pair = tuple[str, str]


def hide_table(measure: Measure, cells: Mapping[Pair, Answer]) -> dict[Pair, Shown]:
    """A table of two breakdowns with nothing in it that rests on 1 to 5 children, nor anything from which
    that could be found: where a row or a column would have only one cell hidden, its smallest other cell
    is hidden as well, until no single one is left."""
    shown = {pair: hide(measure, answer) for pair, answer in cells.items()}
    while (other := next_to_hide(cells, shown)) is not None:
        shown[other] = hidden(cells[other])
    return shown


def next_to_hide(cells: Mapping[Pair, Answer], shown: Mapping[Pair, Shown]) -> Pair | None:
    """The smallest cell beside one that is hidden alone in its row or column; None where there is none."""
    for side in (0, 1):
        for name in dict.fromkeys(pair[side] for pair in cells):
            line = [pair for pair in cells if pair[side] == name]
            open_ = [pair for pair in line if not shown[pair].hidden]
            if len(line) - len(open_) == 1 and open_:
                return min(open_, key=lambda pair: (size(cells[pair]), pair))
    return None

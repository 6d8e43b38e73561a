"""One thing with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from throughline.figures.dates import apart, days_of, is_date
from throughline.figures.found import Found
from throughline.figures.reading import Figure
from throughline.figures.words import Words, words_of, years_in


def twice(figures: Sequence[Figure]) -> Iterator[Found]:
    """Figures of one area and period, in one unit and group, that are called the same and differ: in any
    table. Within one table those too where one name has a single word more, which may be a mere rewording."""
    alike: defaultdict[tuple[object, ...], list[tuple[Words, Figure]]] = defaultdict(list)
    for figure in figures:
        of = (figure.area, *when_and_unit(figure), figure.breakdown.lower())
        alike[of].append((words_of(figure.measure), figure))
    for same in alike.values():
        for (words, one), (others, other) in combinations(same, 2):
            if differ(one, other) and one_thing(words, others, one.topic == other.topic):
                perhaps = "" if words == others else "perhaps "
                says = f"{one.said} and {other.said} are {perhaps}the same, with two values."
                yield Found("two values", says, (one.name, other.name), (one.name, other.name))


def when_and_unit(figure: Figure) -> tuple[object, str]:
    """What a figure is of and in what. The period of a date may be the date itself: its year alone counts."""
    if is_date(figure):
        return tuple(years_in(figure.period)) or figure.period, "date"
    return figure.period, figure.unit


def one_thing(words: Words, others: Words, one_table: bool) -> bool:
    """Whether two names are one thing's: the same words, or one more, which is no number."""
    more = words ^ others
    if not more:
        return True
    apart = words <= others or others <= words
    return (
        one_table and apart and len(more) == 1 and not next(iter(more)).isdigit() and len(words & others) > 2
    )


def differ(one: Figure, other: Figure) -> bool:
    """Whether the values are two: as numbers, as days (a month holds any day of it), or else as they are
    written."""
    if one.number is not None and other.number is not None:
        return one.number != other.number
    days, others = days_of(one.value), days_of(other.value)
    if is_date(one) and days and others:
        return apart(days, others)
    return one.value.lower() != other.value.lower()

"""Changes that their two ends do not give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from throughline.figures.found import Found
from throughline.figures.reading import Figure
from throughline.figures.words import (
    CHANGES,
    WHEN,
    Words,
    is_count,
    is_percentage,
    singular,
    words_of,
    years_in,
)

MOST_ENDS = 40  # dates of one thing: with more of them any change is between some two
TOLERANCE = 0.5 + 1e-9  # of a point, for a change in per cent
NOT_OF_IT = frozenset(singular(word) for word in (*CHANGES, *WHEN))
DOWN = frozenset({"decrease", "decreased", "fall", "fell", "reduction", "drop"})
EITHER_WAY = frozenset({"change", "changed"})
Pair = tuple[Figure, Figure]


def changes(figures: Sequence[Figure]) -> Iterator[Found]:
    """Each “increase in …” beside the figures that it is between: those of the same area that are called the
    same. One with fewer than two such figures, or with very many, can be told neither right nor wrong."""
    for change in figures:
        words = words_of(change.measure)
        if words & CHANGES and change.number is not None and (is_count(change) or is_percentage(change)):
            ends = ends_of(change, about(words), figures)
            if 1 < len(ends) <= MOST_ENDS:
                yield from beside(change, words, ends)


def about(words: Words) -> Words:
    """What a change is of, without what says that it is one, and since when."""
    return frozenset(word for word in words - NOT_OF_IT - {"%"} if not word.isdigit())


def ends_of(change: Figure, thing: Words, figures: Sequence[Figure]) -> list[Figure]:
    """Figures of the thing itself, of all groups together, one for each date, in the order of their years."""
    found = {
        (each.period, each.number): each
        for each in figures
        if (each.area == change.area and is_count(each) and words_of(each.measure) == thing)
        and ("=" not in each.breakdown and years_in(f"{each.period} {each.breakdown}"))
    }
    return sorted(found.values(), key=year_of)


def year_of(figure: Figure) -> int:
    """The year a figure is of: where its breakdown says a date of its own, that."""
    return (years_in(figure.breakdown) or years_in(figure.period))[-1]


def beside(change: Figure, words: Words, ends: Sequence[Figure]) -> Iterator[Found]:
    """A change beside the pairs of figures it may be between: those that it names, or all."""
    named = years_in(change.measure) or years_in(change.period)
    pairs = [(a, b) for a, b in combinations(ends, 2) if year_of(a) < year_of(b)]
    given = [pair for pair in pairs if gives(pair, change, words)]
    right = [pair for pair in given if from_named(pair, named, ends)]
    if right and named:
        return
    rows = (change.name, *dict.fromkeys(each.name for pair in given for each in pair))
    if right:
        says = f"{change.said} does not say between which dates. {said(given)}"
    elif given:
        says = f"{change.said} is not what its own dates give. {said(given)}"
    else:
        says = f"{change.said} is given by no two figures of it: {', '.join(each.said for each in ends)}."
        rows = (change.name, *(each.name for each in ends))
    yield Found("change", says, rows, (change.name,))


def from_named(pair: Pair, named: Sequence[int], ends: Sequence[Figure]) -> bool:
    """Whether a pair is between the years that are named. Of one year named: from it, to the next figure or
    the newest, or to it."""
    first, last = year_of(pair[0]), year_of(pair[1])
    if not named:
        return True
    if len(named) > 1:
        return (first, last) == (min(named), max(named))
    later = [year_of(each) for each in ends if year_of(each) > named[0]]
    return last == named[0] or (first == named[0] and last in (min(later, default=0), max(later, default=0)))


def gives(pair: Pair, change: Figure, words: Words) -> bool:
    """Whether the later less the earlier gives the change: exactly, or in per cent to half a point."""
    before, after, printed = (each.number or 0.0 for each in (*pair, change))
    by = before - after if words & DOWN else after - before
    if words & EITHER_WAY:
        by, printed = abs(by), abs(printed)
    if is_count(change):
        return by == printed
    return bool(before) and abs(100 * by / before - printed) <= TOLERANCE


def said(pairs: Sequence[Pair]) -> str:
    """What does give it, in words."""
    return f"It is what {' or '.join(f'{b.said} less {a.said}' for a, b in pairs)} gives."

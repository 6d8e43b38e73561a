"""Percentages that their counts do not give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from throughline.figures.found import Found
from throughline.figures.reading import Figure
from throughline.figures.words import is_count, is_percentage, is_total, words_of

TOLERANCE = 0.5 + 1e-9  # of a point: a whole percentage is as exact as most reports print


def shares(figures: Sequence[Figure]) -> Iterator[Found]:
    """Each percentage beside the counts of its table, area and period that it is made of."""
    tables: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        tables[figure.area, figure.topic, figure.period].append(figure)
    for table in tables.values():
        counts = [each for each in table if is_count(each)]
        for share in filter(is_percentage, table):
            made_of = of_group(share, counts) if share.breakdown else of_words(share, counts)
            if share.number is not None and made_of:
                yield from beside(share, share.number, *made_of)


def beside(share: Figure, printed: float, part: Figure, whole: Figure) -> Iterator[Found]:
    """A percentage beside what its counts give."""
    exact = 100 * (part.number or 0) / (whole.number or 1)
    if abs(exact - printed) > TOLERANCE:
        says = f"{share.said} is {exact:.1f}% by its counts, {part.said} of {whole.said}."
        yield Found("percentage", says, (share.name, part.name, whole.name), (share.name,))


def of_group(share: Figure, counts: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The count of the same group, and the total: where there is one of each."""
    parts = [each for each in counts if each.breakdown == share.breakdown]
    wholes = [each for each in counts if is_total(each) and each.number]
    return (parts[0], wholes[0]) if len(parts) == len(wholes) == 1 else None


def of_words(share: Figure, counts: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """For “% of contacts leading to a referral”: the contacts that did, and the contacts."""
    _, found, rest = share.measure.lower().partition("% of ")
    words = words_of(rest)
    parts = [each for each in counts if found and words_of(each.measure) == words]
    first = words_of(rest.split(" ")[0])
    wholes = [
        each
        for each in counts
        if each not in parts and is_total(each) and each.number and first <= words_of(each.measure)
    ]
    return (parts[0], wholes[0]) if len(parts) == len(wholes) == 1 else None

"""Totals that their parts do not give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from throughline.figures.found import Found
from throughline.figures.reading import Figure
from throughline.figures.words import is_count, is_total, key_of, words_of

EXACTLY = 1e-6  # sums of decimals are not exact to the last digit


def totals(figures: Sequence[Figure]) -> Iterator[Found]:
    """Within one table, area and period: each total beside the sum of what is parted in one way. Parts of
    another measure than the total's are its parts only where it calls itself a total."""
    tables: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if is_count(figure):
            tables[figure.area, figure.topic, figure.period, figure.unit].append(figure)
    for table in tables.values():
        for whole in filter(is_total, table):
            yield from of_one(whole, table)


def of_one(whole: Figure, table: Sequence[Figure]) -> Iterator[Found]:
    """One total, and each way in which the rest of its table is parted."""
    ways: defaultdict[tuple[str, frozenset[str]], list[Figure]] = defaultdict(list)
    for each in table:
        if not is_total(each) and belongs(each, whole):
            ways[
                key_of(each.breakdown), words_of(each.measure) if key_of(each.breakdown) else frozenset()
            ].append(each)
    for parts in ways.values():
        added = sum(each.number or 0 for each in parts)
        if len(parts) > 1 and abs(added - (whole.number or 0)) > EXACTLY:
            names = ", ".join(each.name for each in parts)
            says = f"{whole.said} is not the sum of its parts: {names} add up to {added:g}"
            yield Found("total", f"{says}.", (whole.name, *(each.name for each in parts)), (whole.name,))


def belongs(part: Figure, whole: Figure) -> bool:
    """Whether a row is a part of a total: of the same thing, or of whatever a total of its table is."""
    calls_itself = "total" in whole.measure.lower() or bool(whole.breakdown)
    return calls_itself or words_of(part.measure) == words_of(whole.measure)

"""Every conflict in a set of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from throughline.figures.changes import changes
from throughline.figures.found import Found
from throughline.figures.reading import Figure
from throughline.figures.shares import shares
from throughline.figures.totals import totals
from throughline.figures.twice import twice


def conflicts_in(figures: Sequence[Figure]) -> list[Found]:
    """Totals that do not add, one thing with two values, percentages that their counts do not give, and
    changes that their two ends do not give. What is found is to be looked at, and by somebody who can: a
    figure that is right by a definition of its own is found as well."""
    return list(found_in(figures))


def found_in(figures: Sequence[Figure]) -> Iterator[Found]:
    """The same one by one, for who wants only the first: a list that is all of one thing has very many."""
    return chain(totals(figures), twice(figures), shares(figures), changes(figures))

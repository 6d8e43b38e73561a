"""Every conflict in a set of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from throughline.figures.changes import changes
from throughline.figures.dates import given_otherwise
from throughline.figures.found import Found
from throughline.figures.reading import Figure
from throughline.figures.shares import shares
from throughline.figures.totals import totals
from throughline.figures.twice import twice


def conflicts_in(figures: Sequence[Figure]) -> list[Found]:
    """Totals that do not add, one thing with two values (of a date also where its note gives another),
    percentages that their counts do not give, and changes that their two ends do not give. All of it is to be
    looked at by somebody who can: a figure that is right by a definition of its own is found as well."""
    return list(found_in(figures))


def found_in(figures: Sequence[Figure]) -> Iterator[Found]:
    """The same one by one, for who wants only the first: a list that is all of one thing has very many."""
    checks = (totals, twice, given_otherwise, shares, changes)
    return chain.from_iterable(check(figures) for check in checks)

"""So many families with so many children between them, out of those there are."""

from collections.abc import Sequence
from typing import TypeVar

from throughline.sample.chance import Chance

T = TypeVar("T")


def gather(chance: Chance, families: Sequence[Sequence[T]], many: int, children: int) -> list[Sequence[T]]:
    """`many` of the families, one child or more of each, `children` in all: families large enough for their
    even part of the children are the likelier, then the larger. Fewer, where there are not so many."""
    part = -(-children // max(many, 1))
    weights = [1.0 if len(family) >= part else 1e-6 * len(family) ** 6 for family in families]
    chosen = chance.some(families, weights, max(many, 0))
    sizes = [1] * len(chosen)
    left = children - len(chosen)
    while left > 0 and any(size < len(family) for size, family in zip(sizes, chosen)):
        for at, family in enumerate(chosen):
            if left > 0 and sizes[at] < len(family):
                sizes[at], left = sizes[at] + 1, left - 1
    return [family[:size] for family, size in zip(chosen, sizes)]

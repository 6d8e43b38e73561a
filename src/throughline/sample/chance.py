"""Chance, drawn from NumPy's generator so that a seed fixes every later choice.

One number at a time from NumPy is slow; blocks of numbers turned to a list are quick.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

import numpy as np

T = TypeVar("T")
BLOCK = 1 << 16


class Weighted(Generic[T]):
    """Values and how likely each is; the weights need not sum to one."""

    def __init__(self, pairs: Iterable[tuple[T, float]]) -> None:
        kept = [(value, weight) for value, weight in pairs if weight > 0]
        self.values = [value for value, _ in kept]
        self.steps = list(accumulate(weight for _, weight in kept))


class Chance:
    """An endless stream of choices, one stream for each stage of the journey."""

    def __init__(self, seed: int, stage: str, *, block: int = BLOCK) -> None:
        self._made, self._block = np.random.default_rng([seed, *stage.encode()]), block
        self._drawn: list[float] = self._made.random(block).tolist()
        self._at = 0

    def next(self) -> float:
        """The next number, from nought up to but not including one."""
        if self._at >= self._block:
            self._refill()
        self._at += 1
        return self._drawn[self._at - 1]

    def _refill(self) -> None:
        self._drawn = self._made.random(self._block).tolist()
        self._at = 0

    def happens(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.next() < probability

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.next() * (high - low + 1))

    def one_of(self, values: Sequence[T]) -> T:
        """One of the values, each as likely."""
        return values[int(self.next() * len(values))]

    def pick(self, weighted: Weighted[T]) -> T:
        """One of the values, by weight."""
        steps = weighted.steps
        return weighted.values[min(bisect_right(steps, self.next() * steps[-1]), len(steps) - 1)]

    def waiting(self, mean: float) -> float:
        """A wait with no memory (exponential), of this mean."""
        return -mean * math.log(1.0 - self.next())

    def around(self, mean: float, deviation: float) -> float:
        """A number near the mean: the normal curve, by twelve draws."""
        return mean + deviation * (sum(self.next() for _ in range(12)) - 6.0)

    def some(self, values: Sequence[T], weights: Sequence[float], many: int) -> list[T]:
        """`many` different values, the heavier the likelier (Efraimidis and Spirakis, 2006)."""
        keyed = [(self.next() ** (1.0 / max(weight, 1e-9)), at) for at, weight in enumerate(weights)]
        keyed.sort(reverse=True)
        return [values[at] for _, at in keyed[:many]]


class Deck(Chance):
    """The same block of numbers again and again, cut at a place that a key fixes.

    What is drawn for one plan or child then depends on its own key alone: tomorrow's sample has the
    same visits in it as today's, with one day more.
    """

    def cut(self, key: int) -> None:
        """Start from the place that belongs to this key."""
        self._at = (key * 0x9E3779B1 ^ (key >> 7) * 0x85EBCA77) % self._block

    def _refill(self) -> None:
        self._at = 0

"""The form of an invented borough's wards, localities and postcodes.

Wards differ in how hard life is there, so that counts by place have something true to find."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from throughline.sample.chance import Chance, Weighted

POSTCODES_A_WARD = 15
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


@dataclass(frozen=True)
class Ward:
    """A ward: its locality, the safeguarding team that serves it, its size and its hardship.

    `size` is its share of children against the average ward; `hardship` how often its families come to
    notice against the average.
    """

    name: str
    locality: str
    patch: str
    size: float
    hardship: float


@dataclass(frozen=True)
class Postcode:
    """One invented postcode and its ward; `weight` is its share of the ward's children."""

    code: str
    ward: Ward
    weight: float


@dataclass(frozen=True)
class Beyond:
    """Another council in which homes are found: its parts are from `nearest` to `farthest` miles away."""

    name: str
    nearest: float
    farthest: float


def _inward(chance: Chance) -> str:
    return f"{chance.whole(1, 9)}{chance.one_of(LETTERS)}{chance.one_of(LETTERS)}"


@dataclass(frozen=True, kw_only=True, eq=False)
class Places:
    """Where people live: `area` begins the borough's postcodes, `area_beyond` those of other councils. No
    such postcode area exists in the United Kingdom. Each of `councils_beyond` has one outward code; at any
    distance beyond the borough there must be one."""

    seed: int
    area: str
    wards: tuple[Ward, ...]
    area_beyond: str
    councils_beyond: tuple[Beyond, ...]

    @cached_property
    def postcodes(self) -> list[Postcode]:
        """Fifteen postcodes a ward, one outward code a ward."""
        chance = Chance(self.seed, "places")
        found = []
        for at, ward in enumerate(self.wards):
            taken: set[str] = set()
            while len(taken) < POSTCODES_A_WARD:
                inward = _inward(chance)
                if inward not in taken:
                    taken.add(inward)
                    code = f"{self.area}{at + 1} {inward}"
                    found.append(Postcode(code, ward, 0.4 + 1.2 * chance.next()))
        return found

    @cached_property
    def homes(self) -> Weighted[int]:
        """Places of postcodes, those where families come to notice oftener the likelier."""
        found = self.postcodes
        return Weighted((at, p.weight * p.ward.size * p.ward.hardship) for at, p in enumerate(found))

    def elsewhere(self, chance: Chance, miles: float) -> tuple[str, str]:
        """A postcode outside the borough, so many miles away, and the invented council it is in."""
        council = chance.one_of([c for c in self.councils_beyond if c.nearest <= miles <= c.farthest])
        return f"{self._outward(council)} {_inward(chance)}", council.name

    def beyond(self) -> Iterator[tuple[str, int]]:
        """Every postcode that there may be outside the borough, and the place of its council."""
        for at, council in enumerate(self.councils_beyond):
            for digit, *letters in product(range(1, 10), LETTERS, LETTERS):
                yield f"{self._outward(council)} {digit}{''.join(letters)}", at

    def _outward(self, council: Beyond) -> str:
        return f"{self.area_beyond}{self.councils_beyond.index(council) + 1}"

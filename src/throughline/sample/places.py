"""The invented borough's wards, localities and postcodes.

No postcode area ZS or ZX exists in the United Kingdom. Wards differ in how hard life is there, so that
counts by place have something true to find.
"""

from dataclasses import dataclass

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


WARDS = (
    Ward("Anchorage", "Harbour", "North", 1.10, 2.10),
    Ward("Bellshaw", "Ironholme", "West", 0.85, 0.70),
    Ward("Cobblegate", "Harbour", "North", 1.00, 1.60),
    Ward("Dunmarsh", "Ironholme", "West", 1.25, 2.50),
    Ward("Eastlow", "Moorfoot", "East", 0.90, 0.90),
    Ward("Fennside", "Ironholme", "Central", 1.15, 1.70),
    Ward("Garthmoor", "Moorfoot", "East", 0.70, 0.45),
    Ward("Harrowbeck", "Moorfoot", "East", 1.05, 1.35),
    Ward("Ironholme Quay", "Ironholme", "West", 1.20, 1.95),
    Ward("Jettyside", "Harbour", "North", 0.95, 1.20),
    Ward("Kelderwick", "Moorfoot", "East", 0.80, 0.60),
    Ward("Lantern Hill", "Harbour", "Central", 1.05, 0.80),
    Ward("Marlpit", "Ironholme", "Central", 1.10, 1.10),
    Ward("Nethershaw", "Ironholme", "West", 1.00, 0.75),
    Ward("Oysterbank", "Harbour", "North", 0.90, 0.95),
    Ward("Pantile", "Moorfoot", "East", 1.00, 1.15),
    Ward("Quarrygate", "Moorfoot", "Central", 0.95, 0.85),
    Ward("Ropewalk", "Harbour", "Central", 1.15, 1.45),
    Ward("Scarfoot", "Harbour", "North", 0.95, 0.50),
    Ward("Thornmere", "Moorfoot", "East", 0.95, 0.40),
)

ELSEWHERE = ("Teesmouth", "Ouseborough", "Calderwick", "Wearholm", "Hollinmoor", "Derwentshire")


@dataclass(frozen=True)
class Postcode:
    """One invented postcode and its ward; `weight` is its share of the ward's children."""

    code: str
    ward: Ward
    weight: float


def _postcodes() -> list[Postcode]:
    """Fifteen postcodes a ward: ZS1 to ZS9 and ZS10 to ZS20, one outward code a ward."""
    chance = Chance(20130401, "places")
    found = []
    for at, ward in enumerate(WARDS):
        taken: set[str] = set()
        while len(taken) < POSTCODES_A_WARD:
            inward = f"{chance.whole(1, 9)}{chance.one_of(LETTERS)}{chance.one_of(LETTERS)}"
            if inward not in taken:
                taken.add(inward)
                found.append(Postcode(f"ZS{at + 1} {inward}", ward, 0.4 + 1.2 * chance.next()))
    return found


POSTCODES = _postcodes()
HOMES = Weighted((at, p.weight * p.ward.size * p.ward.hardship) for at, p in enumerate(POSTCODES))


def elsewhere(chance: Chance) -> tuple[str, str]:
    """A postcode outside the borough, and the invented council it is in."""
    council = chance.whole(0, len(ELSEWHERE) - 1)
    inward = f"{chance.whole(1, 9)}{chance.one_of(LETTERS)}{chance.one_of(LETTERS)}"
    return f"ZX{council + 1} {inward}", ELSEWHERE[council]

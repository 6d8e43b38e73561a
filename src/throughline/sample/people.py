"""Invented families and children: who they are, where they live, what may trouble them."""

from throughline.sample.borough_record import Borough
from throughline.sample.chance import Chance, Weighted
from throughline.sample.days import age_on
from throughline.sample.journey import Child, Family
from throughline.sample.names import FORENAMES_F, FORENAMES_M, SURNAMES

YEAR = 365.25

ETHNICITIES = Weighted(
    (("WBRI", 88.0), ("WOTH", 1.6), ("WIRI", 0.2), ("WIRT", 0.2), ("WROM", 0.3), ("MWBC", 0.7), ("MWBA", 0.7),
     ("MWAS", 1.0), ("MOTH", 0.6), ("AIND", 0.3), ("APKN", 0.8), ("ABAN", 0.3), ("AOTH", 0.5), ("BCRB", 0.1),
     ("BAFR", 0.6), ("BOTH", 0.2), ("CHNE", 0.1), ("OOTH", 0.6), ("REFU", 0.4), ("NOBT", 2.8))
)  # fmt: skip
SIZES = Weighted(((1, 36), (2, 36), (3, 18), (4, 7), (5, 3)))
NEEDS = Weighted(
    (("N1", 56), ("N2", 7), ("N3", 5), ("N4", 11), ("N5", 14), ("N6", 4), ("N7", 0.5), ("N8", 2.5))
)
DISABILITIES = Weighted(
    (("LD", 25), ("AUT", 27), ("BEH", 16), ("COMM", 12), ("MOB", 10), ("PC", 6), ("HEAR", 4), ("VIS", 4),
     ("INC", 4), ("HAND", 2), ("CON", 3), ("DDA", 8))
)  # fmt: skip
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def upn(key: int, council: str = "999") -> str:
    """A well-formed unique pupil number whose check letter is right; neither 999 nor 998 is a council's."""
    digits = f"{council}{3000 + key % 7000}{key % 100000:05d}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(2, 14)))
    return UPN_LETTERS[total % 23] + digits


def _disabilities(chance: Chance, need: str) -> tuple[str, ...]:
    if not chance.happens(0.95 if need == "N2" else 0.05):
        return ()
    first = chance.pick(DISABILITIES)
    second = chance.pick(DISABILITIES)
    return (first, second) if second != first and chance.happens(0.4) else (first,)


def new_child(borough: Borough, chance: Chance, family: Family, born: int) -> Child:
    """A child of this family."""
    key = borough.next_key("person")
    sex = "M" if chance.happens(0.515) else "F"
    names = FORENAMES_M if sex == "M" else FORENAMES_F
    ethnicity = family.ethnicity if chance.happens(0.97) else "NOBT"
    child = Child(key, family, chance.one_of(names), sex, born, ethnicity,
                  _disabilities(chance, family.need), upn(key))  # fmt: skip
    family.children.append(child)
    return child


def new_family(
    borough: Borough, chance: Chance, day: int, *, eldest: tuple[float, float] = (-0.3, 17.8)
) -> Family:
    """A family that comes to notice on this day; `eldest` bounds the eldest child's age in years."""
    surname = chance.one_of(SURNAMES)
    street = f"{chance.whole(1, 140)} {chance.one_of(borough.authority.streets)}"
    ethnicity, need = chance.pick(ETHNICITIES), chance.pick(NEEDS)
    risk = 0.35 + chance.waiting(0.65)
    family = Family(
        borough.next_key("family"),
        chance.pick(borough.authority.places.homes),
        street,
        surname,
        ethnicity,
        need,
        risk,
    )
    age = eldest[0] + (eldest[1] - eldest[0]) * chance.next()
    for _ in range(chance.pick(SIZES)):
        new_child(borough, chance, family, day - int(age * YEAR))
        age -= 1.2 + chance.waiting(1.9)
    borough.families.append(family)
    return family


def present(family: Family, day: int, unborn_days: int = 130) -> list[Child]:
    """Children of the family under eighteen that day, and those to be born within `unborn_days`."""
    return [
        child for child in family.children if child.born - unborn_days <= day and age_on(child.born, day) < 18
    ]

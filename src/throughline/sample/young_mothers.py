"""A few looked-after girls have a child of their own."""

from throughline.sample.borough_record import Borough
from throughline.sample.days import birthday
from throughline.sample.journey import Family
from throughline.sample.people import new_child


def month(borough: Borough, first: int, last: int) -> None:
    """Births of the month to girls of fifteen to seventeen in care."""
    chance = borough.chance("young mothers")
    for care in borough.cares:
        child = care.child
        if child.sex != "F" or child.mother_of or not care.open_on(first) or care.is_breaks:
            continue
        if birthday(child.born, 15) + 180 < first < birthday(child.born, 18) and chance.happens(0.004):
            old = child.family
            family = Family(
                borough.next_key("family"), old.home, old.street, old.surname, old.ethnicity, "N1", 1.0
            )
            borough.families.append(family)
            child.mother_of = new_child(borough, chance, family, chance.whole(first, last))

"""Arranges protection plans: their categories of abuse, and where the children on them live."""

from collections.abc import Mapping

from throughline.sample.borough_record import Borough
from throughline.sample.journey import Family, Plan
from throughline.sample.settling import Piece, settle


def _open_on(borough: Borough, days: list[int]) -> dict[Plan, list[int]]:
    """The plans open on any of the days, and which of them."""
    found = {plan: [day for day in days if plan.start <= day < plan.end] for plan in borough.plans}
    return {plan: on for plan, on in found.items() if on}


def part_plans(borough: Borough, told: int) -> None:
    """The plans open on each published day come to the published number in each category."""
    aims = {day.toordinal(): groups for day, groups in borough.authority.aims.plans.items()}
    if not aims or max(aims) > told:
        return
    may = tuple(dict.fromkeys(group for groups in aims.values() for group in groups))
    pieces = []
    for plan, on in _open_on(borough, list(aims)).items():
        latest = plan.later_category if plan.changed < plan.end else plan.category
        pieces.append(Piece(dict.fromkeys(on, 1), latest, may, plan))
    for piece in settle(borough.chance("categories"), pieces, aims):
        if isinstance(piece.what, Plan):
            piece.what.category = piece.what.later_category = piece.group


def place_plans(borough: Borough, told: int) -> None:
    """The children on a plan on each published day live in the published wards and localities.

    A family moves as a whole, and then stays. One whose child is looked after at home is left where it is."""
    chance = borough.chance("places")
    for day, aim in borough.authority.aims.places.items():
        families: dict[Family, int] = {}
        for plan in _open_on(borough, [day.toordinal()]) if day.toordinal() <= told else ():
            families[plan.case.child.family] = families.get(plan.case.child.family, 0) + 1
        pieces = []
        for family, many in families.items():
            family.stays = True
            here = _area(borough, family.home, aim)
            pieces.append(Piece({0: many}, here, (here,) if _cared_for_at_home(family) else (*aim,), family))
        homes = {area: [at for at in range(len(borough.authority.places.postcodes))
                        if _area(borough, at, aim) == area] for area in aim}  # fmt: skip
        for piece in settle(chance, pieces, {0: aim}):
            if isinstance(piece.what, Family):
                piece.what.home = chance.one_of(homes[piece.group])


def _area(borough: Borough, home: int, aim: Mapping[str, int]) -> str:
    """The ward of a home, where it is one of those told, or else its locality."""
    ward = borough.authority.places.postcodes[home].ward
    return ward.name if ward.name in aim else ward.locality


def _cared_for_at_home(family: Family) -> bool:
    return any(p.kind == "P1" for child in family.children for care in child.cares for p in care.placements)

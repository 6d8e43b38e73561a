"""Arranges where children looked after live: so many in each kind of placement on published days."""

from throughline.sample.borough_record import Borough
from throughline.sample.days import age_on
from throughline.sample.homes import kind_of, urn_of
from throughline.sample.journey import Care, Placement
from throughline.sample.legal import status_on
from throughline.sample.settling import Piece, settle

FOSTERED = {"in_house": "PR1", "agency": "PR4"}
NOT_KIN = {"U1": "U4", "U2": "U5", "U3": "U6"}  # the same placement with carers the child did not know
Run = tuple[Care, list[Placement]]  # placements with one carer, one after another


def part_homes(borough: Borough, told: int) -> None:
    """Children looked after on each published day are in the published kinds of placement."""
    aims = {day.toordinal(): groups for day, groups in borough.authority.aims.homes.items()}
    if not aims or max(aims) > told:
        return
    pieces = []
    for care in borough.cares:
        for run in _runs(care) if not care.is_breaks else ():
            if on := [day for day in aims if any(p.start <= day < min(p.end, care.end) for p in run)]:
                pieces.append(Piece(dict.fromkeys(on, 1), group_of(run[0]), _may(care, run), (care, run)))
    for piece in settle(borough.chance("kinds of home"), pieces, aims):
        care, run = piece.what  # type: ignore[misc]
        for placement in run:
            _become(borough, care, placement, piece.group)


def _runs(care: Care) -> list[list[Placement]]:
    found: dict[tuple[int, str], list[Placement]] = {}
    for placement in care.placements:  # a carer may adopt: from then on it is another kind
        found.setdefault((placement.carer, group_of(placement)), []).append(placement)
    return list(found.values())


def group_of(placement: Placement) -> str:
    """In-house and agency fostering, residential, and all other: the four of the published table."""
    kind = kind_of(placement)
    return kind if kind in ("in_house", "agency", "residential") else "other"


def _may(care: Care, run: list[Placement]) -> tuple[str, ...]:
    """What else the placements could have been, for a child of this age and legal status."""
    first, now = run[0], group_of(run[0])
    if first.kind[0] in "AT" or care.adoption:
        return (now,)
    may = [now, *FOSTERED]
    if len(run) == 1 and age_on(care.child.born, first.start) >= 9:
        may.append("residential")
    if len(run) == 1 and (_old_enough(care, first) or _under_order(care, first)):
        may.append("other")
    return tuple(dict.fromkeys(may))


def _old_enough(care: Care, placement: Placement) -> bool:
    return age_on(care.child.born, placement.start) >= 16


def _under_order(care: Care, placement: Placement) -> bool:
    """Whether the child could live with parents: under a care order all the while, and not there before."""
    last = min(placement.end, care.end) - 1
    orders = {
        status_on(care, placement.start),
        *(s.code for s in care.statuses if placement.start < s.start <= last),
    }
    at = care.placements.index(placement)
    beside = care.placements[max(at - 1, 0) : at + 2]
    return orders <= {"C1", "C2"} and all(other.kind != "P1" for other in beside)


def _become(borough: Borough, care: Care, placement: Placement, group: str) -> None:
    """The placement turns into one of another kind, in the same place unless it is the parents' home."""
    if group in FOSTERED:
        kind = placement.kind if placement.kind[0] == "U" else "U6"
        kind = NOT_KIN.get(kind, kind) if group == "agency" else kind
        placement.kind, placement.provider = kind, FOSTERED[group]
    elif group == "residential":
        placement.kind, placement.provider = "K2", "PR4"
    elif _old_enough(care, placement):
        placement.kind, placement.provider = "H5", "PR4"
    else:
        placement.kind, placement.provider = "P1", "PR0"
        placement.postcode = borough.authority.places.postcodes[care.child.family.home].code
        placement.council, placement.miles = borough.authority.name, 0.0
    placement.urn = urn_of(placement.kind, placement.provider, placement.carer)

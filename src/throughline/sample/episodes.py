"""Episodes of care: a period cut wherever the placement or the legal status changes.

The codes are the 903's. DEC of one is DECOM of the next, with REC X1; the first has RNE S.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from throughline.sample.days import NEVER, number
from throughline.sample.journey import Care, Placement, Status

SUPPORTED = number(2024, 4, 1)  # H5 becomes K3 in the return of the year to March 2025
SUBTYPES = number(2025, 4, 1)  # Z1 divides into Z11 to Z14 in the year to March 2026


@dataclass(frozen=True)
class Episode:
    """One episode; `ended` of NEVER is still open."""

    care: Care
    place: Placement
    status: Status
    started: int
    ended: int
    why_new: str  # RNE
    why_ended: str  # REC
    why_moved: str  # REASON_PLACE_CHANGE


def place_code(placement: Placement, day: int) -> str:
    """The placement code as the list of codes stood on the day."""
    if placement.kind == "H5" and day >= SUPPORTED:
        return "K3"
    if placement.kind == "Z1" and day >= SUBTYPES:
        return ("Z11", "Z12", "Z13", "Z14")[placement.carer % 4]
    return placement.kind


def provider_of(placement: Placement) -> str:
    """The provider code; none for temporary stays and other placements."""
    return "" if placement.kind[0] in "TZ" else placement.provider


def urn_of(placement: Placement, day: int) -> str:
    """The registration number; supported accommodation has one only since it was regulated."""
    if placement.kind[0] in "TZ" or (placement.kind == "H5" and day < SUPPORTED):
        return ""
    return placement.urn


def _why_new(old: tuple[Placement, Status], new: tuple[Placement, Status]) -> str:
    moved, changed = old[0] is not new[0], old[1] is not new[1]
    same_carer = old[0].carer == new[0].carer
    if moved and changed:
        return "U" if same_carer else "B"
    if moved:
        return "T" if same_carer else "P"
    return "L"


def _held(care: Care) -> list[tuple[int, Placement, Status]]:
    starts = {p.start for p in care.placements} | {s.start for s in care.statuses if s.start < care.end}
    found = []
    for day in sorted(starts):
        place = next(p for p in reversed(care.placements) if p.start <= day)
        status = next(s for s in reversed(care.statuses) if s.start <= day)
        found.append((day, place, status))
    return found


def episodes(care: Care, day: int) -> Iterator[Episode]:
    """The period's episodes begun by the day; ends and their reasons are shown only if they have come."""
    parts = [part for part in _held(care) if part[0] <= day]
    for at, (start, place, status) in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else None
        why_new = "S" if at == 0 else _why_new(parts[at - 1][1:], (place, status))
        if following is None:
            over = care.end <= day
            yield Episode(care, place, status, start, care.end if over else NEVER, why_new,
                          care.reason if over else "", "")  # fmt: skip
            continue
        moved = following[1] is not place and "T" not in (place.kind[0], following[1].kind[0])
        yield Episode(care, place, status, start, following[0], why_new, "X1",
                      (place.why_left or "CARPL") if moved else "")  # fmt: skip

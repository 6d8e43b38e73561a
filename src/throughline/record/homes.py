"""Homes: the placements of children looked after, whatever the legal status."""

from throughline.record.breakdowns import Breakdown
from throughline.record.care import Care
from throughline.record.care_codes import PLACEMENT as PLACEMENT_TYPES
from throughline.record.care_codes import PROVIDER
from throughline.record.columns import Code, Date, Id
from throughline.record.rows import Spell


class Placements(Spell):
    """A time with one carer: made from episodes of care when they are received.

    A change of legal status does not end it, nor does a short stay elsewhere that keeps the carer
    (start reasons L, T and U; placements T0 to T4). Short breaks are not in it."""

    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    placement = Code("Placement type", codes=PLACEMENT_TYPES)
    provider = Code("Who provides it", codes=PROVIDER)


PLACEMENT = Breakdown("Placement type", Care.placement)
PLACEMENT_PROVIDER = Breakdown("Placement provider", Care.provider)

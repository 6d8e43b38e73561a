"""Permanence: adoption, and those who would adopt."""

from throughline.record.care_codes import ORDER, PERMANENCE_BEFORE
from throughline.record.columns import Code, Date, Id, Text
from throughline.record.rows import Reference, Spell


class Adoptions(Spell):
    """A child's way to adoption, from the decision that they should be placed."""

    child = Id("The child", ssd="perm_person_id", required=True)
    started = Date("The decision that the child should be placed", ssd="perm_adm_decision_date")
    ended = Date("The day of the order; blank until then", ssd="perm_permanence_order_date")
    order = Code("The order made", ssd="perm_permanence_order_type", codes=ORDER)
    entered_care = Date("The day the child came into care")
    placement_order = Date("The day of the placement order", ssd="perm_placement_order_date")
    matched = Date("The day of the match with adopters", ssd="perm_matched_date")
    placed = Date("The day the child was placed", ssd="perm_placed_for_adoption_date")
    reversed = Date("The day the decision was reversed", ssd="perm_decision_reversed_date")


class PreviousPermanence(Reference):
    """An earlier permanent home that a child looked after came back from. (Its day may be known in part.)"""

    child = Id("The child", ssd="lapp_person_id", required=True)
    kind = Code("What it was", ssd="lapp_previous_permanence_option", codes=PERMANENCE_BEFORE)
    council = Text("The council that arranged it", ssd="lapp_previous_permanence_la")
    ordered = Text(
        "The day of the order, as written: zz for a part not known", ssd="lapp_previous_permanence_order_date"
    )


class Adopters(Reference):
    """A person who asked to adopt: one row each. (Not in the dataset.)"""

    adopter = Id("The adopter", required=True)
    family = Id("The family")
    enquired = Date("The day of the enquiry")
    approved = Date("The day of approval")
    matched = Date("The day of a match")
    left = Date("The day they left the process")
    left_because = Text("Why they left")

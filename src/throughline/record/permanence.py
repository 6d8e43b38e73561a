"""Permanence: adoption, and those who would adopt."""

from throughline.record.care_codes import (
    ADOPTER_SEX,
    ADOPTER_STATUS,
    ADOPTION_REVERSED,
    ORDER,
    PERMANENCE_BEFORE,
)
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.own_codes import ADOPTER_STAGE
from throughline.record.rows import Event, Own, Reference, Spell


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
    fostering_decision = Date("The decision to foster for adoption", ssd="perm_ffa_cp_decision_date")
    fostered_first = Date("The day the child was fostered for adoption", ssd="perm_placed_ffa_cp_date")
    with_carer = Date("The day the child came to the carers who adopt", ssd="perm_placed_foster_carer_date")
    by_carer = Flag("Adopted by a former foster carer", ssd="perm_adopted_by_carer_flag")
    siblings = Flag("One of brothers and sisters to be placed", ssd="perm_part_of_sibling_group")
    placed_together = Number("How many of them together, this child too", ssd="perm_siblings_placed_together")
    placed_apart = Number("How many of them apart", ssd="perm_siblings_placed_apart")
    agency = Id("Ofsted's number of the adoption agency", ssd="perm_placement_provider_urn")
    reversed_because = Code(
        "Why it was reversed", ssd="perm_decision_reversed_reason", codes=ADOPTION_REVERSED
    )
    worker = Id("The adoption social worker", ssd="perm_adoption_worker_id")
    adopter_sex = Code("Sex of the adopters", ssd="perm_adopter_sex", codes=ADOPTER_SEX)
    adopter_status = Code(
        "Legal status of the adopters", ssd="perm_adopter_legal_status", codes=ADOPTER_STATUS
    )
    adopters = Number("How many adopt", ssd="perm_number_of_adopters")


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


class AdopterStages(Own, Spell):
    """A stage of a person's way to being approved as an adopter."""

    subject = "adopter"

    adopter = Id("The adopter", required=True)
    stage = Code("The stage", codes=ADOPTER_STAGE, required=True)
    started = Date("The day the stage began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    agency = Text("The agency that leads it")
    outcome = Text("What came of it; councils differ in their words")


class AdoptionSupport(Own, Spell):
    """A time a child who was adopted, or will be, had support for it."""

    known_by = ("adoption_support",)

    adoption_support = Text("The support")
    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    funded_by = Text("Who pays for it")


class KinshipOrders(Own, Spell):
    """A time a child lived with kin under a special guardianship or child arrangements order, whether or
    not they were looked after before."""

    known_by = ("kinship_order",)

    child = Id("The child", required=True)
    kinship_order = Code("The order", codes=ORDER)
    started = Date("The day the order was made", required=True)
    ended = Date("The day it ended; blank while it holds")
    carer = Id("The carer")
    related = Text("How the carer is related to the child")
    looked_after = Flag("The child was looked after just before")
    reviewed = Date("The day the support was last reviewed")
    review_due = Date("The day the next review is due")


class Allowances(Own, Spell):
    """A time a carer was paid the same allowance for a child."""

    known_by = ("weekly_rate",)

    allowance = Id("The allowance", required=True)
    child = Id("The child", required=True)
    started = Date("The first day at this rate", required=True)
    ended = Date("The day after the last; blank while it goes on")
    weekly_rate = Number("What is paid a week, in pounds")
    paid_for = Text("What it is paid for; councils differ in their words")
    means_tested = Flag("It depends on the carer's means")
    carer = Id("The carer")
    reviewed = Date("The day it was last reviewed")


class AllowancePayments(Own, Event):
    """A payment of an allowance for a child."""

    allowance = Id("The allowance", required=True)
    child = Id("The child", required=True)
    paid = Date("The day it was paid", required=True)
    amount = Number("What was paid, in pounds", required=True)

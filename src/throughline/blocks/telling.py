"""How each row of a child's record is told: which of its days are told, under what title, with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import polars as pl

from throughline.record.assessment import Assessments, Factors
from throughline.record.care import Care, CareReviews, CareVisits
from throughline.record.child import Addresses
from throughline.record.early_help import EarlyHelp
from throughline.record.exploitation import Missing
from throughline.record.front_door import Contacts, Referrals
from throughline.record.leaving_care import CareLeavers
from throughline.record.permanence import Adoptions
from throughline.record.protection import Conferences, CpPlans, CpReviews, CpVisits, Section47
from throughline.record.workforce import Involvements

Lane = Literal[
    "Early help",
    "Front door",
    "Child in need",
    "Assessments",
    "Section 47",
    "Protection plans",
    "Care",
    "Missing",
]
LANES: tuple[Lane, ...] = get_args(Lane)


@dataclass(frozen=True)
class Told:
    """One day of a row: its title, and the columns told beside it. Of a flag, `yes` and `no` are what is
    said; a flag not in FLAGS is told only by its title."""

    day: str
    title: str
    tells: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The name of the table it is a day of."""
        return self.day.split(".")[0]


def told(day: pl.Expr, title: str, *tells: pl.Expr) -> Told:
    """A day and what is told beside it, by the names of their columns."""
    return Told(day.meta.output_name(), title, tuple(each.meta.output_name() for each in tells))


TOLD = (
    told(Contacts.received, "Contact", Contacts.source, Contacts.referred),
    told(
        Referrals.started, "Referral", Referrals.source, Referrals.need, Referrals.team, Referrals.no_action
    ),
    told(Referrals.ended, "Case closed", Referrals.end_reason),
    told(EarlyHelp.started, "Early help began", EarlyHelp.organisation),
    told(EarlyHelp.ended, "Early help ended", EarlyHelp.end_reason),
    told(Assessments.started, "Assessment began", Assessments.team),
    told(Assessments.ended, "Assessment signed off", Assessments.seen, Assessments.no_action),
    told(Factors.found, "Factors found", Factors.factor),
    told(Section47.started, "Strategy discussion: section 47 enquiry began", Section47.team),
    told(Section47.ended, "Section 47 enquiry completed", Section47.no_conference),
    told(Conferences.held, "Initial child protection conference", Conferences.plan, Conferences.transfer),
    told(Conferences.due, "Initial conference due, and not held by this day"),
    told(CpPlans.started, "Child protection plan began", CpPlans.first_category, CpPlans.other_council),
    told(CpPlans.ended, "Child protection plan ended", CpPlans.category),
    told(CpReviews.held, "Review conference", CpReviews.goes_on),
    told(CpReviews.due, "Review conference due, and not held by this day"),
    told(CpVisits.made, "Visit: protection plan", CpVisits.seen, CpVisits.seen_alone),
    told(
        Care.started,
        "Care",
        Care.placement,
        Care.provider,
        Care.legal_status,
        Care.need,
        Care.placement_postcode,
    ),
    told(Care.ended, "Left care", Care.end_reason),
    told(CareReviews.held, "Review for a child looked after", CareReviews.participation),
    told(CareReviews.due, "Review due for a child looked after, and not held by this day"),
    told(CareVisits.made, "Visit: looked after", CareVisits.seen, CareVisits.seen_alone),
    told(Missing.started, "Missing", Missing.kind),
    told(Missing.ended, "Found or came back", Missing.interview_offered, Missing.interview_accepted),
    told(Adoptions.started, "Decision that the child should be placed for adoption"),
    told(Adoptions.placement_order, "Placement order"),
    told(Adoptions.matched, "Matched with adopters"),
    told(Adoptions.placed, "Placed for adoption"),
    told(Adoptions.ended, "Permanence order", Adoptions.order),
    told(Adoptions.reversed, "Adoption decision reversed"),
    told(CareLeavers.contact, "Care leaver: latest contact", CareLeavers.in_touch),
    told(CareLeavers.plan_reviewed, "Pathway plan reviewed"),
    told(Involvements.started, "Worker", Involvements.worker, Involvements.team, Involvements.role),
    told(Addresses.started, "Home address", Addresses.postcode, Addresses.ward),
)
"""Every day that is told."""

FLAGS: dict[str, tuple[str, str, str]] = {
    "Contacts.referred": ("led to a referral", "did not lead to a referral", ""),
    "Referrals.no_action": ("no further action", "", ""),
    "Assessments.seen": ("child seen", "child not seen", "not recorded whether the child was seen"),
    "Assessments.no_action": ("no further action", "", ""),
    "Section47.no_conference": ("no conference needed", "", ""),
    "Conferences.plan": ("plan made", "no plan made", "outcome not recorded"),
    "Conferences.transfer": ("moved here with a plan", "", ""),
    "CpPlans.other_council": ("held for another council", "", ""),
    "CpReviews.goes_on": ("plan goes on", "plan ends", "outcome not recorded"),
    "CpVisits.seen": ("child seen", "child not seen", "not recorded whether the child was seen"),
    "CpVisits.seen_alone": ("alone", "not alone", ""),
    "CareVisits.seen": ("child seen", "child not seen", "not recorded whether the child was seen"),
    "CareVisits.seen_alone": ("alone", "not alone", ""),
    "Missing.interview_offered": ("return interview offered", "no return interview offered", ""),
    "Missing.interview_accepted": ("and taken up", "and not taken up", ""),
}
"""What is said of yes, of no, and of *not recorded* where that must be said."""

SPELLS: dict[str, tuple[Lane, str]] = {
    "EarlyHelp": ("Early help", ""),
    "Referrals": ("Child in need", ""),
    "Assessments": ("Assessments", ""),
    "Section47": ("Section 47", ""),
    "CpPlans": ("Protection plans", "CpPlans.first_category"),
    "Care": ("Care", "Care.placement"),
    "Missing": ("Missing", ""),
}
"""Tables drawn as bars: on which lane, and the column written in the bar."""

MARKS: dict[str, Lane] = {
    "Contacts.received": "Front door",
    "Conferences.held": "Protection plans",
    "CpReviews.held": "Protection plans",
    "CareReviews.held": "Care",
}
"""Days drawn as diamonds, and on which lane."""

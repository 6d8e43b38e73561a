"""Homes: the placements of children looked after, whatever the legal status."""

import polars as pl

from throughline.record.breakdowns import Breakdown
from throughline.record.care import Care
from throughline.record.care_codes import PLACEMENT as PLACEMENT_TYPES
from throughline.record.care_codes import PROVIDER
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.own_codes import BOUGHT, HOMES, SUITS
from throughline.record.rows import Event, Own, Reference, Spell


class Placements(Spell):
    """A time with one carer: made from episodes of care when they are received.

    A change of legal status does not end it, nor does a short stay elsewhere that keeps the carer
    (start reasons L, T and U; placements T0 to T4). Short breaks are not in it."""

    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    placement = Code("Placement type", codes=PLACEMENT_TYPES)
    provider = Code("Who provides it", codes=PROVIDER)


class Providers(Reference):
    """A home or agency that Ofsted registers: one row for each place it works from, on Ofsted's list."""

    urn = Id("Ofsted's number of it", required=True)
    name = Text("What it is called")
    kind = Text("What it is, in Ofsted's words: a children's home, a fostering agency, …")
    sector = Text("Whose it is: of a council, private, voluntary")
    council = Text("The council it is in, in Ofsted's words")
    status = Text("Whether it is registered, in Ofsted's words")
    registered = Date("The day it was registered; blank where the list does not say")
    closed = Date("The day it was taken off the register; blank while it is on it, or not said")
    places = Number("How many children it may take")
    placements = Text("The placement types it may provide, as codes")
    provided_by = Text("The codes of who may provide them")
    postcode = Text("Postcode")


class PlacementCosts(Own, Spell):
    """A time a placement cost the same each week."""

    known_by = ("weekly_cost",)

    placement = Id("The placement, as the case system numbers it")
    child = Id("The child", required=True)
    started = Date("The first day at this cost", required=True)
    ended = Date("The day after the last; blank while it goes on")
    weekly_cost = Number("What it costs a week, in pounds, whoever pays")
    education_share = Number("Of that, what education pays, in pounds")
    health_share = Number("Of that, what health pays, in pounds")
    bought = Code("How it was bought", codes=BOUGHT)
    framework = Text("The framework it was bought by")
    provider = Text("The provider, as the council names it")
    urn = Id("Ofsted's number of the home")
    home = Code("Kind of home; where the list does not say, that of the child on the first day", codes=HOMES)


class PlacementSearches(Own, Spell):
    """A search for a placement for a child, until one was found or the search was stopped."""

    search = Id("The search", required=True)
    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    needed_by = Date("The day the placement is needed by")
    wanted = Text("What kind of placement is wanted; councils differ in their words")
    asked = Number("How many providers were asked")
    offers = Number("How many offered")
    suits = Code("How well the one chosen suits the child", codes=SUITS)
    outcome = Text("What came of it; councils differ in their words")


class UnregisteredPlacements(Own, Spell):
    """A time a child was placed where there should have been a registration, and was none."""

    known_by = ("why_unregistered",)

    child = Id("The child", required=True)
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    why_unregistered = Text("Why the child was placed there")
    ofsted_told = Date("The day Ofsted was told")
    exit_plan = Flag("There is a plan to move the child on")


class UnregisteredNights(Event):
    """A night that a child spent where there should have been a registration, and was none. Made from the
    times that the council lists, each night of a child once; not in the dataset."""

    child = Id("The child", required=True)
    night = Date("The day on which the night began", required=True)


class FosterHouseholds(Own, Spell):
    """A time a household was approved to foster."""

    subject = "household"
    known_by = ("approved_for",)
    stands = True

    household = Id("The household", required=True)
    started = Date("The day it was approved", required=True)
    ended = Date("The day its approval ended; blank while it holds")
    approved_for = Text("What it is approved for; councils differ in their words")
    kinship = Flag("It is approved for a child it is related to or knows")
    reviewed = Date("The day of its latest review")
    end_reason = Text("Why its approval ended")
    worker = Id("Its supervising social worker")


class FosterCarers(Own, Spell):
    """A time a person fostered: one row for each carer of a household."""

    subject = "carer"
    stands = True

    carer = Id("The carer", required=True)
    household = Id("The household", required=True)
    started = Date("The day the carer was approved", required=True)
    ended = Date("The day the carer stopped; blank while they foster")
    end_reason = Text("Why they stopped")


class FosterCapacity(Own, Spell):
    """A time a household could take so many children."""

    subject = "household"
    known_by = ("places",)

    household = Id("The household", required=True)
    started = Date("The first day of it", required=True)
    ended = Date("The day after the last; blank while it holds")
    places = Number("How many children it is approved for")
    vacant = Number("How many more it could take")
    on_hold = Flag("It takes nobody for now")
    on_hold_because = Text("Why it takes nobody")
    youngest = Number("The youngest age it is approved for, in years")
    oldest = Number("The oldest age it is approved for, in years")


class FosterEnquiries(Own, Spell):
    """Somebody asked to foster: from the enquiry until approval, or until they left the process. The days
    between are those on which each stage was reached."""

    subject = "enquiry"
    known_by = ("approved",)

    enquiry = Id("The enquiry", required=True)
    started = Date("The day of the enquiry", required=True)
    ended = Date("The day of approval, or of leaving the process; blank while it goes on")
    heard_of_us = Text("What brought them; councils differ in their words")
    visited = Date("The day of the first visit")
    applied = Date("The day of the application")
    assessed = Date("The day the assessment was done")
    panel = Date("The day of the panel")
    approved = Flag("They were approved")
    left_because = Text("Why they left the process")


RESIDENTIAL = ("K1", "K2", "R1", "R2", "R3", "R5", "S1")
"""Placement types in which children live with staff, not with a family."""


def kind_of_home() -> pl.Expr:
    """Which of `HOMES` a placement is, by its type and, if it is foster care, by who provides it; blank where
    these do not tell."""
    letter = Care.placement.str.slice(0, 1)
    return (
        pl.when(Care.placement.is_null())
        .then(None)
        .when((letter == "U") & (Care.provider == "PR1"))
        .then(pl.lit("OWN_FOSTER"))
        .when((letter == "U") & Care.provider.is_not_null())
        .then(pl.lit("OTHER_FOSTER"))
        .when(Care.placement.is_in(RESIDENTIAL))
        .then(pl.lit("RESIDENTIAL"))
        .when(letter != "U")
        .then(pl.lit("ELSEWHERE"))
    )


PLACEMENT = Breakdown("Placement type", Care.placement)
HOME = Breakdown("Kind of home", Care.home)
HOME_PAID_FOR = Breakdown("Kind of home paid for", PlacementCosts.home)
HOW_BOUGHT = Breakdown("How it was bought", PlacementCosts.bought)
PLACEMENT_PROVIDER = Breakdown("Placement provider", Care.provider)

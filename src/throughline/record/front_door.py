"""The front door: what reaches us, and what we take on."""

from throughline.record.breakdowns import Breakdown
from throughline.record.codes import CLOSURE, CONTACT_OUTCOME, CONTACT_SOURCE, NEED
from throughline.record.columns import Code, Date, Flag, Id, Text
from throughline.record.rows import Event, Own, Spell


class Contacts(Event):
    """Someone told us of a worry about a child: one row for each child and contact."""

    contact = Id("The contact", ssd="cont_contact_id")
    child = Id("The child", ssd="cont_person_id", required=True)
    received = Date("The day it reached us", ssd="cont_contact_date", required=True)
    source = Code("Who it came from", ssd="cont_contact_source_code", codes=CONTACT_SOURCE)
    referred = Flag("It led to a referral", ssd="cont_contact_outcome_json")
    source_words = Text("Who it came from, in the council's words", ssd="cont_contact_source_desc")
    outcome = Code("What came of it: of several, the first in the order of the codes", codes=CONTACT_OUTCOME)


class Referrals(Spell):
    """A contact we took on, and the time the child's case then stayed open: a child in need episode."""

    referral = Id("The referral", ssd="cine_referral_id")
    child = Id("The child", ssd="cine_person_id", required=True)
    started = Date("The day of referral", ssd="cine_referral_date", required=True)
    ended = Date("The day the case closed; blank while it is open", ssd="cine_close_date")
    source = Code("Who it came from", ssd="cine_referral_source_code", codes=CONTACT_SOURCE)
    no_action = Flag("Closed at once with no further action", ssd="cine_referral_nfa")
    need = Code("The child's main need", ssd="cine_cin_primary_need_code", codes=NEED)
    end_reason = Code("Why the case closed", ssd="cine_close_reason", codes=CLOSURE)
    team = Id("The team it was given to", ssd="cine_referral_team")
    worker = Id("The worker it was given to", ssd="cine_referral_worker_id")
    source_words = Text("Who it came from, in the council's words", ssd="cine_referral_source_desc")


CONTACT_CAME_FROM = Breakdown("Source of contact", Contacts.source)
CAME_OF_CONTACT = Breakdown("Outcome of contact", Contacts.outcome)
REFERRAL_CAME_FROM = Breakdown("Source of referral", Referrals.source)


class ContactDecisions(Own, Event):
    """What was decided about a contact, and when: one row for each child and contact, on the day it came.
    (The dataset has one day of a contact, and not that of the decision.)"""

    known_by = ("decision",)

    contact = Id("The contact, as the list of contacts numbers it")
    child = Id("The child", required=True)
    received = Date("The day it reached us", required=True)
    decided = Date("The day of the decision; blank until then")
    rating = Text("How urgent it was thought, such as red, amber or green; councils differ")
    threshold = Text("The level of need that was found; councils differ in their words")
    decision = Text("What was decided; councils differ in their words")
    referral = Id("The referral it led to")
    team = Id("The team that decided")
    worker = Id("The worker who decided")


class AgencyChecks(Own, Event):
    """Another agency was asked what it knows of a child, after a contact."""

    contact = Id("The contact it was asked about")
    child = Id("The child", required=True)
    asked = Date("The day it was asked", required=True)
    agency = Text("The agency", required=True)
    answered = Date("The day it answered; blank until then")
    concern = Flag("It told of something of concern")

"""Send: special educational needs and disabilities; education, health and care (EHC) plans.

What only the SEN2 return says, the dataset has no name for. “As coded” is a code of that return whose meaning
our facts do not give: it is kept as it came.

The twenty weeks (SEND01) are counted of `EhcAssessments` on the day `issued`, without those `excepted`: those
that took at most 140 days from `requested`."""

from throughline.record.breakdowns import Breakdown
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.rows import Event, Own, Reference, Spell
from throughline.record.send_codes import (
    APPEALABLE,
    DECISION,
    LISTED,
    PLAN_END,
    SEN_NEED,
    SEN_SETTING,
    UPN_UNKNOWN,
)


class SendPupils(Reference):
    """A child or young person with a record of special educational needs. (Not dated in the dataset.)"""

    record = Id("The record", ssd="send_table_id")
    child = Id("The child", ssd="send_person_id", required=True)
    upn = Id("Unique pupil number", ssd="send_upn")
    uln = Id("Unique learner number", ssd="send_uln")
    unknown = Code("Why neither is known", ssd="send_upn_unknown", codes=UPN_UNKNOWN)


class EhcRequests(Spell):
    """A request to assess a child for an EHC plan, until the answer. The twenty weeks begin with it."""

    request = Id("The request", ssd="ehcr_ehcp_request_id")
    child = Id("The child", ssd="send_person_id", required=True)
    started = Date("The day it came in", ssd="ehcr_ehcp_req_date")
    ended = Date("The day the answer was told; blank until then", ssd="ehcr_ehcp_req_outcome_date")
    decision = Code("Whether to assess", ssd="ehcr_ehcp_req_outcome", codes=DECISION)
    source = Text("Who asked, as coded")
    rya = Text("RYA, as coded")
    mediation = Text("Mediation about the answer, as coded")
    tribunal = Text("Tribunal about the answer, as coded")
    exported = Text("Exported, as coded")


class EhcAssessments(Event):
    """An assessment for an EHC plan, on the day the plan was issued or refused."""

    assessment = Id("The assessment", ssd="ehca_ehcp_assessment_id")
    request = Id("The request it came of", ssd="ehca_ehcp_request_id")
    child = Id("The child", ssd="send_person_id", required=True)
    decided = Date("The day the plan was issued or refused", ssd="ehca_ehcp_assessment_outcome_date")
    decision = Code("Whether a plan was issued", ssd="ehca_ehcp_assessment_outcome", codes=DECISION)
    excepted = Flag("The twenty weeks need not be kept", ssd="ehca_ehcp_assessment_exceptions")
    requested = Date("The day the request came in, where the return says it beside the assessment")
    issued = Date("The day of the plan; blank where none was issued")
    mediation = Text("Mediation about the decision, as coded")
    tribunal = Text("Tribunal about the decision, as coded")
    other_mediation = Text("Other mediation, as coded")
    other_tribunal = Text("Other tribunal, as coded")


class EhcPlans(Spell):
    """A time a child has an EHC plan."""

    plan = Id("The plan", ssd="ehcn_named_plan_id")
    assessment = Id("The assessment it came of", ssd="ehcn_ehcp_asmt_id")
    child = Id("The child", ssd="send_person_id", required=True)
    started = Date("The day of the plan", ssd="ehcn_named_plan_start_date")
    ended = Date("The day it ended; blank while it goes on", ssd="ehcn_named_plan_ceased_date")
    end_reason = Code("Why it ended", ssd="ehcn_named_plan_ceased_reason", codes=PLAN_END)
    updated = Date("The day it was last issued anew")
    residential = Flag("It names a residential place")
    work_based = Flag("It names a work-based place")
    personal_budget = Text("Personal budget, as coded")
    oa = Text("OA, as coded")
    dp = Text("DP, as coded")


class EhcPlansInForce(Event):
    """An EHC plan that was in force on the day of a SEN2 census. The census does not say of every one of them
    when it began, so those in force are counted here. (Not in the dataset.)"""

    request = Id("The request it came of")
    child = Id("The child", required=True)
    counted = Date("The day of the census")
    began = Date("The day it began, of a plan of the year before the census; blank of older ones")
    reviewed = Date("The day the family was told of the latest review")
    transfer_council = Text("The council of a transfer (TransferLA), as coded")
    transfer_due = Date("The day a phase transfer is due")
    transfer_final = Date("The day it was final")
    residential = Flag("Residential; in later censuses each placement says")
    work_based = Flag("Work-based; in later censuses each placement says")


class AppealableDecisions(Event):
    """A decision about an EHC plan that a family could take to the tribunal. Made from the requests,
    assessments and plans of a SEN2 census. (Not in the dataset.)"""

    child = Id("The child", required=True)
    decided = Date("The day of it; of a plan in force, the last of the year that its census is of")
    kind = Code("What was decided", codes=APPEALABLE)


class EhcPlacesNamed(Event):
    """A school, college or other place that an EHC plan names, on the day of the plan. (Not in the
    dataset.)"""

    plan = Id("The plan")
    child = Id("The child", required=True)
    named = Date("The day of the plan")
    urn = Id("The number of the school")
    ukprn = Id("The number of the provider")
    setting = Code("What it is, where it has no number", codes=SEN_SETTING)
    other_setting = Text("What else it is")
    rank = Id("1 the first place, 2 the second")
    unit = Flag("In a SEN unit")
    resourced = Flag("In resourced provision")


class EhcPlacements(Spell):
    """A time at a school, college or other place, of a child with an EHC plan in force. (Not in the
    dataset.)"""

    plan = Id("The plan")
    child = Id("The child", required=True)
    started = Date("The day they came")
    ended = Date("The day they left; blank while they are there")
    urn = Id("The number of the school")
    ukprn = Id("The number of the provider")
    setting = Code("What it is, where it has no number", codes=SEN_SETTING)
    other_setting = Text("What else it is")
    rank = Id("1 the first place, 2 the second")
    attendance = Text("Attendance pattern, as coded; not in later censuses")
    unit = Flag("In a SEN unit")
    resourced = Flag("In resourced provision")
    residential = Flag("It is residential")
    work_based = Flag("It is work-based")


class EhcReviews(Event):
    """The latest yearly review of an EHC plan that is in force, on the day the family was told of it."""

    plan = Id("The plan in force", ssd="ehcp_active_ehcp_id")
    request = Id("The request it came of", ssd="ehcp_ehcp_request_id")
    child = Id("The child", ssd="send_person_id", required=True)
    told = Date("The day the family was told; blank until then", ssd="ehcp_active_ehcp_last_review_date")
    met = Date("The day of the review meeting")
    outcome = Text("What came of it, as coded")
    draft = Text("ReviewDraft, as written")


class SenNeeds(Reference):
    """A special educational need that an EHC plan in force names. (Not dated in the dataset.)"""

    plan = Id("The plan in force", ssd="senn_active_ehcp_id")
    child = Id("The child", ssd="send_person_id", required=True)
    need = Code("The need", ssd="senn_active_ehcp_need_type", codes=SEN_NEED)
    rank = Id("1 the first need, 2 the second", ssd="senn_active_ehcp_need_rank")


class SendListings(Event):
    """What Ofsted's lists of children with special educational needs say of a child, on the day of the list.
    (Not in the dataset.)"""

    child = Id("The child", required=True)
    listed = Date("The day of the list")
    kind = Code("Which list it is", codes=LISTED)
    urn = Id("The number of the main school")
    phase = Text("The phase of the main school")
    second_phase = Text("The phase of the second school, of a child on the roll of two")
    home_educated = Flag("Educated at home by choice; only the list of plans says")
    suspensions = Number("How many suspensions")
    exclusions = Number("How many permanent exclusions")
    absence = Text("Absence, as written")
    pupil_premium = Flag("The school is paid pupil premium for the child")
    known = Flag("Known to children’s social care")
    team = Text("The social care team")


class EhcAppeals(Own, Spell):
    """An appeal to the tribunal against what was decided about an EHC plan, from the day the tribunal
    registered it until it was over. (SEN2 tells only that there was one, as coded, and no day.)"""

    known_by = ("appealed",)

    child = Id("The child or young person", required=True)
    started = Date("The day the tribunal registered the appeal", required=True)
    ended = Date("The day it was over; blank until then")
    appealed = Text("The decision appealed against; councils differ in their words")
    appeal = Id("The tribunal's number of the appeal")
    mediated = Flag("There was mediation before it")
    hearing = Date("The day of the hearing, or that it is listed for")
    outcome = Text("What came of it, such as conceded, withdrawn, upheld; councils differ in their words")


class EhcAnnualReviews(Own, Event):
    """A yearly review of an EHC plan, held or not; due twelve months after the plan, or after the review
    before it. (The dataset and SEN2 tell only of the latest.)"""

    known_by = ("met", "told")

    child = Id("The child or young person", required=True)
    due = Date("The day by which it was to be done", required=True)
    met = Date("The day of the review meeting; blank until it is held")
    told = Date("The day the family was told what was decided; blank until then")
    decision = Text("What was decided, such as keep, change or end the plan; councils differ in their words")
    amended = Date("The day of the changed plan, if it was changed")
    plan = Id("The plan")
    setting = Text("The school, college or other place")
    officer = Id("The worker")


WHY_PLAN_ENDED = Breakdown("Why the plan ended", EhcPlans.end_reason)
APPEALED = Breakdown("Decision appealed against", EhcAppeals.appealed)

"""Protection: enquiries under section 47, conferences, plans, reviews and visits."""

from throughline.record.breakdowns import Breakdown
from throughline.record.care_codes import PARTICIPATION
from throughline.record.codes import ABUSE
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.rows import Event, Own, Reference, Spell


class Section47(Spell):
    """An enquiry under section 47 of the Children Act 1989. It starts with the strategy discussion."""

    enquiry = Id("The enquiry", ssd="s47e_s47_enquiry_id")
    child = Id("The child", ssd="s47e_person_id", required=True)
    started = Date("The day of the strategy discussion", ssd="s47e_s47_start_date", required=True)
    ended = Date("The day it was completed; blank while it is open", ssd="s47e_s47_end_date")
    no_conference = Flag("A conference was found not to be needed", ssd="s47e_s47_nfa")
    conference = Date("The day of the initial conference it led to, if any", ssd="icpc_icpc_date")
    team = Id("The team that made it", ssd="s47e_s47_completed_by_team")
    worker = Id("The worker who made it", ssd="s47e_s47_completed_by_worker_id")
    referral = Id("The referral it is of", ssd="s47e_referral_id")


class Conferences(Event):
    """An initial child protection conference: one row for each child."""

    conference = Id("The conference", ssd="icpc_icpc_id")
    child = Id("The child", ssd="icpc_person_id", required=True)
    held = Date("The day it was held; blank until then", ssd="icpc_icpc_date")
    due = Date("The day it was to be held by", ssd="icpc_icpc_target_date")
    discussed = Date("The day of the strategy discussion before it", ssd="s47e_s47_start_date")
    transfer = Flag("The child moved here with a plan", ssd="icpc_icpc_transfer_in")
    plan = Flag("It made a child protection plan", ssd="icpc_icpc_outcome_cp_flag")
    team = Id("The team that called it", ssd="icpc_icpc_team")
    worker = Id("The worker who called it", ssd="icpc_icpc_worker_id")
    referral = Id("The referral it is of", ssd="icpc_referral_id")
    plan_made = Id("The plan it made", ssd="icpc_cp_plan_id")
    meeting = Id("The meeting, where brothers and sisters share one", ssd="icpc_icpc_meeting_id")


class CpPlans(Spell):
    """A time a child has a child protection plan."""

    plan = Id("The plan", ssd="cppl_cp_plan_id")
    child = Id("The child", ssd="cppl_person_id", required=True)
    started = Date("The day of the conference that made it", ssd="cppl_cp_plan_start_date", required=True)
    ended = Date("The day of the conference that ended it", ssd="cppl_cp_plan_end_date")
    category = Code("Latest category of abuse", ssd="cppl_cp_plan_latest_category", codes=ABUSE)
    first_category = Code("First category of abuse", ssd="cppl_cp_plan_initial_category", codes=ABUSE)
    other_council = Flag("Held here for another council for a while", ssd="cppl_cp_plan_ola")
    team = Id("The team that holds it, where the list says")
    referral = Id("The referral it is of", ssd="cppl_referral_id")
    conference = Id("The conference that made it", ssd="cppl_icpc_id")
    before = Number("How many plans the child ever had before it, as the council says")


class CpReviews(Event):
    """A review conference of a child protection plan."""

    child = Id("The child", ssd="cppr_person_id", required=True)
    plan = Id("The plan reviewed", ssd="cppr_cp_plan_id")
    due = Date("The day it was to be held by", ssd="cppr_cp_review_due")
    held = Date("The day it was held; blank until then", ssd="cppr_cp_review_date")
    goes_on = Flag("The plan goes on", ssd="cppr_cp_review_outcome_continue_cp")
    review = Id("The review", ssd="cppr_cp_review_id")
    meeting = Id("The meeting, where brothers and sisters share one", ssd="cppr_cp_review_meeting_id")
    quorate = Flag("Enough agencies came", ssd="cppr_cp_review_quorate")
    participation = Code("How the child took part", ssd="cppr_cp_review_participation", codes=PARTICIPATION)
    plan_started = Date("The day the plan reviewed began")


class CpVisits(Event):
    """A visit to a child with a child protection plan."""

    child = Id("The child", ssd="cppv_person_id", required=True)
    plan = Id("The plan", ssd="cppv_cp_plan_id")
    made = Date("The day of the visit", ssd="cppv_cp_visit_date", required=True)
    seen = Flag("The child was seen", ssd="cppv_cp_visit_seen")
    seen_alone = Flag("The child was seen alone", ssd="cppv_cp_visit_seen_alone")
    visit = Id("The visit", ssd="cppv_cp_visit_id")
    bedroom = Flag("The child's bedroom was seen", ssd="cppv_cp_visit_bedroom")
    plan_started = Date("The day our plan began that was open at the visit; blank where none was")
    plan_ended = Date("The day that plan ended; blank while it goes on")


class VoiceOfChild(Reference):
    """What a child answered when asked about the plan to keep them safe. (Not dated in the
    dataset, which does not say either how an answer is written: it is kept as it came.)"""

    child = Id("The child", ssd="voch_person_id", required=True)
    worries = Text("The worries were explained to me", ssd="voch_explained_worries")
    story = Text("The words and pictures helped me understand", ssd="voch_story_help_understand")
    agrees = Text("I agree with what must happen", ssd="voch_agree_worker")
    plan = Text("The plan tells everyone what to do", ssd="voch_plan_safe")
    tablet = Text("The tablet helped me explain", ssd="voch_tablet_help_explain")


class StrategyDiscussions(Own, Event):
    """A strategy discussion about a child, whether or not an enquiry under section 47 followed. (The dataset
    has only those that one followed.)"""

    discussion = Id("The discussion, the same for each of its children", required=True)
    child = Id("The child", required=True)
    discussed = Date("The day it was held", required=True)
    case_open = Flag("The child's case was open before it")
    section_47 = Flag("An enquiry under section 47 followed")
    joint = Flag("The enquiry was to be made together with the police")
    enquiry = Id("The enquiry that followed")
    team = Id("The team that called it")
    worker = Id("The worker who called it")


class StrategyAttendance(Own, Event):
    """Whether an agency took part in a strategy discussion: one row for each agency asked."""

    subject = "discussion"

    discussion = Id("The discussion", required=True)
    discussed = Date("The day it was held", required=True)
    agency = Text("The agency", required=True)
    took_part = Flag("It took part")


class ConferenceAttendance(Own, Event):
    """Whether an agency came to a child protection conference: one row for each agency asked."""

    subject = "conference"

    conference = Id("The conference", required=True)
    held = Date("The day it was held", required=True)
    agency = Text("The agency", required=True)
    review = Flag("It was a review conference")
    came = Flag("It came")
    report = Flag("It sent a report")
    quorate = Flag("Enough agencies came for the conference to decide")


class CpCategories(Own, Spell):
    """A time a child protection plan was held under one category. (The dataset has the first and the
    latest.)"""

    known_by = ("category",)

    plan = Id("The plan", required=True)
    child = Id("The child", required=True)
    started = Date("The day the category took effect", required=True)
    ended = Date("The day it was changed or the plan ended; blank while it holds")
    category = Code("The category of abuse", codes=ABUSE)


class PrivateFostering(Own, Spell):
    """A time a child lived with somebody not of their close family by private arrangement."""

    known_by = ("notified",)

    arrangement = Id("The arrangement", required=True)
    child = Id("The child", required=True)
    notified = Date("The day we were told")
    started = Date("The day it began", required=True)
    ended = Date("The day it ended; blank while it goes on")
    first_visit = Date("The day of our first visit")
    last_visit = Date("The day of our latest visit")
    visit_due = Date("The day the next visit is due")


CATEGORY = Breakdown("Category of plan", CpPlans.category)

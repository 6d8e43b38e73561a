"""Court: before proceedings, and in them."""

from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.court_codes import FINAL_PLAN, GATEWAY, INITIAL_PLAN, PROCEEDINGS, SHORT_NOTICE
from throughline.record.rows import Event, Own, Spell


class PreProceedings(Spell):
    """A time in which a child's family is told that the council may go to court, and what would avert it.

    It ends with the decision to step down or to go to court."""

    child = Id("The child", ssd="prep_person_id", required=True)
    family = Id("The family, as the public law outline groups it", ssd="prep_plo_family_id")
    started = Date("The day of the decision to begin", ssd="prep_pre_pro_decision_date")
    ended = Date("The day it was decided to step down or go to court", ssd="prep_agree_stepdown_issue_date")
    letter = Date("The day the letter before proceedings was sent", ssd="prep_pre_pro_letter_date")
    met = Date("The day of the first meeting", ssd="prep_initial_pre_pro_meeting_date")
    reviews = Number("How many reviews with the parents there were", ssd="prep_pre_pro_meetings_num")
    outcome = Code("What was decided", ssd="prep_pre_pro_outcome", codes=PROCEEDINGS)
    census_outcome = Text("What was decided, by the letter of the CIN census")
    gateway = Code("What the legal gateway decided", ssd="prep_legal_gateway_outcome", codes=GATEWAY)
    family_meeting_offered = Flag("A family group decision making meeting was offered")
    family_meeting_held = Flag("A family group decision making meeting was held")
    represented = Flag("The parents had a lawyer", ssd="prep_pre_pro_parents_legal_rep")
    plans = Number("Child protection plans since the referral", ssd="prep_cp_plans_referral_period")
    before = Number("Earlier times in pre-proceedings", ssd="prep_prev_pre_proc_child")
    proceedings_before = Number("Earlier care proceedings", ssd="prep_prev_care_proc_child")
    applied = Date("The day of the application to the court")
    issue_letter = Date("The day the letter of issue was sent", ssd="prep_care_pro_letter_date")
    represented_at_issue = Flag("The parents had a lawyer then", ssd="prep_parents_legal_rep_point_of_issue")
    case = Id("The court's number of the case", ssd="prep_court_reference")
    hearings = Number("How many hearings there were", ssd="prep_care_proc_court_hearings")
    short_notice = Flag("The application was at short notice", ssd="prep_care_proc_short_notice")
    short_notice_reason = Code("Why at short notice", ssd="prep_proc_short_notice_reason", codes=SHORT_NOTICE)
    first_plan = Code("Our plan at the first hearing", ssd="prep_la_initial_care_plan", codes=INITIAL_PLAN)
    first_plan_approved = Flag("The court approved it", ssd="prep_la_inital_plan_approved")
    final_plan = Code("Our plan at the final hearing", ssd="prep_la_final_care_plan", codes=FINAL_PLAN)
    final_plan_approved = Flag("The court approved that", ssd="prep_la_final_plan_approved")


class CourtCases(Own, Spell):
    """A child in care proceedings, from the application to the final order: one row for each child of the
    case. Twenty-six weeks are counted between the two (Children and Families Act 2014)."""

    case = Id("The court's number of the case, the same for each of its children", required=True)
    child = Id("The child", required=True)
    started = Date("The day of the application to the court", required=True)
    ended = Date("The day of the final order; blank until then")
    application = Text("What was asked of the court; councils differ in their words")
    court = Text("The court that hears it")
    extended_to = Date("The day to which the court has let it go on beyond 26 weeks")
    delay_reason = Text("Why it takes longer than 26 weeks; councils differ in their words")
    outcome = Text("What it ended with; councils differ in their words")
    team = Id("The team that holds it")
    worker = Id("The worker who holds it")


class CourtHearings(Own, Event):
    """A hearing of care proceedings: one row for each child."""

    case = Id("The court's number of the case", required=True)
    child = Id("The child", required=True)
    heard = Date("The day it was listed for", required=True)
    hearing = Text("What hearing it was; councils differ in their words")
    went_ahead = Flag("It went ahead on that day")
    adjourned_because = Text("Why it did not, or was adjourned")
    final = Flag("It was the final hearing")


class CourtOrders(Own, Event):
    """An order that a court made about a child."""

    known_by = ("court_order",)

    case = Id("The court's number of the case")
    child = Id("The child", required=True)
    made = Date("The day the order was made", required=True)
    court_order = Text("The order, in the council's words")
    interim = Flag("It was an interim order")
    final = Flag("It ended the proceedings")
    runs_out = Date("The day it runs out, if it does")


class LibertyOrders(Own, Spell):
    """A time a court's order let a child be deprived of liberty. (The SSDA903 asks for the child and the
    two days from the year to March 2027.)"""

    known_by = ("liberty_order",)

    liberty_order = Id("The order's number")
    child = Id("The child", required=True)
    started = Date("The day the order began", required=True)
    ended = Date("The day it ended; blank while it holds")
    reviewed = Date("The day the court last reviewed it")
    restrictions = Text("What it allows")

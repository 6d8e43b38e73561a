"""Court: before proceedings, and in them."""

from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.court_codes import FINAL_PLAN, GATEWAY, INITIAL_PLAN, PROCEEDINGS, SHORT_NOTICE
from throughline.record.rows import Spell


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

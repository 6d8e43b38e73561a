"""The tables of the Standard Safeguarding Dataset about identity, children in need, what is known of
children looked after beside their care, and pre-proceedings. Source: as `ssd_tables`."""

from throughline.record.care_codes import HEALTH_STATUS, PERMANENCE_BEFORE, SDQ_REASON
from throughline.record.codes import IDENTIFIER
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.court_codes import FINAL_PLAN, GATEWAY, INITIAL_PLAN, PROCEEDINGS, SHORT_NOTICE
from throughline.record.rows import Table


class SsdFamily(Table):
    """ssd_family: one row a person in a family."""

    fami_family_id = Id("The family", required=True)
    fami_person_id = Id("The person", required=True)


class SsdMother(Table):
    """ssd_mother: one row a young mother’s child."""

    moth_person_id = Id("The mother", required=True)
    moth_childs_person_id = Id("Her child")
    moth_childs_dob = Date("The child’s date of birth")


class SsdLinkedIdentifiers(Table):
    """ssd_linked_identifiers: one row a number a person is known by."""

    link_person_id = Id("The person", required=True)
    link_identifier_type = Code("What it is", required=True, codes=IDENTIFIER)
    link_identifier_value = Id("The number")
    link_valid_from_date = Date("The day it is known from")
    link_valid_to_date = Date("The day it stopped being theirs")


class SsdCinPlans(Table):
    """ssd_cin_plans: one row a child in need plan."""

    cinp_cin_plan_id = Id("The plan")
    cinp_referral_id = Id("The referral")
    cinp_person_id = Id("The child", required=True)
    cinp_cin_plan_start_date = Date("The day it began", required=True)
    cinp_cin_plan_end_date = Date("The day it ended")
    cinp_cin_plan_team = Id("The team")
    cinp_cin_plan_worker_id = Id("The worker")


class SsdCinVisits(Table):
    """ssd_cin_visits: one row a visit. Some case systems give the child, some the plan."""

    cinv_cin_visit_id = Id("The visit")
    cinv_person_id = Id("The child")
    cinv_cin_plan_id = Id("The plan")
    cinv_cin_visit_date = Date("The day of the visit", required=True)
    cinv_cin_visit_seen = Flag("The child was seen")
    cinv_cin_visit_seen_alone = Flag("The child was seen alone")
    cinv_cin_visit_bedroom = Flag("The bedroom was seen")


class SsdClaCarePlan(Table):
    """ssd_cla_care_plan: one row a time a care plan holds."""

    lacp_person_id = Id("The child", required=True)
    lacp_cla_care_plan_start_date = Date("The day it took effect", required=True)
    lacp_cla_care_plan_end_date = Date("The day it ceased")
    lacp_cla_care_plan_json = Text("The plans for permanence, as flags")


class SsdClaHealth(Table):
    """ssd_cla_health: one row a check."""

    clah_health_check_id = Id("The check")
    clah_person_id = Id("The child", required=True)
    clah_health_check_type = Text("What was checked", required=True)
    clah_health_check_date = Date("The day of it")
    clah_health_check_status = Code("What came of it", codes=HEALTH_STATUS)


class SsdClaImmunisations(Table):
    """ssd_cla_immunisations: one row a child."""

    clai_person_id = Id("The child", required=True)
    clai_immunisations_status = Flag("Up to date", required=True)
    clai_immunisations_status_date = Date("The day it was recorded")


class SsdClaSubstanceMisuse(Table):
    """ssd_cla_substance_misuse: one row a finding."""

    clas_person_id = Id("The child", required=True)
    clas_substance_misuse_date = Date("The day it was found", required=True)
    clas_substance_misused = Text("The substance")
    clas_intervention_received = Flag("The child had help")


class SsdClaConvictions(Table):
    """ssd_cla_convictions: one row a conviction."""

    clac_cla_conviction_id = Id("The conviction")
    clac_person_id = Id("The child", required=True)
    clac_cla_conviction_date = Date("The day of the offence", required=True)
    clac_cla_conviction_offence = Text("The offence")


class SsdClaPreviousPermanence(Table):
    """ssd_cla_previous_permanence: one row a child. The day may hold `zz` parts: text."""

    lapp_person_id = Id("The child", required=True)
    lapp_previous_permanence_option = Code("What it was", required=True, codes=PERMANENCE_BEFORE)
    lapp_previous_permanence_la = Text("The council")
    lapp_previous_permanence_order_date = Text("The day of the order")


class SsdSdqScores(Table):
    """ssd_sdq_scores: one row a questionnaire."""

    csdq_person_id = Id("The child", required=True)
    csdq_sdq_completed_date = Date("The day it was completed", required=True)
    csdq_sdq_reason = Code("Why there is no score", codes=SDQ_REASON)
    csdq_sdq_score = Number("The score")


class SsdPreProceedings(Table):
    """ssd_pre_proceedings: one row a time in pre-proceedings. (One name is misspelt in the dataset.)"""

    prep_person_id = Id("The child", required=True)
    prep_plo_family_id = Id("The family")
    prep_pre_pro_decision_date = Date("The day of the decision", required=True)
    prep_initial_pre_pro_meeting_date = Date("The first meeting")
    prep_pre_pro_outcome = Code("What was decided", codes=PROCEEDINGS)
    prep_agree_stepdown_issue_date = Date("The day it was decided")
    prep_cp_plans_referral_period = Number("Child protection plans since the referral")
    prep_legal_gateway_outcome = Code("What the legal gateway decided", codes=GATEWAY)
    prep_prev_pre_proc_child = Number("Earlier pre-proceedings")
    prep_prev_care_proc_child = Number("Earlier care proceedings")
    prep_pre_pro_letter_date = Date("The letter before proceedings")
    prep_care_pro_letter_date = Date("The letter of issue")
    prep_pre_pro_meetings_num = Number("Reviews with the parents")
    prep_pre_pro_parents_legal_rep = Flag("The parents had a lawyer")
    prep_parents_legal_rep_point_of_issue = Flag("The parents had a lawyer at issue")
    prep_court_reference = Id("The court’s number")
    prep_care_proc_court_hearings = Number("Hearings")
    prep_care_proc_short_notice = Flag("At short notice")
    prep_proc_short_notice_reason = Code("Why at short notice", codes=SHORT_NOTICE)
    prep_la_inital_plan_approved = Flag("The court approved the first plan")
    prep_la_initial_care_plan = Code("The first plan", codes=INITIAL_PLAN)
    prep_la_final_plan_approved = Flag("The court approved the final plan")
    prep_la_final_care_plan = Code("The final plan", codes=FINAL_PLAN)


class SsdVoiceOfChild(Table):
    """ssd_voice_of_child: one row a child’s answers."""

    voch_person_id = Id("The child", required=True)
    voch_explained_worries = Text("The worries were explained", required=True)
    voch_story_help_understand = Text("The story helped")
    voch_agree_worker = Text("The child agrees")
    voch_plan_safe = Text("The plan is clear")
    voch_tablet_help_explain = Text("The tablet helped")


class SsdS251Finance(Table):
    """ssd_s251_finance: one row a placement’s line."""

    s251_table_id = Id("The line")
    s251_cla_placement_id = Id("The placement", required=True)
    s251_placeholder_1 = Text("Not yet defined")
    s251_placeholder_2 = Text("Not yet defined")
    s251_placeholder_3 = Text("Not yet defined")
    s251_placeholder_4 = Text("Not yet defined")

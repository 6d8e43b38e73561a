"""The tables of the Standard Safeguarding Dataset that fill the record, in the dataset's own names:
the child, the front door, assessments, protection and the workforce. Care is in `ssd_care_tables`.

Source: the dataset's specification and deployed scripts, as gathered in the project's facts. A column is
required where a file without it could not be known for what it is."""

from throughline.record.care_codes import MISSING_TYPE, PARTICIPATION, WORKER_CHANGE
from throughline.record.codes import (
    ABUSE,
    CLOSURE,
    CONTACT_SOURCE,
    DISABILITY,
    ETHNICITY,
    GENDER,
    IMMIGRATION,
    NEED,
    SEX,
    UPN_UNKNOWN,
)
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.rows import Table


class SsdPerson(Table):
    """ssd_person: one row a child."""

    pers_person_id = Id("The person", required=True)
    pers_forename = Text("First name")
    pers_surname = Text("Family name")
    pers_sex = Code("Sex", codes=SEX)
    pers_ethnicity = Code("Ethnic group", codes=ETHNICITY)
    pers_dob = Date("Date of birth", required=True)
    pers_upn = Id("Unique pupil number; in deployed scripts, not in the specification")
    pers_expected_dob = Date("Date a birth is expected")
    pers_death_date = Date("Date of death")
    pers_gender = Code("Gender identity", codes=GENDER)
    pers_upn_unknown = Code("Why the pupil number is not known", codes=UPN_UNKNOWN)
    pers_send_flag = Flag("Has an EHC plan")
    pers_is_mother = Flag("Is a mother")
    pers_nationality = Text("Country of origin or nationality")


class SsdDisability(Table):
    """ssd_disability: one row a disability."""

    disa_person_id = Id("The person", required=True)
    disa_disability_code = Code("The disability", required=True, codes=DISABILITY)


class SsdImmigrationStatus(Table):
    """ssd_immigration_status: one row a status."""

    immi_person_id = Id("The person", required=True)
    immi_immigration_status = Code("The status", required=True, codes=IMMIGRATION)
    immi_immigration_status_start_date = Date("The day it began")
    immi_immigration_status_end_date = Date("The day it ended")


class SsdAddress(Table):
    """ssd_address: one row a time at an address."""

    addr_person_id = Id("The person", required=True)
    addr_address_type = Text("Home, placement, …")
    addr_address_start_date = Date("The day they came")
    addr_address_end_date = Date("The day they left")
    addr_address_postcode = Text("Postcode", required=True)


class SsdContacts(Table):
    """ssd_contacts: one row a contact and child."""

    cont_contact_id = Id("The contact")
    cont_person_id = Id("The child", required=True)
    cont_contact_date = Date("The day it was received", required=True)
    cont_contact_source_code = Code("Who it came from", codes=CONTACT_SOURCE)
    cont_contact_outcome_json = Text("What came of it, as flags")
    cont_contact_source_desc = Text("Who it came from, in the council's words")


class SsdEarlyHelp(Table):
    """ssd_early_help_episodes: one row an episode."""

    earl_person_id = Id("The child", required=True)
    earl_episode_start_date = Date("The day it began", required=True)
    earl_episode_end_date = Date("The day it ended")
    earl_episode_end_reason = Text("Why it ended")
    earl_episode_organisation = Text("Who leads it")
    earl_episode_id = Id("The episode")
    earl_episode_reason = Text("Why it was needed")
    earl_episode_worker_id = Id("The worker who leads it")


class SsdCinEpisodes(Table):
    """ssd_cin_episodes: one row a referral, and the time the case was open."""

    cine_referral_id = Id("The referral")
    cine_person_id = Id("The child", required=True)
    cine_referral_date = Date("The day of referral", required=True)
    cine_cin_primary_need_code = Code("Main need", codes=NEED)
    cine_referral_source_code = Code("Who it came from", codes=CONTACT_SOURCE)
    cine_referral_nfa = Flag("No further action")
    cine_close_reason = Code("Why it closed", codes=CLOSURE)
    cine_close_date = Date("The day it closed")
    cine_referral_team = Id("The team that took it")
    cine_referral_worker_id = Id("The worker who took it")
    cine_referral_source_desc = Text("Who it came from, in the council's words")


class SsdCinAssessments(Table):
    """ssd_cin_assessments: one row an assessment."""

    cina_assessment_id = Id("The assessment")
    cina_person_id = Id("The child", required=True)
    cina_assessment_start_date = Date("The day it began", required=True)
    cina_assessment_child_seen = Flag("The child was seen")
    cina_assessment_auth_date = Date("The day it was signed off")
    cina_assessment_outcome_nfa = Flag("No further action")
    cina_assessment_team = Id("The team")
    cina_assessment_worker_id = Id("The worker")
    cina_referral_id = Id("The referral it is of")


class SsdAssessmentFactors(Table):
    """ssd_assessment_factors: the factors found in an assessment, as a list or as flags."""

    cinf_assessment_id = Id("The assessment", required=True)
    cinf_assessment_factors_json = Text("The factors", required=True)


class SsdS47Enquiry(Table):
    """ssd_s47_enquiry: one row an enquiry and child."""

    s47e_s47_enquiry_id = Id("The enquiry")
    s47e_person_id = Id("The child", required=True)
    s47e_s47_start_date = Date("The day of the strategy discussion", required=True)
    s47e_s47_end_date = Date("The day it was completed")
    s47e_s47_nfa = Flag("No further action")
    s47e_s47_completed_by_worker_id = Id("The worker")
    s47e_s47_completed_by_team = Id("The team")
    s47e_referral_id = Id("The referral it is of")


class SsdInitialCpConference(Table):
    """ssd_initial_cp_conference: one row a conference and child."""

    icpc_icpc_id = Id("The conference")
    icpc_s47_enquiry_id = Id("The enquiry that led to it")
    icpc_person_id = Id("The child", required=True)
    icpc_icpc_transfer_in = Flag("The child moved here with a plan")
    icpc_icpc_target_date = Date("The day it was to be held by")
    icpc_icpc_date = Date("The day it was held", required=True)
    icpc_icpc_outcome_cp_flag = Flag("It made a plan")
    icpc_icpc_team = Id("The team")
    icpc_icpc_worker_id = Id("The worker")
    icpc_referral_id = Id("The referral it is of")
    icpc_cp_plan_id = Id("The plan it made")
    icpc_icpc_meeting_id = Id("The meeting, where brothers and sisters share one")


class SsdCpPlans(Table):
    """ssd_cp_plans: one row a plan."""

    cppl_cp_plan_id = Id("The plan")
    cppl_person_id = Id("The child", required=True)
    cppl_cp_plan_start_date = Date("The day it began", required=True)
    cppl_cp_plan_end_date = Date("The day it ended")
    cppl_cp_plan_initial_category = Code("First category", codes=ABUSE)
    cppl_cp_plan_latest_category = Code("Latest category", codes=ABUSE)
    cppl_cp_plan_ola = Flag("Held for another council")
    cppl_referral_id = Id("The referral it is of")
    cppl_icpc_id = Id("The conference that made it")


class SsdCpReviews(Table):
    """ssd_cp_reviews: one row a review conference."""

    cppr_person_id = Id("The child", required=True)
    cppr_cp_plan_id = Id("The plan")
    cppr_cp_review_due = Date("The day it was due")
    cppr_cp_review_date = Date("The day it was held", required=True)
    cppr_cp_review_outcome_continue_cp = Flag("The plan goes on")
    cppr_cp_review_id = Id("The review")
    cppr_cp_review_meeting_id = Id("The meeting, where brothers and sisters share one")
    cppr_cp_review_quorate = Flag("Enough agencies came")
    cppr_cp_review_participation = Code("How the child took part", codes=PARTICIPATION)


class SsdCpVisits(Table):
    """ssd_cp_visits: one row a visit."""

    cppv_person_id = Id("The child", required=True)
    cppv_cp_plan_id = Id("The plan")
    cppv_cp_visit_date = Date("The day of it", required=True)
    cppv_cp_visit_seen = Flag("The child was seen")
    cppv_cp_visit_seen_alone = Flag("The child was seen alone")
    cppv_cp_visit_id = Id("The visit")
    cppv_cp_visit_bedroom = Flag("The child's bedroom was seen")


class SsdMissing(Table):
    """ssd_missing: one row a time missing or away."""

    miss_person_id = Id("The child", required=True)
    miss_missing_episode_start_date = Date("The day they went", required=True)
    miss_missing_episode_type = Code("Missing or away", codes=MISSING_TYPE)
    miss_missing_episode_end_date = Date("The day they came back")
    miss_missing_rhi_offered = Flag("A return interview was offered")
    miss_missing_rhi_accepted = Flag("It was taken up")


class SsdProfessionals(Table):
    """ssd_professionals: one row a worker."""

    prof_professional_id = Id("The worker", required=True)
    prof_professional_name = Text("Name")
    prof_professional_job_title = Text("Job", required=True)
    prof_full_time_equivalency = Number("Full-time equivalent")
    prof_agency_worker_flag = Flag("An agency worker")
    prof_staff_id = Id("The number the council reports them by")
    prof_social_worker_registration_no = Id("Number with Social Work England")
    prof_professional_caseload = Number("Cases held at the last 30 September")
    prof_professional_department = Text("Team or organisation")


class SsdDepartment(Table):
    """ssd_department: one row a team."""

    dept_team_id = Id("The team", required=True)
    dept_team_name = Text("Name", required=True)
    dept_team_parent_name = Text("The service it is in")
    dept_team_parent_id = Id("The team it is in")


class SsdInvolvements(Table):
    """ssd_involvements: one row a time a worker is involved with a child."""

    invo_person_id = Id("The child", required=True)
    invo_professional_id = Id("The worker")
    invo_professional_role_id = Text("Their part")
    invo_professional_team = Id("Their team")
    invo_involvement_start_date = Date("The day they took it", required=True)
    invo_involvement_end_date = Date("The day they passed it on")
    invo_involvements_id = Id("The involvement")
    invo_referral_id = Id("The referral it is of")
    invo_worker_change_reason = Code("Why the worker changed", codes=WORKER_CHANGE)

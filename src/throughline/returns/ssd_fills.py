"""How the dataset fills the record: the child, the front door, assessments and protection. Care and the
workforce are in `ssd_care_fills`."""

from __future__ import annotations

import polars as pl

from throughline.record.assessment import Assessments, Factors
from throughline.record.child import Addresses, Child, Disabilities
from throughline.record.early_help import EarlyHelp
from throughline.record.front_door import Contacts, Referrals
from throughline.record.protection import Conferences, CpPlans, CpReviews, CpVisits, Section47
from throughline.returns.kinds import Fill, every
from throughline.returns.ssd_journeys import (
    conferences,
    enquiries,
    factors,
    flag_in,
    people,
)
from throughline.returns.ssd_tables import (
    SsdAddress,
    SsdAssessmentFactors,
    SsdCinAssessments,
    SsdCinEpisodes,
    SsdContacts,
    SsdCpPlans,
    SsdCpReviews,
    SsdCpVisits,
    SsdDisability,
    SsdEarlyHelp,
    SsdInitialCpConference,
    SsdPerson,
    SsdS47Enquiry,
)

FILLS = (
    Fill(
        Child,
        rows=people,
        child=SsdPerson.pers_person_id,
        forename=SsdPerson.pers_forename,
        surname=SsdPerson.pers_surname,
        born=SsdPerson.pers_dob,
        expected=SsdPerson.pers_expected_dob,
        died=SsdPerson.pers_death_date,
        sex=SsdPerson.pers_sex,
        ethnicity=SsdPerson.pers_ethnicity,
        upn=SsdPerson.pers_upn,
        disabled=pl.col("@disabled"),
        asylum=pl.col("@asylum"),
    ),
    Fill(
        Disabilities,
        rows=SsdDisability,
        child=SsdDisability.disa_person_id,
        disability=SsdDisability.disa_disability_code,
    ),
    Fill(
        Addresses,
        rows=every(
            SsdAddress, where=~SsdAddress.addr_address_type.str.contains("(?i)placement").fill_null(False)
        ),
        child=SsdAddress.addr_person_id,
        started=SsdAddress.addr_address_start_date,
        ended=SsdAddress.addr_address_end_date,
        postcode=SsdAddress.addr_address_postcode,
    ),
    Fill(
        Contacts,
        rows=SsdContacts,
        contact=SsdContacts.cont_contact_id,
        child=SsdContacts.cont_person_id,
        received=SsdContacts.cont_contact_date,
        source=SsdContacts.cont_contact_source_code,
        referred=flag_in(SsdContacts.cont_contact_outcome_json, "NEW_REFERRAL_FLAG"),
    ),
    Fill(
        EarlyHelp,
        rows=SsdEarlyHelp,
        child=SsdEarlyHelp.earl_person_id,
        started=SsdEarlyHelp.earl_episode_start_date,
        ended=SsdEarlyHelp.earl_episode_end_date,
        organisation=SsdEarlyHelp.earl_episode_organisation,
        end_reason=SsdEarlyHelp.earl_episode_end_reason,
    ),
    Fill(
        Referrals,
        rows=SsdCinEpisodes,
        referral=SsdCinEpisodes.cine_referral_id,
        child=SsdCinEpisodes.cine_person_id,
        started=SsdCinEpisodes.cine_referral_date,
        ended=SsdCinEpisodes.cine_close_date,
        source=SsdCinEpisodes.cine_referral_source_code,
        no_action=SsdCinEpisodes.cine_referral_nfa,
        need=SsdCinEpisodes.cine_cin_primary_need_code,
        end_reason=SsdCinEpisodes.cine_close_reason,
        team=SsdCinEpisodes.cine_referral_team,
        worker=SsdCinEpisodes.cine_referral_worker_id,
    ),
    Fill(
        Assessments,
        rows=SsdCinAssessments,
        assessment=SsdCinAssessments.cina_assessment_id,
        child=SsdCinAssessments.cina_person_id,
        started=SsdCinAssessments.cina_assessment_start_date,
        ended=SsdCinAssessments.cina_assessment_auth_date,
        seen=SsdCinAssessments.cina_assessment_child_seen,
        no_action=SsdCinAssessments.cina_assessment_outcome_nfa,
        team=SsdCinAssessments.cina_assessment_team,
        worker=SsdCinAssessments.cina_assessment_worker_id,
    ),
    Fill(
        Factors,
        rows=factors,
        assessment=SsdAssessmentFactors.cinf_assessment_id,
        child=SsdCinAssessments.cina_person_id,
        found=SsdCinAssessments.cina_assessment_auth_date,
        factor=pl.col("@factor"),
    ),
    Fill(
        Section47,
        rows=enquiries,
        enquiry=SsdS47Enquiry.s47e_s47_enquiry_id,
        child=SsdS47Enquiry.s47e_person_id,
        started=SsdS47Enquiry.s47e_s47_start_date,
        ended=SsdS47Enquiry.s47e_s47_end_date,
        no_conference=SsdS47Enquiry.s47e_s47_nfa,
        conference=pl.col("@conference"),
        team=SsdS47Enquiry.s47e_s47_completed_by_team,
        worker=SsdS47Enquiry.s47e_s47_completed_by_worker_id,
    ),
    Fill(
        Conferences,
        rows=conferences,
        conference=SsdInitialCpConference.icpc_icpc_id,
        child=SsdInitialCpConference.icpc_person_id,
        held=SsdInitialCpConference.icpc_icpc_date,
        due=SsdInitialCpConference.icpc_icpc_target_date,
        discussed=pl.col("@discussed"),
        transfer=SsdInitialCpConference.icpc_icpc_transfer_in,
        plan=SsdInitialCpConference.icpc_icpc_outcome_cp_flag,
        team=SsdInitialCpConference.icpc_icpc_team,
        worker=SsdInitialCpConference.icpc_icpc_worker_id,
    ),
    Fill(
        CpPlans,
        rows=SsdCpPlans,
        plan=SsdCpPlans.cppl_cp_plan_id,
        child=SsdCpPlans.cppl_person_id,
        started=SsdCpPlans.cppl_cp_plan_start_date,
        ended=SsdCpPlans.cppl_cp_plan_end_date,
        category=SsdCpPlans.cppl_cp_plan_latest_category,
        first_category=SsdCpPlans.cppl_cp_plan_initial_category,
        other_council=SsdCpPlans.cppl_cp_plan_ola,
    ),
    Fill(
        CpReviews,
        rows=SsdCpReviews,
        child=SsdCpReviews.cppr_person_id,
        plan=SsdCpReviews.cppr_cp_plan_id,
        due=SsdCpReviews.cppr_cp_review_due,
        held=SsdCpReviews.cppr_cp_review_date,
        goes_on=SsdCpReviews.cppr_cp_review_outcome_continue_cp,
    ),
    Fill(
        CpVisits,
        rows=SsdCpVisits,
        child=SsdCpVisits.cppv_person_id,
        plan=SsdCpVisits.cppv_cp_plan_id,
        made=SsdCpVisits.cppv_cp_visit_date,
        seen=SsdCpVisits.cppv_cp_visit_seen,
        seen_alone=SsdCpVisits.cppv_cp_visit_seen_alone,
    ),
)

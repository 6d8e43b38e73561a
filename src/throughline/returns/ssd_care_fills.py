"""How the dataset fills the record: care, leaving it, and the workforce."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from throughline.record.care import Care, CareReviews, CareVisits
from throughline.record.exploitation import Missing
from throughline.record.leaving_care import CareLeavers
from throughline.record.permanence import Adoptions
from throughline.record.workforce import Involvements, Teams, Workers
from throughline.returns.kinds import AS_AT, Fill
from throughline.returns.ssd_care import FROM, STATUS, TO, care
from throughline.returns.ssd_care_tables import (
    SsdCareLeavers,
    SsdClaEpisodes,
    SsdClaPlacement,
    SsdClaReviews,
    SsdClaVisits,
    SsdPermanence,
)
from throughline.returns.ssd_journeys import permanence, reviews
from throughline.returns.ssd_tables import (
    SsdDepartment,
    SsdInvolvements,
    SsdMissing,
    SsdProfessionals,
)

CARE_FILLS = (
    Fill(
        Care,
        rows=care,
        child=SsdClaEpisodes.clae_person_id,
        started=pl.col(FROM),
        ended=pl.col(TO),
        start_reason=pl.col("@began"),
        legal_status=pl.col(STATUS),
        need=SsdClaEpisodes.clae_cla_primary_need_code,
        placement=SsdClaPlacement.clap_cla_placement_type,
        provider=SsdClaPlacement.clap_cla_placement_provider,
        end_reason=pl.col("@ceased"),
        change_reason=pl.col("@changed"),
        entered_care=SsdClaEpisodes.clae_entered_care_date,
        placement_postcode=SsdClaPlacement.clap_cla_placement_postcode,
        urn=SsdClaPlacement.clap_cla_placement_urn,
        distance=SsdClaPlacement.clap_cla_placement_distance,
        referral=SsdClaEpisodes.clae_referral_id,
        reviewer_contact=SsdClaEpisodes.clae_cla_last_iro_contact_date,
    ),
    Fill(
        CareReviews,
        rows=reviews,
        child=pl.coalesce(SsdClaReviews.clar_cla_person_id, pl.col("@child")),
        due=SsdClaReviews.clar_cla_review_due_date,
        held=SsdClaReviews.clar_cla_review_date,
        participation=SsdClaReviews.clar_cla_review_participation,
        review=SsdClaReviews.clar_cla_review_id,
    ),
    Fill(
        CareVisits,
        rows=SsdClaVisits,
        child=SsdClaVisits.clav_person_id,
        made=SsdClaVisits.clav_cla_visit_date,
        seen=SsdClaVisits.clav_cla_visit_seen,
        seen_alone=SsdClaVisits.clav_cla_visit_seen_alone,
        visit=SsdClaVisits.clav_cla_visit_id,
    ),
    Fill(
        Missing,
        rows=SsdMissing,
        child=SsdMissing.miss_person_id,
        started=SsdMissing.miss_missing_episode_start_date,
        ended=SsdMissing.miss_missing_episode_end_date,
        kind=SsdMissing.miss_missing_episode_type,
        interview_offered=SsdMissing.miss_missing_rhi_offered,
        interview_accepted=SsdMissing.miss_missing_rhi_accepted,
    ),
    Fill(
        CareLeavers,
        rows=SsdCareLeavers,
        child=SsdCareLeavers.clea_person_id,
        started=pl.col(AS_AT),
        ended=pl.col(AS_AT) + timedelta(days=1),
        eligibility=SsdCareLeavers.clea_care_leaver_eligibility,
        in_touch=SsdCareLeavers.clea_care_leaver_in_touch,
        contact=SsdCareLeavers.clea_care_leaver_latest_contact,
        accommodation=SsdCareLeavers.clea_care_leaver_accommodation.replace({"0": None}),
        suitable=SsdCareLeavers.clea_care_leaver_accom_suitable,
        activity=SsdCareLeavers.clea_care_leaver_activity,
        plan_reviewed=SsdCareLeavers.clea_pathway_plan_review_date,
        team=SsdCareLeavers.clea_care_leaver_allocated_team,
        worker=SsdCareLeavers.clea_care_leaver_worker_id,
        adviser=SsdCareLeavers.clea_care_leaver_personal_advisor,
    ),
    Fill(
        Adoptions,
        rows=permanence,
        child=SsdPermanence.perm_person_id,
        started=SsdPermanence.perm_adm_decision_date,
        ended=SsdPermanence.perm_permanence_order_date,
        order=SsdPermanence.perm_permanence_order_type,
        entered_care=pl.col("@entered"),
        placement_order=SsdPermanence.perm_placement_order_date,
        matched=SsdPermanence.perm_matched_date,
        placed=SsdPermanence.perm_placed_for_adoption_date,
        reversed=SsdPermanence.perm_decision_reversed_date,
        fostering_decision=SsdPermanence.perm_ffa_cp_decision_date,
        fostered_first=SsdPermanence.perm_placed_ffa_cp_date,
        with_carer=SsdPermanence.perm_placed_foster_carer_date,
        by_carer=SsdPermanence.perm_adopted_by_carer_flag,
        siblings=SsdPermanence.perm_part_of_sibling_group,
        placed_together=SsdPermanence.perm_siblings_placed_together,
        placed_apart=SsdPermanence.perm_siblings_placed_apart,
        agency=SsdPermanence.perm_placement_provider_urn,
        reversed_because=SsdPermanence.perm_decision_reversed_reason,
        worker=SsdPermanence.perm_adoption_worker_id,
        adopter_sex=SsdPermanence.perm_adopter_sex,
        adopter_status=SsdPermanence.perm_adopter_legal_status,
        adopters=SsdPermanence.perm_number_of_adopters,
    ),
    Fill(
        Workers,
        rows=SsdProfessionals,
        worker=SsdProfessionals.prof_professional_id,
        name=SsdProfessionals.prof_professional_name,
        job=SsdProfessionals.prof_professional_job_title,
        full_time=SsdProfessionals.prof_full_time_equivalency,
        agency=SsdProfessionals.prof_agency_worker_flag,
        staff=SsdProfessionals.prof_staff_id,
        registration=SsdProfessionals.prof_social_worker_registration_no,
        caseload=SsdProfessionals.prof_professional_caseload,
        department=SsdProfessionals.prof_professional_department,
    ),
    Fill(
        Teams,
        rows=SsdDepartment,
        team=SsdDepartment.dept_team_id,
        name=SsdDepartment.dept_team_name,
        within=SsdDepartment.dept_team_parent_name,
        within_team=SsdDepartment.dept_team_parent_id,
    ),
    Fill(
        Involvements,
        rows=SsdInvolvements,
        child=SsdInvolvements.invo_person_id,
        started=SsdInvolvements.invo_involvement_start_date,
        ended=SsdInvolvements.invo_involvement_end_date,
        role=SsdInvolvements.invo_professional_role_id,
        worker=SsdInvolvements.invo_professional_id,
        team=SsdInvolvements.invo_professional_team,
        involvement=SsdInvolvements.invo_involvements_id,
        referral=SsdInvolvements.invo_referral_id,
        change_reason=SsdInvolvements.invo_worker_change_reason,
    ),
)

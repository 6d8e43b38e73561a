"""How the dataset fills the record: identity, children in need, what is known of children looked after
beside their care, and pre-proceedings."""

from __future__ import annotations

import polars as pl

from throughline.record.care import (
    CarePlans,
    Convictions,
    HealthChecks,
    Immunisations,
    StrengthsScores,
    SubstanceMisuse,
)
from throughline.record.court import PreProceedings
from throughline.record.identity import Families, Identifiers, ImmigrationStatuses, Mothers
from throughline.record.in_need import CinPlans, CinVisits
from throughline.record.money import Section251
from throughline.record.permanence import PreviousPermanence
from throughline.record.protection import VoiceOfChild
from throughline.record.rows import Table
from throughline.returns.kinds import Fill, Frames, every, lines_of
from throughline.returns.ssd_journeys import factors_in
from throughline.returns.ssd_more_tables import (
    SsdCinPlans,
    SsdCinVisits,
    SsdClaCarePlan,
    SsdClaConvictions,
    SsdClaHealth,
    SsdClaImmunisations,
    SsdClaPreviousPermanence,
    SsdClaSubstanceMisuse,
    SsdFamily,
    SsdLinkedIdentifiers,
    SsdMother,
    SsdPreProceedings,
    SsdS251Finance,
    SsdSdqScores,
    SsdVoiceOfChild,
)
from throughline.returns.ssd_tables import SsdImmigrationStatus

AIM, CHILD = "@aim", "@child"


@lines_of(SsdClaCarePlan)
def aims(frames: Frames) -> pl.DataFrame:
    """Care plans, a line for each aim; one that says none keeps its line."""
    text = "SsdClaCarePlan.lacp_cla_care_plan_json"
    texts = frames[SsdClaCarePlan].get_column(text).drop_nulls().unique()
    found = pl.DataFrame(
        {text: texts, AIM: [factors_in(each) for each in texts]},
        schema={text: pl.String, AIM: pl.List(pl.String)},
    )
    return frames[SsdClaCarePlan].join(found, on=text, how="left", maintain_order="left").explode(AIM)


@lines_of(SsdCinVisits)
def visits(frames: Frames) -> pl.DataFrame:
    """Visits, each with its child: its own, or that of its plan."""
    whose = frames[SsdCinPlans].select(
        SsdCinPlans.cinp_cin_plan_id.alias("@plan"), SsdCinPlans.cinp_person_id.alias(CHILD)
    )
    once = whose.drop_nulls().unique("@plan", keep="first", maintain_order=True)
    plan = "SsdCinVisits.cinv_cin_plan_id"
    return frames[SsdCinVisits].join(once, left_on=plan, right_on="@plan", how="left", maintain_order="left")


MORE_TABLES: dict[str, type[Table]] = {
    "families (ssd_family)": SsdFamily,
    "mothers (ssd_mother)": SsdMother,
    "identifiers (ssd_linked_identifiers)": SsdLinkedIdentifiers,
    "child in need plans (ssd_cin_plans)": SsdCinPlans,
    "child in need visits (ssd_cin_visits)": SsdCinVisits,
    "voice of the child (ssd_voice_of_child)": SsdVoiceOfChild,
    "pre-proceedings (ssd_pre_proceedings)": SsdPreProceedings,
    "care plans (ssd_cla_care_plan)": SsdClaCarePlan,
    "health checks (ssd_cla_health)": SsdClaHealth,
    "immunisations (ssd_cla_immunisations)": SsdClaImmunisations,
    "SDQ scores (ssd_sdq_scores)": SsdSdqScores,
    "substance misuse (ssd_cla_substance_misuse)": SsdClaSubstanceMisuse,
    "convictions (ssd_cla_convictions)": SsdClaConvictions,
    "previous permanence (ssd_cla_previous_permanence)": SsdClaPreviousPermanence,
    "placement finance (ssd_s251_finance)": SsdS251Finance,
}
MORE_FILLS = (
    Fill(
        Families,
        rows=SsdFamily,
        family=SsdFamily.fami_family_id,
        child=SsdFamily.fami_person_id,
    ),
    Fill(
        Mothers,
        rows=SsdMother,
        child=SsdMother.moth_person_id,
        baby=SsdMother.moth_childs_person_id,
        born=SsdMother.moth_childs_dob,
    ),
    Fill(
        Identifiers,
        rows=SsdLinkedIdentifiers,
        child=SsdLinkedIdentifiers.link_person_id,
        kind=SsdLinkedIdentifiers.link_identifier_type,
        value=SsdLinkedIdentifiers.link_identifier_value,
        started=SsdLinkedIdentifiers.link_valid_from_date,
        ended=SsdLinkedIdentifiers.link_valid_to_date,
    ),
    Fill(
        ImmigrationStatuses,
        rows=every(SsdImmigrationStatus, where=SsdImmigrationStatus.immi_immigration_status.is_not_null()),
        child=SsdImmigrationStatus.immi_person_id,
        status=SsdImmigrationStatus.immi_immigration_status,
        started=SsdImmigrationStatus.immi_immigration_status_start_date,
        ended=SsdImmigrationStatus.immi_immigration_status_end_date,
    ),
    Fill(
        CinPlans,
        rows=SsdCinPlans,
        plan=SsdCinPlans.cinp_cin_plan_id,
        child=SsdCinPlans.cinp_person_id,
        started=SsdCinPlans.cinp_cin_plan_start_date,
        ended=SsdCinPlans.cinp_cin_plan_end_date,
        referral=SsdCinPlans.cinp_referral_id,
        team=SsdCinPlans.cinp_cin_plan_team,
        worker=SsdCinPlans.cinp_cin_plan_worker_id,
    ),
    Fill(
        CinVisits,
        rows=visits,
        visit=SsdCinVisits.cinv_cin_visit_id,
        child=pl.coalesce(SsdCinVisits.cinv_person_id, pl.col(CHILD)),
        plan=SsdCinVisits.cinv_cin_plan_id,
        made=SsdCinVisits.cinv_cin_visit_date,
        seen=SsdCinVisits.cinv_cin_visit_seen,
        seen_alone=SsdCinVisits.cinv_cin_visit_seen_alone,
        bedroom=SsdCinVisits.cinv_cin_visit_bedroom,
    ),
    Fill(
        VoiceOfChild,
        rows=SsdVoiceOfChild,
        child=SsdVoiceOfChild.voch_person_id,
        worries=SsdVoiceOfChild.voch_explained_worries,
        story=SsdVoiceOfChild.voch_story_help_understand,
        agrees=SsdVoiceOfChild.voch_agree_worker,
        plan=SsdVoiceOfChild.voch_plan_safe,
        tablet=SsdVoiceOfChild.voch_tablet_help_explain,
    ),
    Fill(
        PreProceedings,
        rows=SsdPreProceedings,
        child=SsdPreProceedings.prep_person_id,
        family=SsdPreProceedings.prep_plo_family_id,
        started=SsdPreProceedings.prep_pre_pro_decision_date,
        ended=SsdPreProceedings.prep_agree_stepdown_issue_date,
        letter=SsdPreProceedings.prep_pre_pro_letter_date,
        met=SsdPreProceedings.prep_initial_pre_pro_meeting_date,
        reviews=SsdPreProceedings.prep_pre_pro_meetings_num,
        outcome=SsdPreProceedings.prep_pre_pro_outcome,
        gateway=SsdPreProceedings.prep_legal_gateway_outcome,
        represented=SsdPreProceedings.prep_pre_pro_parents_legal_rep,
        plans=SsdPreProceedings.prep_cp_plans_referral_period,
        before=SsdPreProceedings.prep_prev_pre_proc_child,
        proceedings_before=SsdPreProceedings.prep_prev_care_proc_child,
        issue_letter=SsdPreProceedings.prep_care_pro_letter_date,
        represented_at_issue=SsdPreProceedings.prep_parents_legal_rep_point_of_issue,
        case=SsdPreProceedings.prep_court_reference,
        hearings=SsdPreProceedings.prep_care_proc_court_hearings,
        short_notice=SsdPreProceedings.prep_care_proc_short_notice,
        short_notice_reason=SsdPreProceedings.prep_proc_short_notice_reason,
        first_plan=SsdPreProceedings.prep_la_initial_care_plan,
        first_plan_approved=SsdPreProceedings.prep_la_inital_plan_approved,
        final_plan=SsdPreProceedings.prep_la_final_care_plan,
        final_plan_approved=SsdPreProceedings.prep_la_final_plan_approved,
    ),
    Fill(
        CarePlans,
        rows=aims,
        child=SsdClaCarePlan.lacp_person_id,
        started=SsdClaCarePlan.lacp_cla_care_plan_start_date,
        ended=SsdClaCarePlan.lacp_cla_care_plan_end_date,
        aim=pl.col(AIM),
    ),
    Fill(
        HealthChecks,
        rows=SsdClaHealth,
        check=SsdClaHealth.clah_health_check_id,
        child=SsdClaHealth.clah_person_id,
        done=SsdClaHealth.clah_health_check_date,
        kind=SsdClaHealth.clah_health_check_type,
        status=SsdClaHealth.clah_health_check_status,
    ),
    Fill(
        Immunisations,
        rows=SsdClaImmunisations,
        child=SsdClaImmunisations.clai_person_id,
        recorded=SsdClaImmunisations.clai_immunisations_status_date,
        up_to_date=SsdClaImmunisations.clai_immunisations_status,
    ),
    Fill(
        StrengthsScores,
        rows=SsdSdqScores,
        child=SsdSdqScores.csdq_person_id,
        completed=SsdSdqScores.csdq_sdq_completed_date,
        score=SsdSdqScores.csdq_sdq_score,
        reason=SsdSdqScores.csdq_sdq_reason,
    ),
    Fill(
        SubstanceMisuse,
        rows=SsdClaSubstanceMisuse,
        child=SsdClaSubstanceMisuse.clas_person_id,
        found=SsdClaSubstanceMisuse.clas_substance_misuse_date,
        substance=SsdClaSubstanceMisuse.clas_substance_misused,
        helped=SsdClaSubstanceMisuse.clas_intervention_received,
    ),
    Fill(
        Convictions,
        rows=SsdClaConvictions,
        conviction=SsdClaConvictions.clac_cla_conviction_id,
        child=SsdClaConvictions.clac_person_id,
        offended=SsdClaConvictions.clac_cla_conviction_date,
        offence=SsdClaConvictions.clac_cla_conviction_offence,
    ),
    Fill(
        PreviousPermanence,
        rows=SsdClaPreviousPermanence,
        child=SsdClaPreviousPermanence.lapp_person_id,
        kind=SsdClaPreviousPermanence.lapp_previous_permanence_option,
        council=SsdClaPreviousPermanence.lapp_previous_permanence_la,
        ordered=SsdClaPreviousPermanence.lapp_previous_permanence_order_date,
    ),
    Fill(
        Section251,
        rows=SsdS251Finance,
        line=SsdS251Finance.s251_table_id,
        placement=SsdS251Finance.s251_cla_placement_id,
        first=SsdS251Finance.s251_placeholder_1,
        second=SsdS251Finance.s251_placeholder_2,
        third=SsdS251Finance.s251_placeholder_3,
        fourth=SsdS251Finance.s251_placeholder_4,
    ),
)

"""The tables of the Standard Safeguarding Dataset about children looked after, and after care.
Source: as `ssd_tables`."""

from throughline.record.care_codes import (
    ACCOMMODATION,
    ACTIVITY,
    ADOPTER_SEX,
    ADOPTER_STATUS,
    ADOPTION_REVERSED,
    ELIGIBILITY,
    EPISODE_END,
    EPISODE_START,
    IN_TOUCH,
    LEGAL_STATUS,
    ORDER,
    PARTICIPATION,
    PLACEMENT,
    PLACEMENT_CHANGE,
    PROVIDER,
    SUITABLE,
)
from throughline.record.codes import NEED
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.rows import Table


class SsdClaEpisodes(Table):
    """ssd_cla_episodes: one row an episode of care."""

    clae_cla_episode_id = Id("The episode")
    clae_person_id = Id("The child", required=True)
    clae_cla_episode_start_date = Date("The day it began", required=True)
    clae_cla_episode_start_reason = Code("Why it began", codes=EPISODE_START)
    clae_cla_primary_need_code = Code("Why the child came into care", codes=NEED)
    clae_cla_episode_ceased_date = Date("The day it ceased")
    clae_cla_episode_ceased_reason = Code("Why it ceased", codes=EPISODE_END)
    clae_cla_id = Id("The time in care it is part of")
    clae_cla_placement_id = Id("The placement")
    clae_entered_care_date = Date("The day this time in care began")
    clae_referral_id = Id("The referral open at the time")
    clae_cla_last_iro_contact_date = Date("Latest contact by the independent reviewing officer")


class SsdClaPlacement(Table):
    """ssd_cla_placement: one row a placement."""

    clap_cla_placement_id = Id("The placement", required=True)
    clap_cla_placement_type = Code("Its type", required=True, codes=PLACEMENT)
    clap_cla_placement_urn = Id("Ofsted's number")
    clap_cla_placement_distance = Number("Miles from home")
    clap_cla_placement_provider = Code("Who provides it", codes=PROVIDER)
    clap_cla_placement_postcode = Text("Postcode")
    clap_cla_placement_change_reason = Code("Why it changed", codes=PLACEMENT_CHANGE)


class SsdLegalStatus(Table):
    """ssd_legal_status: one row a time under a legal status, looked after or not."""

    lega_person_id = Id("The child", required=True)
    lega_legal_status = Code("The status", required=True, codes=LEGAL_STATUS)
    lega_legal_status_start_date = Date("The day it began")
    lega_legal_status_end_date = Date("The day it ended")


class SsdClaReviews(Table):
    """ssd_cla_reviews: one row a review. The child is in it from version 1.4.1; before, by time in care."""

    clar_cla_id = Id("The time in care")
    clar_cla_person_id = Id("The child")
    clar_cla_review_due_date = Date("The day it was due")
    clar_cla_review_date = Date("The day it was held", required=True)
    clar_cla_review_cancelled = Flag("It was cancelled")
    clar_cla_review_participation = Code("How the child took part", codes=PARTICIPATION)
    clar_cla_review_id = Id("The review")


class SsdClaVisits(Table):
    """ssd_cla_visits: one row a visit."""

    clav_person_id = Id("The child", required=True)
    clav_cla_visit_date = Date("The day of it", required=True)
    clav_cla_visit_seen = Flag("The child was seen")
    clav_cla_visit_seen_alone = Flag("The child was seen alone")
    clav_cla_visit_id = Id("The visit")


class SsdCareLeavers(Table):
    """ssd_care_leavers: one row a care leaver, as on the day of the extract."""

    clea_person_id = Id("The care leaver", required=True)
    clea_care_leaver_eligibility = Code("Eligibility", codes=ELIGIBILITY)
    clea_care_leaver_in_touch = Code("Whether we are in touch", codes=IN_TOUCH)
    clea_care_leaver_latest_contact = Date("Latest contact")
    clea_care_leaver_accommodation = Code("Where they live", codes=ACCOMMODATION)
    clea_care_leaver_accom_suitable = Code("Whether it is suitable", codes=SUITABLE)
    clea_care_leaver_activity = Code("What they do", codes=ACTIVITY)
    clea_pathway_plan_review_date = Date("Pathway plan last reviewed")
    clea_care_leaver_allocated_team = Id("Their team")
    clea_care_leaver_worker_id = Id("Their worker")
    clea_care_leaver_personal_advisor = Text("Their personal adviser")


class SsdPermanence(Table):
    """ssd_permanence: one row a child's way to permanence."""

    perm_person_id = Id("The child", required=True)
    perm_adm_decision_date = Date("The decision that the child should be placed", required=True)
    perm_placement_order_date = Date("The placement order")
    perm_placed_for_adoption_date = Date("The day the child was placed")
    perm_matched_date = Date("The day of the match")
    perm_decision_reversed_date = Date("The day the decision was reversed")
    perm_permanence_order_date = Date("The day of the order")
    perm_permanence_order_type = Code("The order", codes=ORDER)
    perm_ffa_cp_decision_date = Date("The decision to foster for adoption, or to plan for both")
    perm_placed_ffa_cp_date = Date("The day the child was placed so")
    perm_placed_foster_carer_date = Date("The day the child was first placed with the carers who adopt")
    perm_adopted_by_carer_flag = Flag("Adopted by a former foster carer")
    perm_part_of_sibling_group = Flag("One of brothers and sisters to be placed")
    perm_siblings_placed_together = Number("How many of them together, with this child")
    perm_siblings_placed_apart = Number("How many of them apart")
    perm_placement_provider_urn = Id("Ofsted's number of the adoption agency")
    perm_decision_reversed_reason = Code("Why adoption is no longer the plan", codes=ADOPTION_REVERSED)
    perm_adoption_worker_id = Id("The adoption social worker")
    perm_adopter_sex = Code("Sex of the adopter or couple", codes=ADOPTER_SEX)
    perm_adopter_legal_status = Code("Legal status of the adopter or couple", codes=ADOPTER_STATUS)
    perm_number_of_adopters = Number("How many adopt")

"""Care: children looked after, episode by episode, and those who look in on them."""

import polars as pl

from throughline.record.breakdowns import STAGE, Since
from throughline.record.care_codes import (
    EPISODE_END,
    EPISODE_START,
    HEALTH_STATUS,
    LEGAL_STATUS,
    PARTICIPATION,
    PERMANENCE_PLAN,
    PLACEMENT_CHANGE,
    PROVIDER,
    SDQ_REASON,
)
from throughline.record.care_codes import PLACEMENT as PLACEMENT_TYPES
from throughline.record.codes import NEED
from throughline.record.columns import Code, Date, Flag, Id, Number, Text
from throughline.record.own_codes import HOMES
from throughline.record.rows import Event, Spell


class Care(Spell):
    """A time a child is looked after in one placement, under one legal status."""

    child = Id("The child", ssd="clae_person_id", required=True)
    started = Date("The day it began", ssd="clae_cla_episode_start_date", required=True)
    ended = Date("The day it ended; blank while it goes on", ssd="clae_cla_episode_ceased_date")
    start_reason = Code("Why it began", ssd="clae_cla_episode_start_reason", codes=EPISODE_START)
    legal_status = Code("Legal status", ssd="lega_legal_status", codes=LEGAL_STATUS)
    need = Code("Why the child came into care", ssd="clae_cla_primary_need_code", codes=NEED)
    placement = Code("Placement type", ssd="clap_cla_placement_type", codes=PLACEMENT_TYPES)
    provider = Code("Who provides it", ssd="clap_cla_placement_provider", codes=PROVIDER)
    end_reason = Code("Why it ended", ssd="clae_cla_episode_ceased_reason", codes=EPISODE_END)
    change_reason = Code(
        "Why the placement changed", ssd="clap_cla_placement_change_reason", codes=PLACEMENT_CHANGE
    )
    entered_care = Date("The day this time in care began", ssd="clae_entered_care_date")
    in_care_from = Date("The day this time in care began, or where that is not told the first known of it")
    placement_postcode = Text("Postcode of the placement", ssd="clap_cla_placement_postcode")
    urn = Id("Ofsted's number of the placement", ssd="clap_cla_placement_urn")
    distance = Number("Miles from home", ssd="clap_cla_placement_distance")
    end_not_recorded = Flag("Open at the end of one return and not in the next")
    team = Id("The team that holds the case, where the list says")
    referral = Id("The referral open at the time", ssd="clae_referral_id")
    home = Code("Kind of home, made from the placement and who provides it", codes=HOMES)
    outside = Flag("The placement is outside the council’s area, by its postcode")
    reviewer_contact = Date("Latest contact by the reviewing officer", ssd="clae_cla_last_iro_contact_date")


TIME_IN_STAGE = Since(
    "Time in this stage",
    pl.col(STAGE),
    bands={
        "Under 3 months": 0,
        "3 to 6 months": 91,
        "6 to 12 months": 183,
        "1 to 2 years": 365,
        "2 years and over": 730,
    },
    instead=(Care.entered_care,),
    not_of=("CareLeavers", "Destinations", "Placements", "SchoolAttendance"),
)


class CareReviews(Event):
    """A review of the plan for a child looked after."""

    child = Id("The child", ssd="clar_cla_person_id", required=True)
    due = Date("The day it was to be held by", ssd="clar_cla_review_due_date")
    held = Date("The day it was held; blank until then", ssd="clar_cla_review_date")
    participation = Code("How the child took part", ssd="clar_cla_review_participation", codes=PARTICIPATION)
    review = Id("The review", ssd="clar_cla_review_id")


class CareVisits(Event):
    """A social worker's visit to a child looked after."""

    child = Id("The child", ssd="clav_person_id", required=True)
    made = Date("The day of the visit", ssd="clav_cla_visit_date", required=True)
    seen = Flag("The child was seen", ssd="clav_cla_visit_seen")
    seen_alone = Flag("The child was seen alone", ssd="clav_cla_visit_seen_alone")
    visit = Id("The visit", ssd="clav_cla_visit_id")


class SeenInTime(Spell):
    """A time in which the last visit to a child looked after, at which the child was seen, was recent enough:
    six weeks, or three months while the child is in a long-term foster placement (U1, U4) and has been with
    that carer for a year. Made from the visits and placements; not in the dataset."""

    child = Id("The child", required=True)
    started = Date("The day of the visit, or that from which three months are enough", required=True)
    ended = Date("The day from which it was no longer recent enough", required=True)


class CareDays(Event):
    """The days of a month that an episode of care went on in a home paid for by the day (K1, K2, R1, S1).
    Made from the episodes; not in the dataset."""

    child = Id("The child", required=True)
    counted = Date("The last of these days", required=True)
    days = Number("How many days", required=True)
    placement = Code("Placement type", codes=PLACEMENT_TYPES)
    legal_status = Code("Legal status", codes=LEGAL_STATUS)


class CarePlans(Spell):
    """A time the plan for a child looked after had one aim; of aims followed side by side, a row each."""

    child = Id("The child", ssd="lacp_person_id", required=True)
    started = Date("The day it took effect", ssd="lacp_cla_care_plan_start_date", required=True)
    ended = Date("The day it ceased; blank while it holds", ssd="lacp_cla_care_plan_end_date")
    aim = Code("The plan for permanence", ssd="lacp_cla_care_plan_json", codes=PERMANENCE_PLAN)


class HealthChecks(Event):
    """A health assessment or dental check of a child looked after."""

    check = Id("The check", ssd="clah_health_check_id")
    child = Id("The child", ssd="clah_person_id", required=True)
    done = Date("The day of it", ssd="clah_health_check_date")
    kind = Text("What was checked, in the case system’s words", ssd="clah_health_check_type")
    status = Code("What came of it", ssd="clah_health_check_status", codes=HEALTH_STATUS)


class Immunisations(Event):
    """Whether a child looked after has had the immunisations due by their age, as last recorded."""

    child = Id("The child", ssd="clai_person_id", required=True)
    recorded = Date("The day it was last recorded", ssd="clai_immunisations_status_date")
    up_to_date = Flag("They have had all that are due", ssd="clai_immunisations_status")


class StrengthsScores(Event):
    """A strengths and difficulties questionnaire (SDQ) about a child looked after, or why there is none."""

    child = Id("The child", ssd="csdq_person_id", required=True)
    completed = Date("The day it was completed", ssd="csdq_sdq_completed_date")
    score = Number("The score, 0 to 40: the more, the more difficulties", ssd="csdq_sdq_score")
    reason = Code("Why there is no score", ssd="csdq_sdq_reason", codes=SDQ_REASON)


class SubstanceMisuse(Event):
    """A child looked after was found to misuse a substance."""

    child = Id("The child", ssd="clas_person_id", required=True)
    found = Date("The day it was found", ssd="clas_substance_misuse_date")
    substance = Text("The substance", ssd="clas_substance_misused")
    helped = Flag("The child had help with it", ssd="clas_intervention_received")


class Convictions(Event):
    """A child looked after was convicted, or warned: on the day of the offence."""

    conviction = Id("The conviction", ssd="clac_cla_conviction_id")
    child = Id("The child", ssd="clac_person_id", required=True)
    offended = Date("The day of the offence", ssd="clac_cla_conviction_date")
    offence = Text("The offence", ssd="clac_cla_conviction_offence")

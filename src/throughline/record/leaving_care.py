"""Leaving care: young people we looked after, and how they are now."""

from throughline.record.care_codes import ACCOMMODATION, ACTIVITY, ELIGIBILITY, IN_TOUCH, SUITABLE
from throughline.record.columns import Code, Date, Id, Text
from throughline.record.rows import Spell


class CareLeavers(Spell):
    """What was known of a care leaver, from the day it was true until the return's last day.

    The dataset and Annex A give one row a person, true on the day of the extract; the SSDA903 gives
    what was true about the birthday in its year."""

    child = Id("The care leaver", ssd="clea_person_id", required=True)
    started = Date("The first day it is known for", required=True)
    ended = Date("The day after the last it is known for")
    eligibility = Code("Eligibility", ssd="clea_care_leaver_eligibility", codes=ELIGIBILITY)
    in_touch = Code("Whether we are in touch", ssd="clea_care_leaver_in_touch", codes=IN_TOUCH)
    contact = Date("Latest contact", ssd="clea_care_leaver_latest_contact")
    accommodation = Code("Where they live", ssd="clea_care_leaver_accommodation", codes=ACCOMMODATION)
    suitable = Code("Whether it is suitable", ssd="clea_care_leaver_accom_suitable", codes=SUITABLE)
    activity = Code("What they do", ssd="clea_care_leaver_activity", codes=ACTIVITY)
    plan_reviewed = Date("Pathway plan last reviewed", ssd="clea_pathway_plan_review_date")
    team = Id("Their team", ssd="clea_care_leaver_allocated_team")
    worker = Id("Their worker", ssd="clea_care_leaver_worker_id")
    adviser = Text("Their personal adviser", ssd="clea_care_leaver_personal_advisor")

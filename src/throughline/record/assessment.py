"""Assessments of children in need, and the factors found in them."""

from throughline.record.breakdowns import Breakdown
from throughline.record.codes import FACTOR
from throughline.record.columns import Code, Date, Flag, Id
from throughline.record.rows import Event, Spell


class Assessments(Spell):
    """A social worker's assessment of a child in need."""

    assessment = Id("The assessment", ssd="cina_assessment_id")
    child = Id("The child assessed", ssd="cina_person_id", required=True)
    started = Date("The day it began", ssd="cina_assessment_start_date", required=True)
    ended = Date("The day a manager signed it off; blank while it is open", ssd="cina_assessment_auth_date")
    seen = Flag("The child was seen", ssd="cina_assessment_child_seen")
    no_action = Flag("It ended with no further action", ssd="cina_assessment_outcome_nfa")
    team = Id("The team that holds it", ssd="cina_assessment_team")
    worker = Id("The worker who holds it", ssd="cina_assessment_worker_id")
    referral = Id("The referral it is of", ssd="cina_referral_id")
    referred = Date("The day of that referral, or of the child’s newest that was open when it began")


class Factors(Event):
    """A factor found in an assessment: one row for each, on the day the assessment was signed off."""

    assessment = Id("The assessment", ssd="cinf_assessment_id")
    child = Id("The child assessed", required=True)
    found = Date("The day the assessment was signed off; blank while it is open")
    factor = Code("The factor", ssd="cinf_assessment_factors_json", codes=FACTOR)


FACTOR_FOUND = Breakdown("Factor found", Factors.factor)

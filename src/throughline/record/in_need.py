"""In need: the plans of children in need, and the visits to them."""

from throughline.record.columns import Date, Flag, Id
from throughline.record.rows import Event, Spell


class CinPlans(Spell):
    """A time a child has a child in need plan."""

    plan = Id("The plan", ssd="cinp_cin_plan_id")
    child = Id("The child", ssd="cinp_person_id", required=True)
    started = Date("The day it began", ssd="cinp_cin_plan_start_date", required=True)
    ended = Date("The day it ended; blank while it goes on", ssd="cinp_cin_plan_end_date")
    referral = Id("The referral it belongs to", ssd="cinp_referral_id")
    team = Id("The team that holds it", ssd="cinp_cin_plan_team")
    worker = Id("The worker who holds it", ssd="cinp_cin_plan_worker_id")


class CinVisits(Event):
    """A visit to a child in need."""

    visit = Id("The visit", ssd="cinv_cin_visit_id")
    child = Id("The child", ssd="cinv_person_id", required=True)
    plan = Id("The plan it was made under", ssd="cinv_cin_plan_id")
    made = Date("The day of the visit", ssd="cinv_cin_visit_date", required=True)
    seen = Flag("The child was seen", ssd="cinv_cin_visit_seen")
    seen_alone = Flag("The child was seen alone", ssd="cinv_cin_visit_seen_alone")
    bedroom = Flag("The child’s bedroom was seen", ssd="cinv_cin_visit_bedroom")

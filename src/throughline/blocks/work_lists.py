"""The lists of work that there are, each declared once: for a team's page, one's own, and downloads."""

from __future__ import annotations

import polars as pl

from throughline.blocks.known import Unheld, Visits, WorkingDays
from throughline.blocks.worklist import Worklist
from throughline.measures.assessment import open_assessments, open_assessments_past_45_days
from throughline.measures.care import looked_after
from throughline.measures.protection import children_on_plans
from throughline.measures.workforce import children_with_a_worker
from throughline.record.assessment import Assessments
from throughline.record.care import Care, CareVisits
from throughline.record.front_door import Referrals
from throughline.record.protection import CpPlans, CpVisits

assessments = Worklist(
    id="open-assessments",
    title="Open assessments",
    measure=open_assessments,
    knows=WorkingDays(Assessments.started),
)
late_assessments = Worklist(
    id="assessments-past-45",
    title="Open assessments past 45 working days",
    measure=open_assessments_past_45_days,
    which="passes",
    knows=WorkingDays(Assessments.started),
)
plans = Worklist(
    id="plans",
    title="Children with a protection plan",
    measure=children_on_plans,
    knows=Visits(CpVisits, CpPlans.started, "plans"),
)
care = Worklist(
    id="looked-after",
    title="Children looked after",
    measure=looked_after,
    knows=Visits(CareVisits, pl.coalesce(Care.entered_care, Care.started), "care"),
)
no_worker = Worklist(
    id="no-worker",
    title="Children in need with no worker",
    measure=children_with_a_worker,
    which="fails",
    knows=Unheld(Referrals.started, children_with_a_worker),
)

LISTS = {each.id: each for each in (assessments, late_assessments, plans, care, no_worker)}
"""Every list by its name in addresses."""

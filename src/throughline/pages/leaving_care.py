"""Leaving care: whether grown children have a home, something to do, and somebody who knows how they are."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.measures.leaving_care import (
    care_leavers_in_suitable_homes,
    care_leavers_in_touch,
    contact_within_8_weeks,
    in_higher_education,
    learn_or_work_17_to_18,
    learn_or_work_19_to_21,
    plan_reviewed_within_6_months,
    staying_put,
    suitable_homes_17_to_18,
    suitable_homes_19_to_21,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE
from throughline.record.workforce import TEAM

leaving_care = Page(
    title="Leaving care",
    question="Have those who grew up in our care a home, something to do, and us?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            care_leavers_in_touch,
            learn_or_work_17_to_18,
            learn_or_work_19_to_21,
            suitable_homes_17_to_18,
            suitable_homes_19_to_21,
            in_higher_education,
        ),
        Headlines(plan_reviewed_within_6_months, contact_within_8_weeks, staying_put),
        Heading("By team and age", over_splits=True),
        Split(plan_reviewed_within_6_months, by=TEAM),
        Split(care_leavers_in_suitable_homes, by=AGE),
    ),
)

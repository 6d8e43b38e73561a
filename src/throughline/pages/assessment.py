"""Assessments and children in need: whether needs are found out soon, and whether help comes to an end."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.assessment import (
    assessments_per_referral,
    assessments_within_45_days,
    assessments_within_45_days_of_referral,
    factors_found,
    open_assessments_past_45_days,
)
from throughline.measures.in_need import (
    children_in_need,
    children_on_cin_plans,
    cin_plan_seen_within_six_weeks,
    in_need_twelve_months,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.assessment import FACTOR_FOUND
from throughline.record.child import AGE
from throughline.record.workforce import TEAM

assessment = Page(
    title="Assessment and need",
    question="Do we soon know what each child needs, and does help come to an end?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            assessments_within_45_days,
            open_assessments_past_45_days,
            assessments_per_referral,
            children_in_need,
            in_need_twelve_months,
            children_on_cin_plans,
        ),
        Heading("Over time"),
        Trend(assessments_within_45_days),
        Trend(assessments_within_45_days_of_referral),
        Trend(open_assessments_past_45_days),
        Trend(children_in_need),
        Trend(in_need_twelve_months),
        Trend(cin_plan_seen_within_six_weeks),
        Heading("By factor, age and team", over_splits=True),
        Split(factors_found, by=FACTOR_FOUND),
        Split(children_in_need, by=AGE),
        Split(assessments_within_45_days, by=TEAM),
        Split(in_need_twelve_months, by=TEAM),
    ),
)

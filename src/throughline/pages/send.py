"""Special educational needs: plans asked for, issued in time, looked at again."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.send import (
    annual_reviews_on_time,
    appeal_rate,
    appeals,
    days_to_plan,
    ehc_requests,
    ehc_requests_refused,
    plans_at_census,
    plans_ended,
    plans_in_20_weeks,
    reviewed_in_12_months,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE
from throughline.record.send import WHY_PLAN_ENDED

send = Page(
    title="Special educational needs",
    menu="SEND",
    question="Do children who need a plan get one in time, and is it kept up?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            ehc_requests,
            ehc_requests_refused,
            plans_in_20_weeks,
            days_to_plan,
            appeal_rate,
        ),
        Headlines(plans_at_census, reviewed_in_12_months),
        Headlines(annual_reviews_on_time, appeals),
        Heading("Over time"),
        Trend(ehc_requests),
        Trend(plans_in_20_weeks),
        Trend(days_to_plan),
        Trend(annual_reviews_on_time),
        Heading("By age, and why plans ended", over_splits=True),
        Split(ehc_requests, by=AGE),
        Split(plans_in_20_weeks, by=AGE),
        Split(plans_ended, by=WHY_PLAN_ENDED),
    ),
)

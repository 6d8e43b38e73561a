"""Health of children looked after: whether they are seen, treated and heard."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.care_health import (
    average_strengths_score,
    convicted,
    first_health_assessment_in_20_days,
    health_assessed_from_five,
    health_assessed_under_five,
    immunised,
    misusing_substances,
    seen_by_a_dentist,
    strengths_scored,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE
from throughline.record.workforce import TEAM

care_health = Page(
    title="Health of children in care",
    question="Are children in care well, and do we know it?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            first_health_assessment_in_20_days,
            health_assessed_from_five,
            health_assessed_under_five,
            seen_by_a_dentist,
            immunised,
            strengths_scored,
        ),
        Heading("Over time"),
        Trend(first_health_assessment_in_20_days),
        Trend(health_assessed_from_five),
        Trend(seen_by_a_dentist),
        Trend(average_strengths_score),
        Trend(convicted),
        Trend(misusing_substances),
        Heading("By age and team", over_splits=True),
        Split(seen_by_a_dentist, by=AGE),
        Split(health_assessed_from_five, by=TEAM),
    ),
)

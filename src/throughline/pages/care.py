"""Care: children looked after, whether they stay where they are, and whether somebody comes."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.care import (
    care_reviews_on_time,
    care_seen_in_time,
    looked_after,
    looked_after_rate,
    missing_from_care,
    three_placements_in_a_year,
    three_workers_in_a_year,
)
from throughline.measures.into_care import left_care, started_care
from throughline.measures.placements import settled_for_two_years
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE, ETHNIC_GROUP
from throughline.record.workforce import TEAM

care = Page(
    title="Care",
    question="Do children who come into care find a home, and can they stay in it?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            looked_after,
            looked_after_rate,
            started_care,
            left_care,
            three_placements_in_a_year,
            settled_for_two_years,
        ),
        Heading("Over time"),
        Trend(looked_after),
        Trend(started_care),
        Trend(three_placements_in_a_year),
        Trend(three_workers_in_a_year),
        Trend(care_seen_in_time),
        Trend(care_reviews_on_time),
        Trend(missing_from_care),
        Heading("By age, ethnic group and team", over_splits=True),
        Split(looked_after, by=AGE),
        Split(looked_after, by=ETHNIC_GROUP),
        Split(care_seen_in_time, by=TEAM),
    ),
)

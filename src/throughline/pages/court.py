"""Court: before proceedings, and in them."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.court import (
    children_in_proceedings,
    in_pre_proceedings,
    mean_weeks_of_proceedings,
    proceedings_issued,
    proceedings_past_26_weeks,
    proceedings_within_26_weeks,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE
from throughline.record.workforce import TEAM

court = Page(
    title="Court",
    question="Is it decided in time where a child will live?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            in_pre_proceedings,
            proceedings_issued,
            children_in_proceedings,
            mean_weeks_of_proceedings,
            proceedings_within_26_weeks,
            proceedings_past_26_weeks,
        ),
        Heading("Over time"),
        Trend(children_in_proceedings),
        Trend(proceedings_within_26_weeks),
        Trend(mean_weeks_of_proceedings),
        Heading("By age and team", over_splits=True),
        Split(children_in_proceedings, by=AGE),
        Split(proceedings_past_26_weeks, by=TEAM),
    ),
)

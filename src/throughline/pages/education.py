"""Education: the virtual school, exclusions, children without a school, and what follows school."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.education import (
    destination_not_known,
    looked_after_excluded,
    neet,
    peps_on_time,
    permanent_exclusions,
    persistent_absence,
    suspensions,
    third_suspensions,
    unplaced,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE
from throughline.record.education import EXCLUDED_FROM, WHY_UNPLACED

education = Page(
    title="Education",
    question="Are children in school, and does anybody act when they are not?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            peps_on_time,
            persistent_absence,
            suspensions,
            permanent_exclusions,
            unplaced,
            neet,
        ),
        Heading("Over time"),
        Trend(peps_on_time),
        Trend(suspensions),
        Trend(third_suspensions),
        Trend(looked_after_excluded),
        Trend(unplaced),
        Trend(destination_not_known),
        Heading("By school, age and reason", over_splits=True),
        Split(suspensions, by=EXCLUDED_FROM),
        Split(suspensions, by=AGE),
        Split(unplaced, by=WHY_UNPLACED),
    ),
)

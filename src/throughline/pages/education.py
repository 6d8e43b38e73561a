"""Education: the virtual school, attendance, exclusions, and children without a school."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.education import (
    attendance,
    looked_after_excluded,
    peps_on_time,
    peps_up_to_date,
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
            peps_up_to_date,
            attendance,
            persistent_absence,
            suspensions,
            permanent_exclusions,
            unplaced,
        ),
        Heading("Over time"),
        Trend(peps_on_time),
        Trend(suspensions),
        Trend(third_suspensions),
        Trend(looked_after_excluded),
        Trend(unplaced),
        Heading("By school, age and reason", over_splits=True),
        Split(suspensions, by=EXCLUDED_FROM),
        Split(suspensions, by=AGE),
        Split(unplaced, by=WHY_UNPLACED),
    ),
)

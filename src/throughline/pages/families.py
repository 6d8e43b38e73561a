"""Supporting Families: who was engaged, and whether what changed for them lasted."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.families import (
    families_claimed,
    families_engaged,
    families_joined,
    families_supported,
    progress_sustained,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.workforce import TEAM

families = Page(
    title="Supporting families",
    question="Which families did we reach, and did what changed for them last?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            families_joined,
            families_supported,
            families_engaged,
            families_claimed,
            progress_sustained,
        ),
        Heading("Over time"),
        Trend(families_joined),
        Trend(families_supported),
        Trend(families_claimed),
        Trend(progress_sustained),
        Heading("By team", over_splits=True),
        Split(families_supported, by=TEAM),
    ),
)

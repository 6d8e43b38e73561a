"""After school: young people with nothing to do, and the programme that leads to work."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.after_school import (
    destination_not_known,
    neet,
    offered_a_place,
    programme_conversion,
    programme_engaged,
    programme_positive,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.education import SCHOOL_YEAR

after_school = Page(
    title="After school",
    question="Do young people go on to learn or to work, and whom have we lost sight of?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            neet,
            destination_not_known,
            offered_a_place,
            programme_engaged,
            programme_positive,
            programme_conversion,
        ),
        Heading("Over time"),
        Trend(neet),
        Trend(destination_not_known),
        Trend(programme_engaged),
        Heading("By academic age", over_splits=True),
        Split(neet, by=SCHOOL_YEAR),
    ),
)

"""Early help: whether it comes in time, and whether it holds."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.early_help import (
    children_in_early_help,
    early_help_started,
    early_help_stepped_up,
    early_help_to_assessment,
    early_help_to_care,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE, WARD

early_help = Page(
    title="Early help",
    question="Does help come before a crisis, and does it hold?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            early_help_started,
            children_in_early_help,
            early_help_stepped_up,
        ),
        Heading("Over time"),
        Trend(children_in_early_help),
        Trend(early_help_stepped_up),
        Trend(early_help_to_assessment),
        Trend(early_help_to_care),
        Heading("By age and ward", over_splits=True),
        Split(children_in_early_help, by=AGE),
        Split(children_in_early_help, by=WARD),
    ),
)

"""Permanence: how children leave care, and how long they wait for a family for good."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.permanence import (
    adopted,
    adoption_orders,
    days_to_adoptive_home,
    days_to_match,
    guardianship_orders,
    left_care_to_a_family,
    left_to_go_home,
    left_to_guardians,
    waiting_for_adoption,
    waiting_with_order,
    waiting_with_siblings,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE, ETHNIC_GROUP

permanence = Page(
    title="Permanence",
    question="Do children leave care for a family that lasts, and how long do they wait for it?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            left_care_to_a_family,
            waiting_for_adoption,
            waiting_with_order,
            waiting_with_siblings,
            adoption_orders,
            days_to_adoptive_home,
        ),
        Heading("Over time"),
        Trend(adopted),
        Trend(left_to_guardians),
        Trend(left_to_go_home),
        Trend(waiting_with_order),
        Trend(days_to_match),
        Trend(guardianship_orders),
        Heading("By age and ethnic group", over_splits=True),
        Split(waiting_for_adoption, by=AGE),
        Split(left_care_to_a_family, by=ETHNIC_GROUP),
    ),
)

"""Homes: where children in care live, what that costs, and who fosters."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.care import looked_after
from throughline.measures.carers import (
    foster_enquiries,
    fostering_households,
    households_approved,
)
from throughline.measures.homes import (
    foster_placements_of_agencies,
    fostered,
    in_residential_homes,
    living_with_relatives,
    placed_outside_our_area,
)
from throughline.measures.placement_costs import average_cost_of_a_placement, weekly_cost_of_placements
from throughline.measures.placements import in_unlisted_placements, over_20_miles_from_home
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.homes import HOME, HOME_PAID_FOR, PLACEMENT

homes = Page(
    title="Homes and carers",
    question="Have we a home for each child, near enough and good enough, that we can pay for?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            fostered,
            foster_placements_of_agencies,
            in_residential_homes,
            placed_outside_our_area,
            fostering_households,
            average_cost_of_a_placement,
        ),
        Heading("Over time"),
        Trend(foster_placements_of_agencies),
        Trend(in_residential_homes),
        Trend(living_with_relatives),
        Trend(over_20_miles_from_home),
        Trend(in_unlisted_placements),
        Trend(weekly_cost_of_placements),
        Heading("Who fosters"),
        Trend(households_approved),
        Trend(foster_enquiries),
        Heading("By kind of home and placement", over_splits=True),
        Split(looked_after, by=HOME),
        Split(looked_after, by=PLACEMENT),
        Split(average_cost_of_a_placement, by=HOME_PAID_FOR),
    ),
)

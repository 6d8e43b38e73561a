"""Money: the budget and what is spent of it, what care costs, and taking children to school."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.money import (
    budget,
    children_transported,
    committed,
    spent,
    spent_of_budget,
    transport_cost,
    transport_cost_a_child,
    transport_cost_of_budget,
    travel_trained,
    weekly_cost_of_care,
    weekly_cost_of_fostering,
    weekly_cost_of_residential_care,
)
from throughline.pages.kinds import Page
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER
from throughline.record.money import BUDGET_IS_FOR, HOW_THEY_TRAVEL, SPENT_FOR

money = Page(
    title="Money",
    question="What do children’s needs cost, and is it what we planned for?",
    seen_by=frozenset({DIRECTOR, ANALYST, MEMBER}),
    shows=(
        Headlines(
            budget,
            spent,
            committed,
            spent_of_budget,
            weekly_cost_of_care,
            weekly_cost_of_fostering,
            weekly_cost_of_residential_care,
        ),
        Heading("Taking children to school"),
        Headlines(
            children_transported,
            travel_trained,
            transport_cost,
            transport_cost_a_child,
            transport_cost_of_budget,
        ),
        Heading("Over time"),
        Trend(spent),
        Trend(children_transported),
        Trend(transport_cost),
        Heading("By what it is for, and how children travel", over_splits=True),
        Split(budget, by=BUDGET_IS_FOR),
        Split(spent, by=SPENT_FOR),
        Split(children_transported, by=HOW_THEY_TRAVEL),
    ),
)

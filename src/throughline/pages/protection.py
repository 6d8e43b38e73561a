"""Protection: enquiries, conferences, plans, and whether children are seen."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.enquiries import (
    conferences_within_15_days,
    section_47_started,
    section_47_to_conference,
)
from throughline.measures.protection import (
    children_on_plans,
    last_visit_seen_alone,
    plan_rate,
    plan_seen_within_28_days,
    plans_open_two_years,
    repeat_plans,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import AGE, WARD
from throughline.record.protection import CATEGORY
from throughline.record.workforce import TEAM

protection = Page(
    title="Protection",
    question="Are children at risk made safe, seen, and not left waiting?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            section_47_started,
            section_47_to_conference,
            conferences_within_15_days,
            children_on_plans,
            plan_rate,
            plans_open_two_years,
        ),
        Heading("Over time"),
        Trend(section_47_started),
        Trend(conferences_within_15_days),
        Trend(children_on_plans),
        Trend(plan_seen_within_28_days),
        Trend(last_visit_seen_alone),
        Trend(repeat_plans),
        Heading("By category, age, ward and team", over_splits=True),
        Split(children_on_plans, by=CATEGORY),
        Split(children_on_plans, by=AGE),
        Split(children_on_plans, by=WARD),
        Split(plan_seen_within_28_days, by=TEAM),
    ),
)

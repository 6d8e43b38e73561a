"""The workforce: how many children each worker has, and whether there are enough workers, who stay."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.caseloads import workers_over_20, workers_over_25
from throughline.measures.workforce import (
    agency_rate,
    agency_workers,
    caseload,
    children_with_a_worker,
    in_post,
    leavers,
    sickness_absence,
    supervised_in_time,
    turnover,
    vacancy_rate,
    vacant_posts,
)
from throughline.pages.kinds import Page
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER, TEAM_MANAGER
from throughline.record.workforce import TEAM, WHY_LEFT

workforce = Page(
    title="Workforce",
    question="Are there enough workers, do they stay, and can each know the children they have?",
    seen_by=frozenset({DIRECTOR, TEAM_MANAGER, ANALYST, MEMBER}),
    shows=(
        Headlines(
            caseload,
            workers_over_20,
            workers_over_25,
            vacancy_rate,
            agency_rate,
            turnover,
        ),
        Heading("Over time"),
        Trend(caseload),
        Trend(children_with_a_worker),
        Trend(vacant_posts),
        Trend(agency_workers),
        Trend(in_post),
        Trend(leavers),
        Trend(sickness_absence),
        Trend(supervised_in_time),
        Heading("By team, and why workers left", over_splits=True),
        Split(caseload, by=TEAM),
        Split(vacant_posts, by=TEAM),
        Split(supervised_in_time, by=TEAM),
        Split(leavers, by=WHY_LEFT),
    ),
)

"""Complaints and compliments: what families tell us, and whether they are answered."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.complaints import (
    complaints_answered_in_time,
    complaints_overdue,
    complaints_received,
    complaints_upheld,
    compliments,
    days_to_answer,
)
from throughline.pages.kinds import Page
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER, TEAM_MANAGER
from throughline.record.complaints import COMPLAINT_STAGE, COMPLAINT_THEME

complaints = Page(
    title="Complaints and compliments",
    menu="Complaints",
    question="What do families tell us, and do we answer them in time?",
    seen_by=frozenset({DIRECTOR, TEAM_MANAGER, ANALYST, MEMBER}),
    shows=(
        Headlines(
            complaints_received,
            complaints_answered_in_time,
            complaints_overdue,
            complaints_upheld,
            days_to_answer,
            compliments,
        ),
        Heading("Over time"),
        Trend(complaints_received),
        Trend(complaints_answered_in_time),
        Heading("By stage and theme", over_splits=True),
        Split(complaints_received, by=COMPLAINT_STAGE),
        Split(complaints_received, by=COMPLAINT_THEME),
    ),
)

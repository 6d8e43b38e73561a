"""The front door: what reaches us, and what becomes of it."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.assessment import (
    assessments_within_45_days,
    open_assessments,
    open_assessments_past_45_days,
)
from throughline.measures.front_door import contacts, contacts_to_referral, referrals, rereferrals
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import WARD
from throughline.record.front_door import CONTACT_CAME_FROM
from throughline.record.workforce import TEAM

front_door = Page(
    title="Front door",
    question="Do children get the right help, and soon enough?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            contacts,
            contacts_to_referral,
            referrals,
            rereferrals,
            open_assessments,
            open_assessments_past_45_days,
        ),
        Heading("Over time"),
        Trend(contacts),
        Trend(contacts_to_referral),
        Trend(rereferrals),
        Trend(assessments_within_45_days),
        Heading("By who told us, ward and team", over_splits=True),
        Split(contacts, by=CONTACT_CAME_FROM),
        Split(referrals, by=WARD),
        Split(assessments_within_45_days, by=TEAM),
    ),
)

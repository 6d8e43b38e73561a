"""The front door: what reaches us, and what becomes of it."""

from throughline.blocks.heading import Heading
from throughline.blocks.headlines import Headlines
from throughline.blocks.split import Split
from throughline.blocks.trend import Trend
from throughline.measures.front_door import (
    contacts,
    contacts_to_referral,
    four_contacts_referred,
    referrals,
    referrals_to_assessment,
    rereferrals,
)
from throughline.pages.kinds import EVERYBODY, Page
from throughline.record.child import WARD
from throughline.record.front_door import CAME_OF_CONTACT, CONTACT_CAME_FROM
from throughline.record.workforce import TEAM

front_door = Page(
    title="Front door",
    question="Is every worry heard, and taken on when it should be?",
    seen_by=EVERYBODY,
    shows=(
        Headlines(
            contacts,
            contacts_to_referral,
            four_contacts_referred,
            referrals,
            rereferrals,
            referrals_to_assessment,
        ),
        Heading("Over time"),
        Trend(contacts),
        Trend(contacts_to_referral),
        Trend(referrals),
        Trend(rereferrals),
        Heading("By who told us, what came of it, ward and team", over_splits=True),
        Split(contacts, by=CONTACT_CAME_FROM),
        Split(contacts, by=CAME_OF_CONTACT),
        Split(referrals, by=WARD),
        Split(rereferrals, by=TEAM),
    ),
)

"""The front door: what reaches us, and what becomes of it."""

from throughline.blocks.headlines import Headlines
from throughline.measures.front_door import contacts, contacts_to_referral, referrals, rereferrals
from throughline.pages.kinds import EVERYBODY, Page

front_door = Page(
    title="Front door",
    question="Do children get the right help, and soon enough?",
    seen_by=EVERYBODY,
    shows=(Headlines(contacts, contacts_to_referral, referrals, rereferrals),),
)

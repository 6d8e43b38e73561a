"""Lists of the front door's: what was decided of each contact, and when; what others knew of the child."""

from collections.abc import Iterator

from throughline.record.front_door import AgencyChecks, ContactDecisions
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import after, iso
from throughline.sample.local_lists import LocalList

DECIDED_KEPT = 1100  # days: the list began when the front door's new form did
CHECKS_KEPT = 730
ASKED = (("Police", 0.95), ("Health", 0.8), ("School", 0.7), ("Housing", 0.2))  # and how often each is
DECISIONS = {"referral": "Referral", "existing": "To the open case", "advice": "Information and advice",
             "early help": "Early help", "nothing": "No further action", "missing": ""}  # fmt: skip


def _decisions(at: AsAt) -> Iterator[Row]:
    for c in at.contacts:
        if c.day < at.day - DECIDED_KEPT:
            continue
        at.deck.cut(c.key * 113)
        late = 0 if at.deck.happens(0.87) else 2 + int(at.deck.waiting(2))
        decided = after(c.day, late or at.deck.whole(0, 1))
        rating = at.deck.one_of(("Red", "Amber", "Amber", "Green", "Green"))
        known = decided <= at.day
        yield (c.key, c.child.key, iso(c.day), at.shown(decided), rating,
               DECISIONS[c.outcome] if known else "", at.authority.teams.front)  # fmt: skip


def _checks(at: AsAt) -> Iterator[Row]:
    """Before a contact is taken on, others are asked what they know."""
    for c in at.contacts:
        if c.day < at.day - CHECKS_KEPT or c.outcome != "referral":
            continue
        at.deck.cut(c.key * 233)
        for agency, share in ASKED:
            if at.deck.happens(share):
                answered = after(c.day, int(at.deck.waiting(1)))
                concern = "Y" if at.deck.happens(0.4) else "N"
                known = answered <= at.day
                yield (c.key, c.child.key, iso(c.day), agency, at.shown(answered), concern if known else "")


decisions = LocalList(
    table=ContactDecisions,
    columns="contact child received decided rating decision team",
    rows=_decisions,
)
agency_checks = LocalList(
    table=AgencyChecks, columns="contact child asked agency answered concern", rows=_checks
)

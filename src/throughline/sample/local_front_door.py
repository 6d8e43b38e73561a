"""A list of the front door's: what was decided of each contact, and when."""

from collections.abc import Iterator

from throughline.record.front_door import ContactDecisions
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import after, iso
from throughline.sample.local_lists import LocalList

DECIDED_KEPT = 1100  # days: the list began when the front door's new form did
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


decisions = LocalList(
    table=ContactDecisions,
    columns="contact child received decided rating decision team",
    rows=_decisions,
)

"""Lists of the SEND team: yearly reviews of plans, held or not, and appeals to the tribunal."""

from collections.abc import Iterator

from throughline.record.send import EhcAnnualReviews, EhcAppeals
from throughline.sample.as_at import AsAt, Row
from throughline.sample.days import iso, last_working, next_working
from throughline.sample.local_lists import LocalList
from throughline.sample.send import Request, requests

KEPT = 3 * 365  # days of reviews
BEFORE_COURT = ("Refusal to assess", "Refusal to issue a plan", "What the plan says")


def _known(request: Request, day: int) -> str:
    """By the pupil number, as the census knows them."""
    return request.pupil.upn_on(day)


def _reviews(at: AsAt) -> Iterator[Row]:
    for each in requests(at):
        if not each.issued:
            continue
        due = each.planned + 365
        while due < min(each.ended, at.day + 90):
            at.deck.cut(each.pupil.key * 173 + due)
            met = last_working(due + int(at.deck.around(-12, 22)))
            told, child = next_working(met + 20 + int(at.deck.waiting(9))), _known(each, at.day)
            if due > at.day - KEPT and child:
                yield (child, iso(due), at.shown(met), at.shown(told), _decided(at) if told <= at.day else "")
            due += 365


def _decided(at: AsAt) -> str:
    return at.deck.one_of(("Keep", "Keep", "Keep", "Change"))


def _appeals(at: AsAt) -> Iterator[Row]:
    for each in requests(at):
        at.deck.cut(each.pupil.key * 179)
        why = BEFORE_COURT[0 if not each.assessed else 2 if each.issued else 1]
        began = next_working((each.planned if each.assessed else each.answered) + 25 + at.deck.whole(0, 35))
        heard = next_working(began + 150 + int(at.deck.waiting(70)))
        child = _known(each, at.day)
        if each.appealed and at.began <= began <= at.day and child:
            ended = heard <= at.day
            outcome = at.deck.one_of(("Conceded", "Withdrawn", "Upheld")) if ended else ""
            yield child, iso(began), iso(heard) if ended else "", why, "Y", iso(heard), outcome


annual_reviews = LocalList(table=EhcAnnualReviews, columns="child due met told decision", rows=_reviews)
appeals = LocalList(
    table=EhcAppeals, columns="child started ended appealed mediated hearing outcome", rows=_appeals
)

"""Lists of the council's own about court."""

from collections.abc import Iterator

from throughline.record.court import CourtCases, CourtHearings, CourtOrders
from throughline.sample.as_at import AsAt, Row
from throughline.sample.court import proceedings
from throughline.sample.court_at_home import InCourt, at_home
from throughline.sample.days import iso, next_working, number
from throughline.sample.journey import Case, Group
from throughline.sample.local_lists import LocalList

ENDS = {"adoption": "Placement order", "sgo": "Special guardianship order", "cao": "Child arrangements order",
        "long": "Care order", "home": "Supervision order"}  # fmt: skip
WEEKS_26 = 182
TOGETHER = 60  # days within which brothers and sisters are taken to be of one application


def _in_court(at: AsAt) -> list[InCourt]:
    """Every child in proceedings."""
    found: list[InCourt] = []
    together: dict[Group, int] = {}
    for care in at.cares:
        p = proceedings(at.deck, care)
        if p and at.began <= p.applied <= at.day:
            applied = together.setdefault(care.case.group, p.applied)
            if not 0 <= p.applied - applied <= TOGETHER:
                applied = together[care.case.group] = p.applied
            outcome = ENDS.get(care.goal, "No order")
            found.append(InCourt(care.case, applied, p.ended, "Care order", outcome))
    for ending, aim in at.authority.aims.court.items():
        if number(ending, 3, 31) <= at.day:
            found += at_home(at, ending, aim, found)
    return found


def _number(case: Case, applied: int) -> str:
    """The court's number: the same for the brothers and sisters of one application."""
    return f"FC{case.group.key}-{applied}"


def _cases(at: AsAt) -> Iterator[Row]:
    for one in _in_court(at):
        over = one.ended <= at.day
        worker, team = at.author(one.case, min(one.applied, at.day))
        late = one.ended - one.applied > WEEKS_26 and at.day - one.applied > WEEKS_26
        yield (_number(one.case, one.applied), one.case.child.key, at.shown(one.applied), at.shown(one.ended),
               one.asked, one.outcome if over else "",
               "Further assessment of a relative" if late else "", team, worker)  # fmt: skip


def _orders(at: AsAt) -> Iterator[Row]:
    numbers = {(one.case, one.ended): _number(one.case, one.applied) for one in _in_court(at)}
    for care in at.cares:
        found = proceedings(at.deck, care)
        if found is None or (case := numbers.get((care.case, found.ended))) is None:
            continue
        if found.first_hearing <= at.day:
            yield case, care.child.key, at.shown(found.first_hearing), "Interim care order", "Y", "N"
        if found.ended <= at.day:
            yield case, care.child.key, at.shown(found.ended), ENDS.get(care.goal, "No order"), "N", "Y"


def _hearings(at: AsAt) -> Iterator[Row]:
    """Each hearing of a case once, whichever of a child's times in court it is of."""
    yield from dict.fromkeys(_held(at))


def _held(at: AsAt) -> Iterator[Row]:
    """The first soon after the application, then every two months or so, and the last on the day of the final
    order; of the others some are put off."""
    for one in _in_court(at):
        at.deck.cut(one.case.key * 229)
        name, child, day = _number(one.case, one.applied), one.case.child.key, next_working(one.applied + 9)
        kind = "Case management hearing"
        while day < min(one.ended, at.day + 1):
            held = at.deck.happens(0.88)
            why = "" if held else at.deck.one_of(("Reports were late", "No time in the court", "Illness"))
            yield name, child, iso(day), kind, "Y" if held else "N", why, "N"
            kind, day = "Further hearing", next_working(day + 50 + at.deck.whole(0, 20))
        if one.ended <= at.day:
            yield name, child, iso(one.ended), "Final hearing", "Y", "", "Y"


court_cases = LocalList(
    table=CourtCases,
    columns="case child started ended application outcome delay_reason team worker",
    rows=_cases,
)
court_hearings = LocalList(
    table=CourtHearings, columns="case child heard hearing went_ahead adjourned_because final", rows=_hearings
)
court_orders = LocalList(table=CourtOrders, columns="case child made court_order interim final", rows=_orders)

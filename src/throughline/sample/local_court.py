"""Lists of the council's own about court and strategy discussions."""

from collections.abc import Iterator

from throughline.record.court import CourtCases, CourtOrders
from throughline.record.protection import StrategyDiscussions
from throughline.sample.as_at import AsAt, Row
from throughline.sample.court import proceedings
from throughline.sample.days import last_working
from throughline.sample.local_lists import LocalList

ENDS = {"adoption": "Placement order", "sgo": "Special guardianship order", "cao": "Child arrangements order",
        "long": "Care order", "home": "Supervision order"}  # fmt: skip
ALONE = 0.22  # strategy discussions that no enquiry follows, for each that one does
WEEKS_26 = 182


def _cases(at: AsAt) -> Iterator[Row]:
    for care in at.cares:
        found = proceedings(at.deck, care)
        if found is None or not at.began <= found.applied <= at.day:
            continue
        over = found.ended <= at.day
        worker, team = at.author(care.case, min(found.applied, at.day))
        late = found.ended - found.applied > WEEKS_26 and at.day - found.applied > WEEKS_26
        yield (f"FC{care.case.group.key}", care.child.key, at.shown(found.applied), at.shown(found.ended),
               "Care order", ENDS.get(care.goal, "No order") if over else "",
               "Further assessment of a relative" if late else "", team, worker)  # fmt: skip


def _orders(at: AsAt) -> Iterator[Row]:
    for care in at.cares:
        found = proceedings(at.deck, care)
        if found is None or found.applied < at.began:
            continue
        case = f"FC{care.case.group.key}"
        if found.first_hearing <= at.day:
            yield case, care.child.key, at.shown(found.first_hearing), "Interim care order", "Y", "N"
        if found.ended <= at.day:
            yield case, care.child.key, at.shown(found.ended), ENDS.get(care.goal, "No order"), "N", "Y"


def _discussions(at: AsAt) -> Iterator[Row]:
    for case in at.cases:
        for e in case.enquiries:
            if not at.began <= e.start <= at.day:
                continue
            worker, team = at.author(case, e.start)
            at.deck.cut(e.key * 59)
            known = "N" if e.start - case.opened <= 4 else "Y"
            yield (f"SD{case.group.key}-{e.start}", case.child.key, at.shown(e.start), known, "Y",
                   "Y" if at.deck.happens(0.34) else "N", e.key, team, worker)  # fmt: skip
            before = last_working(e.start - 40)
            if before > max(case.opened, at.began) and at.deck.happens(ALONE):
                discussion = f"SD{case.group.key}-{before}"
                yield discussion, case.child.key, at.shown(before), "Y", "N", "", "", team, worker


court_cases = LocalList(
    table=CourtCases,
    columns="case child started ended application outcome delay_reason team worker",
    rows=_cases,
)
court_orders = LocalList(table=CourtOrders, columns="case child made court_order interim final", rows=_orders)
strategy_discussions = LocalList(
    table=StrategyDiscussions,
    columns="discussion child discussed case_open section_47 joint enquiry team worker",
    rows=_discussions,
)

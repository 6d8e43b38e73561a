"""The borough as its case system would show it on one day: nothing later, nothing closed before 2013."""

from datetime import date

from throughline.sample.borough import RECORD_BEGINS
from throughline.sample.borough_record import Borough
from throughline.sample.chance import Deck
from throughline.sample.days import iso
from throughline.sample.journey import Care, Case, Child, Plan
from throughline.sample.worker import Worker

Row = tuple[object, ...]


class AsAt:
    """What the export of one day holds."""

    def __init__(self, borough: Borough, workers: list[Worker], day: date) -> None:
        self.borough, self.date, self.day, self.iso_day = borough, day, day.toordinal(), day.isoformat()
        self.authority = borough.authority
        self.deck = Deck(borough.seed, "details")
        self.began = began = RECORD_BEGINS.toordinal()
        self.cases: list[Case] = [c for c in borough.cases if c.opened <= self.day and c.closed > began]
        self.contacts = [c for c in borough.contacts if began <= c.day <= self.day]
        self.early_help = [e for e in borough.early_help if e.start <= self.day]
        self.cares: list[Care] = [
            care for case in self.cases for care in case.cares if care.start <= self.day
        ]
        self.cares.sort(key=lambda care: (care.start, care.key))
        self.plans: list[Plan] = [
            plan for case in self.cases for plan in case.plans if plan.start <= self.day
        ]
        named = {stint.worker for case in self.cases for stint in case.stints if stint.start <= self.day}
        self.workers = [w for w in workers if w.key in named]
        self.worker_by_key = {w.key: w for w in self.workers}
        self.children = self._children()

    def _children(self) -> list[Child]:
        """Every child the export mentions, by id."""
        found = {c.child.key: c.child for c in self.contacts}
        found |= {c.child.key: c.child for c in self.cases} | {e.child.key: e.child for e in self.early_help}
        for child in list(found.values()):
            baby = child.mother_of
            if baby is not None and baby.born <= self.day:
                found[baby.key] = baby
        return [found[key] for key in sorted(found)]

    def shown(self, day: int) -> str:
        """A day in the ISO form, or nothing if it has not come."""
        return iso(day) if day <= self.day else ""

    def holder(self, case: Case, day: int) -> tuple[str, str]:
        """Worker and team that hold the case on a day; blank while it waits for a worker."""
        for stint in case.stints:
            if stint.start <= day < stint.end:
                return str(stint.worker), stint.team
        return "", ""

    def author(self, case: Case, day: int) -> tuple[str, str]:
        """Who would have signed work of the day: the holder, or else the next or last to hold the case."""
        worker, team = self.holder(case, day)
        if worker or not case.stints:
            return worker, team
        near = min(case.stints, key=lambda s: (abs(s.start - day), s.key))
        return (str(near.worker), near.team) if near.start <= self.day else ("", near.team)

    def moved(self, child: Child) -> tuple[int, int]:
        """The day the family last moved house and the postcode before; families seldom move."""
        family = child.family
        self.deck.cut(family.key * 23)
        if family.stays or not self.deck.happens(0.22):
            return 0, family.home
        first = min((c.born for c in family.children), default=0)
        day = max(first + 200, 734000) + int(self.deck.next() * 4200)
        return day, int(self.deck.next() * len(self.authority.places.postcodes))

    def home_on(self, child: Child, day: int) -> str:
        """The family's postcode on a day."""
        moved, before = self.moved(child)
        return self.authority.places.postcodes[before if day < moved else child.family.home].code

"""What a page knows when it is shown: who asks, of which answers, as at which day, and about what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

import polars as pl
from django.http import Http404

from throughline.blocks.named import MEASURES, NAME_OF_BREAKDOWN, NAMES
from throughline.counting.answers import Answers
from throughline.counting.facts import ALL
from throughline.counting.headline import headline
from throughline.errors import Fault
from throughline.loads.known import Known
from throughline.measures.kinds import Measure
from throughline.people.models import Action
from throughline.people.opening import Opened, Why, open_children
from throughline.people.rights import User, may_open_children, may_open_others, may_split, role_of
from throughline.people.roles import Role
from throughline.record.breakdowns import Breakdown
from throughline.record.periods import Period, said
from throughline.record.snapshots import Snapshot

AS_AT, KNOWN_AT = "as-at", "known-at"


@dataclass(frozen=True, kw_only=True, eq=False)
class Ask:
    """Everything a block may know. It asks nothing of the request itself, so a report can ask as well.

    `day` is the day of *as at*, on or before the data's own. `about` is what the address names (the
    `measure`, the `child`'s key), `chosen` what was chosen on the page (its query).
    `faults` gives what was found wrong in the files behind the answers, when it is called. `known` is the
    earlier load whose record this is; None for the one that is served, and then `today` is None as well:
    else it is the record that is served, by which rights are judged whatever is looked at."""

    user: User
    answers: Answers
    day: date
    page: str
    request: UUID
    about: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    faults: Callable[[], Sequence[Fault]] = tuple
    known: Known | None = None
    today: Snapshot | None = None

    @property
    def snapshot(self) -> Snapshot:
        """The record behind the answers."""
        return self.answers.snapshot

    @property
    def rights(self) -> Snapshot:
        """The record by which it is judged whom this reader may open: that of today, always."""
        return self.today or self.snapshot

    @property
    def clocks(self) -> dict[str, str]:
        """What an address or a form must say to stay at the same day, and at the same load: nothing, where
        both are the newest. Days and numbers only."""
        found = {} if self.day == self.snapshot.as_at else {AS_AT: self.day.isoformat()}
        return found | ({KNOWN_AT: f"{self.known.number}"} if self.known else {})

    @property
    def load_said(self) -> str:
        """As known at which load this is, in words for a file that is kept."""
        if self.known is None:
            return f"the newest load: data as at {said(self.snapshot.as_at)}"
        return self.known.said

    @property
    def pinned(self) -> dict[str, str]:
        """The same for a form whose answer is to be of the very day that is shown, whatever comes in."""
        return {AS_AT: self.day.isoformat()} | self.clocks

    @property
    def role(self) -> Role:
        """The role of who asks. Raises Http404 for someone with none: they are shown nothing."""
        role = role_of(self.user)
        if role is None:
            raise Http404
        return role

    @property
    def may_split(self) -> bool:
        """Whether figures may be parted for this reader."""
        return may_split(self.user)

    @property
    def hides_small(self) -> bool:
        """Whether small numbers are hidden from this reader: those who see the council's totals only."""
        return not self.may_split

    @property
    def may_open_children(self) -> bool:
        """Whether lists of children are for this reader at all."""
        return may_open_children(self.user)

    @property
    def may_open_others(self) -> bool:
        """Whether lists of what is no child (workers, posts, money, complaints) are for this reader."""
        return may_open_others(self.user)

    def measure(self, given: Measure | None = None) -> Measure:
        """The measure given, or else the one the page's address names. Raises Http404 if it is none."""
        found = given or MEASURES.get(self.about.get("measure", ""))
        if found is None or found not in self.answers.facts:
            raise Http404
        return found

    def period(self, measure: Measure) -> Period:
        """What a figure of this measure is of as at the page's day, where no dates were chosen."""
        return headline(self.answers, measure, self.day)

    def link(self, address: str, **chosen: str | None) -> str:
        """An address within the site, keeping *as at* and *as known at*."""
        query = {name.rstrip("_").replace("_", "-"): value for name, value in chosen.items() if value}
        query |= self.clocks
        return f"{address}?{urlencode(query)}" if query else address

    def measure_link(
        self,
        measure: Measure,
        period: Period | None = None,
        by: Breakdown = ALL,
        group: str = "",
        **chosen: str | None,
    ) -> str:
        """The page of a measure: of the page's own period, or of another, perhaps of one group."""
        other = period if period is not None and period != self.period(measure) else None
        parted = {"by": NAME_OF_BREAKDOWN[by], "group": group} if by is not ALL else {}
        dates = {"from_": other.start.isoformat(), "to": other.end.isoformat()} if other else {}
        return self.link(f"/measures/{NAMES[measure]}/", **dates, **parted, **chosen)

    def download_link(
        self, measure: Measure, by: Breakdown = ALL, group: str = "", **chosen: str | None
    ) -> str:
        """The figures of a measure as a file, of one group perhaps."""
        part = {"by": NAME_OF_BREAKDOWN[by], "group": group} if by is not ALL else {}
        return self.link(f"/downloads/figures/{NAMES[measure]}/", **part, **chosen)

    def open(
        self, rows: pl.DataFrame, says: str, action: Action = Action.LIST, child: str | None = None
    ) -> Opened:
        """Rows of children, as this reader may see them, once the log says so. See `open_children`."""
        why = Why(action=action, page=self.page, says=says, request=self.request)
        return open_children(self.user, rows, why, snapshot=self.rights, child=child)

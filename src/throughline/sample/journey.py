"""What happens to a child in the simulated borough. Every day is a whole number (see `days`).

A day of `NEVER` has not come. The writers show nothing that lies after the day the sample is *as at*, so
the story may be told a little past that day.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from throughline.sample.days import NEVER


@dataclass(slots=True, eq=False)
class Family:
    """A household: where it lives, what troubles it, its children (some not yet born)."""

    key: int
    home: int  # place in places.POSTCODES
    street: str
    surname: str
    ethnicity: str
    need: str  # the kind of trouble, as a primary need code
    risk: float  # against the average of families that come to notice
    children: list[Child] = field(default_factory=list)
    group: Group | None = None  # the referral now open
    last_referred: int = -NEVER
    early_help: int = -NEVER  # when early help last ended
    planned_before: bool = False  # a child has been on a protection plan
    stays: bool = False  # has lived at one address


@dataclass(slots=True, eq=False)
class Child:
    """One child; `key` is the id in every file."""

    key: int
    family: Family
    forename: str
    sex: str
    born: int
    ethnicity: str
    disabilities: tuple[str, ...]
    upn: str
    known_unborn: bool = False
    nation: str = ""
    mother_of: Child | None = None
    does: tuple[int, str] = (0, "")  # at which age as a care leaver, and what, where that is arranged
    cases: list[Case] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    cares: list[Care] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Contact:
    """A contact about one child, and what was decided."""

    key: int
    child: Child
    day: int
    source: str
    outcome: str  # referral, existing, advice, early help, nothing, missing


@dataclass(slots=True, eq=False)
class EarlyHelp:
    """A time of early help."""

    key: int
    child: Child
    start: int
    end: int
    reason: str
    ended_by: str
    organisation: str


@dataclass(slots=True, eq=False)
class Group:
    """The children of one family referred together: their journey is decided together."""

    key: int
    family: Family
    opened: int
    cases: list[Case] = field(default_factory=list)
    last_enquiry: int = -NEVER


@dataclass(slots=True, eq=False)
class Case:
    """One child's referral and all that comes of it (a child-in-need episode)."""

    key: int
    child: Child
    group: Group
    opened: int
    source: str
    need: str
    nothing_further: bool
    path: str = "need"  # or "not needed", "early help"
    signed: int = NEVER  # first assessment signed off
    closed: int = NEVER
    reason: str = ""
    need_plan: NeedPlan | None = None
    plan: Plan | None = None
    care: Care | None = None
    leaving_from: int = NEVER  # a care leaver from this day
    assessments: list[Assessment] = field(default_factory=list)
    enquiries: list[Enquiry] = field(default_factory=list)
    need_plans: list[NeedPlan] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    cares: list[Care] = field(default_factory=list)
    stints: list[Stint] = field(default_factory=list)

    def open_on(self, day: int) -> bool:
        """Whether the case is open at the end of the day."""
        return self.opened <= day < self.closed


@dataclass(slots=True, eq=False)
class Assessment:
    """A child and family assessment; `signed` is the day of sign-off."""

    key: int
    case: Case
    start: int
    signed: int
    seen: bool
    again: bool  # a later look at an open case
    factors: list[str] = field(default_factory=list)  # what it found, where that is arranged


@dataclass(slots=True, eq=False)
class Enquiry:
    """A section 47 enquiry, from the strategy discussion."""

    key: int
    case: Case
    start: int
    end: int
    at_referral: bool
    conference: Conference | None = None


@dataclass(slots=True, eq=False)
class Conference:
    """An initial child protection conference for one child."""

    key: int
    meeting: int
    enquiry: Enquiry
    due: int
    held: int
    plan: Plan | None = None


@dataclass(slots=True, eq=False)
class NeedPlan:
    """A child in need plan."""

    key: int
    case: Case
    start: int
    end: int = NEVER


@dataclass(slots=True, eq=False)
class Plan:
    """A child protection plan; `reviews` are (due, held, continues)."""

    key: int
    case: Case
    start: int
    category: str
    meeting: int
    end: int = NEVER
    later_category: str = ""
    changed: int = NEVER
    next_review: int = NEVER
    review_due: int = NEVER
    reviews: list[tuple[int, int, bool]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Placement:
    """A home found for a looked-after child; `why_left` says why it ended."""

    key: int
    kind: str  # a 903 placement code; semi-independent and other kinds are coded by year when written
    provider: str
    start: int
    carer: int
    urn: str
    postcode: str
    council: str
    miles: float
    end: int = NEVER
    why_left: str = ""


@dataclass(slots=True, eq=False)
class Status:
    """A legal status and the time it held."""

    key: int
    code: str
    start: int
    end: int = NEVER


@dataclass(slots=True, eq=False)
class Care:
    """One period of being looked after."""

    key: int
    case: Case
    child: Child
    start: int
    need: str
    goal: str  # home, sgo, cao, adoption, long, asylum, breaks
    end: int = NEVER
    reason: str = ""
    placements: list[Placement] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    adoption: Adoption | None = None

    def open_on(self, day: int) -> bool:
        """Whether the child is looked after at the end of the day."""
        return self.start <= day < self.end

    @property
    def is_breaks(self) -> bool:
        """A series of short breaks, kept out of every count of looked-after children."""
        return self.goal == "breaks"

    def stop(self, day: int) -> None:
        """A series of short breaks comes to an end."""
        self.end, self.reason = day, "E8"
        self.placements[-1].end = self.statuses[-1].end = day


@dataclass(slots=True, eq=False)
class Adoption:
    """The days of one child's way to adoption; `order` of NEVER was not reached."""

    key: int
    decided: int
    placement_order: int
    matched: int
    placed: int
    order: int
    by_carer: bool
    reversed_on: int = NEVER
    reversed_why: str = ""
    adopters: tuple[str, str, str] = ("2", "MF", "L11")
    family: int = 0


@dataclass(slots=True, eq=False)
class Stint:
    """One worker holding one case."""

    key: int
    case: Case
    worker: int
    team: str
    start: int
    end: int = NEVER
    reason: str = ""

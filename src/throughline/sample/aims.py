"""The form of published figures that a borough's children are arranged to come to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Parted = Mapping[date, Mapping[str, int]]  # on a day, how many in each group


@dataclass(frozen=True)
class Part:
    """Of what happened from `first` to `last`, the share, from nought to one."""

    first: date
    last: date
    share: float


@dataclass(frozen=True)
class Discussed:
    """A year's strategy discussions: meetings, the children in them, and those of them newly referred."""

    meetings: int
    children: int
    new: int | None = None


@dataclass(frozen=True)
class Court:
    """A year's care proceedings: sets issued, children in them, children whose proceedings ended in the
    year, and how many weeks these took in the middle."""

    sets: int
    children: int
    concluded: int
    weeks: int


@dataclass(frozen=True)
class Panel:
    """A year's referrals to the exploitation panel, those it took on, and of whom it kept in view at the
    year's end how many were of each sex."""

    referred: int
    accepted: int
    kept: Mapping[str, int]


@dataclass(frozen=True)
class Followed:
    """Children whose early help began from `first` to `last`: how many, and of them how many were then
    assessed by a social worker within a year, and how many of these came into care."""

    first: date
    last: date
    many: int
    assessed: int
    care: int


@dataclass(frozen=True)
class Households:
    """Fostering households approved on a year's last day, and by how many more than in the year before
    were approved in it."""

    on: date
    many: int
    rise: int


@dataclass(frozen=True)
class Approved:
    """Fostering households approved on a day, and how many of them have been since another: for any child,
    and for a child of their own kin."""

    since: date
    on: date
    many: int
    mainstream: int
    kin: int


@dataclass(frozen=True)
class Caseloads:
    """What workers hold on a day: children for each worker of some teams who holds any, and how many workers
    of all teams hold more than 25."""

    teams: tuple[str, ...]
    mean: float
    heavy: int


@dataclass(frozen=True)
class Families:
    """Families who had joined Supporting Families by a day, and those of them claimed for."""

    on: date
    engaged: int
    claimed: int


@dataclass(frozen=True)
class Work:
    """Young people engaged in the employment programme by a day, those who had completed it, and those of
    them who went into work."""

    on: date
    engaged: int
    completed: int
    to_work: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Aims:
    """What a borough is arranged to come to, beyond the totals of its years. Whatever is empty is left to
    chance."""

    families: Families
    work: Work
    plans: Parted = field(default_factory=dict)  # open plans, by category of abuse
    homes: Parted = field(
        default_factory=dict
    )  # children looked after, by kind of placement (`arrange_homes`)
    settled: Mapping[date, float] = field(default_factory=dict)  # share of those long in care, on a day
    outside: Mapping[date, float] = field(default_factory=dict)  # share of those looked after, on a day
    places: Parted = field(default_factory=dict)  # open plans, by ward, or by locality for its other wards
    in_time: tuple[Part, ...] = ()  # assessments within 45 working days
    factors: Mapping[str, Part] = field(default_factory=dict)  # assessments that found a factor, by its code
    discussed: Mapping[int, Discussed] = field(default_factory=dict)  # by year, as the rest
    court: Mapping[int, Court] = field(default_factory=dict)
    panel: Mapping[int, Panel] = field(default_factory=dict)
    early_help: tuple[Followed, ...] = ()
    households: tuple[Households, ...] = ()
    approved: tuple[Approved, ...] = ()
    caseloads: Mapping[date, Caseloads] = field(default_factory=dict)
    agency: Mapping[date, int] = field(default_factory=dict)  # workers of agencies, on a day
    studying: Mapping[date, int] = field(default_factory=dict)  # care leavers in higher education, on a day
    planned: frozenset[int] = frozenset()  # years in which every child looked after has a plan for school

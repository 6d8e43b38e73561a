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


@dataclass(frozen=True, kw_only=True, eq=False)
class Aims:
    """What a borough is arranged to come to, beyond the totals of its years. Whatever is empty is left to
    chance."""

    plans: Parted = field(default_factory=dict)  # open plans, by category of abuse
    homes: Parted = field(
        default_factory=dict
    )  # children looked after, by kind of placement (`arrange_homes`)
    places: Parted = field(default_factory=dict)  # open plans, by ward, or by locality for its other wards
    in_time: tuple[Part, ...] = ()  # assessments within 45 working days
    factors: Mapping[str, Part] = field(default_factory=dict)  # assessments that found a factor, by its code

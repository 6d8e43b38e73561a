"""An invented council: what does not change in its story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from throughline.sample.aims import Aims
from throughline.sample.places import Places
from throughline.sample.teams import Teams
from throughline.sample.totals import Totals


@dataclass(frozen=True, kw_only=True, eq=False)
class Authority:
    """A council. `key` is what a command calls it; `number` stands where the Department's number of a
    council does, and is none's; `stands_for` is the ONS code of the real council of its size, whose published
    figures stand beside its own; `seed` sets its story apart from the others'; `first_keys` are where its
    numbers of children, families, … begin; each month only the latest `cases_looked_at` and `plans_looked_at`
    are gone through."""

    name: str
    key: str
    number: str
    stands_for: str
    seed: int
    places: Places
    teams: Teams
    totals: Totals
    aims: Aims
    streets: Sequence[str]
    organisations: tuple[str, ...]
    first_keys: Mapping[str, int]
    cases_looked_at: int
    plans_looked_at: int

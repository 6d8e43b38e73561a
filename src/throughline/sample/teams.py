"""The form of a council's teams: what each does, and how many cases a worker there holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Team:
    """A team; `caseload` is what a worker there is meant to hold (0: the team holds no cases)."""

    key: str
    name: str
    parent: str
    caseload: int
    job: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Teams:
    """All teams, the whole service first, and the keys of those that cases pass through. `patches` are the
    safeguarding teams by the patch they serve."""

    all: tuple[Team, ...]
    front: str
    duty: tuple[str, ...]
    patches: Mapping[str, str]
    disabled: str
    in_care: str
    leavers: str

    @cached_property
    def by_key(self) -> dict[str, Team]:
        """Each team by its key."""
        return {team.key: team for team in self.all}

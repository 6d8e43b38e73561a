"""The roles: which children each may open, and whether by name. A role is found here by looking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Reach(Enum):
    """Which children a role may open."""

    ALL = "all children"
    TEAM = "children whose case their team holds or is to allocate"
    OWN = "children whose case they hold"
    NONE = "no child"


@dataclass(frozen=True, kw_only=True, eq=False)
class Role:
    """What someone is here for.

    `names`: children are shown by name, with their addresses. `splits`: figures may be parted (by team,
    ward, age…); a role without sees the council's totals only."""

    key: str
    title: str
    scope: Reach
    names: bool
    splits: bool


DIRECTOR = Role(key="director", title="Director", scope=Reach.ALL, names=True, splits=True)
TEAM_MANAGER = Role(key="team_manager", title="Team manager", scope=Reach.TEAM, names=True, splits=True)
PRACTITIONER = Role(key="practitioner", title="Practitioner", scope=Reach.OWN, names=True, splits=True)
ANALYST = Role(key="analyst", title="Analyst", scope=Reach.ALL, names=False, splits=True)
MEMBER = Role(key="member", title="Elected member", scope=Reach.NONE, names=False, splits=False)

ROLES = {role.key: role for role in list(globals().values()) if isinstance(role, Role)}

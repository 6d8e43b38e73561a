"""Who may see what. Every decision is here, is made from what it is given, and denies the unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

import polars as pl
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from throughline.people.models import Profile
from throughline.people.roles import ROLES, Reach, Role
from throughline.record.columns import Text
from throughline.record.front_door import Referrals
from throughline.record.journey import COLUMNS, TABLES
from throughline.record.rows import SINCE, UNTIL, Own, Spell, Spells, Table
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import HELD, Involvements

User = AbstractBaseUser | AnonymousUser

NAMES = frozenset(
    "forename surname upn postcode placement_postcode urn born expected died name initials address".split()
) | {"former"}
"""Columns, by their short names, that only those who may see a child's name may see: who the child is,
where they live or are placed, and days that would tell either."""
TEXT_WITHOUT_NAMES = frozenset({
    "Addresses.ward", "Conflicts.other_from", "Conflicts.used_from", "Conflicts.what", "EarlyHelp.end_reason",
    "Involvements.role", "MergedIds.told", "Teams.name", "Teams.within", "Wards.ward", "Wards.locality",
    "Workers.name", "Workers.job",
})  # fmt: skip
"""Columns of free words that hold no name; any other free words are shown to nobody without names."""


@dataclass(frozen=True)
class Scope:
    """The children someone may open: all of them, or these."""

    all: bool = False
    children: frozenset[str] = frozenset()

    def holds(self, child: str | None) -> bool:
        """Whether this child may be opened."""
        return self.all or child in self.children

    def test(self, child: pl.Expr) -> pl.Expr:
        """Whether a row is of a child that may be opened; a row of no child is nobody's."""
        return pl.lit(self.all) | child.is_in(list(self.children)).fill_null(False)


NOBODY = Scope()
EVERYONE = Scope(all=True)


def profile_of(user: User) -> Profile | None:
    """Who someone is at work; None if they are not signed in, not active, or have no known role."""
    profile = getattr(user, "profile", None) if user.is_authenticated and user.is_active else None
    return profile if isinstance(profile, Profile) and profile.role in ROLES else None


def role_of(user: User) -> Role | None:
    """Someone's role, if they have one that we know."""
    profile = profile_of(user)
    return ROLES[profile.role] if profile else None


def may_see_page(user: User, seen_by: Set[Role]) -> bool:
    """Whether a page that these roles see may be seen by someone."""
    role = role_of(user)
    return role is not None and role in seen_by


def may_open_children(user: User) -> bool:
    """Whether any child's record could ever be opened. Where not, a child's address is *not found*."""
    role = role_of(user)
    return role is not None and role.scope is not Reach.NONE


def may_open_others(user: User) -> bool:
    """Whether rows about no child (workers, posts, money, complaints) are for someone: for those alone who
    may open every child."""
    role = role_of(user)
    return role is not None and role.scope is Reach.ALL


def may_split(user: User) -> bool:
    """Whether figures may be parted, or only the council's totals seen."""
    role = role_of(user)
    return role is not None and role.splits


def scope_of(user: User, snapshot: Snapshot) -> Scope:
    """The children someone may open, on the last day of the current snapshot: never those of a past day."""
    profile = profile_of(user)
    reach = ROLES[profile.role].scope if profile else Reach.NONE
    if reach is Reach.ALL:
        return EVERYONE
    if profile and reach is Reach.TEAM and profile.team:
        return Scope(children=held(snapshot, "team", profile.team) | waiting(snapshot, profile.team))
    if profile and reach is Reach.OWN and profile.worker:
        return Scope(children=held(snapshot, "worker", profile.worker))
    return NOBODY


def held(snapshot: Snapshot, by: str, who: str) -> frozenset[str]:
    """Children whose case this team or worker holds. Where the council sends no involvements, those with
    something open that names the team or worker itself."""
    among = [HELD]
    if Involvements in snapshot.missing:
        told = (table for table in TABLES if not issubclass(table, Own))  # a local list gives no right
        among = [table.open() for table in told if issubclass(table, Spell) and by in table.columns]
    children: set[str] = set()
    for spells in among:
        children |= open_on(snapshot, spells, column(spells.table, by) == who)
    return frozenset(children)


def waiting(snapshot: Snapshot, team: str) -> frozenset[str]:
    """Children whose open case was referred to this team and nobody holds: theirs to give to a worker."""
    if Involvements in snapshot.missing:
        return frozenset()
    given = Referrals.open().where(~Referrals.no_action.fill_null(False))
    found = open_on(snapshot, given, Referrals.team == team)
    return frozenset(found - open_on(snapshot, HELD, pl.lit(True)))


def open_on(snapshot: Snapshot, spells: Spells, test: pl.Expr) -> set[str]:
    """Children with such a spell open on the snapshot's last day, as the return that answers says."""
    day, child = snapshot.as_at, column(spells.table, "child")
    rows = snapshot.frames[spells.table].filter(
        spells.test,
        test,
        between(spells.start, spells.end, day, from_ever=False),
        between(pl.col(SINCE), pl.col(UNTIL), day, from_ever=True),
    )
    return set(rows.select(child.alias("child")).get_column("child").drop_nulls())


def between(start: pl.Expr, end: pl.Expr, day: date, *, from_ever: bool) -> pl.Expr:
    """Whether a day is in a half-open time. A blank end goes on; a blank start is *ever*, or never."""
    return (start <= day).fill_null(from_ever) & (end > day).fill_null(True)


def column(table: type[Table], short: str) -> pl.Expr:
    """A column of a table, as read on it."""
    return pl.col(table.columns[short].name)


def shown_columns(user: User, columns: Sequence[str]) -> list[str]:
    """Of these columns, those someone may see, in the same order."""
    role = role_of(user)
    if role is None:
        return []
    return list(columns) if role.names else list(nameless(columns))


def nameless(columns: Iterable[str]) -> Iterable[str]:
    """The columns that tell neither who a child is nor where they live."""
    for name in columns:
        tells = isinstance(COLUMNS.get(name), Text) or name.rsplit(".", 1)[-1] in NAMES
        if name in TEXT_WITHOUT_NAMES or not tells:
            yield name

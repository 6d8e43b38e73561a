"""The only way out for rows of children: the right is checked and the log written before any is given."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import polars as pl
from django.db import transaction

from throughline.people.keys import key_of
from throughline.people.models import Action, Opening, Profile
from throughline.people.rights import User, may_open_others, profile_of, scope_of, shown_columns
from throughline.record.snapshots import Snapshot

KEY = "@key"  # the column of children's addresses, which an opened row gains


@dataclass(frozen=True, kw_only=True)
class Why:
    """What someone is doing that shows them children: how, on which page, for what, in which request.

    `says` is plain words for whoever reads the log: "Assessments open over 45 working days". It never
    holds what was typed in a search."""

    action: Action
    page: str
    says: str
    request: UUID


@dataclass(frozen=True)
class Opened:
    """Rows that may be shown, each with its child's address under `KEY`. `hidden` is how many rows there
    are of children outside what this person may see."""

    rows: pl.DataFrame
    hidden: int


def open_children(
    user: User, rows: pl.DataFrame, why: Why, *, snapshot: Snapshot, child: str | None = None
) -> Opened:
    """Rows of children, as this person may see them, once the log says that they were seen.

    `rows` have a column of the council's ids of children: `child`, or the one that ends in ".child".
    `snapshot` is the current one, whatever day the page is of: rights follow whose case it is now. Call it
    with the rows that will be shown, not with all there are: each child is one row of the log.

    Raises if the log cannot be written, or if it is called within a transaction that could yet undo it;
    then nothing is given."""
    column = child or child_column(rows)
    scope = scope_of(user, snapshot)
    seen = rows.filter(scope.test(pl.col(column).cast(pl.String)))
    children = seen.get_column(column).cast(pl.String)
    keys = {
        each: key_of(each, snapshot.council) for each in children.unique(maintain_order=True).drop_nulls()
    }
    if keys:
        log(user, list(keys.values()), why)
    shown = seen.select(shown_columns(user, seen.columns))
    addressed = shown.with_columns(
        children.replace_strict(keys, default=None, return_dtype=pl.String).alias(KEY)
    )
    return Opened(addressed, rows.height - seen.height)


def open_others(user: User, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows about no child (workers, posts, money, complaints), as this person may see them: none unless they
    may open every child, and never which child a row names. Nothing is logged: nobody’s record is opened."""
    seen = rows if may_open_others(user) else rows.clear()
    return seen.select(name for name in shown_columns(user, seen.columns) if not name.endswith(".child"))


def child_column(rows: pl.DataFrame) -> str:
    """The column that says whose row it is. Where tables lie side by side, all must say the same child."""
    first, *others = [name for name in rows.columns if name.endswith(".child")] or [""]
    if not first:
        raise ValueError("These rows have no column that ends in “.child”; say which column is the child’s.")
    if any(
        rows.select((pl.col(first).cast(str).ne_missing(pl.col(other).cast(str))).any()).item()
        for other in others
    ):
        raise ValueError("These rows name two children at once; say which column is the child’s.")
    return first


def log(user: User, keys: list[str], why: Why) -> None:
    """One row for each child not yet logged for this request, all or none, kept before this returns."""
    profile = profile_of(user)
    if profile is None:
        raise PermissionError("Nobody without a role opens a child’s record.")
    with transaction.atomic(durable=True):
        before = Opening.objects.filter(request=why.request, action=why.action)
        known = set(before.values_list("child", flat=True))
        new = [key for key in dict.fromkeys(keys) if key not in known]
        Opening.objects.bulk_create(opening(profile, key, why) for key in new)


def opening(profile: Profile, key: str, why: Why) -> Opening:
    """One row of the log."""
    return Opening(
        user_id=profile.user_id,
        role=profile.role,
        action=why.action,
        child=key,
        page=why.page,
        why=why.says,
        request=why.request,
    )

"""A child, a worker and a team in words, as a reader may see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

import polars as pl
from django.http import Http404

from throughline.blocks.asking import Ask
from throughline.blocks.labels import team_names
from throughline.counting.lists import CHILD, TEAM, WORKER, holders
from throughline.people.models import Action
from throughline.people.opening import KEY
from throughline.people.rights import profile_of, scope_of
from throughline.people.roles import Reach
from throughline.record.child import Child
from throughline.record.rows import WHO
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Workers

NOBODY, AGE = "No worker", "@age"


@dataclass(frozen=True)
class Holder:
    """Whose case a child is: ids of the record, and in words."""

    worker: str
    team: str
    words: str


_holders: WeakKeyDictionary[Ask, Mapping[str, Holder]] = WeakKeyDictionary()
_workers: WeakKeyDictionary[Snapshot, Mapping[str, str]] = WeakKeyDictionary()


def worker_names(snapshot: Snapshot) -> Mapping[str, str]:
    """Each worker's name."""
    if snapshot not in _workers:
        rows = snapshot.frames[Workers].select(Workers.worker, Workers.name).drop_nulls().rows()
        _workers[snapshot] = {str(worker): str(name) for worker, name in rows}
    return _workers[snapshot]


def worker_said(snapshot: Snapshot, worker: str | None, otherwise: str = NOBODY) -> str:
    """A worker by name, or by their id where there is no list of workers."""
    return worker_names(snapshot).get(worker, worker) if worker else otherwise


def team_said(snapshot: Snapshot, team: str | None, otherwise: str = "team not recorded") -> str:
    """A team by name, or by its id where there is no list of teams."""
    return team_names(snapshot).get(team, team) if team else otherwise


def holding(ask: Ask) -> Mapping[str, Holder]:
    """Whose case each child is on the page's day."""
    if ask not in _holders:
        rows = holders(ask.snapshot, ask.day).select(CHILD, WORKER, TEAM).rows()
        _holders[ask] = {
            child: Holder(worker or "", team or "", worker_said(ask.snapshot, worker, "worker not recorded"))
            for child, worker, team in rows
        }
    return _holders[ask]


def own_team(ask: Ask) -> str:
    """The team of who asks, by its id; blank if they have none."""
    profile = profile_of(ask.user)
    return profile.team if profile else ""


def chosen_team(ask: Ask) -> str:
    """The team a page is of: a manager's own and no other; for whoever may open all children the one
    chosen, or blank. Raises Http404 for a team that is not theirs, or is none."""
    asked = ask.chosen.get("team", "")
    if ask.role.scope is not Reach.ALL:
        if asked not in ("", own_team(ask)):
            raise Http404
        return own_team(ask)
    if asked and asked not in team_names(ask.snapshot):
        raise Http404
    return asked


def teams_of(ask: Ask) -> list[str]:
    """Every team that holds a case on the day, by name; all that are known where nobody says who does."""
    names = team_names(ask.snapshot)
    busy = {holder.team for holder in holding(ask).values()} & set(names)
    return sorted(busy or set(names), key=lambda team: names[team])


def with_child(snapshot: Snapshot, rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """The rows with their child's own columns beside them, and the child's id in @child."""
    child = snapshot.frames[Child]
    beside = child.select(
        WHO, *(c for c in child.columns if c.startswith("Child.") and c not in rows.columns)
    )
    rows = rows.with_columns(pl.col(column).cast(pl.String).alias(CHILD))
    return rows.join(beside.drop("Child.child", strict=False), on=WHO, how="left", maintain_order="left")


def within(ask: Ask, rows: pl.DataFrame, child: str = CHILD) -> pl.DataFrame:
    """Those rows whose child this reader may open. It opens none of them: see `Ask.open`."""
    return rows.filter(scope_of(ask.user, ask.rights).test(pl.col(child).cast(pl.String)))


def opened(ask: Ask, rows: pl.DataFrame, says: str, action: Action = Action.LIST) -> list[dict[str, Any]]:
    """Those rows as this reader may see them, once the log says so, each child's age on the day beside
    them in @age: an age may be told where a day of birth may not."""
    ages = [age_said(row, ask.day) for row in rows.iter_rows(named=True)]
    aged = rows.with_columns(pl.Series(AGE, ages, pl.String))
    return ask.open(aged, says, action, child=CHILD).rows.rows(named=True)


def child_said(row: Mapping[str, object]) -> str:
    """A child's name and age on the day; their id in place of the name to a reader who sees none."""
    return ", ".join(filter(None, (name_of(row) or str(row[CHILD]), str(row[AGE]))))


def name_of(row: Mapping[str, object]) -> str:
    """A child's name; blank where there is none, or none to be seen."""
    return " ".join(str(row[part]) for part in ("Child.forename", "Child.surname") if row.get(part))


def age_said(row: Mapping[str, object], day: date) -> str:
    """Age in years on the day; in months or weeks for the youngest; “unborn” before birth."""
    born, expected = row.get("Child.born"), row.get("Child.expected")
    if not isinstance(born, date):
        return "unborn" if isinstance(expected, date) else ""
    if born > day:
        return "unborn"
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    if years >= 2:
        return f"{years}"
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    if months:
        return f"{months} month{'s' if months > 1 else ''}"
    weeks = (day - born).days // 7
    return f"{weeks} week{'' if weeks == 1 else 's'}"


def child_link(ask: Ask, row: Mapping[str, object]) -> str:
    """The address of the child's page: by their key, never by an id of the council's."""
    return ask.link(f"/children/{row[KEY]}/") if row.get(KEY) else ""

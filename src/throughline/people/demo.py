"""Sign-ins for a demonstration, each tied to a worker of the sample council."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from throughline.people.adding import made_password
from throughline.people.models import Profile
from throughline.people.rights import between
from throughline.people.roles import ANALYST, DIRECTOR, MEMBER, PRACTITIONER, TEAM_MANAGER, Role
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import HELD, Involvements, Teams, Workers

FILE = "demo_sign_ins.json"
CASELOAD = 22  # the practitioner shown is the one nearest to this many children


@dataclass(frozen=True)
class SignIn:
    """A sign-in that the demonstration prints."""

    username: str
    password: str
    title: str
    who: str


@dataclass(frozen=True)
class Post:
    """Who a demo sign-in is: a role, and the worker and team of the record."""

    role: Role
    worker: str = ""
    team: str = ""
    who: str = ""


def make_demo_users(snapshot: Snapshot) -> list[SignIn]:
    """One sign-in for each role. Passwords are made at random, once for each home, and kept in it, so
    that the same are given each time."""
    file = Path(settings.HOME) / FILE
    kept: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    made = []
    for post in posts(snapshot):
        password = kept.setdefault(post.role.key, made_password())
        make_user(post, password)
        made.append(SignIn(post.role.key, password, post.role.title, post.who))
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "w") as opened:
        json.dump(kept, opened, indent=1)
    return made


@transaction.atomic
def make_user(post: Post, password: str) -> None:
    """The sign-in of one post; one that is there already is brought up to date."""
    user, _ = User.objects.get_or_create(username=post.role.key)
    if not user.check_password(password):
        user.set_password(password)
        user.save()
    tied = {"role": post.role.key, "worker": post.worker, "team": post.team}
    Profile.objects.update_or_create(user=user, defaults=tied)


def posts(snapshot: Snapshot) -> Iterator[Post]:
    """Whom the demonstration shows: the director, the manager of a busy assessment team, one of its
    workers, an analyst, a member."""
    team = busy_team(snapshot)
    practitioner = steady_worker(snapshot, team)
    director, name = worker_with(snapshot, "director")
    yield Post(DIRECTOR, worker=director, who=name or "sees every child")
    manager = lead_of(snapshot, team)
    leads = ", ".join(filter(None, (worker_name(snapshot, manager), team_name(snapshot, team))))
    yield Post(TEAM_MANAGER, worker=manager, team=team, who=leads)
    yield Post(PRACTITIONER, worker=practitioner, team=team, who=worker_name(snapshot, practitioner))
    analyst, name = worker_with(snapshot, "analyst")
    yield Post(
        ANALYST, worker=analyst, who=", ".join(filter(None, (name, "who sees children by id, without names")))
    )
    yield Post(MEMBER, who="sees the council’s totals, and no child")


def open_cases(snapshot: Snapshot) -> pl.DataFrame:
    """Cases held on the snapshot's last day: child, team and worker."""
    here = between(HELD.start, HELD.end, snapshot.as_at, from_ever=False)
    rows = snapshot.frames[Involvements].filter(HELD.test, here)
    return rows.select(
        child=Involvements.child.cast(pl.String), team=Involvements.team, worker=Involvements.worker
    )


def busy_team(snapshot: Snapshot) -> str:
    """The assessment team with most cases; any team with most, where none is named so."""
    counted = (
        open_cases(snapshot)
        .drop_nulls("team")
        .group_by("team")
        .len()
        .sort("len", "team", descending=[True, False])
    )
    teams = counted.get_column("team").to_list()
    assess = [team for team in teams if "assess" in team_name(snapshot, team).lower()]
    found: str = (assess or teams or [""])[0]
    return found


def steady_worker(snapshot: Snapshot, team: str) -> str:
    """The worker of a team whose caseload is nearest to an ordinary one."""
    cases = open_cases(snapshot).filter(pl.col("team") == team).drop_nulls("worker")
    nearness = (pl.col("len").cast(pl.Int64) - CASELOAD).abs()
    counted = cases.group_by("worker").len().sort(nearness, "worker")
    return named(counted, "worker")


def lead_of(snapshot: Snapshot, team: str) -> str:
    """A worker of this team who could lead it: a manager, or else a senior, or else anyone there."""
    there = open_cases(snapshot).filter(pl.col("team") == team).select("worker")
    jobs = snapshot.frames[Workers].join(there, left_on=Workers.worker, right_on="worker", how="semi")
    job = Workers.job.str.to_lowercase()
    for title in ("manager", "senior"):
        found = named(jobs.filter(job.str.contains(title, literal=True)), "Workers.worker")
        if found:
            return found
    return named(jobs, "Workers.worker")


def team_name(snapshot: Snapshot, team: str) -> str:
    """A team's name, or its id where there is no list of teams."""
    return named(snapshot.frames[Teams].filter(Teams.team == team), "Teams.name") or team


def worker_with(snapshot: Snapshot, job: str) -> tuple[str, str]:
    """The id and name of the first worker whose job is so called; blank if there is none."""
    found = snapshot.frames[Workers].filter(Workers.job.str.to_lowercase().str.contains(job, literal=True))
    return named(found, "Workers.worker"), named(found, "Workers.name")


def worker_name(snapshot: Snapshot, worker: str) -> str:
    """A worker's name, or their id where there is no list of workers."""
    return named(snapshot.frames[Workers].filter(Workers.worker == worker), "Workers.name") or worker


def named(rows: pl.DataFrame, column: str) -> str:
    """What the first row says in this column, or blank."""
    return str(rows.get_column(column)[0] or "") if rows.height else ""

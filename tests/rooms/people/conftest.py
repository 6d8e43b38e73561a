"""A small council: two teams, three workers, five children."""

from datetime import date
from uuid import uuid4

import polars as pl
import pytest
from django.contrib.auth.models import User

from throughline.people.models import Action, Profile
from throughline.people.opening import Why
from throughline.record.assessment import Assessments
from throughline.record.child import Child
from throughline.record.rows import SINCE, UNTIL
from throughline.record.snapshots import Snapshot
from throughline.record.workforce import Involvements, Teams, Workers

TODAY = date(2026, 6, 30)
BEFORE, LATER = date(2026, 1, 5), date(2026, 7, 1)


def rows(table, *given, **origin):
    """Rows of a table, each a dictionary of short names; columns not said are blank."""
    schema = dict(table.schema())
    full = [{f"{table.__name__}.{name}": value for name, value in row.items()} for row in given]
    frame = pl.DataFrame(full, schema=schema)
    return frame.with_columns(pl.lit(value, pl.Date).alias(name) for name, value in origin.items())


def held(child, worker, team, started=BEFORE, ended=None, role="CW"):
    return {"child": child, "worker": worker, "team": team, "started": started, "ended": ended, "role": role}


CHILDREN = rows(
    Child,
    *({"child": name, "forename": name, "surname": "Hill", "born": date(2015, 3, 1), "upn": "A1"}
      for name in ("Ann", "Ben", "Cat", "Dee", "Eve")),
)  # fmt: skip
INVOLVED = rows(
    Involvements,
    held("Ann", "W1", "T1"),
    held("Ben", "W2", "T1"),
    held("Cat", "W3", "T2"),
    held("Cat", "W1", "T1", role="FSW"),  # helps, but does not hold the case
    held("Dee", "W1", "T1", ended=TODAY),  # passed on: the day it ended is not one it was held
    held("Dee", "W3", "T2", started=TODAY),
    held("Eve", "W1", "T1", started=LATER),  # not yet
)
TEAMS = rows(Teams, {"team": "T1", "name": "Assessment Team 1"}, {"team": "T2", "name": "Safeguarding North"})
WORKERS = rows(
    Workers,
    {"worker": "W1", "name": "Ada West", "job": "Social Worker"},
    {"worker": "W2", "name": "Bo East", "job": "Team Manager"},
    {"worker": "W9", "name": "Di Rector", "job": "Director of Children's Services"},
)


@pytest.fixture
def council():
    return Snapshot.of({Child: CHILDREN, Involvements: INVOLVED, Teams: TEAMS, Workers: WORKERS}, as_at=TODAY)


@pytest.fixture
def without_involvements():
    """A council whose lists name team and worker themselves."""
    open_ones = rows(
        Assessments,
        {"child": "Ann", "started": BEFORE, "team": "T1", "worker": "W1"},
        {"child": "Ben", "started": BEFORE, "ended": TODAY, "team": "T1", "worker": "W1"},
        {"child": "Cat", "started": BEFORE, "team": "T2", "worker": "W2"},
    )
    return Snapshot.of({Child: CHILDREN, Assessments: open_ones}, as_at=TODAY)


@pytest.fixture
def superseded():
    """Ann's case, as said by a return that answers only until March."""
    ann = rows(Involvements, held("Ann", "W1", "T1"), **{SINCE: BEFORE, UNTIL: date(2026, 4, 1)})
    return Snapshot.of({Child: CHILDREN, Involvements: ann}, as_at=TODAY)


def person(role, worker="", team="", **user):
    """Someone who is signed in, and in no database."""
    user = User(username=role or "nobody", **user)
    if role:
        Profile(user=user, role=role, worker=worker, team=team)
    return user


@pytest.fixture
def sign_up(db):
    """Make someone who is in the database."""

    def made(role, worker="", team=""):
        user = User.objects.create_user(role, password="a long password")
        Profile.objects.create(user=user, role=role, worker=worker, team=team)
        return user

    return made


@pytest.fixture
def why():
    return Why(action=Action.LIST, page="front_door", says="Assessments open", request=uuid4())

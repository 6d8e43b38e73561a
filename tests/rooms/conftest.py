"""A little council with two teams, for lists of work, a child's page, search and downloads."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from uuid import uuid4

import polars as pl
import pytest
from django.conf import settings
from django.contrib.auth.models import User

from throughline.blocks.asking import Ask
from throughline.catalogue import declared
from throughline.counting.answers import count
from throughline.loads.counts import count_snapshot
from throughline.loads.home import Council
from throughline.measures.kinds import Measure
from throughline.people.keys import key_of
from throughline.people.models import Profile
from throughline.record.assessment import Assessments
from throughline.record.care import Care, CareReviews, CareVisits
from throughline.record.child import Addresses, Child, Disabilities
from throughline.record.complaints import Complaints
from throughline.record.front_door import Contacts, Referrals
from throughline.record.journey import TABLE_NAMED
from throughline.record.periods import Months
from throughline.record.protection import CpPlans, CpVisits
from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.record.snapshots import Snapshot, Source
from throughline.record.workforce import Involvements, Teams, Workers

WEDNESDAY = date(2026, 6, 10)
NEW_YEAR = date(2026, 1, 5)
PEOPLE = {
    "director": {},
    "team_manager": {"worker": "W2", "team": "T1"},
    "practitioner": {"worker": "W1", "team": "T1"},
    "analyst": {},
    "member": {},
}


def rows(table, *given):
    """Rows of a table, each a dictionary of short names; each came from the first file, line by line."""
    full = [{f"{table.__name__}.{name}": value for name, value in row.items()} for row in given]
    frame = pl.DataFrame(full, schema=table.schema())
    lines = pl.int_range(2, len(frame) + 2, dtype=pl.Int32, eager=True)
    return frame.with_columns(pl.lit(0, pl.Int32).alias(SOURCE), lines.alias(SOURCE_LINE))


def held(child, worker, team):
    return {"child": child, "worker": worker, "team": team, "started": NEW_YEAR, "role": "CW"}


CHILDREN = rows(
    Child,
    {"child": "A1", "forename": "Ann", "surname": "Hill", "born": date(2015, 3, 1), "upn": "U1", "sex": "F"},
    {"child": "B2", "forename": "Ben", "surname": "Hill", "born": date(2025, 12, 1), "disabled": False},
    {"child": "C3", "forename": "Cat", "surname": "Lake", "born": date(2012, 1, 1), "disabled": True},
    {"child": "D4", "forename": "Dee", "surname": "=Wood", "born": date(2020, 1, 1)},
    {"child": "E5", "forename": "Eve", "surname": "Moor", "born": date(2010, 1, 1)},
    {"child": "F6", "forename": "Fay", "surname": "Shaw", "born": date(2018, 1, 1)},
    {"child": "H8", "forename": None, "surname": "Dale", "expected": date(2026, 9, 1)},
)
GIVEN = {
    Child: CHILDREN,
    Involvements: rows(
        Involvements,
        *(held(child, "W1", "T1") for child in ("A1", "B2", "D4")),
        held("E5", "W2", "T1"),
        held("H8", "W2", "T1"),
        held("C3", "W3", "T2"),
    ),
    Teams: rows(Teams, {"team": "T1", "name": "Assessment Team 1"}, {"team": "T2", "name": "Care Team"}),
    Workers: rows(Workers, {"worker": "W1", "name": "Ada West"}, {"worker": "W2", "name": "Bo East"}),
    Contacts: rows(Contacts, {"child": "A1", "received": date(2026, 3, 31), "referred": True}),
    Referrals: rows(
        Referrals,
        {"child": "A1", "started": date(2026, 4, 1), "team": "T1"},
        {"child": "F6", "started": date(2026, 5, 1), "team": "T1"},
    ),
    Assessments: rows(
        Assessments,
        {"child": "A1", "started": date(2026, 4, 1), "team": "T1"},  # day 46
        {"child": "B2", "started": date(2026, 4, 2), "team": "T1"},  # day 45
        {"child": "D4", "started": date(2026, 6, 1), "team": "T1"},
        {"child": "C3", "started": date(2026, 6, 1), "ended": date(2026, 6, 9), "team": "T2"},
    ),
    CpPlans: rows(
        CpPlans,
        {"child": "C3", "started": NEW_YEAR, "category": "NEG", "first_category": "EMO"},
        {"child": "D4", "started": date(2026, 5, 20), "category": "NEG", "first_category": "NEG"},
        {"child": "B2", "started": date(2026, 5, 1), "category": "PHY", "first_category": "PHY"},
    ),
    CpVisits: rows(
        CpVisits,
        {"child": "C3", "made": date(2026, 5, 1), "seen": True, "seen_alone": True},
        {"child": "C3", "made": date(2026, 6, 1), "seen": None},
        {"child": "B2", "made": date(2026, 4, 20), "seen": True},  # before the plan
        {"child": "B2", "made": date(2026, 5, 18), "seen": True},
        {"child": "B2", "made": date(2026, 6, 2), "seen": False},
    ),
    Complaints: rows(Complaints, {"complaint": "Q1", "started": date(2026, 6, 1), "child": "A1"}),
    Care: rows(
        Care,
        {
            "child": "E5", "started": date(2025, 1, 1), "ended": date(2026, 2, 1), "start_reason": "S",
            "end_reason": "X1", "placement": "U4", "legal_status": "V2", "placement_postcode": "TS1 1AA",
        },
        {
            "child": "E5", "started": date(2026, 2, 1), "start_reason": "L", "placement": "U4",
            "legal_status": "C2", "entered_care": date(2025, 1, 1),
        },
    ),
    CareVisits: rows(CareVisits, {"child": "E5", "made": date(2026, 6, 1), "seen": True}),
    CareReviews: rows(CareReviews, {"child": "E5", "held": date(2026, 3, 1), "due": date(2026, 3, 1)}),
    Addresses: rows(Addresses, {"child": "A1", "started": NEW_YEAR, "postcode": "TS9 9ZZ", "ward": "Quay"}),
}  # fmt: skip


def little_council(without=""):
    """The snapshot, perhaps without one of its tables."""
    given = {table: frame for table, frame in GIVEN.items() if table.__name__ != without}
    snapshot = Snapshot.of(given, as_at=WEDNESDAY)
    return replace(snapshot, council="little", parts=("SSD",), sources=(Source("ssd/all.csv", "0" * 64),))


@cache
def little_answers(without=""):
    measures = [measure for _, _, measure in declared(Measure, "throughline.measures")]
    return count(measures, little_council(without), Months(2025, 1, 18))


def sign_up(role, **profile):
    user = User.objects.create_user(f"{role}-{uuid4()}", password="a long password")
    Profile.objects.create(user=user, role=role, **{**PEOPLE[role], **profile})
    return user


@pytest.fixture
def little():
    return little_council()


@pytest.fixture
def without():
    """Answers about the little council where it never sent one of its tables."""
    return little_answers


@pytest.fixture
def changed():
    """Answers about the little council with one column changed in every row, or with a disability."""

    def made(column, value=None):
        table, short = TABLE_NAMED[column.split(".")[0]], column.split(".")[-1]
        snapshot = little_council()
        if table is Disabilities:
            frame = rows(Disabilities, {"child": "A1", "disability": "HEAR"})
        else:
            frame = GIVEN[table].with_columns(pl.lit(value, table.columns[short].dtype).alias(column))
        given = {**GIVEN, table: frame}
        other = replace(snapshot, frames=Snapshot.of(given, as_at=WEDNESDAY).frames)
        return count([m for _, _, m in declared(Measure, "throughline.measures")], other, Months(2025, 1, 18))

    return made


@pytest.fixture
def asks(db):
    """What a page of the little council knows: `asks("team_manager", team="T1")`."""

    def asked(role, *, day=WEDNESDAY, child="", answers=None, profile=None, **chosen):
        about = {"child": key_of(child, "little")} if child else {}
        return Ask(
            user=sign_up(role, **(profile or {})),
            answers=answers or little_answers(),
            day=day,
            page="/a-page/",
            request=uuid4(),
            about=about,
            chosen={name.replace("_", "-"): value for name, value in chosen.items()},
        )

    return asked


@pytest.fixture
def served(tmp_path, monkeypatch):
    """The little council, received and served from a home folder of its own."""
    monkeypatch.setattr(settings, "HOME", tmp_path)
    council = Council(tmp_path / "councils" / "little")
    snapshot = little_council().write(council.snapshots)
    count_snapshot(council, snapshot)
    at = datetime(2026, 6, 11, 6, 40, tzinfo=UTC).isoformat()
    council.make_current({"snapshot": snapshot.name, "parts": [], "as_at": "2026-06-10", "loads": {}})
    council.log({"load": "b", "at": at, "status": "refused", "why": "x.csv is empty.", "files": []})
    council.log({
        "load": "a", "at": at, "status": "in", "as_at": "2026-06-10", "titles": ["SSD"],
        "files": ["all.csv"], "rows": {"SSD: Child": 7}, "faults": 2, "snapshot": snapshot.name,
    })  # fmt: skip
    return council


@pytest.fixture
def signed_in(client, db):
    """A browser signed in as a role: `signed_in("director")`."""

    def made(role, **profile):
        client.force_login(sign_up(role, **profile))
        return client

    return made

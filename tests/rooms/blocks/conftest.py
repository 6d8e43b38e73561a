"""A little council with two years of assessments, a few contacts and plans, and no looked-after list."""

from datetime import date, timedelta
from functools import cache
from uuid import uuid4

import polars as pl
import pytest
from django.contrib.auth.models import User

from throughline.blocks.asking import Ask
from throughline.catalogue import declared
from throughline.counting.answers import count
from throughline.measures.kinds import Measure
from throughline.people.models import Profile
from throughline.record.assessment import Assessments
from throughline.record.child import Child, Population
from throughline.record.complaints import Complaints
from throughline.record.front_door import Contacts
from throughline.record.periods import Months
from throughline.record.protection import CpPlans
from throughline.record.rows import SOURCE, SOURCE_LINE
from throughline.record.snapshots import Snapshot, Source
from throughline.record.workforce import Involvements, Teams

TODAY = date(2026, 10, 31)
OVER = Months(2024, 11, 24)


def rows(table, given):
    """Rows of a table, each a dictionary of short names; columns not said are blank. Each says that it
    came from the first file, line by line."""
    full = [{f"{table.__name__}.{name}": value for name, value in row.items()} for row in given]
    frame = pl.DataFrame(full, schema=table.schema())
    lines = pl.int_range(2, len(frame) + 2, dtype=pl.Int32, eager=True)
    return frame.with_columns(pl.lit(0, pl.Int32).alias(SOURCE), lines.alias(SOURCE_LINE))


def assessments():
    """Twelve a month; ten in time, but only three in the newest; the last has no team."""
    for month in range(24):
        ended = date(2024 + (month + 10) // 12, (month + 10) % 12 + 1, 15)
        in_time = 3 if month == 23 else 10 - month % 2
        for n in range(12):
            took = 10 if n < in_time else 120
            team = "T1" if n < 8 else "T2" if n < 11 else None
            yield {"child": f"C{n}", "started": ended - timedelta(days=took), "ended": ended, "team": team}


def contacts():
    """Three in the newest year: one led to a referral, one is not recorded, one came on the last day."""
    day = date(2026, 10, 1)
    yield {"child": "C0", "received": day, "referred": True, "source": "6"}
    yield {"child": "C1", "received": day, "source": "2A"}
    yield {"child": "C2", "received": TODAY, "referred": False}


@cache
def answers():
    given = {
        Child: rows(Child, [
            {"child": f"C{n}", "forename": "Ann", "surname": f"Hill{n}", "born": date(2016, 3, 1), "sex": "F"}
            for n in range(12)
        ]),
        Assessments: rows(Assessments, assessments()),
        Contacts: rows(Contacts, contacts()),
        CpPlans: rows(CpPlans, [
            {"child": f"C{n}", "started": date(2026, 1, 5), "category": "NEG"} for n in range(3)
        ]),
        Complaints: rows(Complaints, [
            {"complaint": "Q1", "started": date(2026, 9, 1), "due": date(2026, 9, 20), "child": "C0",
             "theme": "A letter"},
            {"complaint": "Q2", "started": date(2026, 10, 1)},
        ]),
        Population: rows(Population, [{"day": date(2024, 6, 30), "by": "", "group": "", "number": 10_000}]),
        Teams: rows(Teams, [{"team": "T1", "name": "Assessment Team 1"}]),
        Involvements: rows(Involvements, [
            {"child": "C0", "started": date(2026, 1, 5), "role": "CW", "worker": "W1", "team": "T1"},
        ]),
    }  # fmt: skip
    sources = (Source("ssd/ssd_cin_assessments.csv", "0" * 64),)
    snapshot = Snapshot.of(given, as_at=TODAY)
    object.__setattr__(snapshot, "sources", sources)
    return count([m for _, _, m in declared(Measure, "throughline.measures")], snapshot, OVER)


@pytest.fixture
def ask(db):
    """What a page knows, for someone of a role: `ask("director", measure="contacts", split="team")`."""

    def asked(role, *, day=TODAY, measure="", faults=tuple, **chosen):
        user = User.objects.create(username=f"{role} {uuid4()}")
        Profile.objects.create(user=user, role=role, worker="W1", team="T1")
        return Ask(
            user=user,
            answers=answers(),
            day=day,
            page="/a-page/",
            request=uuid4(),
            about={"measure": measure} if measure else {},
            chosen={name.rstrip("_"): value for name, value in chosen.items()},
            faults=faults,
        )

    return asked

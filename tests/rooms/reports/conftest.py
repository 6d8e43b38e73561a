"""Tiny worlds: a few contacts and assessments, received for one council."""

from datetime import date

import polars as pl
import pytest

from throughline.counting.answers import count
from throughline.counting.store import catalogue
from throughline.people.roles import DIRECTOR
from throughline.record.front_door import Contacts
from throughline.record.periods import months_to
from throughline.record.snapshots import Snapshot
from throughline.reports.composing import compose
from throughline.reports.kinds import reports
from throughline.reports.reader import ask_for

DAY = date(2026, 6, 30)


def rows(table, *given):
    """Rows of a table, each a dictionary of short names; columns not said are blank."""
    full = [{f"{table.__name__}.{name}": value for name, value in row.items()} for row in given]
    return pl.DataFrame(full, schema=table.schema())


def contact(child, received=date(2026, 5, 5), **more):
    return {"child": child, "received": received, **more}


@pytest.fixture
def counted():
    """Every answer about a world of these rows."""

    def answers(*contacts, **frames):
        snapshot = Snapshot.of({Contacts: rows(Contacts, *contacts), **frames}, as_at=DAY)
        return count(catalogue().values(), snapshot, months_to(DAY, 36))

    return answers


@pytest.fixture
def composed(counted):
    """The monthly report of such a world, before it is printed."""

    def paper(*contacts, role=DIRECTOR, day=DAY):
        return compose(reports()["monthly_performance"], ask_for(role, counted(*contacts), day), "Saltscar")

    return paper

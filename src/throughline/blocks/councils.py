"""The folder of the council whose record a page is of: what came, and what became of it."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from throughline.blocks.asking import Ask
from throughline.loads.home import Council, councils
from throughline.people.roles import ANALYST, DIRECTOR, Role


def council_of(ask: Ask) -> Council | None:
    """The council's folder; None where the record was not received here."""
    named = (each for each in councils(Path(settings.HOME)) if each.name == ask.snapshot.council)
    return next((each for each in named if each.current() is not None), None)


def may_see_faults(role: Role | None) -> bool:
    """Whether faults, and why a load was refused, may be seen in full: both may repeat what is wrong."""
    return role in (ANALYST, DIRECTOR)

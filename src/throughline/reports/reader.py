"""Who a report is made for: a role, and nobody in particular."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib.auth.models import User

from throughline.blocks.asking import Ask
from throughline.counting.answers import Answers
from throughline.loads.known import Known
from throughline.people.models import Profile
from throughline.people.roles import Role

NO_REQUEST = UUID(int=0)


def ask_for(role: Role, answers: Answers, day: date, page: str = "", known: Known | None = None) -> Ask:
    """What a page knows when a role reads it on paper.

    The reader is in no database: figures are theirs to see as the role says, and any attempt to open a
    child's record fails, because the log cannot name who opened it."""
    user = User(username=f"a report for the role {role.key}")
    Profile(user=user, role=role.key)
    return Ask(user=user, answers=answers, day=day, page=page, request=NO_REQUEST, known=known)

"""Add somebody who may sign in."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from throughline.errors import Refused
from throughline.people.models import Profile
from throughline.people.roles import Reach, Role

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def add(name: str, role: Role, worker: str = "", team: str = "", *, new_password: bool = False) -> str:
    """Let somebody sign in with a role, or change theirs. Gives the password that was made, blank where
    they keep the one they have. Raises `Refused` where the role sees nobody without a worker or a team."""
    missing = {Reach.TEAM: (team, "--team"), Reach.OWN: (worker, "--worker")}.get(role.scope)
    if missing and not missing[0]:
        raise Refused(f"A {role.title.lower()} sees {role.scope.value}.", do=f"Say whose: {missing[1]} ID.")
    user, new = User.objects.get_or_create(username=name)
    password = made_password() if new or new_password else ""
    if password:
        user.set_password(password)
    try:
        user.full_clean()
    except ValidationError:
        raise Refused(
            f"“{name}” cannot be a name to sign in with.", do="Use letters, digits and . _ - @ + only."
        ) from None
    user.save()
    Profile.objects.update_or_create(user=user, defaults={"role": role.key, "worker": worker, "team": team})
    return password


def made_password() -> str:
    """Four groups of four letters and figures, none of which looks like another."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))

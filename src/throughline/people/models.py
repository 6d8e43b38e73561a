"""What is kept of people: their role, and whose record each of them opened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.timezone import now


class Profile(models.Model):
    """Who a sign-in is at work. Worker and team are ids of the record; one that is not there gives no
    child."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    role = models.CharField(max_length=40)  # its key; a new role needs no migration
    worker = models.CharField(max_length=100, blank=True)
    team = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return f"{self.user.get_username()}, {self.role}"


class Action(models.TextChoices):
    """How a child's record was met."""

    VIEW = "view", "Opened the child’s page"
    LIST = "list", "Saw the child in a list"
    DOWNLOAD = "download", "Downloaded the child in a list"
    SEARCH = "search", "Found the child by a search"


class NeverChanged(TypeError):
    """The access log can only grow."""

    def __init__(self) -> None:
        super().__init__("The access log is never changed: a row of it may only be added.")


class OnlyAdded(models.QuerySet["Opening"]):
    """Rows that may be read and added, not changed or deleted."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise NeverChanged

    def bulk_update(
        self, objs: Iterable[Opening], fields: Iterable[str], batch_size: int | None = None
    ) -> NoReturn:
        """Refused."""
        raise NeverChanged

    def delete(self) -> NoReturn:
        """Refused."""
        raise NeverChanged


class Opening(models.Model):
    """One child's record, opened by one request. Kept before the page is sent, and never changed."""

    at = models.DateTimeField(default=now, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    action = models.CharField(max_length=20, choices=Action.choices)
    child = models.CharField(max_length=26, db_index=True)
    page = models.CharField(max_length=200)
    why = models.CharField(max_length=400)
    request = models.UUIDField()

    objects = OnlyAdded.as_manager()

    class Meta:
        """Once a request and child, however many blocks of its page show the child."""

        constraints = (models.UniqueConstraint(fields=("request", "child", "action"), name="once_a_request"),)

    def __str__(self) -> str:
        return f"{self.at:%d %B %Y %H:%M} {self.action} {self.child}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add this row; raises `NeverChanged` if it is there already."""
        if not self._state.adding:
            raise NeverChanged
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise NeverChanged

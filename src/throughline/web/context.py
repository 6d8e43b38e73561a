"""What stands round every page: whose it is, where one can go, how fresh the data are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate

from throughline.loads.home import FIRST_COUNCIL
from throughline.people.rights import role_of
from throughline.record.snapshots import Snapshot
from throughline.web.current import current_snapshot
from throughline.web.reporting import LIST, reports_for
from throughline.web.showing import menu

Banner = str


@dataclass(frozen=True)
class Link:
    """A place in the menu."""

    title: str
    address: str
    here: bool = False


def around_every_page(request: HttpRequest) -> dict[str, Any]:
    """Council, role, menu, freshness and notices. An error page of a request that never came as far as
    knowing who asked shows none of what needs a sign-in."""
    user = getattr(request, "user", None)
    role = role_of(user) if user is not None else None
    snapshot = current_snapshot() if role else None
    day = snapshot.as_at if snapshot else None
    return {
        "council": council_name(snapshot),
        "role": role,
        "nav": navigation(request) if role else [],
        "data_as_at": day,
        "banners": banners(day, localdate()) if role else [],
        "demo": settings.DEMO,
        "search": reverse("find") if role else "",
    }


def council_name(snapshot: Snapshot | None) -> str:
    """The council, as the settings say or else as its folder is called."""
    folder = snapshot.council if snapshot and snapshot.council != FIRST_COUNCIL else ""
    return settings.COUNCIL or folder.replace("-", " ").title() or "Throughline"


def navigation(request: HttpRequest) -> list[Link]:
    """The menu of the person who asks: the pages of their role, then the reports if there is one."""
    pages = [Link(*each) for each in menu(request)]
    address = reverse(LIST)
    mine = [Link("Reports", address, request.path == address)] if reports_for(request.user) else []
    return [*pages, *mine]


def banners(as_at: date | None, today: date) -> list[Banner]:
    """Notices for the top of every page. Data that are late say so."""
    if as_at is None:
        return ["No data have been received yet. Whoever runs the server can load them."]
    days = (today - as_at).days
    if days <= settings.LATE_AFTER_DAYS:
        return []
    return [
        f"These data are {days} days old: the last to arrive are as at {date_format(as_at, 'j F Y')}. "
        "What has happened since is not shown."
    ]

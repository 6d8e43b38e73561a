"""What stands round every page: whose it is, where one can go, how fresh the data are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format

from throughline.blocks.named import STAGES
from throughline.loads.home import FIRST_COUNCIL, Council
from throughline.loads.lateness import is_to_come, missed, now_in_england
from throughline.people.rights import role_of
from throughline.record.snapshots import Snapshot
from throughline.web.clocks import known_of, said_clocks, same_page_now
from throughline.web.current import current_council, current_snapshot
from throughline.web.reporting import LIST, reports_for
from throughline.web.showing import menu

Banner = str


@dataclass(frozen=True)
class Link:
    """A place in the menu; or, with others `within` it, what opens to show those."""

    title: str
    address: str
    here: bool = False
    within: tuple[Link, ...] = ()


def around_every_page(request: HttpRequest) -> dict[str, Any]:
    """Council, role, menu, freshness and notices. An error page of a request that never came as far as
    knowing who asked shows none of what needs a sign-in."""
    user = getattr(request, "user", None)
    role = role_of(user) if user is not None else None
    snapshot = current_snapshot() if role else None
    known = known_of(request) if role else None
    day = known.as_at if known else snapshot.as_at if snapshot else None
    return {
        "council": council_name(snapshot),
        "role": role,
        "nav": navigation(request) if role else [],
        "data_as_at": day,
        "banners": banners(current_council(), snapshot, now_in_england()) if role else [],
        "demo": settings.DEMO,
        "search": reverse("find") if role else "",
        "clocks": (clocks := said_clocks(request) if role else {}),
        "clocks_said": urlencode(clocks),
        "known_load": known,
        "known_now": same_page_now(request),
    }


def council_name(snapshot: Snapshot | None) -> str:
    """The council, as the settings say or else as its folder is called."""
    folder = snapshot.council if snapshot and snapshot.council != FIRST_COUNCIL else ""
    return settings.COUNCIL or folder.replace("-", " ").title() or "Throughline"


def navigation(request: HttpRequest) -> list[Link]:
    """The menu of the person who asks: the pages of their role, the stages of the journey under one heading,
    then the reports if there is one."""
    pages = grouped([(name, Link(title, to, here)) for name, title, to, here in menu(request)])
    address, kept = reverse(LIST), urlencode(said_clocks(request))
    to = f"{address}?{kept}" if kept else address
    mine = [Link("Reports", to, request.path == address)] if reports_for(request.user) else []
    return [*pages, *mine]


def grouped(found: Sequence[tuple[str, Link]]) -> list[Link]:
    """The stages of the journey as one item of the menu, where the first of them stood."""
    stages = tuple(link for name, link in found if name in STAGES)
    others = [link for name, link in found if name not in STAGES]
    if not stages:
        return others
    at = next(place for place, (name, _) in enumerate(found) if name in STAGES)
    journey = Link("Journey", "", any(link.here for link in stages), stages)
    return [*others[:at], journey, *others[at:]]


def banners(council: Council | None, served: Snapshot | None, now: datetime) -> list[Banner]:
    """Notices for the top of every page: nothing received; a record that is damaged; data that are late."""
    if council is None or served is None:
        return ["No data have been received yet. Whoever runs the server can load them."]
    found, expected, day = [], settings.EXPECTED, date_format(served.as_at, "j F Y")
    if served.name != (council.current() or {}).get("snapshot"):
        found.append(
            "The newest record is damaged, and is not shown. These pages are of an earlier one, as at "
            f"{day}. Whoever runs the server can mend it."
        )
    days = (now.date() - served.as_at).days
    if days > expected.days:
        found.append(
            f"These data are {days} days old: the last to arrive are as at {day}. "
            "What has happened since is not shown."
        )
    elif is_to_come(days):
        found.append(
            f"These data say they are as at {day}, a day to come. Whoever runs the server must look."
        )
    elif none := missed(council, expected, now):
        found.append(f"{none}. These pages show the data as at {day}.")
    return found

"""The two clocks of a request: as at which day, and as known at which load. An address or a form says them as
a day and a number, and nothing of any child."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, wraps
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from throughline.blocks.asking import AS_AT, KNOWN_AT
from throughline.counting.answers import Answers
from throughline.errors import Fault, Refused
from throughline.loads.counting_apart import counting
from throughline.loads.counts import answers_about
from throughline.loads.faults import faults_then
from throughline.loads.home import Council
from throughline.loads.known import Known, is_served, known_at, known_loads
from throughline.people.rights import User, may_split
from throughline.web.current import current_answers, current_council, current_faults

SAID = re.compile(r"[0-9]{1,7}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
NIGHTS = 31  # loads that can be chosen one by one; before them, the last of each month
View = Callable[..., HttpResponse]


@dataclass(frozen=True, eq=False)
class Looked:
    """What is looked at: the answers; the load that they are of, None for what is served; and the answers
    that are served."""

    answers: Answers
    known: Known | None
    today: Answers

    def faults(self) -> Sequence[Fault]:
        """What was found wrong in the files behind the answers."""
        return current_faults() if self.known is None else faults_known(here(), self.known)


class BeingCounted(Exception):
    """The record that was asked for is being counted anew; `how_far` says so in words."""

    def __init__(self, known: Known, how_far: str) -> None:
        super().__init__(how_far)
        self.known, self.how_far = known, how_far


def here() -> Council:
    """The council that is served. Raises Http404 where nothing has been received."""
    council = current_council()
    if council is None:
        raise Http404
    return council


def known_asked(given: Mapping[str, str], user: User) -> Known | None:
    """The load that an address or a form asks for; None for the one that is served. Raises `Refused` for one
    that there is not; and for those who see the council's totals only: what an earlier load said, taken from
    what is said now, tells who was recorded late."""
    asked, council = given.get(KNOWN_AT, ""), current_council()
    if not asked or council is None:
        return None
    known = known_at(council, asked[:20])
    if is_served(council, known):
        return None
    if not may_split(user):
        raise Refused(
            "What an earlier load said is not shown to your role.", do="Look at the newest load instead."
        )
    return known


def said_clocks(request: HttpRequest) -> dict[str, str]:
    """Both clocks as the request has them, for the addresses of other pages: only what is a day or a number,
    and no load that there is not."""
    given = request.POST if request.method == "POST" else request.GET
    found = {name: given.get(name, "") for name in (AS_AT, KNOWN_AT)}
    if known_of(request) is None:
        del found[KNOWN_AT]
    return {name: value for name, value in found.items() if SAID.fullmatch(value)}


def known_of(request: HttpRequest) -> Known | None:
    """The load that a request asks for; None for what is served, and where there is no such load."""
    try:
        return known_asked(request.POST if request.method == "POST" else request.GET, request.user)
    except Refused:
        return None


def same_page_now(request: HttpRequest) -> str:
    """The address of the same page as it is known now: for a form that was sent, the page of the form."""
    kept = request.GET.copy()
    kept.pop(KNOWN_AT, None)
    return f"{request.path}?{kept.urlencode()}" if kept else request.path


def looked(given: Mapping[str, str], user: User) -> Looked | None:
    """What is asked for; None while nothing has been received. Raises `Refused` as `known_asked` does, and
    `BeingCounted` for a load whose answers are still to be made: no web process makes them."""
    today = current_answers()
    if today is None:
        return None
    known = known_asked(given, user)
    if known is None:
        return Looked(today, None, today)
    if how_far := counting(here(), known.snapshot):
        raise BeingCounted(known, how_far)
    return Looked(answers_about(here(), known.snapshot), known, today)


@lru_cache(maxsize=2)
def faults_known(council: Council, known: Known) -> Sequence[Fault]:
    """The faults behind an earlier load; read once."""
    return faults_then(council, known)


def to_choose(chosen: Known | None, user: User) -> list[Known]:
    """Loads to choose from, newest first, but for what is served: each of the last month or so, before them
    the last of each month, and the one that is chosen. None for those who are shown no earlier one."""
    council = current_council() if may_split(user) else None
    every = [each for each in known_loads(council) if not is_served(council, each)] if council else []
    every.reverse()
    older = groupby(every[NIGHTS:], key=lambda each: (each.at.year, each.at.month))
    found = [*every[:NIGHTS], *(next(same) for _, same in older)]
    if chosen and chosen not in found:
        found.append(chosen)
    return sorted(found, key=lambda each: -each.number)


def waits_for_the_count(view: View) -> View:
    """A view that says how far a count has come, where its answers are still being made."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **about: object) -> HttpResponse:
        try:
            return view(request, *args, **about)
        except BeingCounted as being:
            around = {"of": being.known, "how_far": being.how_far, "again": request.method != "POST"}
            waiting = render(request, "being_counted.html", around, status=202)
            waiting["Retry-After"] = "3"
            return waiting

    return answered

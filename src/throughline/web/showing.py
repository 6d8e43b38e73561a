"""One view shows every declared page; another goes to the page a role begins at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe

from throughline.blocks.asking import AS_AT, KNOWN_AT, Ask
from throughline.blocks.named import BY_STAGE
from throughline.errors import Refused
from throughline.pages.days import day_asked, first_day
from throughline.pages.kinds import home_page, pages
from throughline.people.rights import may_see_page, may_split, role_of
from throughline.web.asking import ask_of
from throughline.web.clocks import Looked, looked, said_clocks, to_choose, waits_for_the_count
from throughline.web.current import current_answers


def page_routes() -> Iterator[URLPattern]:
    """An address for every declared page, under the page's own name."""
    for name, page in pages().items():
        yield path(page.address(name), show, {"name": name}, name=f"page-{name}")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The page the reader's role begins at, at its own address; both clocks are kept."""
    role = role_of(request.user)
    if role is None:
        raise Http404
    kept = urlencode(said_clocks(request))
    address = reverse(f"page-{home_page(role)[0]}")
    return redirect(f"{address}?{kept}" if kept else address)


@require_safe
@waits_for_the_count
def show(request: HttpRequest, name: str, **about: str) -> HttpResponse:
    """One declared page. Anybody whom it is not for is told that there is nothing here."""
    page = pages()[name]
    if not may_see_page(request.user, page.seen_by):
        raise Http404
    today = current_answers()
    if today is None:
        return render(request, "nothing_yet.html", {"page": page})
    given, of = request.GET.dict(), Looked(today, None, today)
    day, problem = today.snapshot.as_at, None
    try:
        of = looked(given, request.user) or of
        day = of.answers.snapshot.as_at
        day = day_asked(given.get(AS_AT, ""), of.answers.snapshot, any_day=may_split(request.user))
    except Refused as refused:
        problem = refused
    around = around_page(name, ask_of(request, of, day, given, about), problem, given)
    return render(request, "page.html", around, status=422 if problem else 200)


def around_page(name: str, ask: Ask, problem: Refused | None, given: Mapping[str, str]) -> dict[str, Any]:
    """What the page's template is told. A page that was asked for a day it cannot be of, or for a load that
    there is not, shows no block."""
    page = pages()[name]
    asked, loads = given.get(AS_AT, ""), to_choose(ask.known, ask.user)
    wrong = KNOWN_AT if loads and given.get(KNOWN_AT) and not ask.known else AS_AT
    blocks = [] if problem else [block.shown(ask) for block in page.shows]
    head = next((shown for shown in blocks if shown.page_title), None)
    return {
        "page": page,
        "title": head.page_title if head else page.title,
        "head": head,
        "blocks": [shown for shown in blocks if shown is not head],
        "ask": ask,
        "day": ask.day,
        "asked": asked if problem else ask.day.isoformat(),
        "first_day": first_day(ask.snapshot).isoformat(),
        "last_day": ask.snapshot.as_at,
        "latest": ask.day == ask.snapshot.as_at,
        "kept": ask.chosen,
        "problem": problem,
        "wrong": wrong,
        "known": ask.known,
        "loads": loads,
        "more": measures_of_stage(name, ask),
    }


def measures_of_stage(name: str, ask: Ask) -> tuple[int, str]:
    """How many measures there are of the stage that a page is of, and where they all are; none for any other
    page."""
    many = sum(measure in ask.answers.facts for measure in BY_STAGE.get(name, {}).values())
    return many, f"{ask.link('/measures/')}#{name.replace('_', '-')}"


def menu(request: HttpRequest) -> Iterator[tuple[str, str, str, bool]]:
    """The reader's pages for the menu: name, title, address, and whether it is the one open. Their own first
    page is *Home*; the day and the load asked for are kept from page to page."""
    role = role_of(request.user)
    if role is None:
        return
    kept = urlencode(said_clocks(request))
    begins = home_page(role)[0]
    mine = {name: page for name, page in pages().items() if role in page.seen_by and page.in_menu}
    for name in sorted(mine, key=lambda name: name != begins):
        address = reverse(f"page-{name}")
        title = "Home" if name == begins else mine[name].menu or mine[name].title
        yield name, title, f"{address}?{kept}" if kept else address, request.path == address

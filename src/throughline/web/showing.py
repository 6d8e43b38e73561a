"""One view shows every declared page; another goes to the page a role begins at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe

from throughline.blocks.asking import Ask
from throughline.errors import Refused
from throughline.pages.days import day_asked, first_day
from throughline.pages.kinds import Page, home_page, pages
from throughline.people.rights import may_see_page, role_of
from throughline.web.asking import AS_AT, ask_of
from throughline.web.current import current_answers

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def page_routes() -> Iterator[URLPattern]:
    """An address for every declared page, under the page's own name."""
    for name, page in pages().items():
        yield path(page.address(name), show, {"name": name}, name=f"page-{name}")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The page the reader's role begins at, at its own address."""
    role = role_of(request.user)
    if role is None:
        raise Http404
    return redirect(f"page-{home_page(role)[0]}")


@require_safe
def show(request: HttpRequest, name: str, **about: str) -> HttpResponse:
    """One declared page. Anybody whom it is not for is told that there is nothing here."""
    page = pages()[name]
    if not may_see_page(request.user, page.seen_by):
        raise Http404
    answers = current_answers()
    if answers is None:
        return render(request, "nothing_yet.html", {"page": page})
    asked, problem = request.GET.get(AS_AT, ""), None
    try:
        day = day_asked(asked, answers.snapshot)
    except Refused as refused:
        day, problem = answers.snapshot.as_at, refused
    ask = ask_of(request, answers, day, request.GET.dict(), about)
    around = around_page(page, ask, problem, asked)
    return render(request, "page.html", around, status=422 if problem else 200)


def around_page(page: Page, ask: Ask, problem: Refused | None, asked: str) -> dict[str, Any]:
    """What the page's template is told. A page that was asked for a day it cannot be of shows no block."""
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
    }


def menu(request: HttpRequest) -> Iterator[tuple[str, str, bool]]:
    """The reader's pages for the menu: title, address, and whether it is the one open. Their own first
    page is *Home*; the day asked for is kept from page to page."""
    role = role_of(request.user)
    if role is None:
        return
    asked = request.GET.get(AS_AT, "") if ISO.fullmatch(request.GET.get(AS_AT, "")) else ""
    begins = home_page(role)[0]
    mine = {name: page for name, page in pages().items() if role in page.seen_by and page.in_menu}
    for name in sorted(mine, key=lambda name: name != begins):
        address = reverse(f"page-{name}")
        title = "Home" if name == begins else mine[name].menu or mine[name].title
        yield title, f"{address}?{AS_AT}={asked}" if asked else address, request.path == address

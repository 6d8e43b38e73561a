"""Lists and figures as CSV: through the same right as on the page, and logged before a byte is sent.

Addresses and forms name measures, breakdowns, groups, teams and days: never a child."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from throughline.blocks.asking import AS_AT, Ask
from throughline.blocks.behind import beside_names, cells, headings
from throughline.blocks.behind_whom import how_many, may_list, opened_rows, theirs
from throughline.blocks.chosen import chosen_part, chosen_period, chosen_which, in_address
from throughline.blocks.conflicts import listed_conflicts
from throughline.blocks.councils import may_see_faults
from throughline.blocks.figures import dates_of
from throughline.blocks.my_children import of_mine
from throughline.blocks.named import NAMES
from throughline.blocks.persons import chosen_team
from throughline.blocks.published_rows import published_rows
from throughline.blocks.tables import COLUMNS, listed, over_time, parted
from throughline.blocks.work_lists import LISTS
from throughline.errors import Refused
from throughline.measures.dictionary import as_json, rows_of_dictionary
from throughline.pages.days import day_asked
from throughline.people.models import Action
from throughline.people.rights import may_open_children, may_split, role_of
from throughline.people.roles import PRACTITIONER
from throughline.returns.tables_out import MARK, guarded
from throughline.web.asking import ask_of
from throughline.web.clocks import looked, waits_for_the_count
from throughline.web.current import current_faults


@require_POST
@waits_for_the_count
def download_list(request: HttpRequest, name: str) -> HttpResponse:
    """A list of work, whole: those children in it whom this person may open."""
    ask = ask_for_children(request)
    if name == "my-children" and ask.role is PRACTITIONER:
        return sent(named(ask, f"my children {ask.day}"), listed(ask, of_mine(ask), "My children"))
    team = chosen_team(ask)
    if name not in LISTS or not team or ask.role is PRACTITIONER:
        raise Http404
    work = LISTS[name]
    rows = listed(ask, work.lines(ask, team), work.says(ask, team))
    return sent(named(ask, f"{work.title} {ask.day}"), rows)


@require_POST
@waits_for_the_count
def download_children(request: HttpRequest, measure: str) -> HttpResponse:
    """What is behind a measure, mostly children: for the dates, the group and the list chosen."""
    ask = ask_for_children(request, measure=measure)
    of = ask.measure()
    if not may_list(ask, of):
        raise Http404
    which, period = chosen_which(ask), chosen_period(ask, of)
    by, group = chosen_part(ask, of)
    rows = beside_names(ask.snapshot, ask.answers.children(of, period, by, group, which), of)
    says = f"{of.title}: {which}, {dates_of(of, period)}"
    mine = theirs(ask, of, rows)
    found = opened_rows(ask, of, mine, says, Action.DOWNLOAD)
    lines = [[cell.text for cell in cells(ask, of, row, which)] for row in found.iter_rows(named=True)]
    name = (
        f"{NAMES[of]} {in_address(which)} {period.start} {period.end} {how_many(of, mine).replace(',', '')}"
    )
    return sent(named(ask, name), [headings(of, found, which), *lines])


@require_safe
@waits_for_the_count
def download_figures(request: HttpRequest, measure: str) -> HttpResponse:
    """The figures of a trend, or of a split where `parted` names one. No row is of a child."""
    ask = asking(request, request.GET.dict(), measure=measure)
    of = ask.measure()
    found = parted(ask, of) if ask.chosen.get("parted") else over_time(ask, of)
    return sent(named(ask, f"{NAMES[of]} figures {ask.day}"), [COLUMNS, *found])


@require_safe
def download_published(request: HttpRequest, series: str) -> HttpResponse:
    """A series of published figures, with ours beside it. No row is of a child; published figures are
    everybody's."""
    ask = asking(request, request.GET.dict(), series=series)
    try:
        return sent(named(ask, f"{series} published {ask.day}"), published_rows(ask))
    except Refused:
        raise Http404 from None


@require_safe
def download_catalogue(request: HttpRequest, form: str) -> HttpResponse:
    """The catalogue of measures as CSV or JSON: what is counted and how, and no figure."""
    if role_of(request.user) is None or form not in ("csv", "json"):
        raise Http404
    if form == "csv":
        return sent("measures", rows_of_dictionary())
    response = HttpResponse(as_json(), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="measures.json"'
    return response


@require_POST
def download_faults(request: HttpRequest) -> HttpResponse:
    """Every fault of what is served now. A fault may repeat what is wrong: only for those who see all."""
    if not may_see_faults(role_of(request.user)):
        raise Http404
    rows = [(f.file, f.line or "", f.column or "", f.says, f.do, f.aside or "") for f in current_faults()]
    return sent("faults", [("File", "Line", "Column", "What is wrong", "What to do", "Set aside"), *rows])


@require_POST
@waits_for_the_count
def download_conflicts(request: HttpRequest) -> HttpResponse:
    """What two returns say otherwise, child by child: for those who may see faults."""
    if not may_see_faults(role_of(request.user)):
        raise Http404
    ask = ask_for_children(request)
    return sent(named(ask, f"conflicts {ask.snapshot.as_at}"), listed_conflicts(ask))


def ask_for_children(request: HttpRequest, **about: str) -> Ask:
    """What is asked by a form for rows of children. Raises Http404 for those who may open none."""
    if not may_open_children(request.user):
        raise Http404
    return asking(request, request.POST.dict(), **about)


def asking(request: HttpRequest, given: Mapping[str, str], **about: str) -> Ask:
    """What is asked, as a page would be. Raises Http404 where there are no data, or none for the day or the
    load."""
    if role_of(request.user) is None:
        raise Http404
    try:
        of, any_day = looked(given, request.user), may_split(request.user)
        day = day_asked(given.get(AS_AT, ""), of.answers.snapshot, any_day=any_day) if of else None
    except Refused:
        raise Http404 from None
    if of is None or day is None:
        raise Http404
    return ask_of(request, of, day, given, about)


def named(ask: Ask, name: str) -> str:
    """The name of a file, with the load as known at which it is, where that is an earlier one."""
    return f"{name} known at load {ask.known.number}" if ask.known else name


def sent(name: str, rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The rows as a file to keep."""
    text = StringIO()
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in rows)
    response = HttpResponse(MARK + text.getvalue(), content_type="text/csv; charset=utf-8")
    file = "-".join(name.lower().replace("_", " ").split())
    response["Content-Disposition"] = f'attachment; filename="{file}.csv"'
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response

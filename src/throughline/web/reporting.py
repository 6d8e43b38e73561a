"""The reports on the site: a list of those the reader may have, and each as a file for a day."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe

from throughline.blocks.asking import AS_AT
from throughline.errors import Refused
from throughline.pages.days import day_asked, first_day
from throughline.people.rights import User, may_see_page, role_of
from throughline.reports.kinds import Report, reports
from throughline.reports.writing import council_title, file_name, make_pdf
from throughline.web.clocks import looked, said_clocks, to_choose, waits_for_the_count
from throughline.web.current import current_council

LIST = "reports"


def report_routes() -> Iterator[URLPattern]:
    """The list, and an address for each declared report."""
    yield path("reports/", listed, name=LIST)
    for name in reports():
        yield path(f"reports/{name.replace('_', '-')}.pdf", download, {"name": name}, name=f"report-{name}")


def reports_for(user: User) -> dict[str, Report]:
    """The reports that someone's role may have."""
    return {name: report for name, report in reports().items() if may_see_page(user, report.seen_by)}


@require_safe
@waits_for_the_count
def listed(request: HttpRequest, problem: Refused | None = None, asked: str = "") -> HttpResponse:
    """The reader's reports, each with the day it should be as at, and the load as known at which. Not found
    where there is none."""
    mine = reports_for(request.user)
    if not mine:
        raise Http404
    of = looked(said_clocks(request), request.user)
    snapshot = of.answers.snapshot if of else None
    around = {
        "reports": [(report, reverse(f"report-{name}")) for name, report in mine.items()],
        "first_day": first_day(snapshot).isoformat() if snapshot else "",
        "last_day": snapshot.as_at.isoformat() if snapshot else "",
        "asked": asked or (snapshot.as_at.isoformat() if snapshot else ""),
        "problem": problem,
        "known": of.known if of else None,
        "loads": to_choose(of.known if of else None, request.user),
    }
    return render(request, "reports.html", around, status=422 if problem else 200)


@require_safe
@waits_for_the_count
def download(request: HttpRequest, name: str) -> HttpResponse:
    """One report as PDF, with the figures that the reader's role may see."""
    role, council = role_of(request.user), current_council()
    if role is None or name not in reports_for(request.user):
        raise Http404
    asked = request.GET.get(AS_AT, "")
    try:
        of = looked(request.GET.dict(), request.user)
        if council is None or of is None:
            return listed(request)
        day = day_asked(asked, of.answers.snapshot, any_day=role.splits)
    except Refused as refused:
        return listed(request, problem=refused, asked=asked)
    title = council_title(council)
    pdf = make_pdf(reports()[name], name, of.answers, day, role, title, known=of.known)
    disposition = f'attachment; filename="{file_name(name, day, of.known)}"'
    return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": disposition})

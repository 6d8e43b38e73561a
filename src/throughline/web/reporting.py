"""The reports on the site: a list of those the reader may have, and each as a file for a day."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe

from throughline.errors import Refused
from throughline.pages.days import day_asked, first_day
from throughline.people.rights import User, may_see_page, role_of
from throughline.reports.kinds import Report, reports
from throughline.reports.writing import council_title, file_name, make_pdf
from throughline.web.asking import AS_AT
from throughline.web.current import current_answers, current_council

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
def listed(request: HttpRequest, problem: Refused | None = None, asked: str = "") -> HttpResponse:
    """The reader's reports, each with the day it should be as at. Not found where there is none."""
    mine, answers = reports_for(request.user), current_answers()
    if not mine:
        raise Http404
    snapshot = answers.snapshot if answers else None
    around = {
        "reports": [(report, reverse(f"report-{name}")) for name, report in mine.items()],
        "first_day": first_day(snapshot).isoformat() if snapshot else "",
        "last_day": snapshot.as_at.isoformat() if snapshot else "",
        "asked": asked or (snapshot.as_at.isoformat() if snapshot else ""),
        "problem": problem,
    }
    return render(request, "reports.html", around, status=422 if problem else 200)


@require_safe
def download(request: HttpRequest, name: str) -> HttpResponse:
    """One report as PDF, with the figures that the reader's role may see."""
    role, council, answers = role_of(request.user), current_council(), current_answers()
    if role is None or name not in reports_for(request.user):
        raise Http404
    if council is None or answers is None:
        return listed(request)
    asked = request.GET.get(AS_AT, "")
    try:
        day = day_asked(asked, answers.snapshot)
    except Refused as refused:
        return listed(request, problem=refused, asked=asked)
    pdf = make_pdf(reports()[name], name, answers, day, role, council_title(council))
    disposition = f'attachment; filename="{file_name(name, day)}"'
    return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": disposition})

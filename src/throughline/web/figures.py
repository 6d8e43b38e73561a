"""Figures that somebody printed, held against one another. They are posted: in no log and on no disk."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from throughline.errors import Refused
from throughline.figures.finding import found_in
from throughline.figures.reading import LAYOUT, Figure, figures_in
from throughline.web.posted import LIST, text_of
from throughline.web.reporting import reports_for

MOST_FIGURES, MOST_FOUND = 1_000, 200  # on a page; `throughline figures` takes more, and lists all
THIS_LIST = "That list"
OF = "figures"


@sensitive_post_parameters(LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def figures(request: HttpRequest) -> HttpResponse:
    """The form, and once figures are sent what in them contradicts what: for those who have reports."""
    if not reports_for(request.user):
        raise Http404
    around: dict[str, Any] = {"layout": LAYOUT, "most": MOST_FIGURES}
    if request.method != "POST":
        return render(request, "figures.html", around)
    try:
        given = text_of(request, OF)
        around["given"] = given
        around |= found(figures_in(THIS_LIST, given, MOST_FIGURES))
    except Refused as problem:
        return render(request, "figures.html", around | {"problem": problem}, status=422)
    return render(request, "figures.html", around)


def found(given: list[Figure]) -> dict[str, Any]:
    """What is wrong in them: the first so many. Raises `Refused` for a list of headings alone."""
    if not given:
        raise Refused("That list has no figure below its headings.", do="Give a line for each figure.")
    first = list(islice(found_in(given), MOST_FOUND + 1))
    return {"many": len(given), "found": first[:MOST_FOUND], "more": len(first) > MOST_FOUND}

"""Search for a child or a measure. What is typed is posted: it is in no address, and in no log."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from throughline.blocks.asking import AS_AT, Ask
from throughline.blocks.found import found
from throughline.people.rights import role_of
from throughline.web.clocks import waits_for_the_count
from throughline.web.current import current_answers
from throughline.web.downloads import asking

FIELD, LONGEST = "find", 100


@sensitive_post_parameters(FIELD)
@waits_for_the_count
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """What was found; straight to the child where what was typed is the id of one. Without anything
    typed there is only the form."""
    if role_of(request.user) is None:
        raise Http404
    if current_answers() is None:
        return render(request, "nothing_yet.html", {"page": {"title": "Find"}})
    words = request.POST.get(FIELD, "").strip()[:LONGEST]
    shown = found(asked_here(request), words)
    if shown.exact:
        return redirect(shown.exact)
    return render(request, "found.html", {"shown": shown, "words": words})


def asked_here(request: HttpRequest) -> Ask:
    """What is searched: the record of the page that was searched from, by both clocks; as at its newest day
    where that page was of a day that it cannot be of."""
    given = request.POST.dict()
    try:
        return asking(request, given)
    except Http404:
        return asking(request, {name: value for name, value in given.items() if name != AS_AT})

"""A list of ids held against a measure. The list is posted: it is in no address, no log and on no disk."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from throughline.blocks.comparison import comparison, comparison_rows, may_compare, what
from throughline.blocks.named import NAMES
from throughline.counting.comparing import read_ids
from throughline.errors import Refused
from throughline.web.clocks import waits_for_the_count
from throughline.web.downloads import asking, named, sent
from throughline.web.posted import LIST, text_of

AS_FILE = "as-file"
OF = "column of ids"


@sensitive_post_parameters(LIST)
@waits_for_the_count
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest, measure: str) -> HttpResponse:
    """The form, and once a list is sent what is in both, in ours only and in theirs only. *Not found* for
    those who may open no child, and for a measure that is not of children."""
    ask = asking(request, request.GET.dict(), measure=measure)
    if not may_compare(ask):
        raise Http404
    around: dict[str, Any] = {
        "measure": ask.measure(),
        "what": what(ask),
        "back": ask.measure_link(ask.measure()),
    }
    if request.method != "POST":
        return render(request, "compare.html", around)
    try:
        text = text_of(request, OF)
        ids = read_ids(text)
        if request.POST.get(AS_FILE):
            name = named(ask, f"{NAMES[ask.measure()]} compared {ask.day}")
            return sent(name, comparison_rows(ask, ids))
        around |= {"shown": comparison(ask, ids), "given": "\n".join(ids), "many": len(ids)}
    except Refused as problem:
        return render(request, "compare.html", around | {"problem": problem}, status=422)
    return render(request, "compare.html", around)

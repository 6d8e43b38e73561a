"""The number of a request, by which the access log, an error page and the operator's log tell of the same."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpRequest

REQUEST = "throughline.request"


def request_id(request: HttpRequest) -> UUID:
    """The number of a request: the same each time it is asked for, in the log and on an error page."""
    number: UUID = request.META.setdefault(REQUEST, uuid4())
    return number

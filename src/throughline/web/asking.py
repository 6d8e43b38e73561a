"""From a request to what its page may know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest

from throughline.blocks.asking import AS_AT, KNOWN_AT, Ask
from throughline.people.request_ids import request_id
from throughline.web.clocks import Looked


def ask_of(
    request: HttpRequest, of: Looked, day: date, given: Mapping[str, str], about: Mapping[str, str]
) -> Ask:
    """What is asked as at a day: `given` by the page's query or form, `about` what its address names."""
    return Ask(
        user=request.user,
        answers=of.answers,
        day=day,
        page=request.path,
        request=request_id(request),
        about=about,
        chosen={name: value for name, value in given.items() if name not in (AS_AT, KNOWN_AT)},
        faults=of.faults,
        known=of.known,
        today=of.today.snapshot if of.known else None,
    )

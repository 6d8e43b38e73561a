"""From a request to what its page may know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest

from throughline.blocks.asking import Ask
from throughline.counting.answers import Answers
from throughline.people.request_ids import request_id
from throughline.web.current import current_faults

AS_AT = "as-at"


def ask_of(
    request: HttpRequest, answers: Answers, day: date, given: Mapping[str, str], about: Mapping[str, str]
) -> Ask:
    """What is asked as at a day: `given` by the page's query or form, `about` what its address names."""
    return Ask(
        user=request.user,
        answers=answers,
        day=day,
        page=request.path,
        request=request_id(request),
        about=about,
        chosen={name: value for name, value in given.items() if name != AS_AT},
        faults=current_faults,
    )

"""What goes to the operator's log: what failed and where, and never a child's data."""

from __future__ import annotations

import logging
from traceback import extract_tb
from types import TracebackType

from django.http import HttpRequest

from throughline.people.request_ids import request_id

Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutData(logging.Formatter):
    """A line without addresses as typed, questions, or the words of an exception, any of which may hold
    a child's data. A request is told by its pattern and its number; a failure by its kind and place."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """One line, and below it where it failed."""
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            record = logging.makeLogRecord({**vars(record), "msg": told(request, record), "args": ()})
        elif record.name.startswith("django.security"):
            record = logging.makeLogRecord({**vars(record), "msg": "A request was refused.", "args": ()})
        return super().format(record)

    def formatException(self, ei: Failure) -> str:
        """The kind of failure and the lines it passed through, without what it said."""
        kind, _, trace = ei
        lines = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in extract_tb(trace)]
        return "\n".join([f"  {kind.__name__ if kind else 'Unknown'}", *lines])


def told(request: HttpRequest, record: logging.LogRecord) -> str:
    """A request by its method, the pattern of its page, and its number, which the page shows too."""
    match = request.resolver_match
    page = match.route if match else "no page of ours"
    return f"{getattr(record, 'status_code', '')} {request.method} /{page} request {request_id(request)}"

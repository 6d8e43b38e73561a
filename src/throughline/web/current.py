"""What is served now. The one place in this room that asks which it is."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from throughline.counting.answers import Answers
from throughline.loads.counts import answers_now
from throughline.loads.home import councils
from throughline.record.snapshots import Snapshot


def current_answers() -> Answers | None:
    """Everything that can be asked of what is served now, or None while nothing has been received.
    Opened once, and checked against its manifest; the next load brings another."""
    for council in councils(Path(settings.HOME)):
        if council.current() is not None:
            return answers_now(council)
    return None


def current_snapshot() -> Snapshot | None:
    """The record behind them."""
    answers = current_answers()
    return answers.snapshot if answers else None

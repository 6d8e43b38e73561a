"""What is served now. The one place in this room that asks which it is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from throughline.counting.answers import Answers
from throughline.errors import Fault, Refused
from throughline.loads.counts import answers_before, answers_now
from throughline.loads.faults import faults_now
from throughline.loads.home import Council, councils
from throughline.record.snapshots import Snapshot

log = logging.getLogger(__name__)


def current_council() -> Council | None:
    """The council that is served: the first that has received anything."""
    return next((each for each in councils(Path(settings.HOME)) if each.current() is not None), None)


def current_answers() -> Answers | None:
    """Everything that can be asked of what is served now, or None while nothing has been received.
    Opened once, and checked against its manifest; the next load brings another. While it is damaged the
    newest earlier record that is whole is served, and the operator is told."""
    council = current_council()
    if council is None:
        return None
    try:
        return answers_now(council)
    except Refused as damaged:
        log.error("The current record is not served: %s An earlier one is.", damaged.what)
        return answers_before(council)


def current_snapshot() -> Snapshot | None:
    """The record behind them."""
    answers = current_answers()
    return answers.snapshot if answers else None


def current_faults() -> Sequence[Fault]:
    """What was found wrong in the files that are served now."""
    council = current_council()
    now = council.current() if council else None
    return faults_about(council, now["snapshot"]) if council and now else ()


@lru_cache(maxsize=2)
def faults_about(council: Council, snapshot: str) -> Sequence[Fault]:
    """The faults behind one snapshot, by its name; read once."""
    return faults_now(council)

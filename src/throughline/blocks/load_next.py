"""What is to be done about the loads, if anything is: one thing at a time, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from throughline.blocks.asking import Ask
from throughline.blocks.councils import council_of, may_see_faults
from throughline.blocks.shown import Shown
from throughline.loads import memory as questions
from throughline.loads.approving import held
from throughline.loads.home import Council
from throughline.loads.lateness import is_late, is_to_come, missed, now_in_england
from throughline.record.periods import said

SHORT = 8
MOST_REASONS = 4
OUTCOMES = ("in", "nothing new", "held", "refused", "stopped")  # of a load; the log has other lines as well
RESTORE = "Whoever runs the server restores it from a backup, or receives the same files again."


@dataclass(frozen=True, eq=False)
class LoadNext:
    """The one thing that needs somebody now."""

    def shown(self, ask: Ask) -> ShownLoadNext:
        """As things are now, whatever day the page is of."""
        council = council_of(ask)
        waiting = list(steps(ask, council)) if council else []
        return waiting[0] if waiting else ShownLoadNext(title="Nothing waits for anybody.")


@dataclass(frozen=True, kw_only=True)
class ShownLoadNext(Shown):
    """What is the matter, why, what to do, and the command that does it. Without a tag all is well."""

    title: str
    tag: str = ""
    why: tuple[str, ...] = ()
    do: str = ""
    command: str = ""


def steps(ask: Ask, council: Council) -> Iterator[ShownLoadNext]:
    """Everything that waits, the weightiest first."""
    yield from damaged(ask, council)
    yield from waiting(council)
    yield from late(ask, council)
    yield from unanswered(council)
    yield from failed(ask, council)


def damaged(ask: Ask, council: Council) -> Iterator[ShownLoadNext]:
    """The record in force is not the one that is shown."""
    if (council.current() or {}).get("snapshot") != ask.snapshot.name:
        title = f"The newest record is damaged: what is shown is as at {said(ask.snapshot.as_at)}."
        yield ShownLoadNext(title=title, tag="Damaged", do=RESTORE)


def waiting(council: Council) -> Iterator[ShownLoadNext]:
    """Loads that are held, the newest first."""
    for line in held(council):
        why = line["why"].splitlines()
        more = (f"and {len(why) - MOST_REASONS} more below",) if len(why) > MOST_REASONS else ()
        yield ShownLoadNext(
            title="A load is held: look at it, and approve it or have it made again.",
            tag="Held",
            why=(*why[:MOST_REASONS], *more),
            do="Until then the record before it is shown. If it is right, whoever runs the server types:",
            command=f"throughline approve {line['load'][:SHORT]}",
        )


def late(ask: Ask, council: Council) -> Iterator[ShownLoadNext]:
    """The data are late, by their age or by the hour."""
    expected, now = settings.EXPECTED, now_in_england()
    if is_late(council, expected, now):
        days = (now.date() - ask.snapshot.as_at).days
        old = f"The newest data are {days} {'day' if days == 1 else 'days'} old"
        if is_to_come(days):
            old = f"The newest data say they are of a day to come, {said(ask.snapshot.as_at)}"
        yield ShownLoadNext(
            title=f"{missed(council, expected, now) or old}.",
            tag="Late",
            do="See whether the case system made its extract, and whether it landed where it is looked for. "
            "If it did, whoever runs the server receives it by hand:",
            command="throughline receive FOLDER",
        )


def unanswered(council: Council) -> Iterator[ShownLoadNext]:
    """Questions about what the files do not show."""
    if several := questions.waiting(council):
        many = "1 question waits" if len(several) == 1 else f"{len(several)} questions wait"
        yield ShownLoadNext(
            title=f"{many} for an answer, about what the files do not show.",
            tag="To answer",
            do="What hangs on them is blank until then. An analyst answers them below, or whoever runs the "
            "server by",
            command="throughline questions",
        )


def failed(ask: Ask, council: Council) -> Iterator[ShownLoadNext]:
    """The newest load was refused, or stopped half way."""
    loads = [line for line in council.loads() if line["status"] in OUTCOMES]
    if loads and loads[0]["status"] in ("refused", "stopped"):
        yield ShownLoadNext(
            title=f"The last load was {loads[0]['status']}.",
            tag=loads[0]["status"].capitalize(),
            why=tuple(reason(loads[0], may_see_faults(ask.role)).splitlines()),
            do="What was served before is served still.",
        )


def reason(line: Mapping[str, Any], in_full: bool) -> str:
    """Why a load is not in. A refusal may repeat what is in the files: only for those who may see it."""
    if line["status"] == "refused" and not in_full:
        return "The reason is shown to the director and to analysts."
    return str(line.get("why", ""))

"""Say what has changed: the measures whose figures are newly out of the ordinary, the strongest signal first.

Every measure is looked at over its last 24 whole months, and told once if in the last three of them there
first was enough to say that it is more than chance. What follows is what is usual for it, and who owns it.
Figures are those of the role they are for: an elected member's has no small numbers.

Changes in recording that name no measure, table or stage are told of on standard error: they change nothing.

Examples:
  throughline changed
  throughline changed --as-at 2026-03-31 --at-most 20
  throughline changed --for member --json
  throughline changed --known-at 2026-05-03
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from throughline.cli.known import add_known_at, answers_of, known_of
from throughline.cli.options import Asked, Options, add_as_at, add_council, add_json, of, say
from throughline.counting.answers import Answers
from throughline.counting.recording import naming_nothing
from throughline.people.roles import DIRECTOR, ROLES

if TYPE_CHECKING:
    from throughline.blocks.what_changed import Change, ShownWhatChanged

TOLD = ("name", "title", "says", "owner")  # of each change, in JSON; and its variation


def options(command: Options) -> None:
    """What may be typed after `changed`."""
    add_as_at(command, "the day, up to which whole months are looked at; the data's own if not said")
    command.add_argument(
        "--at-most", type=int, default=10, metavar="N", help="so many, if there are more (10)"
    )
    command.add_argument(
        "--for", dest="role", default=DIRECTOR.key, choices=sorted(ROLES), help="whose figures (director)"
    )
    add_known_at(command)
    add_council(command)
    add_json(command)


def run(asked: Asked) -> int:
    """Print what changed. Rights are Django's models, so its settings are read; no database is opened."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.web.settings")
    import django

    django.setup()
    from throughline.blocks.what_changed import WhatChanged
    from throughline.pages.days import day_asked
    from throughline.reports.reader import ask_for

    council = of(asked)
    answers = answers_of(council, known_of(asked, council))
    day = day_asked(asked.as_at.isoformat() if asked.as_at else "", answers.snapshot)
    shown = WhatChanged(at_most=max(0, asked.at_most)).shown(ask_for(ROLES[asked.role], answers, day))
    print(json.dumps(as_data(shown), indent=1, ensure_ascii=False) if asked.json else in_words(shown))
    warn(answers)
    return 0


def as_data(shown: ShownWhatChanged) -> dict[str, Any]:
    """What changed, for another program."""
    changes = [
        {**{name: getattr(each, name) for name in TOLD}, "variation": each.variation.value}
        for each in shown.changes
    ]
    return {"lede": shown.lede, "changes": changes, "more": shown.more, "note": shown.note}


def in_words(shown: ShownWhatChanged) -> str:
    """The sentence that sums up, each change, and how to take them."""
    more = [f"{shown.more} more changed: --at-most {len(shown.changes) + shown.more}."] if shown.more else []
    return "\n\n".join([shown.lede, *map(told, shown.changes), *more, shown.note])


def told(one: Change) -> str:
    """One change, and the name by which other commands know the measure."""
    return f"{one.title}\n  {one.says}\n  Owner: {one.owner}. Measure: {one.name}."


def warn(answers: Answers) -> None:
    """Say which changes in recording have no effect."""
    for change in naming_nothing(answers.snapshot):
        say(
            f"Recording changes: “{change.affects}” ({change.when}) is no measure, table or stage, and "
            "changes nothing. Correct it in the list, and receive the list again."
        )

"""Say what has changed: the measures whose figures are newly out of the ordinary, the strongest signal first.

Every measure is looked at over its last 24 whole months, and told once if in the last three of them there
first was enough to say that it is more than chance. What follows is what is usual for it, and who owns it.
Then come teams that changed where the council did not, and figures that are not what an earlier load said of
the same months. Figures are those of the role they are for: an elected member's has no small numbers.

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
    from throughline.blocks.late_recording import LateFigure, ShownLateRecording
    from throughline.blocks.teams_changed import ShownTeamsChanged, TeamChange
    from throughline.blocks.what_changed import Change, ShownWhatChanged

TOLD_OF_TEAM = ("team", "title", "says", "owner")
TOLD_LATE = ("title", "says", "owner")
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
    from throughline.blocks.late_recording import LateRecording
    from throughline.blocks.teams_changed import TeamsChanged
    from throughline.blocks.what_changed import WhatChanged
    from throughline.pages.days import day_asked
    from throughline.reports.reader import ask_for

    council = of(asked)
    known = known_of(asked, council)
    answers = answers_of(council, known)
    day = day_asked(asked.as_at.isoformat() if asked.as_at else "", answers.snapshot, any_day=True)
    ask, most = ask_for(ROLES[asked.role], answers, day, known=known), max(0, asked.at_most)
    shown = WhatChanged(most).shown(ask), TeamsChanged(most).shown(ask), LateRecording(most).shown(ask)
    data = as_data(*shown) | {"known_at": known.number if known else None}
    print(json.dumps(data, indent=1, ensure_ascii=False) if asked.json else in_words(*shown))
    warn(answers)
    return 0


def as_data(shown: ShownWhatChanged, teams: ShownTeamsChanged, late: ShownLateRecording) -> dict[str, Any]:
    """What changed, for another program."""
    return {
        "lede": shown.lede,
        "changes": [named(TOLD, each) | {"variation": each.variation.value} for each in shown.changes],
        "more": shown.more,
        "note": shown.note,
        "teams": [named(TOLD_OF_TEAM, each) for each in teams.changes],
        "late": [named(TOLD_LATE, each) for each in late.figures],
    }


def named(names: tuple[str, ...], one: Change | TeamChange | LateFigure) -> dict[str, Any]:
    """What is told of one change."""
    return {name: getattr(one, name) for name in names}


def in_words(shown: ShownWhatChanged, teams: ShownTeamsChanged, late: ShownLateRecording) -> str:
    """The sentence that sums up, each change, and how to take them; then teams, and what came late."""
    more = [f"{shown.more} more changed: --at-most {len(shown.changes) + shown.more}."] if shown.more else []
    of_teams = [f"{each.team}. {each.title}\n  {each.says}\n  Owner: {each.owner}." for each in teams.changes]
    came_late = [f"{each.title}\n  {each.says}\n  Owner: {each.owner}." for each in late.figures]
    rest = [teams.note, *of_teams, late.lede, *came_late]
    return "\n\n".join(filter(None, [shown.lede, *map(told, shown.changes), *more, shown.note, *rest]))


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

"""Serve a load that was held because it is not believable beside the record in force.

A load is held when children, lists or open cases changed out of all proportion. Look at the reasons, and at
the extract. If it is wrong, correct it and receive it again: a held load does no harm. If it is right,
approve it, by the name that receive printed. With no name, the loads that are held are listed.

Examples:
  throughline approve
  throughline approve 3f9ac81b
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from throughline.cli.options import Asked, Options, add_council, in_private, of, say
from throughline.loads.approving import approve, held
from throughline.record.periods import said

SHORT = 8  # letters of a load's name that are enough to tell it from others


def options(command: Options) -> None:
    """What may be typed after `approve`."""
    command.add_argument("load", nargs="?", metavar="LOAD", help="the held load, by its first letters")
    add_council(command)


def run(asked: Asked) -> int:
    """Approve one load, or list those that are held."""
    in_private()
    council = of(asked)
    if asked.load:
        load = approve(council, asked.load, say)
        print(f"In, as at {said(load.as_at)}.")
        return 0
    lines = held(council)
    print("\n\n".join(map(told, lines)) or "No load is held.")
    return 0


def told(line: dict[str, Any]) -> str:
    """One held load: its name, what it is, and why it is held."""
    at = datetime.fromisoformat(line["at"]).date()
    what = ", ".join(dict.fromkeys(line["titles"]))
    return f"{line['load'][:SHORT]}: {what}, received {said(at)}\n{line['why']}"

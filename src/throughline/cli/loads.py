"""List what was received: when, what came, how many rows and faults, and what became of it. Newest first.

A load that changed what is served has a number, by which --known-at knows it. What was held says why; approve
it with `throughline approve`. What went out (an export) is listed as well, with who sent it.

Examples:
  throughline loads
  throughline loads --at-most 100 --json
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from throughline.cli.options import Asked, Options, add_council, add_json, of
from throughline.loads.known import SERVED
from throughline.loads.lateness import ENGLAND
from throughline.record.periods import said
from throughline.returns.own_parts import LOCAL_LIST

KEPT = ("load", "at", "status", "as_at", "titles", "files", "rows", "faults", "aside", "why", "by")
Line = Mapping[str, Any]


def options(command: Options) -> None:
    """What may be typed after `loads`."""
    command.add_argument(
        "--at-most", type=int, default=20, metavar="N", help="so many, if there are more (20)"
    )
    add_council(command)
    add_json(command)


def run(asked: Asked) -> int:
    """0, whatever became of them."""
    every = list(numbered(of(asked).loads()))
    first = every[: max(0, asked.at_most)]
    if asked.json:
        print(json.dumps([as_data(*each) for each in first], indent=1, ensure_ascii=False))
        return 0
    for number, line in first:
        print(in_words(number, line))
    if not every:
        print("Nothing has been received yet.")
    elif len(every) > len(first):
        print(f"{len(every) - len(first):,} earlier: --at-most {len(every)}.")
    return 0


def numbered(lines: Sequence[Line]) -> Iterator[tuple[int | None, Line]]:
    """Each line, newest first, with the number by which --known-at knows it; none for what served nothing."""
    left = sum(line["status"] in SERVED for line in lines)
    for line in lines:
        served = line["status"] in SERVED
        yield left if served else None, line
        left -= served


def as_data(number: int | None, line: Line) -> dict[str, Any]:
    """One line for another program."""
    return {"number": number, **{name: line[name] for name in KEPT if line.get(name) not in (None, "")}}


def in_words(number: int | None, line: Line) -> str:
    """One load in words: when and what became of it; what came, with how many rows and faults; and why."""
    at = datetime.fromisoformat(line["at"]).astimezone(ENGLAND)
    load = f", load {number}" if number else ""
    when = f"{said(at.date())}, {at:%H:%M}{load}: {line['status']}"
    day = f", as at {said(date.fromisoformat(line['as_at']))}" if line.get("as_at") else ""
    told = "; ".join(filter(None, (titles_said(line.get("titles", ())), rows_said(line))))
    return "\n".join([f"{when}{day}.", *indented(told), *indented(line.get("why", ""))])


def titles_said(titles: Sequence[str]) -> str:
    """What came; of local lists only how many."""
    others = [title for title in dict.fromkeys(titles) if not title.startswith(LOCAL_LIST)]
    lists = len({title for title in titles if title.startswith(LOCAL_LIST)})
    several = [f"{lists} local list{'s' if lists > 1 else ''}"] if lists else []
    return ", ".join([*others, *several])


def rows_said(line: Line) -> str:
    """How many rows, faults, and lines that were set aside; blank where nothing was read."""
    rows = sum(line.get("rows", {}).values())
    if not rows:
        return ""
    aside = f", {line['aside']:,} lines set aside" if line.get("aside") else ""
    return f"{rows:,} rows, {line.get('faults', 0):,} faults{aside}"


def indented(text: str) -> Iterator[str]:
    """Lines below the first."""
    return (f"  {line}" for line in text.splitlines())

"""Ask the record in SQL. It can be read and not written; each table is named in small letters.

Examples:
  throughline sql "select category, count(*) from cp_plans where ended is null group by 1"
  throughline sql "select count(*) from cp_plans" --known-at 2026-05-03
  throughline sql
"""

from __future__ import annotations

import csv
import json
import sys

from throughline.cli.known import add_known_at, known_of
from throughline.cli.options import Asked, Options, add_council, add_json, of
from throughline.errors import Refused
from throughline.loads.window import ask, names


def options(command: Options) -> None:
    """What may be typed after `sql`."""
    command.add_argument("query", nargs="?", help="one query; with none, the tables are listed")
    add_known_at(command)
    add_council(command)
    add_json(command)


def run(asked: Asked) -> int:
    """Print the answer as CSV, or as JSON."""
    council = of(asked)
    now = council.current()
    if now is None:
        raise Refused("Nothing has been received yet.", do="Receive a return: throughline receive FOLDER")
    if not asked.query:
        print("\n".join(names()))
        return 0
    known = known_of(asked, council)
    headings, rows = ask(council.snapshots / (known.snapshot if known else now["snapshot"]), asked.query)
    if asked.json:
        print(json.dumps([dict(zip(headings, row)) for row in rows], indent=1, default=str))
    else:
        csv.writer(sys.stdout).writerows([headings, *rows])
    return 0

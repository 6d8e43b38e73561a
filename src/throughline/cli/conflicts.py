"""List what two returns say otherwise of the same children, and which is used.

How many, by what they differ in; with --to, every one of them in a file, with the child, what each says, and
the file and line where the other stands. That file holds rows of children, and the log keeps who wrote it.

Examples:
  throughline conflicts
  throughline conflicts --to conflicts.csv
  throughline conflicts --known-at 12
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from throughline.cli.known import add_known_at, known_of
from throughline.cli.options import Asked, Options, add_council, of
from throughline.loads.exporting import export_table, record_of
from throughline.record.identity import Conflicts


def options(command: Options) -> None:
    """What may be typed after `conflicts`."""
    command.add_argument("--to", type=Path, metavar="FILE", help="a .csv or .parquet file of all of them")
    add_known_at(command)
    add_council(command)


def run(asked: Asked) -> int:
    """0, whether or not there is any."""
    council = of(asked)
    known = known_of(asked, council)
    rows = record_of(council, known).frames[Conflicts]
    kinds = [pl.col(f"Conflicts.{name}").fill_null("") for name in ("what", "used_from", "other_from")]
    found = rows.group_by(kinds).len("many").sort("many", "Conflicts.what", descending=[True, False])
    for what, used, other, many in found.iter_rows():
        print(f"{many:,}: {what}. Used: {used or 'neither'}; otherwise: {other}.")
    if not rows.height:
        print("No two returns say otherwise of any child.")
    elif asked.to:
        export_table(council, "conflicts", asked.to, known)
        print(f"Written to {asked.to}. It holds rows of children: keep it as you keep the record.")
    return 0

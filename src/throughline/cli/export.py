"""Write the record out: any table as CSV or Parquet, or the whole as the dataset or as Annex A.

Tables are named as `throughline sql` lists them. `ssd` writes a folder of CSV files, named for the record's
day, that any reader of the Standard Safeguarding Dataset takes; received again it is the same record.
`annex_a` writes Ofsted's eleven lists as a workbook, and beside it another that says what is to be looked
at before it is given away; `send` writes Ofsted's list of children with an EHC plan. All three may be told as
at an earlier day: what began later is left out, what ended later is open, and what is kept only as it is now
is blank. With --known-at the record is what it was from an earlier load on. What is written holds rows of
children: the log keeps who wrote it, when, and under what name.

Examples:
  throughline export cp_plans --to cp_plans.csv
  throughline export care --to care.parquet
  throughline export ssd --to exports
  throughline export annex_a --to exports
  throughline export annex_a --to exports --as-at 2026-09-30
  throughline export care --to care.csv --known-at 2026-05-03
"""

from __future__ import annotations

from pathlib import Path

from throughline.cli.known import add_known_at, known_of
from throughline.cli.options import Asked, Options, add_as_at, add_council, of, say
from throughline.errors import Refused
from throughline.loads.exporting import export_annex_a, export_send, export_ssd, export_table

FILTER = "Leave it out, and choose rows by their days: throughline sql."
WHOLE = {"ssd": export_ssd, "annex_a": export_annex_a, "send": export_send}


def options(command: Options) -> None:
    """What may be typed after `export`."""
    command.add_argument("what", metavar="TABLE", help="a table of the record; or ssd, annex_a, send")
    command.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE",
        help="a .csv or .parquet file; for the others a folder",
    )
    add_as_at(command, "for ssd, annex_a and send: an earlier day")
    add_known_at(command)
    add_council(command)


def run(asked: Asked) -> int:
    """0 when all is written."""
    council = of(asked)
    known = known_of(asked, council)
    if whole := WHOLE.get(asked.what):
        export = whole(council, asked.to, asked.as_at, known)
    elif asked.as_at:
        raise Refused("A table goes out with every day it has: --as-at is for ssd, annex_a, send.", do=FILTER)
    else:
        export = export_table(council, asked.what, asked.to, known)
    for name, rows in export.rows.items():
        print(f"{name}: {rows:,} rows")
    if export.left:
        say(f"Left behind: {', '.join(export.left)}.")
    if export.found:
        say(export.found)
    print(f"Written to {export.to}. It holds rows of children: keep it as you keep the record.")
    return 0

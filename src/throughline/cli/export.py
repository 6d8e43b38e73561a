"""Write the record out: any table as CSV or Parquet, or the whole as the Standard Safeguarding Dataset.

Tables are named as `throughline sql` lists them. `ssd` writes a folder of CSV files, named for the record's
day, that any reader of the dataset takes; received again it is the same record. What is written holds rows
of children: the log keeps who wrote it, when, and under what name.

Examples:
  throughline export cp_plans --to cp_plans.csv
  throughline export care --to care.parquet
  throughline export ssd --to exports
"""

from __future__ import annotations

from pathlib import Path

from throughline.cli.options import Asked, Options, add_council, of, say
from throughline.loads.exporting import export_ssd, export_table

WHOLE = "ssd"


def options(command: Options) -> None:
    """What may be typed after `export`."""
    command.add_argument("what", metavar="TABLE", help="a table of the record, or ssd for the whole")
    command.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help="a .csv or .parquet file; for ssd a folder"
    )
    add_council(command)


def run(asked: Asked) -> int:
    """0 when all is written."""
    export = (
        export_ssd(of(asked), asked.to)
        if asked.what == WHOLE
        else export_table(of(asked), asked.what, asked.to)
    )
    for name, rows in export.rows.items():
        print(f"{name}: {rows:,} rows")
    if export.left:
        say(f"Not in the dataset, and left behind: {', '.join(export.left)}.")
    print(f"Written to {export.to}. It holds rows of children: keep it as you keep the record.")
    return 0

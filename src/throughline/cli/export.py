"""Write the record out: any table as CSV or Parquet, or the whole as the dataset or as Annex A.

Tables are named as `throughline sql` lists them. `ssd` writes a folder of CSV files, named for the record's
day, that any reader of the Standard Safeguarding Dataset takes; received again it is the same record.
`annex_a` writes Ofsted's eleven lists as a workbook. What is written holds rows of children: the log keeps
who wrote it, when, and under what name.

Examples:
  throughline export cp_plans --to cp_plans.csv
  throughline export care --to care.parquet
  throughline export ssd --to exports
  throughline export annex_a --to exports
"""

from __future__ import annotations

from pathlib import Path

from throughline.cli.options import Asked, Options, add_council, of, say
from throughline.loads.exporting import export_annex_a, export_ssd, export_table

WHOLE = {"ssd": export_ssd, "annex_a": export_annex_a}


def options(command: Options) -> None:
    """What may be typed after `export`."""
    command.add_argument("what", metavar="TABLE", help="a table of the record; or ssd, or annex_a")
    command.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE",
        help="a .csv or .parquet file; for ssd and annex_a a folder",
    )
    add_council(command)


def run(asked: Asked) -> int:
    """0 when all is written."""
    if whole := WHOLE.get(asked.what):
        export = whole(of(asked), asked.to)
    else:
        export = export_table(of(asked), asked.what, asked.to)
    for name, rows in export.rows.items():
        print(f"{name}: {rows:,} rows")
    if export.left:
        say(f"Left behind: {', '.join(export.left)}.")
    print(f"Written to {export.to}. It holds rows of children: keep it as you keep the record.")
    return 0

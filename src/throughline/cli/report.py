"""Write a report as PDF, from the same declared pages as on the site.

Example:
  throughline report monthly_performance --as-at 2026-10-31 --to monthly.pdf
"""

from __future__ import annotations

from pathlib import Path

from throughline.cli.options import Asked, Options, add_as_at, add_council, of, say


def options(command: Options) -> None:
    """What may be typed after `report`."""
    command.add_argument("name", nargs="?", default="monthly_performance", help="which report")
    add_as_at(command, "the day it is as at; the data's own if not said")
    command.add_argument("--to", type=Path, metavar="FILE", help="the file to write; its name if not said")
    add_council(command)


def run(asked: Asked) -> int:
    """Write the report."""
    from throughline.reports.writing import write_report

    file = write_report(of(asked), asked.name, as_at=asked.as_at, to=asked.to, say=say)
    print(f"Written to {file}.")
    return 0

"""Write a report as PDF, from the same declared pages as on the site.

Figures are those of the role it is for: an elected member's has no small numbers and nothing parted.

Examples:
  throughline report monthly_performance --as-at 2026-10-31 --to monthly.pdf
  throughline report monthly_performance --for member
  throughline report monthly_performance --as-at 2026-04-30 --known-at 2026-05-03
"""

from __future__ import annotations

import os
from pathlib import Path

from throughline.cli.known import add_known_at, known_of
from throughline.cli.options import Asked, Options, add_as_at, add_council, of, say
from throughline.people.roles import DIRECTOR, ROLES


def options(command: Options) -> None:
    """What may be typed after `report`."""
    command.add_argument("name", nargs="?", default="monthly_performance", help="which report")
    add_as_at(command, "the day it is as at; the data's own if not said")
    command.add_argument("--to", type=Path, metavar="FILE", help="the file to write; its name if not said")
    command.add_argument(
        "--for", dest="role", default=DIRECTOR.key, choices=sorted(ROLES), help="whose figures (director)"
    )
    add_known_at(command)
    add_council(command)


def run(asked: Asked) -> int:
    """Write the report. Rights are Django's models, so its settings are read; no database is opened."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.web.settings")
    import django

    django.setup()
    from throughline.reports.writing import write_report

    council = of(asked)
    file = write_report(
        council,
        asked.name,
        as_at=asked.as_at,
        known=known_of(asked, council),
        to=asked.to,
        say=say,
        role=ROLES[asked.role],
    )
    print(f"Written to {file}.")
    return 0

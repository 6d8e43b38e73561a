"""Write an empty workbook for a list of the council's own, such as court cases, posts or exclusions.

The workbook has the headings, what may stand under each, and an example row, which is passed over when it is
left in. Fill it, put the day it is true of in its name, and receive it. Without a name, the lists are named,
each with a sentence.

Examples:
  throughline template
  throughline template court_cases --to lists
  throughline receive lists/court_cases-2026-11-21.xlsx
"""

from __future__ import annotations

from pathlib import Path

from throughline.cli.options import Asked, Options
from throughline.errors import Refused
from throughline.returns.templates import templates, write_template


def options(command: Options) -> None:
    """What may be typed after `template`."""
    command.add_argument("name", nargs="?", metavar="NAME", help="the list; without it, all are named")
    command.add_argument(
        "--to", type=Path, default=Path(), metavar="FOLDER", help="where to write it; here, if not said"
    )


def run(asked: Asked) -> int:
    """0 when the workbook is written, or the lists are named."""
    known = templates()
    if asked.name is None:
        for name, table in known.items():
            print(f"{name}: {' '.join((table.__doc__ or '').split())}")
        return 0
    if asked.name not in known:
        raise Refused(f"There is no list {asked.name}.", do="`throughline template` names them.")
    file = asked.to / f"{asked.name}.xlsx"
    if file.exists():
        raise Refused(f"{file.name} is there already.", do="Move it away, or name another folder: --to.")
    asked.to.mkdir(parents=True, exist_ok=True)
    write_template(known[asked.name], file)
    print(f"Written to {file}. Fill it, and put the day it is true of in its name.")
    return 0

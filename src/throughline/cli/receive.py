"""Take in a return: SSDA903 files, an Annex A workbook, a Standard Safeguarding Dataset (a folder, or the
database it lives in), wards.

Files are known by their headings, whatever they are called. They are kept as they came. What was served
goes on being served until the new record is whole. The same files twice change nothing. A record that is not
believable beside the one in force (children, lists or open cases gone out of all proportion) is held, the
reasons are printed, and the exit code is 1: `throughline approve` serves it.

With --watch a folder is looked at every so often, and what lands in it is received once it is still, until
the command is stopped. Nothing in the folder is changed, moved or deleted.

Examples:
  throughline receive exports/ssd
  throughline receive "Annex A 2026-11-21.xlsx" wards.csv --as-at 2026-11-21
  throughline receive --watch /srv/extracts --mail
  throughline receive --database postgresql://reader@db.example:5432/children --schema ssd
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path

from throughline.cli.approve import SHORT
from throughline.cli.database import add_database, given
from throughline.cli.options import (
    Asked,
    Options,
    add_as_at,
    add_council,
    add_json,
    add_mail,
    in_private,
    of,
    say,
)
from throughline.cli.watching import Operator, watch
from throughline.errors import Fault, Refused, together
from throughline.loads.load import Load
from throughline.loads.receiving import receive
from throughline.record.periods import said

KINDS_PRINTED = 12  # of fault; more are for the loads page
REASONS_PRINTED = 8


def options(command: Options) -> None:
    """What may be typed after `receive`."""
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "paths", type=Path, nargs="*", default=[], metavar="FILE", help="a file, or a folder of files"
    )
    what.add_argument("--watch", type=Path, metavar="FOLDER", help="receive what lands in this folder")
    add_database(what, command)
    command.add_argument("--every", type=float, default=30, metavar="SECONDS", help="between looks (30)")
    command.add_argument(
        "--still", type=float, default=60, metavar="SECONDS", help="without a change before it is taken (60)"
    )
    add_mail(command, "tell the operator by mail when a load is held or refused")
    add_council(command)
    add_as_at(command, "the day the files are true of, where they do not say")
    command.add_argument("--year", type=year, metavar="YEAR", help="the year to 31 March of SSDA903 files")
    command.add_argument(
        "--faults", action="store_true", help="print every fault, not the first of each kind"
    )
    add_json(command)


def year(text: str) -> int:
    """A year as typed. Raises what argparse turns into words."""
    if not re.fullmatch(r"20\d\d", text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a year: write 2026 for the year to 31 March 2026")
    return int(text)


def run(asked: Asked) -> int:
    """0 when the data are in, faults or not; 1 when they are held, and not in."""
    in_private()
    operator = Operator(of(asked), asked.mail)
    if asked.watch:
        check_dateless(asked)
        watch(operator, asked.watch, asked.every, asked.still, in_short)
        return 0
    try:
        with given(asked, say) as paths:
            load = receive(operator.council, paths, as_at=asked.as_at, year=asked.year, say=say)
    except Refused:
        operator.of_refused()
        raise
    show(load, asked)
    operator.of_held(load)
    return int(load.status == "held")


def check_dateless(asked: Asked) -> None:
    """What lands in a watched folder says its own day."""
    if asked.as_at or asked.year:
        what = "--watch takes what lands in its folder, whatever its day: say no day or year with it."
        raise Refused(what, do="Put the day in the folder’s or the file’s name: ssd-2026-06-30.")


def show(load: Load, asked: Asked) -> None:
    """What came in, for a person or a machine."""
    if asked.json:
        print(json.dumps(as_json(load), indent=1))
    elif load.status == "nothing new":
        print("\n".join(load.why))
    else:
        tell(load, asked.faults)


def in_short(load: Load) -> str:
    """What came in, without any line of it."""
    if load.status == "nothing new":
        return "\n".join(load.why)
    tables = "1 table" if len(load.files) == 1 else f"{len(load.files)} tables"
    rows, faults = sum(load.rows.values()), f"{len(load.faults):,} faults" if load.faults else "no faults"
    end = f"In, as at {said(load.as_at)}." if load.status == "in" else held(load).strip()
    return f"{tables}, {rows:,} rows, {faults}. {end}"


def tell(load: Load, every: bool) -> None:
    """What came in, in words."""
    for name, rows in load.rows.items():
        print(f"{name}: {rows:,} rows")
    shown = list(map(str, load.faults)) if every else first_of_each(load.faults)
    if load.faults:
        listed = "1 fault was" if len(load.faults) == 1 else f"{len(load.faults):,} faults were"
        print(f"\n{listed} listed; every other row was read.")
        print("\n".join(shown))
    if len(shown) < len(load.faults):
        print("See them all with --faults, or on the loads page.")
    print(f"\nIn, as at {said(load.as_at)}." if load.status == "in" else held(load))


def first_of_each(faults: Sequence[Fault]) -> list[str]:
    """The first of each kind of fault, and how many more say the same; the commonest kinds alone."""
    kinds = together(faults)[:KINDS_PRINTED]
    return [f"{one}" + (f" So {len(more):,} more." if more else "") for one, *more in kinds]


def held(load: Load) -> str:
    """Why a load is held, and what to do."""
    why = "\n".join(f"  {reason}" for reason in load.why[:REASONS_PRINTED])
    more = len(load.why) - REASONS_PRINTED
    why += f"\n  and {more} more: throughline approve lists them." if more > 0 else ""
    return (
        f"\nHeld: this is not believable beside the record that is served, which is served still.\n{why}\n"
        "If the extract is wrong, correct it and receive it again. If it is right, approve it:\n"
        f"  throughline approve {load.name[:SHORT]}"
    )


def as_json(load: Load) -> dict[str, object]:
    """What came in, for a machine."""
    return {
        "load": load.name,
        "status": load.status,
        "as_at": load.as_at.isoformat(),
        "snapshot": load.snapshot,
        "rows": load.rows,
        "why": list(load.why),
        "faults": [vars(fault) for fault in load.faults],
    }

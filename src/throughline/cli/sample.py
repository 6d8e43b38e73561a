"""Write the files of an invented borough, Saltscar or Teesmouth: the same files for the same seed and day.

Example:
  throughline sample saltscar
  throughline receive saltscar/ssd_2026-11-21 saltscar/wards.csv
  throughline sample spoilt --dirty
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from throughline.cli.options import Asked, Options, add_as_at, say
from throughline.sample import authorities, write_sample


def options(command: Options) -> None:
    """What may be typed after `sample`."""
    command.add_argument("folder", type=Path, metavar="DIR", help="where to write; made if it is not there")
    command.add_argument(
        "--borough", choices=sorted(authorities()), default="saltscar", help="whose (saltscar)"
    )
    command.add_argument("--seed", type=int, default=1, help="another seed gives other children (1)")
    add_as_at(command, "the last day of the files; yesterday if not said")
    command.add_argument(
        "--dirty",
        action="store_true",
        help="plant every kind of fault a file can have: files in first/ and later/, places in planted.csv",
    )
    command.add_argument(
        "--other-forms",
        action="store_true",
        help="write the SSDA903 as XML and the dataset as Parquet too, in other_forms/",
    )


def run(asked: Asked) -> int:
    """Write every file."""
    day = asked.as_at or date.today() - timedelta(days=1)
    authority = authorities()[asked.borough]
    write_sample(
        asked.folder,
        authority=authority,
        seed=asked.seed,
        day=day,
        dirty=asked.dirty,
        other_forms=asked.other_forms,
        say=say,
    )
    print(f"The files of {authority.name} are in {asked.folder}.")
    return 0

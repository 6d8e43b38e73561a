"""Back up the home folder, sealed with a key that is kept elsewhere.

All that was received, every snapshot, the log, the settings and the database go in: each file once, however
many backups there are, so that a night's backup is as long as what is new. Names of files tell nothing. With
no folder named it says when the last was made and when one was last proven; the exit code is 1 when that is
too long ago (36 hours; 35 days), for a monitor.

--thin makes none, and takes earlier ones away: every one of the last 35 days (--days) stays, before them the
last of each month, and every file that one of these is made of. --dry-run says what would go.

Examples:
  throughline backup --new-key /etc/throughline/backup.key
  throughline backup /mnt/backups/throughline --key /etc/throughline/backup.key
  throughline backup /mnt/backups/throughline --key /etc/throughline/backup.key --thin --dry-run
  throughline backup
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from throughline.backups import log as backup_log
from throughline.backups.keys import MAKE_ONE, Key, make_key, read_key
from throughline.backups.making import Made, back_up
from throughline.backups.thinning import DAYS, planned, thin
from throughline.cli.options import Asked, Options, in_private, say
from throughline.errors import Refused
from throughline.loads.home import home_folder
from throughline.web import home
from throughline.web.databases import database


def options(command: Options) -> None:
    """What may be typed after `backup`."""
    command.add_argument("to", type=Path, nargs="?", metavar="TO", help="the folder of the backups")
    add_key(command)
    command.add_argument("--new-key", type=Path, metavar="FILE", help="make a key, and nothing else")
    command.add_argument("--thin", action="store_true", help="take earlier backups away, and nothing else")
    command.add_argument(
        "--days", type=int, default=DAYS, metavar="DAYS", help=f"of which every backup stays ({DAYS})"
    )
    command.add_argument("--dry-run", action="store_true", help="say what --thin would take away")


def add_key(options: Options) -> None:
    """--key, the file of a backup's key."""
    options.add_argument("--key", type=Path, metavar="FILE", help="the file that the key is in")


def run(asked: Asked) -> int:
    """0 when the backup is made and all in it is whole."""
    in_private()
    if asked.new_key:
        key = make_key(asked.new_key, date.today())
        print(f"{asked.new_key} is key {key.number.hex()}. {CUSTODY}")
        return 0
    place = home_folder().absolute()
    if asked.thin or asked.dry_run:
        return thinned(asked, place)
    if asked.to is None:
        return ages(place)
    key = key_apart(asked, place, asked.to)
    before = backup_log.last(place, backup_log.BACKED_UP)
    made = back_up(place, asked.to, key, database(home.read(place).database, place), say)
    return told(made, before)


CUSTODY = (
    "Without it no backup can be opened: keep a copy on paper in a safe, and none beside the backups. "
    "Print it now."
)


def key_apart(asked: Asked, place: Path, folder: Path) -> Key:
    """The key that was named, if it is kept apart from what it opens."""
    if asked.key is None:
        raise Refused("Which key? A backup is sealed.", do=MAKE_ONE)
    for inside in (place, folder):
        if asked.key.resolve().is_relative_to(inside.resolve()):
            raise Refused(
                f"The key is in {inside}.", do="Keep it apart: neither with the data nor with a backup."
            )
    if folder.resolve().is_relative_to(place.resolve()):
        raise Refused(f"{folder} is in the home folder itself.", do="Name a folder on another disk.")
    return read_key(asked.key)


def told(made: Made, before: backup_log.Last) -> int:
    """What was made, in words; 1 where something in the home is not whole."""
    size = sum(kept.size for kept in made.files) / 2**20
    print(f"Backup {made.name}: {len(made.files):,} files, {size:,.1f} MB opened. New: {made.new:,}.")
    print(f"The one before was made {before}." if before.at else "It is the first of this home.")
    for place in made.damaged:
        print(f"{place} is damaged here. An earlier backup may have it whole.", file=sys.stderr)
    return int(bool(made.damaged))


def thinned(asked: Asked, place: Path) -> int:
    """What went, or would go, in words; 0 when all of it has."""
    if not asked.thin or asked.to is None:
        raise Refused("Thin which backups?", do="Name their folder: throughline backup FOLDER --thin")
    key = key_apart(asked, place, asked.to)
    plan = planned(asked.to, key, asked.days) if asked.dry_run else thin(place, asked.to, key, asked.days)
    first, many = ("Would go", "Would stay") if asked.dry_run else ("Taken away", "Kept")
    size = plan.size / 2**20
    for name in plan.go:
        print(name)
    backups = "backup" if len(plan.go) == 1 else "backups"
    alone = f"{len(plan.files):,} files of {size:,.1f} MB that no other is made of"
    print(f"{first}: {len(plan.go):,} {backups}, and {alone}. {many}: {len(plan.stay):,}.")
    return 0


def ages(place: Path) -> int:
    """When the last backup was made and proven; 1 where that is too long ago."""
    lasts = [backup_log.last(place, what) for what in (backup_log.BACKED_UP, backup_log.PROVEN)]
    for last in lasts:
        print(f"Last {last.what}: {last}.", file=sys.stderr if last.late else sys.stdout)
    return int(any(last.late for last in lasts))

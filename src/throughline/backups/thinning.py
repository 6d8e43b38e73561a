"""Earlier backups thinned: every one of the last days stays, and before them the last of each month.

A file in a backup's folder may be of many backups. So the lists of those that go are taken away first, and
then the files that no list names any more: stopped at any point, every backup that still has its list is
whole, and the next thinning clears the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from throughline.backups import log as backup_log
from throughline.backups.contents import Backup, names_in, place_of, read_list, time_of
from throughline.backups.keys import Key
from throughline.backups.making import UNDER_WAY
from throughline.backups.sealing import sealed_size
from throughline.backups.temporary_folder import temporary_folder
from throughline.errors import Refused
from throughline.record.on_disk import flush

DAYS = 35  # as old as the last proof may be: the backup that was proven is there for as long


@dataclass(frozen=True)
class Thinning:
    """Which backups stay and which go, by name, oldest first; the sealed files that no backup which stays is
    made of, and their bytes."""

    stay: tuple[str, ...]
    go: tuple[str, ...]
    files: tuple[Path, ...]
    size: int


def thin(home: Path, to: Path, key: Key, days: int = DAYS) -> Thinning:
    """Take away the backups in `to` that need not be kept; what went. No backup is made meanwhile. Raises
    `Refused` as `planned` does, and then nothing has gone."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with temporary_folder(home / UNDER_WAY):
        plan = planned(to, key, days)
        try:
            forget(to, plan.go)
            clear(plan.files)
        except OSError as wrong:
            raise Refused(f"Not all could be taken away: {wrong.strerror}.", do=f"Look at {to}.") from None
    backup_log.add(home, backup_log.THINNED, stay=len(plan.stay), go=len(plan.go), files=len(plan.files))
    return plan


def planned(to: Path, key: Key, days: int = DAYS) -> Thinning:
    """What would go, with nothing done. Raises `Refused` where there is no backup, the list of one cannot be
    read (nobody could say what it stands on), or the newest has not all its files."""
    if days < 1:
        raise Refused("Backups are kept for a day at least.", do="Say how many days: --days 35")
    names = names_in(to)
    if not names:
        raise Refused(f"There is no backup in {to}.", do="Name the folder that throughline backup wrote to.")
    backups = [read_list(to, name, key) for name in names]
    check_whole(to, backups[-1], key)
    stay = to_keep(names, days)
    needed = {sealed_name(kept.sha256, key) for each in backups if each.name in stay for kept in each.files}
    files = [file for file in sorted(to.glob("files/*/*")) if file.name not in needed]
    go = tuple(name for name in names if name not in stay)
    return Thinning(tuple(sorted(stay)), go, tuple(files), sum(file.stat().st_size for file in files))


def to_keep(names: Sequence[str], days: int) -> set[str]:
    """Of backups named for their moments (oldest first): all that were made in the days before the newest,
    and the last of each month, in UTC. Counted from the newest and not from today: where no backup has been
    made for long, none goes."""
    since = time_of(names[-1]) - timedelta(days=days)
    last_of_month = {name[:7]: name for name in names}
    return {name for name in names if time_of(name) >= since} | set(last_of_month.values())


def sealed_name(sha256: str, key: Key) -> str:
    """Under which name a file of these bytes is sealed."""
    return key.name_of(bytes.fromhex(sha256))


def check_whole(to: Path, newest: Backup, key: Key) -> None:
    """Raises `Refused` where a file of the newest backup is absent, or not as long as it was. (Whether every
    byte is as it was takes a proof.)"""
    for kept in newest.files:
        file = place_of(to, sealed_name(kept.sha256, key))
        if not file.exists() or file.stat().st_size != sealed_size(kept.size):
            raise Refused(
                f"The newest backup, {newest.name}, is not whole: nothing was taken away.",
                do="Make a new backup, and look at the disk.",
            )


def forget(to: Path, names: Sequence[str]) -> None:
    """Take away the lists of backups, and have that on the disk: from then on they are none."""
    for name in names:
        (to / "backups" / name).unlink()
    flush(to / "backups")


def clear(files: Sequence[Path]) -> None:
    """Take away sealed files that are of no backup."""
    for file in files:
        file.unlink()

"""Which counts of records are kept: of the one that is served, and of those that were last made or asked for.

The count of a borough is 60 MB to 450 MB, and each load makes one: kept for ever they would fill the disk.
Any other is made again from its snapshot when somebody asks for it (see `counting_apart`). What a load *said*
is small, and is kept beside its count for as long as the catalogue is the same (see `said`)."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from throughline.counting.store import counted_name
from throughline.loads.home import Council

KEPT = 8  # of one council: the newest nights, and what somebody looks at beside them


def asked_for(folder: Path) -> None:
    """Somebody asks for this count: of all there are it is now the last to go."""
    with suppress(FileNotFoundError):
        os.utime(folder)


def thin(council: Council, made: Path) -> None:
    """Take away what need not be kept, now that the count `made` is there: counts of the same record by an
    earlier catalogue, with what they said, and all but the last that were asked for.

    A count goes whole: first its name, then its files (`resuming.recover` clears what a stopped process
    left). Whoever has one open reads on."""
    for each in outdated(council, made):
        take_away(each)
    for each in beyond(council, made):
        take_away(each)


def take_away(each: Path) -> None:
    """Take one away, unless another process has."""
    gone = each.with_name(f".gone-{each.name}")
    shutil.rmtree(gone, ignore_errors=True)
    with suppress(FileNotFoundError):
        each.rename(gone)
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()


def outdated(council: Council, made: Path) -> list[Path]:
    """What another catalogue made of the same record: nobody asks for it any more."""
    record, _ = made.name.split("-")
    return [each for each in council.counts.glob(f"{record}-*") if not each.name.startswith(made.name)]


def beyond(council: Council, made: Path) -> list[Path]:
    """Counts of other records beyond those that are kept, whichever catalogue made them."""
    served = counted_name((council.current() or {"snapshot": ""})["snapshot"])
    stay = {made.name, served}
    folders = [each for each in council.counts.glob("[!.]*") if each.is_dir() and each.name not in stay]
    folders.sort(key=lambda each: each.stat().st_mtime_ns, reverse=True)
    return folders[KEPT - len(stay) :]

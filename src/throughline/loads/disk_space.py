"""Room on the disk: asked for before a load begins, and what is said if it runs out all the same."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import polars as pl

from throughline.errors import Refused
from throughline.loads.home import Council, NotNow

LARGEST = 8 * 2**30  # bytes in one load: far more than any council sends, and less than fills a disk
TIMES = 3  # the files as they came, as read, and in the record: each no larger than the files
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
MAKE_ROOM = "Make room on that disk, then receive it again. Nothing that is served was changed."


@contextmanager
def enough_room(council: Council, paths: Sequence[Path]) -> Iterator[None]:
    """Receive within this. Raises `Refused` for a load larger than any council sends, and `NotNow` where
    the disk has not three times its room free and that of a count, or fills up while it is being received."""
    size = sum(file.stat().st_size for path in paths for file, _ in files_of(path))
    if size > LARGEST:
        raise Refused("This is more than 8 GB in one load.", do="Receive it in several loads.")
    free, needed = shutil.disk_usage(council.folder).free, TIMES * size + size_of_count(council)
    if free < needed:
        raise NotNow(
            f"The disk of {council.name} has {megabytes(free)} free, and this load may need "
            f"{megabytes(needed)}.",
            do=MAKE_ROOM,
        )
    try:
        yield
    except (OSError, pl.exceptions.PolarsError) as wrong:
        if not is_full(wrong):
            raise
        raise NotNow(f"The disk of {council.name} filled up during this load.", do=MAKE_ROOM) from None


def size_of_count(council: Council) -> int:
    """Bytes of the longest count that is kept: the next is as long, however short the load."""
    sizes = [0]
    for folder in council.counts.glob("[!.]*/"):
        with suppress(FileNotFoundError):  # another process takes it away
            sizes.append(sum(file.stat().st_size for file in folder.iterdir()))
    return max(sizes)


def is_full(wrong: Exception) -> bool:
    """Whether an error says that nothing more can be written. Polars says it in words alone."""
    if isinstance(wrong, OSError):
        return wrong.errno in FULL
    said = re.search(r"\(os error (\d+)\)", str(wrong))
    return said is not None and int(said[1]) in FULL


def files_of(path: Path) -> Iterable[tuple[Path, Path]]:
    """Every file at or below a path, with the place it is kept at; hidden files and links are passed by."""
    if path.is_file():
        yield path, Path(path.resolve().parent.name, path.name)
    elif path.is_dir():
        root = path.resolve()
        for file in sorted(root.rglob("*")):
            inside = file.relative_to(root)
            if file.is_file() and not file.is_symlink() and not any(p.startswith(".") for p in inside.parts):
                yield file, Path(root.name, inside)
    else:
        raise Refused(f"There is no file or folder {path}.", do="Check the name and try again.")


def megabytes(size: int) -> str:
    """A size in words, rounded up."""
    return f"{-(-size // 2**20):,} MB"

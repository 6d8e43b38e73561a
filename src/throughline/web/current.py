"""The snapshot that is served. The one place in this room that asks which it is."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from throughline.record.snapshots import Snapshot

POINTER = "current"  # in a council's folder: the name of the snapshot that is served


def current_snapshot() -> Snapshot | None:
    """The snapshot now served, or None while nothing has been received. It is opened, and checked
    against its manifest, once; the next load brings another name."""
    pointers = sorted(Path(settings.HOME).glob(f"councils/*/{POINTER}"))
    if not pointers:
        return None
    council = pointers[0].parent
    return opened(council / "snapshots" / pointers[0].read_text(encoding="utf-8").strip())


@lru_cache(maxsize=2)
def opened(folder: Path) -> Snapshot:
    """A snapshot, opened once; the one before is kept for pages that are still being made."""
    return Snapshot.open(folder)

"""One load, and its line in the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from throughline.errors import Fault
from throughline.record.composing import Part


@dataclass(frozen=True)
class Load:
    """What became of one load. `status` is *in*; *nothing new* where the same bytes, or a newer extract,
    were in already; or *held*, where the record it makes is not believable and waits for approval; `why`
    has the reasons. `days` are those that its returns are true of."""

    name: str
    status: str
    as_at: date
    snapshot: str
    rows: dict[str, int]
    parts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    why: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


def load_made(
    name: str, status: str, as_at: date, snapshot: str, parts: Iterable[Part], why: tuple[str, ...] = ()
) -> Load:
    """A load by the returns that came in it."""
    several = tuple(parts)
    rows = {f"{p.title}: {t.__name__}": frame.height for p in several for t, frame in p.frames.items()}
    faults = tuple(fault for part in several for fault in part.faults)
    files = tuple(source.file for part in several for source in part.sources)
    days = tuple(sorted({p.as_at.isoformat() for p in several if p.as_at}))
    titles = tuple(p.title for p in several)
    return Load(name, status, as_at, snapshot, rows, titles, files, faults, why, days)


def load_of(part: str) -> str:
    """The load that a part came by: parts are named after it."""
    return part.rsplit("-", 1)[0]


def line(load: Load) -> dict[str, Any]:
    """What the log keeps of a load: no row of a child."""
    return {
        "load": load.name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "status": load.status,
        "as_at": load.as_at,
        "snapshot": load.snapshot,
        "titles": load.parts,
        "files": list(load.files),
        "rows": load.rows,
        "faults": len(load.faults),
        "aside": sum(fault.aside for fault in load.faults),
        "why": "\n".join(load.why),
        "days": list(load.days),
    }

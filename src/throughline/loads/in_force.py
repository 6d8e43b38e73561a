"""What a record was put together from: the returns in force, what was said of each load, and which ids were
one child's. Of what is served `current` says it; of an earlier load the log does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from throughline.loads.home import Council
from throughline.loads.known import Known
from throughline.loads.merges import MERGES, merges_in
from throughline.record.identities import Merge


@dataclass(frozen=True, kw_only=True)
class InForce:
    """`parts` are the returns by the names under which they are kept; `options` what was said when a load was
    received (its year, say), by the load."""

    parts: tuple[str, ...]
    merges: tuple[Merge, ...]
    options: Mapping[str, Mapping[str, Any]]


def in_force(council: Council, known: Known | None = None) -> InForce:
    """What is in force now, or was from an earlier load on. Nothing, where nothing has been received."""
    now = council.current() or {"parts": [], "loads": {}}
    if known is None:
        return InForce(parts=tuple(now["parts"]), merges=tuple(merges_in(now)), options=now["loads"])
    told = {line["load"]: line["options"] for line in reversed(council.loads()) if "options" in line}
    then = {MERGES: [as_said(merge, known.at) for merge in now.get(MERGES, ()) if by(merge, known.at)]}
    return InForce(parts=known.parts, merges=tuple(merges_in(then)), options={**told, **now["loads"]})


def as_said(merge: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """A merge as it stood at a moment: what was taken back later was in force."""
    undone = merge["undone"] if merge["undone"] and by(merge["undone"], at) else None
    return {**merge, "undone": undone}


def by(moment: Mapping[str, Any], at: datetime) -> bool:
    """Whether something was said by a moment."""
    return datetime.fromisoformat(moment["at"]) <= at

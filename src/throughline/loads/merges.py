"""Which ids somebody here has said are one child’s. They stand in `current`, beside the snapshot they made,
so that one step changes both; what was taken back stays there too, with who did it and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from throughline.record.identities import Merge

MERGES = "merges"


def merges_in(now: Mapping[str, Any]) -> list[Merge]:
    """Those in force, of what `current` says, in the order they were said."""
    return [
        Merge(said["former"], said["child"], date.fromisoformat(said["day"]) if said["day"] else None)
        for said in now.get(MERGES, ())
        if not said["undone"]
    ]
